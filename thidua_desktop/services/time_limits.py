"""How many days a dossier still has: by the day set for it, or by the limit it runs under."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.domain.dates import last_day
from thidua_desktop.domain.deadlines import Holidays, TimeLeft, due_after, left_until
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import Dossier, StateEntry
from thidua_desktop.services.parameters import Parameters
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store

APPRAISAL = "appraisal_days"
"""The office's own limit for looking into a dossier, a local parameter of the law."""

SETTLED = ("approved", "rejected", "awarded")
"""States in which a dossier waits for nothing more."""

_AWAY = "returned"  # It lies with its unit: no day of the office passes.


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit that a dossier may run under; *id* is what `Dossier.procedure` holds."""

    id: str
    name: str
    days: int
    is_working: bool
    article: str
    is_verified: bool


class TimeLimits:
    """The limits of procedures, and what is left of them."""

    def __init__(self, book: LawBook, parameters: Parameters) -> None:
        self._book = book
        self._parameters = parameters

    def limits(self, connection: Reading, received: str) -> list[Limit]:
        """Return the limits in days under the law of the date *received*, the office's first."""
        pack = self._book.pack_for(received)
        found = []
        for one in self._parameters.read(connection):
            if one.law.id == APPRAISAL and one.value:
                found.append(
                    Limit(
                        id=APPRAISAL,
                        name=one.law.name,
                        days=one.value,
                        is_working=True,
                        article=one.law.article,
                        is_verified=one.law.verified,
                    )
                )
        for limit in pack.time_limits if pack else ():
            if limit.days:
                found.append(
                    Limit(
                        id=limit.id,
                        name=limit.step,
                        days=limit.days,
                        is_working=limit.working_days,
                        article=limit.article,
                        is_verified=limit.verified,
                    )
                )
        return found

    def left(
        self, connection: Reading, dossiers: Sequence[Dossier], today: date
    ) -> dict[str, TimeLeft]:
        """Return the time left for each of *dossiers* that is waiting and has a limit, by uid."""
        holidays = self._parameters.read_holidays(connection)
        waiting = [one for one in dossiers if one.state not in SETTLED]
        uids = [one.uid for one in waiting if not one.due and one.state != _AWAY]
        came_back = _came_back(store.owned(connection, StateEntry, "dossier_uid", uids))
        known: dict[str, Mapping[str, Limit]] = {}
        found = {}
        for one in waiting:
            if one.due:
                found[one.uid] = left_until(one.due, today)
            elif one.state != _AWAY and one.received:
                day = one.received
                if day not in known:
                    known[day] = {limit.id: limit for limit in self.limits(connection, day)}
                start = max(last_day(one.received), came_back.get(one.uid, ""))
                if left := _left(one, start, known[day], today, holidays):
                    found[one.uid] = left
        return found


def _left(
    dossier: Dossier, start: str, limits: Mapping[str, Limit], today: date, holidays: Holidays
) -> TimeLeft | None:
    limit = limits.get(dossier.procedure)
    days = dossier.days or (limit.days if limit else 0)
    if not days:
        return None
    is_working = limit.is_working if limit else True
    due = due_after(start, days, holidays, is_working=is_working)
    left = left_until(due, today, holidays, is_working=is_working)
    if limit is None or dossier.days:
        return left
    return replace(left, article=limit.article, is_verified=limit.is_verified)


def _came_back(entries: Iterable[StateEntry]) -> dict[str, str]:
    """Return the day on which each dossier came in again after it was returned, by uid."""
    last: dict[str, str] = {}
    found: dict[str, str] = {}
    for entry in sorted(entries, key=lambda one: one.ordinal):
        uid = entry.dossier_uid or ""
        if entry.state != _AWAY and last.get(uid) == _AWAY and entry.date:
            found[uid] = last_day(entry.date)
        last[uid] = entry.state
    return found
