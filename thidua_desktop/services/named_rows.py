"""Records of units by year, found by words of their rows. Knows no kind of record."""

from abc import abstractmethod
from dataclasses import replace
from typing import TypeVar

from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.text import words
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Record, Records
from thidua_desktop.services.unit_names import has_words
from thidua_desktop.storage.database import Database

T = TypeVar("T", bound=Record)
R = TypeVar("R", bound=Record)


class NamedRows(Records[T, R]):
    """So few records that words are looked for in the rows themselves."""

    def __init__(self, database: Database, office: OfficeService) -> None:
        super().__init__(database)
        self._office = office

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        uids = super().find(replace(query, text=""))
        wanted = words(query.text)
        if not wanted:
            return uids
        return [row.uid for row in self.rows(uids) if has_words(self._words_of(row), wanted)]

    def count(self, query: Query) -> int:
        """Return how many match."""
        return len(self.find(query))

    @abstractmethod
    def _words_of(self, row: R) -> str:
        """Return the words that *row* is found by."""
