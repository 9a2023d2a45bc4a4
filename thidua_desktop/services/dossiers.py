"""Dossiers: what a unit hands in, which papers it needs, and which of them are there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.lineage import meant
from thidua_desktop.domain.nominations import (
    STATES,
    Dossier,
    DossierPaper,
    DossierRow,
    Nomination,
    dossier_problems,
)
from thidua_desktop.domain.text import clean, clean_prose, fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services import states
from thidua_desktop.services.closed_units import ClosedUnits
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Reading
from thidua_desktop.services.tidying import tidied, with_dates
from thidua_desktop.services.time_limits import APPRAISAL, Limit, TimeLimits
from thidua_desktop.services.titles import year_or_none
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists import dossiers as listed

_STAY = ("returned", "approved", "rejected", "awarded")
"""States of nominations that do not go along with their dossier."""


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """A paper of a dossier: *when* it is asked for, "" always; the *article* that asks for it."""

    paper: DossierPaper
    when: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dossiers of a year, with all that lies in them, and the nominations of the year.

    *of_year*: how many of that year are in which state, by dossier; "" are in none. *is_new*:
    there is neither dossier nor nomination in the file, of whatever year. *left*: the time that
    each waiting dossier with a limit still has, by uid.
    """

    dossiers: Sequence[DossierRow]
    of_year: Mapping[str, Mapping[str, int]]
    is_new: bool = False
    left: Mapping[str, TimeLeft] = field(default_factory=dict)

    def states(self, uids: Iterable[str] | None = None) -> dict[str, int]:
        """Return how many of the year are in which state, in these dossiers or in all."""
        found: Counter[str] = Counter()
        for uid in self.of_year if uids is None else uids:
            found.update(self.of_year.get(uid, {}))
        return dict(found)


class Dossiers:
    """The dossiers of the file, and their papers."""

    def __init__(
        self, database: Database, office: OfficeService, book: LawBook, limits: TimeLimits
    ) -> None:
        self._database = database
        self._office = office
        self._book = book
        self._limits = limits

    def shelf(self, year: int | None) -> Shelf:
        """Return the dossiers of *year*, or all, by unit."""
        with self._database.read() as connection:
            found = listed.rows(connection, year)
            of_year = listed.counted(connection, year)
            is_new = not (found or of_year or listed.is_any(connection))
            dossiers = store.get(connection, Dossier, [row.uid for row in found])
            left = self._limits.left(connection, dossiers, self._office.now.date())
        return Shelf(found, of_year, is_new, left)

    def get(self, uid: str) -> Dossier:
        """Return one dossier; KeyError when it is gone."""
        with self._database.read() as connection:
            return store.one(connection, Dossier, uid)

    def new(self, **known: Any) -> Dossier:
        """Return a draft of this year that runs under the office's own limit."""
        return Dossier(**{"year": self._office.year(), "procedure": APPRAISAL, **known})

    def limits(self, received: str = "") -> list[Limit]:
        """Return the limits that a dossier received on that date may run under, the usual first."""
        with self._database.read() as connection:
            return self._limits.limits(connection, received or self._today())

    def left(self, uid: str) -> TimeLeft | None:
        """Return the time left for a dossier; None when it has no limit or waits for nothing."""
        with self._database.read() as connection:
            dossiers = store.get(connection, Dossier, [uid])
            return self._limits.left(connection, dossiers, self._office.now.date()).get(uid)

    def save(self, draft: Dossier) -> Changed:
        """Store a dossier, tied to the one unit of its name; RuleError says what is wrong."""
        dossier, found = with_dates(tidied(draft), "received", "due")
        if found := found + dossier_problems(dossier):
            raise RuleError(found)
        with self._database.write(f"Cất hồ sơ của {dossier.unit_name}") as step:
            before = store.get(step.connection, Dossier, [dossier.uid])
            kept = _tied(dossier, step.connection)
            if found := _from_closed(kept, before, step.connection):
                raise RuleError(found)
            step.put(kept)
            states.enter(step, [kept], {one.uid: one for one in before}, self._today())
        return step.changed

    def set_state(
        self,
        uid: str,
        state: str,
        reason: str = "",
        *,
        date: str = "",
        with_nominations: bool = False,
    ) -> Changed:
        """Put a dossier into *state* on *date*, today when it is ""; its history tells of it.

        *with_nominations*: those in it go along, but for the returned and the settled ones.
        RuleError when it is returned without a reason.
        """
        reason = clean_prose(reason)
        if state == "returned" and not reason:
            raise RuleError([Problem("reason", "Trả lại thì cần ghi lý do.")])
        with self._database.write(f"Đổi tình trạng hồ sơ: {STATES[state]}") as step:
            before: list[Dossier | Nomination] = [store.one(step.connection, Dossier, uid)]
            if with_nominations:
                inside = store.owned(step.connection, Nomination, "dossier_uid", [uid])
                before += [one for one in inside if one.state not in _STAY]
            after = [replace(one, state=state, reason=reason or one.reason) for one in before]
            step.put(after)
            states.enter(step, after, {one.uid: one for one in before}, date or self._today())
        return step.changed

    def delete(self, uid: str, *, keep_nominations: bool) -> Changed:
        """Delete a dossier and its papers as one step; its nominations go too, or lie in none."""
        with self._database.write("Xóa hồ sơ đề nghị") as step:
            papers = store.owned(step.connection, DossierPaper, "dossier_uid", [uid])
            nominations = store.owned(step.connection, Nomination, "dossier_uid", [uid])
            if keep_nominations:
                step.put([replace(one, dossier_uid=None) for one in nominations])
            else:
                step.remove(Nomination, [one.uid for one in nominations])
            step.remove(DossierPaper, [paper.uid for paper in papers])
            step.remove(Dossier, [uid])
        return step.changed

    def papers(self, uid: str) -> list[NeededPaper]:
        """Return the papers that the law asks of what is in the dossier, then the office's own.

        Those not kept yet are not there. For titles of which the pack says nothing there are none.
        """
        with self._database.read() as connection:
            dossier = store.one(connection, Dossier, uid)
            kept = store.owned(connection, DossierPaper, "dossier_uid", [uid])
            nominations = store.owned(connection, Nomination, "dossier_uid", [uid])
        asked = {each.paper.paper: each for each in self._asked(dossier, nominations)}
        known = {paper.paper for paper in kept if paper.paper}
        found = [replace(asked[p.paper], paper=p) for p in kept if p.paper in asked]
        found += [each for paper, each in asked.items() if paper not in known]
        order = list(asked)
        found.sort(key=lambda each: order.index(each.paper.paper))
        return found + [NeededPaper(p) for p in kept if p.paper not in asked]

    def save_papers(self, uid: str, papers: Iterable[DossierPaper]) -> Changed:
        """Keep *papers* as those of the dossier, in this order; others of it go."""
        wanted = [
            replace(paper, dossier_uid=uid, name=clean(paper.name), ordinal=number)
            for number, paper in enumerate(papers, start=1)
            if clean(paper.name)
        ]
        with self._database.write("Cất giấy tờ của hồ sơ") as step:
            kept = store.owned(step.connection, DossierPaper, "dossier_uid", [uid])
            stay = {paper.uid for paper in wanted}
            step.remove(DossierPaper, [paper.uid for paper in kept if paper.uid not in stay])
            step.put(wanted)
        return step.changed

    def _today(self) -> str:
        return self._office.now.date().isoformat()

    def _asked(self, dossier: Dossier, nominations: Sequence[Nomination]) -> Iterator[NeededPaper]:
        pack = self._book.pack_for(dossier.received or year_or_none(dossier.year))
        seen: set[str] = set()
        for law in pack.dossiers if pack else ():
            if any(law.concerns(n.title, n.loai_hinh, n.recipient.kind) for n in nominations):
                for paper in law.papers:
                    if paper.id not in seen:
                        seen.add(paper.id)
                        draft = DossierPaper(
                            dossier_uid=dossier.uid, paper=paper.id, name=paper.name
                        )
                        unread = "" if law.verified else " (chưa đối chiếu)"
                        yield NeededPaper(draft, paper.when, law.article + unread)


def _tied(dossier: Dossier, connection: Reading) -> Dossier:
    """Return *dossier* linked to the one unit that has its name, that of its day if several do."""
    name = fold(dossier.unit_name)
    alike = [unit for unit in store.everything(connection, Unit) if fold(unit.name) == name]
    unit = meant(alike, _day(dossier))
    return replace(dossier, unit_uid=unit.uid if unit else None)


def _from_closed(dossier: Dossier, before: Sequence[Dossier], connection: Reading) -> list[Problem]:
    """Return what is wrong when the dossier newly comes from a unit that had ended by its day."""
    is_same_day = bool(before) and _day(before[0]) == _day(dossier)
    was = {"unit_name": before[0].unit_uid} if is_same_day else {}
    closed = ClosedUnits(connection, {})
    return list(closed.problems({"unit_name": dossier.unit_uid}, _day(dossier), was))


def _day(dossier: Dossier) -> str:
    return dossier.received or year_or_none(dossier.year)
