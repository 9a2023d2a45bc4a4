"""What was done and taking it back: steps, undo, redo, the life of a record, a person's awards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.changes import Changed, FieldChange, Step
from thidua_desktop.domain.errors import Cancelled, ChangedSince
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import history, piles, recycling, undo
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.history import Deleted
from thidua_desktop.storage.lists.awards import AWARDS

__all__ = ["Deleted", "History", "Point", "WentBack"]

_STEPS = 200
_QUIET = Quiet()
_TURNS = frozenset({"undo", "redo"})


@dataclass(frozen=True, slots=True)
class Point:
    """A step, and how many later ones are undone to go back to it; None when undo cannot."""

    step: Step
    later: int | None

    @property
    def is_undoable(self) -> bool:
        """Say whether the step alone can be taken back."""
        return self.later is not None and self.step.kind in piles.UNDOABLE


@dataclass(frozen=True, slots=True)
class WentBack:
    """How far going back came: all that changed, how many steps were undone.

    *blocked*: what stood in the way of the next one, None when the point was reached or the work
    was stopped.
    """

    changed: Changed
    done: int
    blocked: ChangedSince | None = None


class History:
    """The journal as an officer sees it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def steps(self, limit: int = _STEPS) -> list[Step]:
        """Return the last *limit* steps, the newest first."""
        with self._database.read() as connection:
            return history.steps(connection, limit)

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back, None when there is none."""
        with self._database.read() as connection:
            return history.next_undo(connection)

    def next_redo(self) -> Step | None:
        """Return the undo that redo would take back, None when there is none."""
        with self._database.read() as connection:
            return history.next_redo(connection)

    def undo(self, uid: str | None = None, *, confirmed: bool = False) -> Changed:
        """Take back the last step not undone, or the step *uid*, as a new step.

        ChangedSince names the rows changed since; once *confirmed* they are left as they are.
        Refused when there is nothing to take back.
        """
        return undo.undo(self._database, uid, confirmed=confirmed)

    def redo(self, *, confirmed: bool = False) -> Changed:
        """Do again what was undone last; Refused when there is nothing."""
        return undo.redo(self._database, confirmed=confirmed)

    def points(self, limit: int = _STEPS) -> list[Point]:
        """Return the last *limit* steps but undoing and redoing, the newest first."""
        with self._database.read() as connection:
            return _points(connection, limit)

    def go_back(self, uid: str, ticket: Ticket = _QUIET, *, confirmed: bool = False) -> WentBack:
        """Undo, one by one, every step made after *uid*; KeyError when undo does not come to it.

        Each is a step of its own, so that stopping half way leaves a state that once was, and redo
        leads forth again. ChangedSince ends it before the step it concerns, unless *confirmed*.
        """
        with self._database.read() as connection:
            later = _later(connection, uid)
        done: list[Changed] = []
        blocked = None
        try:
            for number in range(later):
                ticket.step(number, later, "Đang hoàn tác")
                done.append(self.undo(confirmed=confirmed))
        except ChangedSince as error:
            blocked = error
        except Cancelled:
            pass  # What is undone stays undone, and the screens must be told of it.
        return WentBack(_together(done), len(done), blocked)

    def of_record(self, table: str, uid: str) -> list[FieldChange]:
        """Return what happened to one record, field by field, the newest first."""
        with self._database.read() as connection:
            return history.of_record(connection, table, uid)

    def awards_of(self, name_or_uid: str) -> list[AwardRow]:
        """Return all awards of a person or collective, the newest first.

        By its uid, or by its name with marks and case aside.
        """
        with self._database.read() as connection:
            return AWARDS.rows(connection, history.awards_of(connection, name_or_uid))

    def deleted(self, limit: int = _STEPS) -> list[Deleted]:
        """Return the last *limit* records that an officer deleted and did not bring back."""
        with self._database.read() as connection:
            return recycling.listed(connection, limit)

    def bring_back(self, chosen: Sequence[Deleted]) -> Changed:
        """Bring deleted records back as they were, as one step; those that are back stay so."""
        what = chosen[0].title if len(chosen) == 1 else f"{len(chosen)} mục"
        with self._database.write(f"Lấy lại từ Thùng rác: {what}") as step:
            recycling.bring_back(step, chosen)
        return step.changed


def _points(connection: Reading, limit: int) -> list[Point]:
    standing = {uid: later for later, uid in enumerate(piles.standing(connection))}
    shown = [step for step in history.steps(connection, limit) if step.kind not in _TURNS]
    return [Point(step, _passed(step, standing)) for step in shown]


def _later(connection: Reading, uid: str) -> int:
    standing = {one: later for later, one in enumerate(piles.standing(connection))}
    later = _passed(history.step(connection, uid), standing)
    if later is None:
        raise KeyError(uid)
    return later


def _passed(step: Step, standing: Mapping[str, int]) -> int | None:
    """Return how many of *standing* steps come after *step*: its place, or all after a beginning.

    A beginning is no step that undo takes back; nothing that stands is older than it.
    """
    if step.uid in standing or step.kind in piles.UNDOABLE:
        return standing.get(step.uid)
    return None if step.kind == "restore" else len(standing)


def _together(parts: Sequence[Changed]) -> Changed:
    """Return what several steps changed as if the last had done it all."""
    rows: dict[str, frozenset[str]] = {}
    for part in parts:
        for table, uids in part.rows.items():
            rows[table] = rows.get(table, frozenset()) | uids
    return Changed(parts[-1].step, parts[-1].label, rows) if parts else Changed("", "")
