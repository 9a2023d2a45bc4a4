"""The piles of undo and redo, kept in the steps themselves, so that they outlive the program.

Each step says what lies on top after it and what lies below itself. Knows no rows of records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage.schema import step

UNDOABLE = frozenset({"edit", "import"})
"""Kinds that undo takes back, beside redo. Restoring changes no row, and so no pile; any other
kind is a beginning, such as filling a new file, before which there is nothing to go back to."""

UNDO, REDO = "Hoàn tác: ", "Làm lại: "
"""What stands before the label of a step when it is undone and done again."""


@dataclass(frozen=True, slots=True)
class Piles:
    """What is undone next and redone next, and what lies below the step that made it so."""

    undo_top: str | None = None
    redo_top: str | None = None
    below: str | None = None


def piles(connection: Connection) -> Piles:
    """Return the piles after the last step."""
    last = sa.select(step.c.undo_top, step.c.redo_top).order_by(step.c.tick.desc()).limit(1)
    found = connection.execute(last).first()
    return Piles(*found) if found else Piles()


def next_undo(connection: Connection) -> str | None:
    """Return the step that undo would take back; steps undone out of turn are passed over."""
    return _standing(connection, piles(connection).undo_top)


def next_redo(connection: Connection) -> str | None:
    """Return the undo that redo would take back."""
    return _standing(connection, piles(connection).redo_top)


def standing(connection: Connection) -> list[str]:
    """Return the steps that undo after undo would take back, as they were first made."""
    asked = sa.select(step.c.uid, step.c.undoes, step.c.below).order_by(step.c.tick)
    rows = connection.execute(asked).all()
    undoes = {uid: earlier for uid, earlier, _ in rows if earlier}
    below = {uid: lower for uid, _, lower in rows}
    undone = _undone(list(undoes.items()))
    found = []
    top = piles(connection).undo_top
    while top:
        if top not in undone:
            found.append(_first(top, undoes))
        top = below.get(top)
    return found


def piles_after(connection: Connection, uid: str, kind: str, undoes: str | None) -> Piles:
    """Return the piles once the step *uid* of *kind* has been written."""
    now = piles(connection)
    if kind == "undo":
        return Piles(_taken(connection, now.undo_top, undoes), uid, now.redo_top)
    if kind == "redo":
        return Piles(uid, _taken(connection, now.redo_top, undoes), now.undo_top)
    if kind in UNDOABLE:
        return Piles(uid, None, now.undo_top)
    return now if kind == "restore" else Piles()


def plain(label: str) -> str:
    """Return *label* without what undoing and redoing put before it."""
    return label.removeprefix(UNDO).removeprefix(REDO)


def undoer(connection: Connection, uid: str) -> str | None:
    """Return the last step that undid *uid*, or None."""
    undoing = sa.select(step.c.uid).where(step.c.undoes == uid).order_by(step.c.tick.desc())
    return connection.execute(undoing.limit(1)).scalar()


def is_undone(connection: Connection, uid: str) -> bool:
    """Say whether what *uid* did was taken back and not done again."""
    undone = False
    by = undoer(connection, uid)
    while by:
        undone = not undone
        by = undoer(connection, by)
    return undone


def _taken(connection: Connection, top: str | None, uid: str | None) -> str | None:
    """Return the top of a pile after *uid* left it; unchanged when *uid* was not next."""
    if uid is None or _standing(connection, top) != uid:
        return top
    return _below(connection, uid)


def _standing(connection: Connection, top: str | None) -> str | None:
    while top and is_undone(connection, top):
        top = _below(connection, top)
    return top


def _below(connection: Connection, uid: str) -> str | None:
    return connection.execute(sa.select(step.c.below).where(step.c.uid == uid)).scalar()


def _undone(undoing: Sequence[tuple[str, str]]) -> set[str]:
    """Return which steps are undone now; *undoing*: who undid what, the earliest first."""
    undone: set[str] = set()
    for by, earlier in reversed(undoing):
        if by not in undone:
            undone.add(earlier)
    return undone


def _first(uid: str, undoes: Mapping[str, str]) -> str:
    """Return the step that *uid* does again."""
    while earlier := undoes.get(uid):
        uid = earlier
    return uid
