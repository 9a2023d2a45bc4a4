"""Merges, splits, renames and closes units as one step, told before it is done.

Records that stand keep the unit they were written for; what may move along is people, nominations
not settled yet, and the units below.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain import reorganising
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.lineage import name_parts
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.people import Household, Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.reorganising import SUCCESSION, Change, Foreseen, Moves
from thidua_desktop.domain.text import clean
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.records import Reading
from thidua_desktop.services.tidying import tidied
from thidua_desktop.services.units import Units
from thidua_desktop.storage import following
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep


class Reorganising:
    """Changes of units on a day, with the text they rest on."""

    def __init__(self, database: Database, units: Units) -> None:
        self._database = database
        self._units = units

    def foresee(self, changes: Sequence[Change], moves: Moves) -> Foreseen:
        """Return what would come of *changes*; nothing is written."""
        changes = [_tidy(change) for change in changes]
        found = [problem for change in changes for problem in reorganising.problems(change)]
        if any(problem.field == "date" for problem in found):
            return Foreseen(problems=found)
        with self._database.read() as connection:
            return _foreseen(connection, changes, moves, found)

    def carry_out(self, changes: Sequence[Change], moves: Moves, label: str = "") -> Changed:
        """Store *changes* as one step; RuleError names what stands in the way of them."""
        changes = [_tidy(change) for change in changes]
        if found := [problem for each in changes for problem in reorganising.problems(each)]:
            raise RuleError(found)
        words = label or "; ".join(map(reorganising.label, changes))
        with self._database.write(words) as step:
            self._begin(step, changes)
            for change in changes:
                _end(step, change)
            for change in changes:
                if target := change.target:
                    _move(step, change, target, moves)
        return step.changed

    def _begin(self, step: WriteStep, changes: Sequence[Change]) -> None:
        """Store the units that begin; what is wrong with one is told of the heirs."""
        try:
            self._units.put(step, list(_begun(changes)))
        except RuleError as error:
            raise RuleError([Problem("heirs", each.text) for each in error.problems]) from error


def _tidy(change: Change) -> Change:
    heirs = tuple(replace(heir, unit=tidied(heir.unit)) for heir in change.heirs)
    return replace(change, basis=clean(change.basis), heirs=heirs)


def _foreseen(
    connection: Reading, changes: Sequence[Change], moves: Moves, found: Sequence[Problem]
) -> Foreseen:
    ending = [change for change in changes if not change.stays]
    leading = [(_uids(change), change.target is not None) for change in changes]
    going = [uid for uids, leads in leading if leads for uid in uids]
    staying = [uid for change in ending if change.target is None for uid in _uids(change)]
    ended = [uid for change in ending for uid in _uids(change)]
    first = min((change.date for change in changes), default="")
    return Foreseen(
        ends=[(unit, change.last_day) for change in ending for unit in change.ends],
        begins=list(_begun(changes)),
        takings=[
            (unit.name, heir.unit.name)
            for change in changes
            for unit in change.ends
            for heir in change.heirs
        ],
        people=following.people(connection, going) if moves.people else 0,
        nominations=following.nominations(connection, going) if moves.nominations else 0,
        units=_below(connection, going, ended) if moves.units else 0,
        people_left=following.people(connection, staying if moves.people else ended),
        units_left=_below(connection, staying if moves.units else ended, ended),
        collectives=following.collectives(connection, ended),
        later=following.later_awards(connection, ended, first) if first else 0,
        problems=found,
    )


def _uids(change: Change) -> list[str]:
    return [unit.uid for unit in change.ends]


def _begun(changes: Iterable[Change]) -> Iterator[Unit]:
    yield from {
        heir.unit.uid: replace(heir.unit, valid_from=change.date)
        for change in changes
        for heir in change.heirs
        if heir.is_new
    }.values()


def _below(connection: Reading, above: Sequence[str], ending: Sequence[str]) -> int:
    """Return how many units stand below *above* and do not end themselves."""
    found = store.owned(connection, Unit, "parent_uid", above)
    return sum(unit.uid not in ending and not unit.valid_to for unit in found)


def _end(step: WriteStep, change: Change) -> None:
    """Let the units of *change* end, and write down who takes over from each."""
    if not change.stays:
        step.put([_ended(unit, change) for unit in _stored(step, change)])
    step.put(
        UnitSuccession(
            from_uid=unit.uid,
            to_uid=heir.unit.uid,
            date=change.date,
            kind=SUCCESSION[change.kind],
            note=change.basis,
        )
        for unit in change.ends
        for heir in change.heirs
    )


def _stored(step: WriteStep, change: Change) -> list[Unit]:
    return store.get(step.connection, Unit, _uids(change))


def _ended(unit: Unit, change: Change) -> Unit:
    """Return *unit* as it ends; what it rests on stands in its note where nobody takes over."""
    note = f"Kết thúc hoạt động: {change.basis}" if change.basis and not change.heirs else ""
    lines = "\n".join(filter(None, (unit.note, note)))
    return replace(unit, valid_to=change.last_day, note=lines)


def _move(step: WriteStep, change: Change, target: Unit, moves: Moves) -> None:
    """Lead to *target* what moves along."""
    uids = _uids(change)
    if moves.people:
        people = store.owned(step.connection, Person, "unit_uid", uids)
        households = store.owned(step.connection, Household, "unit_uid", uids)
        step.put([replace(one, unit_uid=target.uid) for one in people])
        step.put([replace(one, unit_uid=target.uid) for one in households])
    if moves.units:
        below = store.owned(step.connection, Unit, "parent_uid", uids)
        staying = [unit for unit in below if not unit.valid_to and unit.uid != target.uid]
        step.put([replace(unit, parent_uid=target.uid) for unit in staying])
    if moves.nominations:
        found = store.owned(step.connection, Nomination, "recipient_workplace_uid", uids)
        waiting = [one for one in found if one.state not in following.SETTLED]
        names = {unit.uid: unit.name for unit in change.ends}
        step.put([replace(one, recipient=_led(one.recipient, target, names)) for one in waiting])


def _led(recipient: Recipient, target: Unit, names: dict[str, str]) -> Recipient:
    """Return *recipient* working in *target*; words of the officer's own stay as they are."""
    was = names.get(recipient.workplace_uid or "", "")
    is_its_name = name_parts(recipient.unit_name).means(name_parts(was))
    words = target.name if is_its_name else recipient.unit_name
    return replace(recipient, workplace_uid=target.uid, unit_name=words)
