"""A record service whose drafts are tied to what the officer chose before they are saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, Protocol

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.honours.linking import H, Links
from thidua_desktop.ui.widgets.records_page import Records
from thidua_desktop.ui.widgets.row_pages import R


class Beginning(Records[H, R], Protocol[H, R]):
    """Records whose drafts begin with what is known."""

    def new(self, **known: Any) -> H:
        """Return an empty draft with what is *known*."""

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits*, typed in cells, what can be stored, as one step."""

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""


class Tied(Generic[H, R]):
    """*records* with *links* put on every draft; see `records_page.Records`.

    *conditions* hold for every row listed, beside those of the query; *known* for new records.
    """

    def __init__(self, records: Beginning[H, R], links: Links) -> None:
        self._records = records
        self._links = links
        self.conditions: tuple[Filter, ...] = ()
        self.known: dict[str, Any] = {}

    def narrowed(self, query: Query) -> Query:
        """Return *query* with the conditions that hold here."""
        return replace(query, filters=(*self.conditions, *query.filters))

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        return self._records.find(self.narrowed(query))

    def rows(self, uids: Sequence[str]) -> list[R]:
        """Return the rows of *uids*, in order."""
        return self._records.rows(uids)

    def get(self, uid: str) -> H:
        """Return one record, to be shown and changed."""
        record = self._records.get(uid)
        self._links.show(record.recipient)
        return record

    def linked(self, draft: H) -> H:
        """Return *draft* with the links that its words have."""
        return self._links.tied(draft)

    def save(self, draft: H) -> Changed:
        """Write *draft* with its links."""
        return self._records.save(self.linked(draft))

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored; new records have what is known here."""
        return self._records.edit(edits, label, **{**self.known, **known})

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column* over *uids*."""
        return self._records.total(uids, column)

    def delete(self, uids: Sequence[str]) -> Changed:
        """Delete the records of *uids*."""
        return self._records.delete(uids)

    def new(self) -> H:
        """Return an empty draft."""
        self._links.show(Recipient())
        return self._records.new(**self.known)
