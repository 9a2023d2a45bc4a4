"""A list of made-up records that a grid can ask: in memory, with the words of every question."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.text import fold, words
from thidua_desktop.services.edits import Edit, Edited, with_values
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column


@dataclass(frozen=True, slots=True)
class Place:
    """What a book has below its own level."""

    room: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A record that is its own row."""

    uid: str
    title: str = ""
    year: int = 2024
    place: Place = field(default_factory=Place)


COLUMNS = (
    Column[Book](
        "title", "Tên sách", lambda book: book.title, 200, cell=kinds.line("title"), frozen=True
    ),
    Column[Book](
        "year",
        "Năm",
        lambda book: str(book.year),
        60,
        right=True,
        cell=kinds.number("year"),
        values="number",
        sums=True,
    ),
)


class Shelf:
    """A record service over a dictionary."""

    def __init__(self, count: int = 0) -> None:
        self.books = {str(n): Book(str(n), f"Sách số {n}", 2000 + n % 30) for n in range(count)}
        self.queries: list[Query] = []
        self.pages = 0
        self.steps: list[str | None] = []

    def find(self, query: Query) -> list[str]:
        self.queries.append(query)
        sought = words(query.text)
        found = [
            book
            for book in self.books.values()
            if query.year in (None, book.year) and all(w in fold(book.title) for w in sought)
        ]
        for order in reversed(query.order):
            found.sort(key=lambda b: getattr(b, order.column), reverse=order.descending)
        return [book.uid for book in found]

    def rows(self, uids: Sequence[str]) -> list[Book]:
        self.pages += 1
        return [self.books[uid] for uid in uids if uid in self.books]

    def get(self, uid: str) -> Book:
        return self.books[uid]

    def save(self, draft: Book) -> Changed:
        if not draft.title:
            raise RuleError([Problem("title", "Cần có tên sách.")])
        self.books[draft.uid] = draft
        return changed(draft.uid)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store what has a title and a year of four figures; one step each time."""
        self.steps.append(label)
        stored, refused = [], {}
        for edit in edits:
            book = with_values(self.books.get(edit.uid, Book(edit.uid)), edit.values)
            if problems := _problems(book):
                refused[edit.uid] = problems
            else:
                self.books[edit.uid] = book
                stored.append(edit.uid)
        step = replace(changed(*stored), step=f"step {len(self.steps)}")
        return Edited(step, refused)

    def total(self, uids: Sequence[str], column: str) -> int:
        return sum(getattr(self.books[uid], column) for uid in uids)

    def delete(self, uids: Sequence[str]) -> Changed:
        for uid in uids:
            del self.books[uid]
        return changed(*uids)

    def new(self) -> Book:
        return Book("new")

    def rename(self, uid: str, title: str) -> Changed:
        """Change a title behind the window's back, as an undo does."""
        self.books[uid] = replace(self.books[uid], title=title)
        return changed(uid)


def changed(*uids: str) -> Changed:
    """Return what a step over these books would tell."""
    return Changed("step", "Sửa sách", {"book": frozenset(uids)})


def _problems(book: Book) -> list[Problem]:
    found = [] if book.title else [Problem("title", "Cần có tên sách.")]
    return found if book.year > 1000 else [*found, Problem("year", "Năm có bốn chữ số.")]
