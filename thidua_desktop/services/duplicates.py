"""People and units that stand twice: found, compared, told apart, or made one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain import duplicates
from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.duplicates import Pair
from thidua_desktop.domain.errors import Problem, Refused, RuleError
from thidua_desktop.domain.intake import NotDuplicate
from thidua_desktop.domain.people import SEXES
from thidua_desktop.domain.units import KINDS, Unit, UnitSuccession
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.services import joining, likeness
from thidua_desktop.services.joining import FIELDS, RECORDS, Join
from thidua_desktop.services.people import People
from thidua_desktop.services.records import Reading
from thidua_desktop.services.units import Units
from thidua_desktop.storage import alike, history, links
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.awards import AWARDS

__all__ = ["Duplicates", "Join", "Side", "Told"]

_QUIET = Quiet()
_PORTION = 200
_CHOSEN = "do cán bộ chọn"
_APART = "đã ghi là không phải trùng"
_NOUNS = {"person": "người", "unit": "đơn vị"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records that are compared: its fields in words, its awards, what leads to it.

    *shown*: the words of each field by its name; *counts*: rows by table.
    """

    record: Any
    shown: Mapping[str, str]
    awards: Sequence[AwardRow]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A merge in words: who stays, who goes into it, and which of their values are dropped."""

    kept: str
    merged: str
    dropped: str


class Duplicates:
    """Finds duplicates and makes them one; nothing is merged by itself."""

    def __init__(self, database: Database, people: People, units: Units) -> None:
        self._database = database
        self._people = people
        self._units = units

    def find(self, table: str, ticket: Ticket = _QUIET) -> list[Pair]:
        """Return the pairs of *table* that may be one, the strongest first.

        Pairs told apart are left out. Raises Cancelled.
        """
        with self._database.read() as connection:
            apart = {_key(mark) for mark in _marks(connection, table)}
            if table == "unit":
                bodies = alike.units(connection)
                followed = _followed(connection)
            else:
                everyone = alike.people(connection)
        if table == "unit":
            return likeness.units(bodies, apart | followed, ticket)
        return likeness.people(everyone, apart, ticket)

    def pair(self, table: str, first: str, second: str) -> Pair:
        """Return two records, by their uids, as a pair that the officer takes for one.

        KeyError when one of them is gone.
        """
        name = next(iter(FIELDS[table]))
        with self._database.read() as connection:
            called = [
                str(getattr(store.one(connection, RECORDS[table], uid), name))
                for uid in (first, second)
            ]
        return Pair(table, first, second, 0, (_CHOSEN,), (called[0], called[1]))

    def sides(self, table: str, uids: Sequence[str]) -> list[Side]:
        """Return the records *uids* to be compared; what is gone is left out."""
        with self._database.read() as connection:
            counts = links.counts(connection, table, uids)
            found = store.get(connection, RECORDS[table], uids)
            return [_side(connection, table, one, counts[one.uid]) for one in found]

    def merge(self, join: Join) -> Changed:
        """Store the master, lead all that leads to the others to it, delete them: one step.

        RuleError when the master cannot be stored, Refused when one of the records is gone.
        """
        return self.merge_many([join])

    def plan(self, table: str, pairs: Sequence[Pair]) -> list[Join]:
        """Return how the records of *pairs* would be made one, each group that hangs together."""
        groups = duplicates.groups(pairs)
        uids = [uid for group in groups for uid in group]
        with self._database.read() as connection:
            counts = links.counts(connection, table, uids)
            found = {one.uid: one for one in store.get(connection, RECORDS[table], uids)}
        joins = []
        for group in groups:
            known = [found[uid] for uid in group if uid in found]
            if len(known) > 1:
                master, *others = joining.best_first(known, counts)
                full = joining.filled(table, master, others)
                joins.append(Join(table, full, tuple(others)))
        return joins

    def told(self, joins: Sequence[Join]) -> list[Told]:
        """Return what each of *joins* would do, in words, in their order."""
        with self._database.read() as connection:
            units = {unit.uid: unit.name for unit in store.everything(connection, Unit)}
        return [_told(join, units) for join in joins]

    def merge_many(self, joins: Sequence[Join], ticket: Ticket = _QUIET) -> Changed:
        """Carry out *joins* as one step. Raises Cancelled, RuleError, Refused; nothing is left."""
        total = len(joins)
        with self._database.write(_label(joins)) as step:
            for start in range(0, total, _PORTION):
                ticket.step(start, total, "Đang gộp")
                some = joins[start : start + _PORTION]
                _refuse_gone(step.connection, some)
                joining.lead_over(step, some)
                for join in some:
                    self._put(step, join)
            ticket.step(total, total, "Đang cất")
        return step.changed

    def _put(self, step: WriteStep, join: Join) -> None:
        """Store the master of *join*; RuleError says whose record cannot be stored."""
        try:
            if join.table == "unit":
                self._units.put(step, [joining.free_of_circles(step, join.master, join.others)])
            else:
                self._people.put(step, [join.master])
        except RuleError as error:
            name = _name(join)
            told = [Problem(each.field, f"{name}: {each.text}") for each in error.problems]
            raise RuleError(told) from error

    def tell_apart(self, pairs: Sequence[Pair]) -> Changed:
        """Remember that the two of each pair are not the same, as one step."""
        count = len(pairs)
        noun = _NOUNS[pairs[0].table] if pairs else ""
        many = f"{count} cặp {noun}" if count > 1 else f"hai {noun}"
        with self._database.write(f"Ghi {many} không phải trùng") as step:
            step.put(
                NotDuplicate(table=pair.table, first_uid=pair.first, second_uid=pair.second)
                for pair in pairs
            )
        return step.changed

    def apart(self, table: str) -> list[Pair]:
        """Return the pairs that were told apart and are both still there."""
        with self._database.read() as connection:
            marks = _marks(connection, table)
            uids = {uid for mark in marks for uid in (mark.first_uid, mark.second_uid)}
            found = store.get(connection, RECORDS[table], sorted(uids))
        name = next(iter(FIELDS[table]))
        called = {one.uid: getattr(one, name) for one in found}
        pairs = [(mark.first_uid, mark.second_uid) for mark in marks]
        return [
            Pair(table, *pair, 0, (_APART,), (called[pair[0]], called[pair[1]]))
            for pair in pairs
            if called.keys() >= set(pair)
        ]

    def take_back(self, pairs: Sequence[Pair]) -> Changed:
        """Forget that the two of each pair were told apart, as one step."""
        keys = {pair.key for pair in pairs}
        with self._database.write("Bỏ ghi “không phải trùng”") as step:
            marks = store.everything(step.connection, NotDuplicate)
            step.remove(NotDuplicate, [mark.uid for mark in marks if _key(mark) in keys])
        return step.changed


def _label(joins: Sequence[Join]) -> str:
    if not joins:
        return "Gộp bản ghi trùng"
    noun = _NOUNS[joins[0].table]
    if len(joins) == 1:
        return f"Gộp {noun} trùng: {_name(joins[0])}"
    gone = sum(len(join.others) for join in joins)
    return f"Gộp {gone} {noun} trùng vào {len(joins)} {noun}"


def _name(join: Join) -> str:
    return str(getattr(join.master, next(iter(FIELDS[join.table]))))


def _refuse_gone(connection: Reading, joins: Sequence[Join]) -> None:
    for join in joins:
        uids = [join.master.uid, *(other.uid for other in join.others)]
        if len(store.get(connection, RECORDS[join.table], uids)) < len(uids):
            raise Refused(
                f"Một trong các {_NOUNS[join.table]} định gộp không còn trong tệp.",
                "Chưa có gì bị thay đổi.",
                "Hãy tìm lại rồi gộp.",
            )


def _marks(connection: Reading, table: str) -> list[NotDuplicate]:
    return store.owned(connection, NotDuplicate, "table", [table])


def _key(mark: NotDuplicate) -> str:
    return Pair(mark.table, mark.first_uid, mark.second_uid, 0, ()).key


def _followed(connection: Reading) -> set[str]:
    """Return the keys of units of which one took over from the other: they are two."""
    found = store.everything(connection, UnitSuccession)
    return {Pair("unit", one.from_uid, one.to_uid, 0, ()).key for one in found}


def _side(connection: Reading, table: str, record: Any, counts: Mapping[str, int]) -> Side:
    awards = AWARDS.rows(connection, history.awards_of(connection, record.uid))
    return Side(record, _shown(connection, table, record), awards, counts)


def _shown(connection: Reading, table: str, record: Any) -> dict[str, str]:
    """Return the fields of *record* as one reads them."""
    links = [getattr(record, name) for name in _LINKS if name in FIELDS[table]]
    units = {unit.uid: unit.name for unit in store.get(connection, Unit, list(filter(None, links)))}
    return {name: _words(name, getattr(record, name), units) for name in FIELDS[table]}


_DATES = frozenset({"birth", "valid_from", "valid_to"})
_LINKS = ("unit_uid", "parent_uid")


def _words(name: str, value: Any, units: Mapping[str, str]) -> str:
    if not value:
        return ""
    if name in _LINKS:
        return units.get(value, "")
    if name in _DATES:
        return show_date(value)
    return {"sex": SEXES, "kind": KINDS}.get(name, {}).get(value, str(value))


def _told(join: Join, units: Mapping[str, str]) -> Told:
    dropped = []
    for name, label in FIELDS[join.table].items():
        kept = getattr(join.master, name)
        for other in join.others:
            value = getattr(other, name)
            if value and value != kept and str(value) not in str(kept):
                dropped.append(f"{label.lower()} “{_words(name, value, units)}”")
    return Told(
        _named(join.table, join.master, units),
        "; ".join(_named(join.table, other, units) for other in join.others),
        ", ".join(dict.fromkeys(dropped)),
    )


def _named(table: str, record: Any, units: Mapping[str, str]) -> str:
    """Return what tells a record from the others: name, birth, the unit or the unit above."""
    shown = {name: _words(name, getattr(record, name), units) for name in FIELDS[table]}
    if table == "unit":
        return ", ".join(filter(None, (shown["name"], shown["parent_uid"])))
    born = f"sinh {shown['birth']}" if shown["birth"] else ""
    return ", ".join(filter(None, (shown["full_name"], born, shown["unit_uid"])))
