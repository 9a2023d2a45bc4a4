"""Brings what was typed in cells into the file, one step each time. Knows no keys and no paint.

What the file refuses stays in its cell with the reason, until it is mended or taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.changes import Changed
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.widgets.rows_model import Column, Kept, RowsModel

_NOT_KEPT = "Chưa cất được ô này."

Cells = dict[str, dict[str, Kept]]
"""Texts by uid of the row and name of the column.

Tens of thousands of them come at once: they are put together, compared and let go row by row.
"""


class Typed(NamedTuple):
    """A text typed in the column *name* of the row *uid*; *key*: what was chosen from a list."""

    uid: str
    name: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A block of texts over the rows *uids* and the columns *names*, "" for one to leave out."""

    uids: Sequence[str]
    names: Sequence[str]
    lines: Sequence[Sequence[str]]

    def cells(self) -> Cells:
        """Return the texts, alike ones held once."""
        known: dict[str, Kept] = {text: Kept(text) for line in self.lines for text in line}
        return {
            uid: {name: known[text] for name, text in zip(self.names, line, strict=False) if name}
            for uid, line in zip(self.uids, self.lines, strict=True)
        }


class Writes(Protocol):
    """What stores edits; every record service does."""

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored, as one step."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Texts on their way into the file; *new* rows come in with them.

    *keys*: what was chosen from a list, by row and column.
    """

    cells: Cells
    new: frozenset[str]
    keys: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What became of texts: the step, and what is wrong by cell. The rest is in the file."""

    changed: Changed
    problems: dict[tuple[str, str], str] = field(default_factory=dict)


class Keeping(QObject):
    """Keeps texts of cells of *model* through *writes*; a new row comes in when it is whole."""

    settled = Signal()
    """Texts came into the file or were refused."""

    def __init__(self, model: RowsModel[Any], writes: Writes, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._writes = writes
        self._desk = desk
        self._own: set[str] = set()
        self._refused: list[Outcome] = []

    def is_own(self, changed: Changed) -> bool:
        """Say whether *changed* came of texts typed here, so that rows may stay where they are."""
        return changed.step in self._own

    def keep(self, typed: Sequence[Typed] | Laid, label: str | None = None) -> None:
        """Keep *typed* as one step; rows not in the file yet take all their cells along."""
        sent = self._sent(typed)
        self._model.hold(sent.cells)
        job = self._desk.write_long(lambda _ticket: self._write(sent, label), "")
        job.succeeded.connect(while_here(self, lambda outcome: self._settle(sent, outcome)))
        job.failed.connect(while_here(self, lambda _error: self._fail(sent)))

    def hear(self, changed: Changed) -> None:
        """Take back what was refused together with a step that *changed* has undone."""
        for outcome in [each for each in self._refused if _undoes(changed, each.changed)]:
            self._refused.remove(outcome)
            cells: dict[str, list[str]] = {}
            for uid, name in outcome.problems:
                if self._model.has_problem(uid, name):
                    cells.setdefault(uid, []).append(name)
            waiting = [uid for uid in cells if self._model.is_waiting(uid)]
            self._model.drop_rows(waiting)
            self._model.release({uid: cells[uid] for uid in cells.keys() - set(waiting)})
            self.settled.emit()

    def take_back(self, cells: Mapping[str, Sequence[str]]) -> None:
        """Show again what the file has in *cells*, names of columns by uid.

        A new row left without a word goes.
        """
        self._model.release(cells)
        new = [uid for uid in cells if self._model.is_waiting(uid)]
        left = {uid: self._words_left(uid) for uid in new}
        self._model.drop_rows([uid for uid, words in left.items() if not words])
        if words := [each for row in left.values() for each in row]:
            self.keep(words)
        self.settled.emit()

    def take_all_back(self) -> None:
        """Forget everything typed that is not in the file."""
        held = {uid: list(cells) for uid, cells in self._model.held.items()}
        self._model.drop_rows(held)
        self._model.release(held)
        self.settled.emit()

    def _words_left(self, uid: str) -> list[Typed]:
        held = self._model.held.get(uid, {}).items()
        return [Typed(uid, name, kept.text) for name, kept in held if kept.text]

    def _sent(self, typed: Sequence[Typed] | Laid) -> Sent:
        """Return *typed* with what stood already in the rows that are not in the file yet."""
        rows = typed if isinstance(typed, Laid) else self._rows_begun(typed)
        cells = rows.cells() if isinstance(rows, Laid) else _cells(rows)
        keys = {} if isinstance(rows, Laid) else {each[:2]: each.key for each in rows if each.key}
        new = frozenset(uid for uid in cells if self._model.is_waiting(uid))
        for uid in new & self._model.held.keys():
            for name, kept in self._model.held[uid].items():
                cells[uid].setdefault(name, Kept(kept.text))
        return Sent(cells, new, keys)

    def _rows_begun(self, typed: Sequence[Typed]) -> list[Typed]:
        """Return *typed* with a new row for what was typed in the empty one."""
        if all(each.uid for each in typed):
            return list(typed)
        uid = self._model.begin_rows(1)[0]
        return [each._replace(uid=each.uid or uid) for each in typed if each.uid or each.text]

    def _write(self, sent: Sent, label: str | None) -> Outcome:
        """Read the texts and store their values; runs off the window's thread."""
        columns = {column.name: column for column in self._model.columns}
        edits, problems = read(sent, columns)
        edited = self._writes.edit(edits, label)
        if edited.changed.step:
            self._own.add(edited.changed.step)
        names = {c.cell.field: c.name for c in self._model.columns if c.cell}
        for uid, found in edited.refused.items():
            for problem in found:
                name = names.get(problem.field) or next(iter(sent.cells[uid]))
                problems.setdefault((uid, name), problem.text)
        return Outcome(edited.changed, problems)

    def _settle(self, sent: Sent, outcome: Outcome) -> None:
        """Show what the file has now, and what it refused; what was typed since stays."""
        bad = {uid for uid, _name in outcome.problems}
        good = sent.cells.keys() - bad if bad else sent.cells.keys()
        self._model.arrive(sent.new - bad)
        self._model.let_go({uid: sent.cells[uid] for uid in good})
        wrong: Cells = {}
        for (uid, name), problem in outcome.problems.items():
            text = sent.cells[uid].get(name, Kept("")).text
            if self._says(uid, name, text):
                wrong.setdefault(uid, {})[name] = Kept(text, problem)
        stored = {
            uid: {n: k for n, k in sent.cells[uid].items() if (uid, n) not in outcome.problems}
            for uid in bad - sent.new
        }
        self._model.let_go(stored)
        self._model.hold(wrong)
        if outcome.problems and outcome.changed.rows:
            self._refused.append(outcome)
        self.settled.emit()

    def _says(self, uid: str, name: str, text: str) -> bool:
        """Say whether the cell still has the *text* that was sent, or what the file has."""
        now = self._model.held.get(uid, {}).get(name)
        return now is None or now.text == text

    def _fail(self, sent: Sent) -> None:
        self._model.hold(
            {
                uid: {name: Kept(kept.text, _NOT_KEPT) for name, kept in texts.items()}
                for uid, texts in sent.cells.items()
            }
        )
        self.settled.emit()


def read(
    sent: Sent, columns: Mapping[str, Column[Any]]
) -> tuple[list[Edit], dict[tuple[str, str], str]]:
    """Return the edits that texts mean, and by cell why one is no value.

    A new row with a bad cell is held back whole.
    """
    edits: list[Edit] = []
    problems: dict[tuple[str, str], str] = {}
    for uid, texts in sent.cells.items():
        is_new = uid in sent.new
        values: dict[str, Any] = {}
        keys: dict[str, str] = {}
        is_bad = False
        for name, kept in texts.items():
            cell = columns[name].cell
            if cell is None or (is_new and not kept.text):
                continue
            try:
                values[cell.field] = cell.read(kept.text)
            except ValueError as error:
                problems[uid, name] = str(error)
                is_bad = True
            if key := sent.keys.get((uid, name)):
                keys[cell.field] = key
        if values and not (is_new and is_bad):
            edits.append(Edit(uid, values, is_new, keys))
    return edits, problems


def _cells(typed: Sequence[Typed]) -> Cells:
    cells: Cells = {}
    for each in typed:
        cells.setdefault(each.uid, {})[each.name] = Kept(each.text)
    return cells


def _undoes(changed: Changed, own: Changed) -> bool:
    """Say whether *changed* took back the step *own*: its words are told with it."""
    is_named = changed.label != own.label and changed.label.endswith(own.label)
    return is_named and changed.uids == own.uids
