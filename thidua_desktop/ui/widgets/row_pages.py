"""The rows of a list, read a page at a time when one of them is wanted. Knows no cells."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from thidua_desktop.ui.jobs import Job

PAGE = 200
KEPT_PAGES = 40
PATIENCE = 0.03  # Seconds the window waits for a page before it paints an empty one.


class Row(Protocol):
    """What a list shows of one record."""

    @property
    def uid(self) -> str:
        """Return the record's uid."""


R = TypeVar("R", bound=Row)
Fetch = Callable[[Sequence[str]], Job]
"""Start reading the rows of some uids; the job's result is a sequence of rows."""


class RowPages(QObject, Generic[R]):
    """Keeps the pages wanted last. *fetch* reads one.

    The window waits `PATIENCE` for a page; a slower one is told by `came` when it arrives, so that
    a busy file never holds the window.
    """

    came = Signal(int)
    """The page of this number is another than it was."""

    def __init__(self, fetch: Fetch, parent: QObject) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._pages: OrderedDict[int, dict[str, R]] = OrderedDict()
        self._asked: dict[int, Job] = {}

    def row(self, uids: Sequence[str], at: int) -> R | None:
        """Return the row of the uid *at* that place of *uids* if it is here or quickly got."""
        number = at // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        elif number not in self._asked:
            self._ask(number, uids[number * PAGE : (number + 1) * PAGE])
        page = self._pages.get(number)
        return page.get(uids[at]) if page else None

    def forget(self) -> None:
        """Forget all pages; what is on its way is not taken."""
        self._pages.clear()
        self._asked.clear()

    def forget_rows(self, uids: Iterable[str]) -> None:
        """Forget the pages that have *uids*, and those on their way: they may be older."""
        gone = set(uids)
        numbers = [n for n, page in self._pages.items() if not gone.isdisjoint(page)]
        for number in numbers:
            del self._pages[number]
        numbers += self._asked
        self._asked.clear()
        for number in numbers:
            self.came.emit(number)

    def _ask(self, number: int, uids: Sequence[str]) -> None:
        job = self._fetch(uids)
        is_first = not self._asked
        self._asked[number] = job
        if is_first and job.wait(PATIENCE):
            self._take(number, job)
        else:
            job.finished.connect(self._arrived)

    def _arrived(self) -> None:
        for number, job in list(self._asked.items()):
            if job.is_done:
                self._take(number, job)
                self.came.emit(number)

    def _take(self, number: int, job: Job) -> None:
        """Keep the rows that *job* read; none when it failed, so that painting does not ask on."""
        del self._asked[number]
        self._pages[number] = {} if job.error else {row.uid: row for row in job.result}
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
