"""What units registered for each year, and who has not yet."""

from dataclasses import replace
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.movements import Pledge
from thidua_desktop.domain.pledges import PledgeRow, Returns, problems, returns, twice
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.named_rows import NamedRows
from thidua_desktop.services.records import Entry
from thidua_desktop.services.tidying import Words, tidied
from thidua_desktop.services.unit_names import unit_named
from thidua_desktop.storage import records as store
from thidua_desktop.storage.lists.pledges import PLEDGES
from thidua_desktop.storage.lists.units import UNITS


class Pledges(NamedRows[Pledge, PledgeRow]):
    """Titles and targets that units registered."""

    kind = Pledge
    listing = PLEDGES
    words = Words("đăng ký thi đua")

    def new(self, **known: Any) -> Pledge:
        """Return a draft of this year."""
        return Pledge(**{"year": self._office.year(), **known})

    def returns(self, year: int) -> Returns:
        """Return who has registered for *year*, and who of those there in it has not."""
        with self._database.read() as connection:
            pledges = [p for p in store.everything(connection, Pledge) if p.year == year]
            units = store.get(connection, Unit, UNITS.find(connection, Query(year=year)))
        return returns(year, pledges, units)

    def sent(self) -> dict[int, int]:
        """Return by year how many units have registered."""
        with self._database.read() as connection:
            pledges = store.everything(connection, Pledge)
        who = {(p.year, p.unit_uid or fold(p.unit_name)) for p in pledges}
        counts: dict[int, int] = {}
        for year, _unit in who:
            counts[year] = counts.get(year, 0) + 1
        return counts

    def _words_of(self, row: PledgeRow) -> str:
        return f"{row.unit_name} {row.title_text} {row.text}"

    def _tidy(self, entry: Entry[Pledge]) -> tuple[Pledge, list[Problem]]:
        pledge = _linked(tidied(entry.draft), entry)
        found = problems(pledge)
        if not found:
            known = _known(entry)
            others = [p for p in known.values() if p.year == pledge.year and p.uid != pledge.uid]
            found = twice(pledge, others)
            if not found:
                known[pledge.uid] = pledge  # Others of this step are held against it too.
        return pledge, found

    def _tied(self, draft: Pledge, edit: Edit, entry: Entry[Pledge]) -> Pledge:  # noqa: ARG002
        chosen = edit.keys.get("unit_name")
        return replace(draft, unit_uid=chosen) if chosen else draft


def _linked(pledge: Pledge, entry: Entry[Pledge]) -> Pledge:
    """Return *pledge* linked to the unit its new name means, unless one was chosen for it."""
    before = entry.before
    if before and fold(before.unit_name) == fold(pledge.unit_name):
        return pledge
    if pledge.unit_uid and (before is None or pledge.unit_uid != before.unit_uid):
        return pledge
    return replace(pledge, unit_uid=unit_named(pledge.unit_name, entry))


def _known(entry: Entry[Pledge]) -> dict[str, Pledge]:
    """Return all that is registered as far as this step has come, by uid."""
    if "pledges" not in entry.found:
        stored = store.everything(entry.connection, Pledge)
        entry.found["pledges"] = {pledge.uid: pledge for pledge in stored}
    known: dict[str, Pledge] = entry.found["pledges"]
    return known
