"""What a check answers: findings with their article, and the verdict they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note", "needs_review"]
Verdict = Literal["eligible", "not_eligible", "needs_review"]

SEVERITIES: dict[Severity, str] = {
    "error": "Chưa đạt",
    "needs_review": "Cần xem",
    "warning": "Lưu ý",
    "note": "Ghi chú",
}
"""Severities, the gravest first, and their words."""

VERDICTS: dict[Verdict, str] = {
    "eligible": "Đủ điều kiện",
    "not_eligible": "Chưa đủ điều kiện",
    "needs_review": "Cần xem xét",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found.

    *rule* says what was looked at (award_streak, open_case …), *subject* tells findings of one
    rule apart and changes when what is missing changes. *article* is the source, "" where none
    is; *verified* says whether its text was read. *records*: uids of what it rests on.
    """

    severity: Severity
    rule: str
    message: str
    subject: str = ""
    article: str = ""
    verified: bool = True
    missing_years: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a case and why, the gravest findings first.

    An error makes it not eligible; without one, a needs_review leaves it open; warnings and notes
    change nothing.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]


def judgement(findings: Iterable[Finding]) -> Judgement:
    """Return *findings* in the order of their severity, each once, with the verdict of all."""
    order = list(SEVERITIES)
    found = sorted(dict.fromkeys(findings), key=lambda finding: order.index(finding.severity))
    worst = found[0].severity if found else "note"
    if worst == "error":
        return Judgement("not_eligible", tuple(found))
    return Judgement("needs_review" if worst == "needs_review" else "eligible", tuple(found))
