"""What the conditions of one path are weighed with, and how they tell what they found."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.case import Case, PastAward
from thidua_desktop.domain.checking.findings import Finding, Severity
from thidua_desktop.domain.checking.past import Past
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import GeneralRule, Path

_EFFECTS: dict[str, Severity] = {
    "block": "error", "warn": "warning", "count": "note", "note": "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One path of a rule, the past it looks at, and the first year of the period it speaks of."""

    past: Past
    path: Path
    first_year: int

    @property
    def case(self) -> Case:
        """Return the case that is judged."""
        return self.past.case

    @property
    def pack(self) -> LawPack:
        """Return the law that judges it."""
        return self.past.pack

    def finding(
        self,
        severity: Severity,
        rule: str,
        subject: str,
        message: str,
        *,
        missing: Iterable[int] = (),
        records: Iterable[str] = (),
    ) -> Finding:
        """Return a finding that rests on the article of this path."""
        years = tuple(sorted(missing))
        return Finding(
            severity=severity,
            rule=rule,
            subject=_subject(self.path.id, subject, years),
            message=message,
            article=self.path.article,
            verified=self.path.verified,
            missing_years=years,
            records=tuple(filter(None, records)),
        )


def general(
    law: GeneralRule | None,
    rule: str,
    message: str,
    *,
    severity: Severity | None = None,
    subject: str = "",
    missing: Iterable[int] = (),
    records: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return a finding that rests on a rule for all awards; none where this era has no such rule.

    How grave it is follows from the effect of the rule, where *severity* says nothing else.
    """
    if law is None:
        return ()
    years = tuple(sorted(missing))
    return (
        Finding(
            severity=severity or _EFFECTS[law.effect],
            rule=rule,
            subject=_subject("", subject, years),
            message=message,
            article=law.article,
            verified=law.verified,
            missing_years=years,
            records=tuple(filter(None, records)),
        ),
    )


def disciplined(past: Past, years: Iterable[int]) -> tuple[Finding, ...]:
    """Return what is to tell of *years* that discipline keeps from counting, or may keep."""
    lost = [year for year in years if year < past.first_year]
    penalties = past.penalties(years)
    if not penalties:
        return ()
    last = max(penalties, key=lambda one: one.until)
    kind = words.opened(words.penalty(last.kind))
    uids = [one.uid for one in penalties]
    if not lost:
        text = f"{kind} chưa ghi ngày hết thời hạn; thành tích chỉ tính từ ngày ấy."
        return general(
            past.pack.general_rule("after_discipline"),
            "discipline",
            text,
            severity="needs_review",
            subject="no_end",
            records=uids,
        )
    text = (
        f"{kind} đến {show_date(last.until)}: thành tích tính lại từ khi hết thời hạn, "
        f"{words.years(lost)} không được tính."
    )
    return general(
        past.pack.general_rule("after_discipline"),
        "discipline",
        text,
        severity="error",
        missing=lost,
        records=uids,
    )


def not_supporting(look: Look, awards: Iterable[PastAward]) -> tuple[Finding, ...]:
    """Return a note for each award that supports no proposal by merit, because of its kind."""
    kinds: dict[str, str] = {kind.code: kind.name for kind in look.pack.loai_hinh}
    return tuple(
        finding
        for award in awards
        for finding in general(
            look.pack.general_rule("only_merit_supports_merit"),
            "loai_hinh",
            f"Không tính {words.called(look.pack, [award.title])} năm {award.year}: "
            f"{words.inside(kinds.get(award.loai_hinh, award.loai_hinh))} không làm căn cứ "
            "đề nghị theo công trạng.",
            subject=f"{award.title}:{award.year}",
            records=[award.uid],
        )
    )


def _subject(path: str, subject: str, years: tuple[int, ...]) -> str:
    """Return what tells a finding from others of its rule, with the years that are missing."""
    return ":".join(filter(None, (path, subject, ",".join(map(str, years)))))
