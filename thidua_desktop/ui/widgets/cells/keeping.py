"""Brings what was typed in cells into the file, one step each time. Knows no keys and no paint.

What the file refuses stays in its cell with the reason, until it is mended or taken back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.changes import Changed
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.widgets.rows_model import Column, Kept, RowsModel

_NOT_KEPT = "Chưa cất được ô này."


class Typed(NamedTuple):
    """A text typed in the column *name* of the row *uid*; *key*: what was chosen from a list."""

    uid: str
    name: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A block of texts over the rows *uids* and the columns *names*, "" for one to leave out.

    Its texts are made as they are asked for: tens of thousands at once would hold the window.
    """

    uids: Sequence[str]
    names: Sequence[str]
    lines: Sequence[Sequence[str]]

    def __iter__(self) -> Iterator[Typed]:
        for uid, line in zip(self.uids, self.lines, strict=True):
            for name, text in zip(self.names, line, strict=False):
                if name:
                    yield Typed(uid, name, text)


Texts = Sequence[Typed] | Laid


class Writes(Protocol):
    """What stores edits; every record service does."""

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored, as one step."""


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

    def is_own(self, changed: Changed) -> bool:
        """Say whether *changed* came of texts typed here, so that rows may stay where they are."""
        return changed.step in self._own

    def keep(self, typed: Texts, label: str | None = None) -> None:
        """Keep *typed* as one step; rows not in the file yet take all their cells along."""
        rows = typed if isinstance(typed, Laid) else self._rows_begun(typed)
        waiting = {each.uid for each in rows if self._model.is_waiting(each.uid)}
        beside = self._held_beside(rows, waiting)
        sent: Texts = [*rows, *beside] if beside else rows
        texts = {text: Kept(text) for text in {each.text for each in sent}}
        self._model.hold((each.uid, each.name, texts[each.text]) for each in sent)
        new = frozenset(waiting)
        job = self._desk.write_long(lambda _ticket: self._write(sent, new, label), "")
        job.succeeded.connect(while_here(self, lambda outcome: self._settle(sent, new, outcome)))
        job.failed.connect(while_here(self, lambda _error: self._fail(sent)))

    def take_back(self, cells: Mapping[str, Sequence[str]]) -> None:
        """Show again what the file has in *cells*, names of columns by uid.

        A new row left without a word goes.
        """
        self._model.release((uid, name) for uid, names in cells.items() for name in names)
        new = [uid for uid in cells if self._model.is_waiting(uid)]
        left = {uid: self._words_left(uid) for uid in new}
        self._model.drop_rows([uid for uid, words in left.items() if not words])
        if words := [each for row in left.values() for each in row]:
            self.keep(words)
        self.settled.emit()

    def take_all_back(self) -> None:
        """Forget everything typed that is not in the file."""
        held = [(uid, name) for uid, cells in self._model.held.items() for name in cells]
        self._model.drop_rows([uid for uid, _name in held])
        self._model.release(held)
        self.settled.emit()

    def _words_left(self, uid: str) -> list[Typed]:
        held = self._model.held.get(uid, {}).items()
        return [Typed(uid, name, kept.text) for name, kept in held if kept.text]

    def _held_beside(self, rows: Texts, waiting: set[str]) -> list[Typed]:
        """Return what stood already in the rows *waiting*, but for the cells in *rows*."""
        held = {uid: cells for uid in waiting if (cells := self._model.held.get(uid))}
        again = {(each.uid, each.name) for each in rows} if held else set()
        return [
            Typed(uid, name, kept.text)
            for uid, cells in held.items()
            for name, kept in cells.items()
            if (uid, name) not in again
        ]

    def _rows_begun(self, typed: Sequence[Typed]) -> list[Typed]:
        """Return *typed* with a new row for what was typed in the empty one."""
        if all(each.uid for each in typed):
            return list(typed)
        uid = self._model.begin_rows(1)[0]
        return [each._replace(uid=each.uid or uid) for each in typed if each.uid or each.text]

    def _write(self, typed: Texts, new: frozenset[str], label: str | None) -> Outcome:
        """Read the texts and store their values; runs off the window's thread."""
        columns = {column.name: column for column in self._model.columns}
        edits, problems = read(typed, new, columns)
        edited = self._writes.edit(edits, label)
        if edited.changed.step:
            self._own.add(edited.changed.step)
        names = {c.cell.field: c.name for c in self._model.columns if c.cell}
        first = {each.uid: each.name for each in reversed(list(typed))}
        for uid, found in edited.refused.items():
            for problem in found:
                name = names.get(problem.field, first[uid])
                problems.setdefault((uid, name), problem.text)
        return Outcome(edited.changed, problems)

    def _settle(self, typed: Texts, new: frozenset[str], outcome: Outcome) -> None:
        """Show what the file has now, and what it refused; what was typed since stays."""
        held, bad_rows = self._model.held, {uid for uid, _name in outcome.problems}
        kept = [
            each
            for each in typed
            if (each.uid, each.name) not in outcome.problems
            and not (each.uid in new and each.uid in bad_rows)
            and _is_same(held, each)
        ]
        wrong = outcome.problems
        texts = {each[:2]: each.text for each in typed if each[:2] in wrong} if wrong else {}
        self._model.arrive(new - bad_rows)
        self._model.release((each.uid, each.name) for each in kept)
        self._model.hold(
            (uid, name, Kept(texts.get((uid, name), ""), problem))
            for (uid, name), problem in outcome.problems.items()
            if _is_same(held, Typed(uid, name, texts.get((uid, name), "")))
        )
        self.settled.emit()

    def _fail(self, typed: Texts) -> None:
        self._model.hold((each.uid, each.name, Kept(each.text, _NOT_KEPT)) for each in typed)
        self.settled.emit()


def read(
    typed: Texts, new: frozenset[str], columns: Mapping[str, Column[Any]]
) -> tuple[list[Edit], dict[tuple[str, str], str]]:
    """Return the edits that *typed* means, and by cell why a text is no value.

    A row in *new* with a bad cell is held back whole.
    """
    values: dict[str, dict[str, Any]] = {}
    keys: dict[str, dict[str, str]] = {}
    problems: dict[tuple[str, str], str] = {}
    for each in typed:
        cell = columns[each.name].cell
        if cell is None or (each.uid in new and not each.text):
            continue
        try:
            values.setdefault(each.uid, {})[cell.field] = cell.read(each.text)
        except ValueError as error:
            problems[each.uid, each.name] = str(error)
        if each.key:
            keys.setdefault(each.uid, {})[cell.field] = each.key
    bad = {uid for uid, _name in problems} & new
    edits = [
        Edit(uid, found, uid in new, keys.get(uid, {}))
        for uid, found in values.items()
        if found and uid not in bad
    ]
    return edits, problems


def _is_same(held: Mapping[str, Mapping[str, Kept]], typed: Typed) -> bool:
    now = held.get(typed.uid, {}).get(typed.name)
    return now is None or now.text == typed.text
