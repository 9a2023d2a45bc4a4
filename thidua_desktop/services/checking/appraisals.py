"""What an appraisal of a dossier says, and which nominations were sent back. Draws nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import Dossier, Nomination, NominationRow, StateEntry
from thidua_desktop.services import states
from thidua_desktop.services.checking.service import Checks
from thidua_desktop.services.checking.values import Checked, LawUsed, Tally
from thidua_desktop.services.dossiers import Dossiers, NeededPaper
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.nominations import NOMINATIONS

_OUT = ("returned", "rejected")


@dataclass(frozen=True, slots=True)
class Appraised:
    """One nomination of a dossier and its check."""

    row: NominationRow
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """A dossier looked through. *due*: its last day, "" without one; *laws*: those checked by."""

    dossier: Dossier
    due: str
    rows: Sequence[Appraised]
    papers: Sequence[NeededPaper]
    tally: Tally
    laws: Sequence[LawUsed]

    @property
    def waiting(self) -> list[Appraised]:
        """Return the nominations that were neither sent back nor turned down."""
        return [one for one in self.rows if one.row.state not in _OUT]

    @property
    def verdicts(self) -> Mapping[str, int]:
        """Return how many of those waiting have which verdict."""
        return Counter(one.checked.verdict for one in self.waiting)

    @property
    def are_papers_seen(self) -> bool:
        """Say whether somebody went through the papers."""
        return any(each.paper.is_there for each in self.papers)

    @property
    def missing(self) -> list[NeededPaper]:
        """Return the papers that are always asked for and are not there."""
        return [each for each in self.papers if not each.when and not each.paper.is_there]


@dataclass(frozen=True, slots=True)
class SentBack:
    """One nomination that was returned: on which *date*, and the *reason*."""

    row: NominationRow
    date: str
    reason: str


class Appraisals:
    """Looks dossiers through."""

    def __init__(self, database: Database, checks: Checks, dossiers: Dossiers) -> None:
        self._database = database
        self._checks = checks
        self._dossiers = dossiers

    def of(self, uid: str) -> Appraisal:
        """Return the appraisal of the dossier *uid*; KeyError when it is gone."""
        dossier = self._dossiers.get(uid)
        left = self._dossiers.left(uid)
        checked = self._checks.check(dossier=uid)
        with self._database.read() as connection:
            rows = NOMINATIONS.rows(connection, list(checked))
        used = [one.law for one in checked.values() if one.law]
        return Appraisal(
            dossier=dossier,
            due=left.due if left else dossier.due,
            rows=[Appraised(row, checked[row.uid]) for row in rows],
            papers=self._dossiers.papers(uid),
            tally=self._checks.tally(list(checked)),
            laws=list(dict.fromkeys(used)),
        )

    def sent_back(self, dossier: str | None = None, year: int | None = None) -> list[SentBack]:
        """Return the nominations that are returned now, of a dossier, of a year, or all.

        One without a day of its own was returned with its dossier.
        """
        conditions = [Filter("state", "returned", "is")]
        if dossier:
            conditions.append(Filter("dossier_uid", dossier, "is"))
        query = Query(filters=tuple(conditions), year=year)
        with self._database.read() as connection:
            uids = NOMINATIONS.find(connection, query)
            entered = states.read(connection, "nomination_uid", uids)
            rows = NOMINATIONS.rows(connection, uids)
            kept = {one.uid: one for one in store.get(connection, Nomination, uids)}
            dossiers = sorted({one.dossier_uid for one in kept.values() if one.dossier_uid})
            with_dossier = states.read(connection, "dossier_uid", dossiers)
        found = []
        for row in rows:
            one = kept[row.uid]
            own, whole = entered.get(row.uid, []), with_dossier.get(one.dossier_uid or "", [])
            found.append(SentBack(row, _day(own) or _day(whole), one.reason))
        return found


def _day(entries: Sequence[StateEntry]) -> str:
    """Return the last day on which something was returned, "" where none was entered."""
    days = [entry.date for entry in entries if entry.state == "returned"]
    return days[-1] if days else ""
