"""What the first tab tells, asked of the services at one moment. Knows no screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import STATES
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.plans import TaskRow
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.domain.reports import Report

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

SOON = 30
"""Days within which a task counts as coming up."""

_OPEN = ("todo", "doing")
_GROUPS = ("collective", "person", "household")


@dataclass(frozen=True, slots=True)
class Awarded:
    """How many awards of one level were decided in the year, by kind of recipient."""

    level: str
    collectives: str
    people: str
    households: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first tab shows. *tasks* are open ones, the first due first."""

    office: Office
    today: date
    year: int
    has_plan: bool
    tasks: Sequence[TaskRow]
    done: int
    nominations: Sequence[tuple[str, int]]
    awards: Sequence[Awarded]
    reports: Sequence[Report]
    backup: datetime | None
    now: datetime
    path: Path

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
        """Return the other open tasks."""
        near = {task.uid for task in (*self.late, *self.soon)}
        return [task for task in self.tasks if task.uid not in near]


def overview(services: "Services", year: int | None) -> Overview:
    """Return what there is to tell of *year*, or of the year it is."""
    now = services.office.now
    year = year or now.year
    tasks = services.plans.rows_of(Query(year=year))
    still_open = [task for task in tasks if task.state in _OPEN]
    return Overview(
        office=services.office.get(),
        today=now.date(),
        year=year,
        has_plan=services.plans.plan(year) is not None,
        tasks=sorted(still_open, key=lambda task: task.due or "9999"),
        done=sum(task.state == "done" for task in tasks),
        nominations=_nominations(services, year),
        awards=_awards(services, year),
        reports=[report for report in services.reports.all() if report.year == year],
        backup=services.backups.last(),
        now=now,
        path=services.file.path,
    )


def _nominations(services: "Services", year: int) -> list[tuple[str, int]]:
    """Return how many nominations are in each state that any is in."""
    counted = (
        (
            state,
            services.nominations.count(Query(filters=(Filter("state", state, "is"),), year=year)),
        )
        for state in STATES
    )
    return [(state, count) for state, count in counted if count]


def _awards(services: "Services", year: int) -> list[Awarded]:
    """Return the levels that decided anything in *year*, the highest first."""
    names = {level: [f"awards.{level}.{group}" for group in _GROUPS] for level in LEVELS}
    asked = [name for of_level in names.values() for name in of_level]
    figures = services.reports.figures(services.reports.new("year", year), asked)
    rows = [Awarded(level, *(figures[name] for name in names[level])) for level in LEVELS]
    return [row for row in rows if {row.collectives, row.people, row.households} != {"00"}]
