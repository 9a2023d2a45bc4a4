"""A check of many nominations as values: counts, shares, and a line for each finding."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_desktop.domain.checking.findings import SEVERITIES, VERDICTS, Finding
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import NominationRow
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.checking.values import Checked, Ratio, Tally
from thidua_desktop.ui.checks.sorts import sort_of

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

UNREAD = " (chưa đối chiếu)"
_PLACE = re.compile(r"([^;]+?) ((?:điểm|khoản|Điều|mục) [^;]+)")
_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of one nomination; *sort* is one of `sorts.SORTS`, *folded* what is searched."""

    row: NominationRow
    finding: Finding
    law: str
    sort: str
    folded: str

    @property
    def article(self) -> str:
        """Return where it stands in the law, with a remark while that text was not read."""
        finding = self.finding
        return finding.article + ("" if finding.verified or not finding.article else UNREAD)

    @property
    def place(self) -> str:
        """Return the article with its clause before the law's name: what differs from row to row
        stays in sight in a narrow column.
        """
        found = _PLACE.fullmatch(self.finding.article)
        if not found:
            return self.article
        law, clause = found.groups()
        return f"{clause[:1].upper()}{clause[1:]} {law}{self.article[found.end() :]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a check of many found; *lines* the gravest first, *waived* how many were set aside.

    *ratios*: the shares that the office limits, those of units only where they are above.
    """

    count: int = 0
    verdicts: Mapping[str, int] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    ratios: Sequence[Ratio] = ()
    lines: Sequence[Line] = ()
    waived: int = 0


def gather(services: "Services", query: Query, ticket: Ticket) -> Results:
    """Check the nominations of *query*; Cancelled by the *ticket*."""
    uids = services.nominations.find(query)
    checked = services.checks.check(uids, ticket=ticket)
    rows = services.nominations.rows(list(checked))
    lines = [line for row in rows for line in _lines(row, checked[row.uid])]
    lines.sort(key=lambda line: _RANKS[line.finding.severity])
    counts = Counter(one.verdict for one in checked.values())
    return Results(
        count=len(checked),
        verdicts={verdict: counts[verdict] for verdict in VERDICTS},
        tally=services.checks.tally(list(checked)),
        ratios=_shares(services, sorted({row.year for row in rows})),
        lines=lines,
        waived=sum(len(one.waived) for one in checked.values()),
    )


def narrowed(
    lines: Sequence[Line], *, text: str, severity: str, sort: str, with_notes: bool
) -> list[Line]:
    """Return those of *lines* that have all words of *text*, of one severity and sort.

    "" stands for any; notes come only *with_notes*, or when they are the severity asked for.
    """
    words = fold(text).split()
    return [
        line
        for line in lines
        if severity in ("", line.finding.severity)
        and sort in ("", line.sort)
        and (with_notes or severity or line.finding.severity != "note")
        and all(word in line.folded for word in words)
    ]


def _shares(services: "Services", years: Sequence[int]) -> list[Ratio]:
    scope = services.parameters.share_scope()
    limited = [one for year in years for one in services.checks.ratios(year) if one.limit]
    whole = [one for one in limited if not one.unit and scope in ("whole", "both")]
    return whole + [one for one in limited if one.unit and one.is_above and scope != "whole"]


def _lines(row: NominationRow, checked: Checked) -> Iterator[Line]:
    who = fold(f"{row.name} {row.unit} {row.title_text} {row.year}")
    law = ", ".join(filter(None, (checked.law.name, checked.law.why))) if checked.law else ""
    for finding in checked.findings:
        folded = f"{who} {fold(finding.message)} {fold(finding.article)}"
        yield Line(row, finding, law, sort_of(finding.rule), folded)
