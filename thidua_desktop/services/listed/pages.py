"""The rows of a long list, some at a time. Knows no list by name."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.work import Ticket

_PAGE = 2_000  # rows


class Source(Protocol):
    """A list that is asked for its rows; every record service is one."""

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""

    def rows(self, uids: Sequence[str]) -> Sequence[Any]:
        """Return the rows of *uids*, in order."""


def by_pages(source: Source, uids: Sequence[str], ticket: Ticket) -> Iterator[Any]:
    """Give the rows of *uids*, some of them read at once; what is gone by then is left out.

    Each reading is short: nobody who writes waits for a long list to be drawn.
    """
    for start in range(0, len(uids), _PAGE):
        ticket.step(start, len(uids), "Đang đọc các dòng")
        yield from source.rows(uids[start : start + _PAGE])
