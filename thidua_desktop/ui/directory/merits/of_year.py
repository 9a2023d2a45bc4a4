"""A record service whose new records are of the year that is looked at. Knows no record."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.widgets.records_page import Records
from thidua_desktop.ui.widgets.row_pages import R

T = TypeVar("T")


class Beginning(Records[T, R], Protocol[T, R]):
    """Records whose drafts begin with what is known."""

    def new(self, **known: Any) -> T:
        """Return an empty draft with what is *known*."""


class OfYear(Generic[T, R]):
    """*records* as they are; a new one is of *year*, so that it is seen where it was added."""

    def __init__(self, records: Beginning[T, R]) -> None:
        self._records = records
        self.year: int | None = None

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        return self._records.find(query)

    def rows(self, uids: Sequence[str]) -> list[R]:
        """Return the rows of *uids*, in order."""
        return self._records.rows(uids)

    def get(self, uid: str) -> T:
        """Return one record."""
        return self._records.get(uid)

    def save(self, draft: T) -> Changed:
        """Write *draft*."""
        return self._records.save(draft)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored."""
        return self._records.edit(edits, label, **{**self._known, **known})

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""
        return self._records.total(uids, column)

    def delete(self, uids: Sequence[str]) -> Changed:
        """Delete the records of *uids*."""
        return self._records.delete(uids)

    def new(self) -> T:
        """Return an empty draft."""
        return self._records.new(**self._known)

    @property
    def _known(self) -> dict[str, int]:
        return {} if self.year is None else {"year": self.year}
