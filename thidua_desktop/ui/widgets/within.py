"""A record service narrowed to what belongs to one owner: members of a term, tasks of a plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.widgets.records_page import Records
from thidua_desktop.ui.widgets.row_pages import R

T = TypeVar("T")


class Within(Generic[T, R]):
    """*records* whose row has the uid *owner* in *column*; *begin* makes a draft for an owner.

    Without an owner there is nothing to list.
    """

    def __init__(self, records: Records[T, R], column: str, begin: Callable[[str], T]) -> None:
        self._records = records
        self._column = column
        self._begin = begin
        self.owner = ""

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        if not self.owner:
            return []
        mine = Filter(self._column, self.owner, "is")
        return self._records.find(replace(query, filters=(mine, *query.filters), year=None))

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
        """Store of *edits* what can be stored; new records are the owner's."""
        return self._records.edit(edits, label, **{**known, self._column: self.owner})

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""
        return self._records.total(uids, column)

    def delete(self, uids: Sequence[str]) -> Changed:
        """Delete the records of *uids*."""
        return self._records.delete(uids)

    def new(self) -> T:
        """Return an empty draft for the owner."""
        return self._begin(self.owner)
