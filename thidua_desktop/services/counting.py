"""Counts what the fields of a report ask for, in one snapshot of the file."""

from collections.abc import Iterable, Mapping

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.council import CouncilMember, CouncilTerm
from thidua_desktop.domain.dates import first_day, last_day
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.numbers import two_digits
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.figures import Figure, Period, read_figure, tally
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.lists.awards import AWARDS
from thidua_desktop.storage.lists.plans import TASKS


def figures(connection: Reading, period: Period, names: Iterable[str]) -> dict[str, str]:
    """Return what each of *names* counts in *period*, as running text writes it: 02, 96, 1.404.

    A name that counts nothing is left out.
    """
    known = {name: figure for name in names if (figure := read_figure(name))}
    counted: dict[str, int] = {}
    for subject, count in _COUNTERS.items():
        wanted = {name: f for name, f in known.items() if f.subject == subject}
        if wanted:
            counted |= count(connection, period, wanted)
    return {name: two_digits(counted[name]) for name in known}


def awards(connection: Reading, period: Period, figure: Figure) -> list[AwardRow]:
    """Return the rows of the register that *figure* counts in *period*."""
    return [row for row in _decided(connection, period) if figure.counts(row)]


def _decided(connection: Reading, period: Period) -> list[AwardRow]:
    """Return the rows decided within *period*, in the register's order."""
    filters = (
        Filter("decision_date", _earliest(period), "from"),
        Filter("decision_date", period.last, "to"),
    )
    year = int(period.first[:4]) if period.first[:4] == period.last[:4] else None
    uids = AWARDS.find(connection, Query(filters=filters, year=year))
    return AWARDS.rows(connection, uids)


def _earliest(period: Period) -> str:
    """Return the least date that counts: a month or year that lies in the period whole counts."""
    first = period.first
    if first.endswith("-01-01") and period.last.endswith("-12-31"):
        return first[:4]
    return first[:7] if first.endswith("-01") else first


def _awards(connection: Reading, period: Period, wanted: Mapping[str, Figure]) -> dict[str, int]:
    return tally(_decided(connection, period), wanted)


def _council(connection: Reading, period: Period, wanted: Mapping[str, Figure]) -> dict[str, int]:
    members = _sitting(connection, period.last)
    return {
        name: sum(f.seats(m.role, is_secretary=m.is_secretary) for m in members)
        for name, f in wanted.items()
    }


def _sitting(connection: Reading, day: str) -> list[CouncilMember]:
    """Return the members of the term in force on *day* who sit on it then."""
    terms = [
        t for t in store.everything(connection, CouncilTerm) if _is_there(t.starts, t.ends, day)
    ]
    if not terms:
        return []
    newest = max(terms, key=lambda term: (term.starts, term.decision_date, term.uid))
    members = store.owned(connection, CouncilMember, "term_uid", [newest.uid])
    return [m for m in members if _is_there(m.starts, m.ends, day)]


def _is_there(starts: str, ends: str, day: str) -> bool:
    """Say whether what began and ended on those partial dates was there on *day*."""
    return (not starts or first_day(starts) <= day) and (not ends or last_day(ends) >= day)


def _units(connection: Reading, period: Period, wanted: Mapping[str, Figure]) -> dict[str, int]:
    there = [
        unit.kind
        for unit in store.everything(connection, Unit)
        if _is_there(unit.valid_from, unit.valid_to, period.last)
    ]
    return {name: there.count(figure.part) for name, figure in wanted.items()}


def _plan(connection: Reading, period: Period, wanted: Mapping[str, Figure]) -> dict[str, int]:
    year = int(period.last[:4])
    tasks = TASKS.rows(connection, TASKS.find(connection, Query(year=year)))
    return {
        name: sum(figure.has_task(task.quarter, task.state) for task in tasks)
        for name, figure in wanted.items()
    }


_COUNTERS = {"awards": _awards, "council": _council, "units": _units, "plan": _plan}
