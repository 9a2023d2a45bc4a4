"""What stands in the way of a proposal whatever its title: rules for all awards, and its papers."""

from collections.abc import Callable, Iterable, Iterator

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.case import Case, OtherProposal, PastAward
from thidua_desktop.domain.checking.findings import Finding, Severity
from thidua_desktop.domain.checking.look import general
from thidua_desktop.domain.dates import last_day, show_date
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import Entry, TimeLimit, Title
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.domain.text import fold

Found = Iterator[Finding]


def of_proposal(pack: LawPack, case: Case, title: Title | None) -> Found:
    """Give what is found of *case* beside the conditions of its title."""
    for check in _CHECKS:
        yield from check(pack, case)
    if title is not None:
        yield from _decider(pack, case, title)
        yield from _kind(pack, case, title)
        yield from _one_form(pack, case, title)


def _open_case(pack: LawPack, case: Case) -> Found:
    """Give what is still under examination; where nobody said, it has to be known first."""
    if case.open_matters is None:
        text = (
            f"Chưa ghi {_asked_of_discipline(case)}có đang bị xem xét kỷ luật, điều tra, "
            "thanh tra, xác minh đơn thư hay không."
        )
        yield from general(
            pack.general_rule("open_case"),
            "open_case",
            text,
            severity="needs_review",
            subject="not_known",
        )
    for matter in case.open_matters or ():
        what = f": {matter.subject}" if matter.subject else ""
        text = f"Có vụ việc đang xem xét{what}; chưa được khen thưởng, chưa được đề nghị."
        subject = matter.uid or matter.subject
        yield from general(
            pack.general_rule("open_case"), "open_case", text, subject=subject, records=[matter.uid]
        )


def _asked_of_discipline(case: Case) -> str:
    """Return what else is asked of a person: measures that stand are asked of members else."""
    is_asked = case.recipient == "person" and case.discipline is None
    return "có bị kỷ luật hay không, " if is_asked else ""


def _discipline(pack: LawPack, case: Case) -> Found:
    """Ask for the measures against a person, unless the open cases are asked for with them."""
    if case.open_matters is not None and _asked_of_discipline(case):
        yield from general(
            pack.general_rule("after_discipline"),
            "discipline",
            "Chưa ghi có bị kỷ luật hay không; thành tích chỉ tính từ khi hết thời hạn kỷ luật.",
            severity="needs_review",
            subject="not_known",
        )


def _served_under_discipline(pack: LawPack, case: Case) -> Found:
    if case.loai_hinh == "CONG_HIEN" and case.discipline:
        text = "Có kỷ luật: cần xem có thuộc thời gian giữ chức vụ được tính hay không."
        uids = [one.uid for one in case.discipline]
        yield from general(
            pack.general_rule("long_service_clean"),
            "discipline",
            text,
            severity="needs_review",
            subject="long_service",
            records=uids,
        )


def _cancelled(pack: LawPack, case: Case) -> Found:
    for award in case.history:
        if award.is_cancelled and award.year <= case.year:
            name = words.called(pack, [award.title])
            text = f"Không tính {name} năm {award.year}: quyết định đã bị hủy, thu hồi."
            subject = f"{award.title}:{award.year}"
            yield from general(
                pack.general_rule("cancelled_decision"),
                "cancelled_decision",
                text,
                severity="note",
                subject=subject,
                records=[award.uid],
            )


def _papers(pack: LawPack, case: Case) -> Found:
    if case.papers is None:
        return
    seen = set(case.papers)
    for dossier in pack.dossiers:
        if not dossier.concerns(case.title, case.loai_hinh, case.recipient):
            continue
        for paper in dossier.papers:
            if paper.id in seen:
                continue
            seen.add(paper.id)
            when = f" ({paper.when})" if paper.when else ""
            yield _entered(
                dossier,
                "note" if paper.when else "warning",
                "missing_paper",
                paper.id,
                f"Thiếu {words.inside(paper.name)}{when}.",
            )


def _late(pack: LawPack, case: Case) -> Found:
    if not case.received:
        return
    received = last_day(case.received)
    if case.submit_by and received > last_day(case.submit_by):
        yield Finding(
            severity="warning",
            rule="late",
            subject=case.submit_by,
            message=f"Hồ sơ nhận ngày {show_date(case.received)}, sau hạn "
            f"{show_date(case.submit_by)}.",
        )
    limits = sorted(_limits(pack, case), key=lambda limit: _due(limit, case.year))
    missed = [limit for limit in limits if received > _due(limit, case.year)]
    for limit in missed:
        # Of several days the last one is for all, an earlier one for some: that is a note.
        is_last = limit is limits[-1]
        yield _entered(
            limit,
            "warning" if is_last else "note",
            "late",
            limit.id,
            f"{limit.step}: hạn {show_date(_due(limit, case.year))}, hồ sơ nhận ngày "
            f"{show_date(case.received)}.",
        )


def _limits(pack: LawPack, case: Case) -> Iterator[TimeLimit]:
    return (
        limit
        for limit in pack.time_limits
        if limit.is_submission and limit.due and case.title in limit.titles and not limit.province
    )


def _due(limit: TimeLimit, year: int) -> str:
    return f"{year + limit.next_year:04}-{limit.due}"


def _double(pack: LawPack, case: Case) -> Found:
    for other in case.others:
        if other.year == case.year and _is_same_title(case, other):
            text = f"Đề nghị hai lần {_title_words(pack, case)} năm {case.year}."
            yield from general(
                pack.general_rule("one_achievement_one_form"),
                "double_proposal",
                text,
                severity="error",
                subject=other.uid,
                records=[other.uid],
            )


def _already(pack: LawPack, case: Case) -> Found:
    for award in case.history:
        if award.is_cancelled or award.year != case.year or award.title != case.title:
            continue
        yearly = pack.supports_merit(case.title, "")
        more = "" if yearly else "; cần xem có phải thành tích khác"
        text = f"Đã được tặng {words.called(pack, [case.title])} năm {case.year}{more}."
        yield from general(
            pack.general_rule("one_achievement_one_form"),
            "already_awarded",
            text,
            severity="error" if yearly else "warning",
            subject=award.decision_date,
            records=[award.uid],
        )


_CHECKS: tuple[Callable[[LawPack, Case], Found], ...] = (
    _open_case, _discipline, _double, _already, _served_under_discipline, _papers, _late,
    _cancelled,
)  # fmt: skip


def _decider(pack: LawPack, case: Case, title: Title) -> Found:
    if not case.level or case.level in title.levels:
        return
    names = {decider.id: decider.name for decider in pack.deciders}
    who = "; ".join(names[id] for id in title.deciders)
    level = LEVELS.get(case.level, case.level).lower()
    text = f"Cấp {level} không có thẩm quyền quyết định. Thẩm quyền: {who}."
    yield _entered(title, "error", "wrong_decider", case.level, text)


def _kind(pack: LawPack, case: Case, title: Title) -> Found:
    """Give what is wrong with the loai_hinh: titles of emulation belong to none."""
    found = next((kind for kind in pack.loai_hinh if kind.code == case.loai_hinh), None)
    if found is None or title.category == "emulation_title" or case.recipient in found.recipients:
        return
    text = f"{found.name} không áp dụng cho {words.kind(case.recipient)}."
    yield _entered(found, "error", "loai_hinh", case.loai_hinh, text)


def _one_form(pack: LawPack, case: Case, title: Title) -> Found:
    """Give other forms of commendation for what may be the same achievement."""
    if title.category == "emulation_title":
        return
    for other in _other_forms(pack, case):
        is_proposed = isinstance(other, OtherProposal)
        achievement = other.achievement if isinstance(other, OtherProposal) else ""
        same = bool(case.achievement) and fold(case.achievement) == fold(achievement)
        verb = "đang được đề nghị" if is_proposed else "đã được tặng"
        name = words.called(pack, [other.title])
        ending = " cho cùng thành tích" if same else "; cần xem có phải cùng một thành tích"
        text = f"Cùng năm {case.year} {verb} {name}{ending}."
        yield from general(
            pack.general_rule("one_achievement_one_form"),
            "one_achievement_one_form",
            text,
            severity="error" if same else "warning",
            subject=other.uid or other.title,
            records=[other.uid],
        )


def _other_forms(pack: LawPack, case: Case) -> Iterator[PastAward | OtherProposal]:
    """Give the other forms of the same year and loai_hinh, decided and proposed."""
    decided = [award for award in case.history if not award.is_cancelled]
    both: Iterable[PastAward | OtherProposal] = (*decided, *case.others)
    for other in both:
        found = pack.any_title(other.title)
        is_form = found is not None and found.category != "emulation_title"
        same_kind = other.year == case.year and other.loai_hinh == case.loai_hinh != ""
        if is_form and same_kind and other.title != case.title:
            yield other


def _is_same_title(case: Case, other: OtherProposal) -> bool:
    if case.title or other.title:
        return case.title == other.title
    return fold(case.title_text) == fold(other.title_text) != ""


def _title_words(pack: LawPack, case: Case) -> str:
    return words.called(pack, [case.title]) if case.title else case.title_text


def _entered(entry: Entry, severity: Severity, rule: str, subject: str, message: str) -> Finding:
    """Return a finding that rests on one entry of the law."""
    return Finding(
        severity=severity,
        rule=rule,
        subject=subject,
        message=message,
        article=entry.article,
        verified=entry.verified,
    )
