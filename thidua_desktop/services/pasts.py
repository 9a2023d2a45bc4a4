"""All awards of one person, unit or household over the years, and who can be asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.brought import Brought
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import (
    Discipline,
    Initiative,
    InitiativeAuthor,
    OpenCase,
    Rating,
)
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit, UnitRow
from thidua_desktop.services.records import Reading
from thidua_desktop.services.units import kin_in
from thidua_desktop.storage import history, names
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.awards import AWARDS
from thidua_desktop.storage.lists.people import PEOPLE
from thidua_desktop.storage.lists.units import UNITS

_PEOPLE, _UNITS, _NAMES = 20, 10, 10
_LOOKED_AT = 200  # Awards whose names are proposed when no list has them.


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """One whose awards can be asked for: *uid* is "" for a name that only the register has."""

    name: str
    about: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The awards of *whom*, the newest first, with names as they were.

    *namesakes*: awards under the same name that lead to nobody of the lists: theirs, or another's.
    *same_name*: how many people and units of the lists are called so, when asked by name alone.
    *kin*: units that a unit took over from, or that took over, whose awards are among the rows.
    """

    whom: Whom
    rows: Sequence[AwardRow] = ()
    namesakes: Sequence[AwardRow] = field(default_factory=tuple)
    same_name: int = 0
    brought: Sequence[str] = ()
    kin: Sequence[Unit] = field(default_factory=tuple)


class Pasts:
    """What the register tells of one name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, name: str, uid: str = "") -> Past:
        """Return the awards of the person, unit or household *uid*, or else of everyone of *name*.

        A name that one person or unit of the lists has alone stands for them.
        """
        with self._database.read() as connection:
            named = [] if uid else _called(connection, name)
            uid = uid or _alone(connection, named)
            if not uid:
                uids = history.awards_of(connection, name)
                rows = AWARDS.rows(connection, uids)
                whom = Whom(name=rows[0].name if rows else name)
                return Past(whom=whom, rows=rows, same_name=len(named))
            if found := store.get(connection, Unit, [uid]):
                return _of_unit(connection, found[0])
            whom = _known(connection, uid) or Whom(name=name, uid=uid)
            rows = AWARDS.rows(connection, history.awards_of(connection, uid))
            others = history.unlinked_awards_of(connection, whom.name)
            return Past(
                whom=whom,
                rows=rows,
                namesakes=AWARDS.rows(connection, others),
                brought=_brought(connection, uid).words(),
            )

    def whom(self, text: str) -> list[Whom]:
        """Return people, units and other names of the register that have the words of *text*."""
        query = Query(text=text)
        with self._database.read() as connection:
            people = PEOPLE.find(connection, query)[:_PEOPLE]
            units = UNITS.find(connection, query)[:_UNITS]
            found = [*_people(connection, people), *_units(connection, units)]
            known = {fold(one.name) for one in found}
            awards = AWARDS.find(connection, query)[:_LOOKED_AT] if text else []
            written = {fold(row.name): row.name for row in AWARDS.rows(connection, awards)}
        others = [name for folded, name in written.items() if folded not in known]
        return [*found, *(Whom(name=name, about="chỉ có trong sổ") for name in others[:_NAMES])]


def _alone(connection: Reading, named: Sequence[Whom]) -> str:
    """Return whom a name stands for: the only one who has it, or the last of one line of units."""
    if len(named) == 1:
        return named[0].uid
    units = store.get(connection, Unit, [one.uid for one in named])
    if not units or len(units) < len(named):
        return ""
    last = max(units, key=lambda unit: (not unit.valid_to, unit.valid_from))
    line = {last.uid, *(each.uid for each in kin_in(connection, last).others)}
    return last.uid if line >= {unit.uid for unit in units} else ""


def _of_unit(connection: Reading, unit: Unit) -> Past:
    """Return the awards of *unit*, and of those it took over from or that took over."""
    kin = kin_in(connection, unit)
    line = [unit, *kin.others]
    uids = history.awards_of_units(connection, [each.uid for each in line])
    names = dict.fromkeys(fold(each.name) for each in line)
    others = [uid for name in names for uid in history.unlinked_awards_of(connection, name)]
    return Past(
        whom=_known(connection, unit.uid) or Whom(name=unit.name, uid=unit.uid),
        rows=AWARDS.rows(connection, uids),
        namesakes=AWARDS.rows(connection, others),
        kin=kin.others,
        brought=_brought(connection, unit.uid).words(),
    )


def _called(connection: Reading, name: str) -> list[Whom]:
    """Return the people and units that are called *name*, marks and case aside."""
    people, units = names.people(connection, name), names.units(connection, name)
    return [*_people(connection, people), *_units(connection, units)]


def _brought(connection: Reading, uid: str) -> Brought:
    """Return what the person or the unit *uid* brings; as an author among others too."""
    owned = store.owned
    authored = owned(connection, InitiativeAuthor, "person_uid", [uid])
    others = store.get(connection, Initiative, [one.initiative_uid for one in authored])
    return Brought(
        ratings=[
            *owned(connection, Rating, "person_uid", [uid]),
            *owned(connection, Rating, "unit_uid", [uid]),
        ],
        initiatives=[*owned(connection, Initiative, "person_uid", [uid]), *others],
        disciplines=[
            *owned(connection, Discipline, "person_uid", [uid]),
            *owned(connection, Discipline, "unit_uid", [uid]),
        ],
        cases=[
            *owned(connection, OpenCase, "person_uid", [uid]),
            *owned(connection, OpenCase, "unit_uid", [uid]),
        ],
    )


def _known(connection: Reading, uid: str) -> Whom | None:
    found = [*_people(connection, [uid]), *_units(connection, [uid])]
    return found[0] if found else None


def _people(connection: Reading, uids: Sequence[str]) -> list[Whom]:
    return [
        Whom(name=row.full_name, about=_about(row.position, row.unit, row.birth), uid=row.uid)
        for row in PEOPLE.rows(connection, uids)
    ]


def _units(connection: Reading, uids: Sequence[str]) -> list[Whom]:
    return [
        Whom(name=row.name, about=_about_unit(row), uid=row.uid)
        for row in UNITS.rows(connection, uids)
    ]


def _about_unit(row: UnitRow) -> str:
    until = f"đến {show_date(row.valid_to)}" if row.valid_to else ""
    since = f"từ {show_date(row.valid_from)}" if row.valid_from and not until else ""
    return ", ".join(filter(None, (row.parent, since, until)))


def _about(position: str, unit: str, birth: str) -> str:
    born = f"sinh {show_date(birth)}" if birth else ""
    return ", ".join(filter(None, (position, unit, born)))
