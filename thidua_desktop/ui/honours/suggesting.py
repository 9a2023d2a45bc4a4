"""Proposals while one types: people, units, decisions of the file, titles of the law."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import Title
from thidua_desktop.domain.lineage import has_begun, is_over
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.recipients import LEVELS, PERSON_KINDS
from thidua_desktop.domain.text import fold, words
from thidua_desktop.domain.units import UnitRow
from thidua_desktop.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_MOST = 30
_ROLES = ("decides", "proposes", "records")


class Suggesting:
    """Proposes for a form; *kind*, *date* and *level* are those of the record in it now.

    Its methods run off the window's thread and only read these three.
    """

    def __init__(self, services: "Services") -> None:
        self._services = services
        self.kind = "person"
        self.date = ""
        self.level = ""

    def names(self, text: str) -> Sequence[Suggestion]:
        """Return people, or units or households when the recipient is one."""
        if self.kind == "household":
            return self._households(text)
        if self.kind not in PERSON_KINDS:
            return self.units(text)
        people = self._services.people
        return [
            Suggestion(row.full_name, ", ".join(filter(None, (row.position, row.unit))), row.uid)
            for row in people.rows(people.find(Query(text=text))[:_MOST])
        ]

    def _households(self, text: str) -> Sequence[Suggestion]:
        households = self._services.households
        return [
            Suggestion(row.head_name, ", ".join(filter(None, (row.address, row.unit))), row.uid)
            for row in households.rows(households.find(Query(text=text))[:_MOST])
        ]

    def units(self, text: str) -> Sequence[Suggestion]:
        """Return units by their words; those not at work on the record's date come last."""
        return unit_suggestions(self._services, text, self.date)

    def decisions(self, text: str) -> Sequence[Suggestion]:
        """Return decisions by number."""
        decisions = self._services.decisions
        found = decisions.rows(decisions.find(Query(text=text))[:_MOST])
        return [
            Suggestion(row.number, f"{show_date(row.date)}, {row.authority}".strip(", "), row.uid)
            for row in found
        ]

    def titles(self, text: str) -> Sequence[Suggestion]:
        """Return the titles of the law of *date* for such a recipient, the office's own first."""
        pack = pack_of(self._services.laws, self.date)
        wanted = words(text)
        found = [title for title in pack.titles if title.recipient == self.kind]
        named = [title for title in found if _has(title, wanted)]
        named.sort(
            key=lambda title: (self.level not in title.levels, _ROLES.index(title.local_role))
        )
        return [Suggestion(title.name, _detail(title), title.id) for title in named[:_MOST]]


def unit_suggestions(services: "Services", text: str, date: str = "") -> list[Suggestion]:
    """Return units by their words; those not at work on *date*, or now without one, come last."""
    units = services.units
    found = units.rows(units.find(Query(text=text))[:_MOST])
    found.sort(key=lambda row: not _at_work(row, date))
    return [Suggestion(row.name, _about_unit(row), row.uid) for row in found]


def pack_of(book: LawBook, date: str) -> LawPack:
    """Return the law of *date*; of an unknown day the newest, of an old one the first."""
    if pack := book.pack_for(date):
        return pack
    return book.packs[0] if date else book.packs[-1]


def _has(title: Title, wanted: Iterable[str]) -> bool:
    known = fold(" ".join((title.name, title.abbreviation, *title.aliases)))
    return all(word in known for word in wanted)


def _detail(title: Title) -> str:
    levels = ", ".join(LEVELS[level] for level in title.levels)
    checked = "" if title.verified else "chưa đối chiếu"
    return " · ".join(filter(None, (title.abbreviation, levels, checked)))


def _at_work(row: UnitRow, date: str) -> bool:
    """Say whether a unit was at work on *date*; without one, whether it is still."""
    if not date:
        return not row.valid_to
    return has_begun(row, date) and not is_over(row, date)


def _about_unit(row: UnitRow) -> str:
    """Return what tells units apart: the one above, the last day, and who took over."""
    until = f"đến {show_date(row.valid_to)}" if row.valid_to else ""
    now = f"nay là {row.after}" if row.after and row.valid_to else ""
    return ", ".join(filter(None, (row.parent, until, now)))
