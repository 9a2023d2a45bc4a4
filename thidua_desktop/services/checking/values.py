"""What a check of nominations answers: verdict, findings, what was set aside. Values only."""

from dataclasses import dataclass

from thidua_desktop.domain.checking.findings import Finding, Judgement, Verdict, judgement
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import percent


@dataclass(frozen=True, slots=True)
class LawUsed:
    """The law a nomination was checked by: the pack's *id* and *name*, and *why* that one."""

    id: str
    name: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the officer set aside, and the reason."""

    finding: Finding
    reason: str
    uid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One nomination, checked. *findings* stand; *waived* were set aside by the officer.

    *judged* is the verdict of all findings, *verdict* that of those which stand.
    """

    uid: str
    judged: Verdict
    verdict: Verdict
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    law: LawUsed | None = None

    @property
    def gravest(self) -> Finding | None:
        """Return the finding that weighs most, None when there is none."""
        return next(iter(self.findings), None)

    def of(self, *severities: str) -> list[Finding]:
        """Return the standing findings of these severities, the gravest first."""
        return [finding for finding in self.findings if finding.severity in severities]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many CSTĐCS there are for the LĐTT of a year, in one unit or, with *unit* "", in all.

    *limit*: the share in percent that the office allows, None when it set none.
    """

    unit: str
    unit_uid: str | None
    year: int
    fighters: int
    advanced: int
    limit: int | None = None

    @property
    def is_above(self) -> bool:
        """Say whether there are more than the office allows."""
        return self.limit is not None and self.fighters * 100 > self.limit * self.advanced

    @property
    def share(self) -> str:
        """Return the share as it is written: "15,6 %", "" without any LĐTT."""
        return percent(self.fighters, self.advanced, 1) if self.advanced else ""

    @property
    def words(self) -> str:
        """Return the share in words: "15 CSTĐCS trên 96 LĐTT (15,6 %)"."""
        share = f" ({self.share})" if self.share else ""
        return f"{self.fighters} CSTĐCS trên {self.advanced} LĐTT{share}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many are put forward: times (lượt) and different ones, people and collectives apart."""

    times: int = 0
    people_times: int = 0
    people: int = 0
    collective_times: int = 0
    collectives: int = 0
    households: int = 0

    @property
    def words(self) -> str:
        """Return the counts in words: "226 lượt cá nhân (211 người), 92 lượt tập thể (92)"."""
        found = []
        if self.people_times:
            found.append(f"{self.people_times} lượt cá nhân ({self.people} người)")
        if self.collective_times:
            found.append(f"{self.collective_times} lượt tập thể ({self.collectives} tập thể)")
        if self.households:
            found.append(f"{self.households} lượt hộ gia đình")
        return ", ".join(found) or "chưa có đề nghị nào"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligible:
    """Somebody of the file who meets a title, or may; *checked* says with what.

    *has_it*: the register has the title of that year already; *is_proposed*: a nomination is open.
    """

    name: str
    position: str
    unit: str
    person_uid: str | None = None
    unit_uid: str | None = None
    has_it: bool = False
    is_proposed: bool = False
    checked: Checked

    @property
    def why(self) -> str:
        """Return what weighs most; of who meets the title, what is left to judge."""
        if self.has_it:
            return "Sổ khen thưởng đã có danh hiệu này của năm ấy."
        if self.is_proposed:
            return "Đã có đề nghị danh hiệu này của năm ấy."
        gravest = self.checked.gravest
        enough = "Đủ mọi điều kiện đối chiếu được."
        if gravest is None:
            return enough
        return f"{enough} {gravest.message}" if gravest.severity == "note" else gravest.message


Reasons = dict[tuple[str, str], tuple[str, str]]
"""By rule and subject of a finding: the reason why it was set aside, and the uid of that."""


def settled(uid: str, judged: Judgement, reasons: Reasons, law: LawUsed | None) -> Checked:
    """Return *judged* with the findings set aside that *reasons* name."""
    standing, waived = [], []
    for finding in judged.findings:
        known = reasons.get((finding.rule, finding.subject))
        if known:
            waived.append(Waived(finding, *known))
        else:
            standing.append(finding)
    left = judgement(standing)
    return Checked(
        uid=uid,
        judged=judged.verdict,
        verdict=left.verdict,
        findings=left.findings,
        waived=tuple(waived),
        law=law,
    )


def received_words(date: str) -> str:
    """Return why the law of the day a dossier came in was taken."""
    return f"theo luật có hiệu lực ngày nhận hồ sơ {show_date(date)}"
