"""What the first tab tells of a year: what is due, what is open, what the register counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from thidua_desktop.domain.clusters import Roll
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import STATES, Dossier
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.plans import Plan, TaskRow
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.text import fold
from thidua_desktop.services.backups import Backups
from thidua_desktop.services.clusters import Clusters
from thidua_desktop.services.figures import group_of
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.time_limits import TimeLimits
from thidua_desktop.services.titles import known_title
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists import tallies
from thidua_desktop.storage.lists.plans import TASKS
from thidua_desktop.storage.lists.tallies import AwardTally

SOON = 30
"""Days within which a task counts as coming up."""

_BEGUN = ("plan", "nomination", "award", "dossier")


@dataclass(frozen=True, slots=True)
class TitleCount:
    """How many awards of the year have one title; *id* is "" for one outside the catalogue."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many awards of the year one level decided, by kind of recipient."""

    level: str
    collectives: int
    people: int
    households: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first tab shows of *year*, read at one moment.

    *tasks* are those still to be finished, the first due first; *open_dossiers*, of any year, wait
    under a limit, the first due first, and *left* says by uid how far it is; *clusters* are those
    of the year that the office has a place in;
    *is_new*: the file has neither plan nor nomination nor award of any year.
    """

    office: Office
    now: datetime
    year: int
    is_new: bool
    has_plan: bool
    tasks: Sequence[TaskRow]
    done: int
    clusters: Sequence[Roll]
    dossiers: Mapping[str, int]
    open_dossiers: Sequence[Dossier]
    left: Mapping[str, TimeLeft]
    nominations: Mapping[str, int]
    titles: Sequence[TitleCount]
    levels: Sequence[LevelCount]
    reports: Sequence[Report]
    backup: datetime | None
    path: Path

    @property
    def today(self) -> date:
        """Return the day it is."""
        return self.now.date()

    @property
    def late(self) -> list[TaskRow]:
        """Return the tasks whose day is past."""
        return [task for task in self.tasks if task.due and task.due < self.today.isoformat()]

    @property
    def soon(self) -> list[TaskRow]:
        """Return the tasks due within `SOON` days."""
        last = (self.today + timedelta(days=SOON)).isoformat()
        return [task for task in self.tasks if self.today.isoformat() <= task.due <= last]

    @property
    def later(self) -> list[TaskRow]:
        """Return the other tasks still to be finished."""
        near = {task.uid for task in (*self.late, *self.soon)}
        return [task for task in self.tasks if task.uid not in near]

    @property
    def late_dossiers(self) -> list[Dossier]:
        """Return the waiting dossiers whose last day is past, the longest late first."""
        return [one for one in self.open_dossiers if self.left[one.uid].is_late]

    @property
    def awards(self) -> int:
        """Return how many awards the register of the year has."""
        return sum(title.count for title in self.titles)


class Overviews:
    """Reads what the first tab shows."""

    def __init__(
        self,
        database: Database,
        office: OfficeService,
        book: LawBook,
        backups: Backups,
        limits: TimeLimits,
        clusters: Clusters,
    ) -> None:
        self._database = database
        self._office = office
        self._book = book
        self._backups = backups
        self._limits = limits
        self._clusters = clusters

    def of(self, year: int | None = None) -> Overview:
        """Return what there is to tell of *year*, or of the year it is."""
        now = self._office.now
        year = year or now.year
        shelf = self._clusters.shelf()
        with self._database.read() as connection:
            dossiers = store.everything(connection, Dossier)
            left = self._limits.left(connection, dossiers, now.date())
            tasks = TASKS.rows(connection, TASKS.find(connection, Query(year=year)))
            counted = tallies.awards(connection, year)
            return Overview(
                office=next(iter(store.everything(connection, Office)), Office()),
                now=now,
                year=year,
                is_new=not any(tallies.has_any(connection, table) for table in _BEGUN),
                has_plan=any(plan.year == year for plan in store.everything(connection, Plan)),
                tasks=sorted((t for t in tasks if t.is_open), key=lambda t: t.due or "9999"),
                done=sum(task.state == "done" for task in tasks),
                clusters=[roll for roll in shelf.of(year) if roll.of(shelf.office)],
                dossiers=_in_order(tallies.states(connection, "dossier", year)),
                open_dossiers=_by_due(dossiers, left),
                left=left,
                nominations=_in_order(tallies.states(connection, "nomination", year)),
                titles=self._titles(counted),
                levels=_levels(counted),
                reports=[r for r in store.everything(connection, Report) if r.year == year],
                backup=self._backups.last(),
                path=self._database.path,
            )

    def _titles(self, counted: Iterable[AwardTally]) -> list[TitleCount]:
        """Return the titles, the most frequent first; equal ones by name.

        Words that differ in case alone are one title, called as most awards call it.
        """
        sums: dict[tuple[str, str], int] = {}
        names: dict[tuple[str, str], str] = {}
        for tally in sorted(counted, key=lambda tally: (-tally.count, tally.title_text)):
            key = (tally.title, fold(tally.title_text))
            sums[key] = sums.get(key, 0) + tally.count
            names.setdefault(key, self._name(tally))
        titles = [TitleCount(key[0], names[key], count) for key, count in sums.items()]
        return sorted(titles, key=lambda title: (-title.count, title.name))

    def _name(self, tally: AwardTally) -> str:
        title = known_title(self._book, tally.title, tally.recipient_kind, "")
        return title.name if title else tally.title_text or tally.title


def _in_order(counted: Mapping[str, int]) -> dict[str, int]:
    """Return the states that any row is in, in the order rows go through them."""
    return {state: counted[state] for state in STATES if state in counted}


def _by_due(dossiers: Iterable[Dossier], left: Mapping[str, TimeLeft]) -> list[Dossier]:
    """Return the dossiers that have a last day, the first due first."""
    waiting = [dossier for dossier in dossiers if dossier.uid in left]
    return sorted(waiting, key=lambda dossier: (left[dossier.uid].due, dossier.uid))


def _levels(counted: Iterable[AwardTally]) -> list[LevelCount]:
    """Return the levels that decided any of the awards, the highest first."""
    sums: dict[tuple[str, str], int] = {}
    for tally in counted:
        key = (tally.level, group_of(tally.recipient_kind))
        sums[key] = sums.get(key, 0) + tally.count
    found = {level for level, _group in sums}
    groups = ("collective", "person", "household")
    return [
        LevelCount(level, *(sums.get((level, group), 0) for group in groups))
        for level in (*LEVELS, *sorted(found - set(LEVELS)))
        if level in found
    ]
