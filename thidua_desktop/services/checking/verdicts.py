"""A question to the list of nominations that speaks of verdicts: answered beside SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.listing import Filter, Order, Query

VERDICT = "verdict"
"""The column of lists that stands for the verdict of a check."""

_RANKS: Mapping[str, int] = {verdict: rank for rank, verdict in enumerate(VERDICTS)}


class Knows(Protocol):
    """Whoever can tell verdicts."""

    def verdicts(self, uids: Sequence[str]) -> Mapping[str, str]:
        """Return the verdict of each of *uids*."""


@dataclass(frozen=True, slots=True)
class ByVerdict:
    """What a question asks of verdicts: conditions, and the order by them if there is one."""

    filters: tuple[Filter, ...]
    order: Order | None

    @property
    def narrows(self) -> bool:
        """Say whether some rows are left out."""
        return bool(self.filters)

    @property
    def is_asked(self) -> bool:
        """Say whether verdicts have to be known at all."""
        return self.narrows or self.order is not None

    def of(self, uids: list[str], checks: Knows) -> list[str]:
        """Return those of *uids* that are asked for; in the order by verdict, if there is one."""
        if not self.is_asked:
            return uids
        known = checks.verdicts(uids)
        found = [uid for uid in uids if uid in known and self._fits(known[uid])]
        if self.order is not None:
            found.sort(key=lambda uid: _RANKS[known[uid]], reverse=self.order.descending)
        return found

    def _fits(self, verdict: str) -> bool:
        return all((verdict == f.value) == (f.match != "isnt") for f in self.filters)


def split(query: Query) -> tuple[Query, ByVerdict]:
    """Return *query* without what it asks of verdicts, and that."""
    filters = tuple(each for each in query.filters if each.column == VERDICT)
    orders = [each for each in query.order if each.column == VERDICT]
    if not filters and not orders:
        return query, ByVerdict((), None)
    plain = replace(
        query,
        filters=tuple(each for each in query.filters if each.column != VERDICT),
        order=tuple(each for each in query.order if each.column != VERDICT),
    )
    return plain, ByVerdict(filters, orders[0] if orders else None)
