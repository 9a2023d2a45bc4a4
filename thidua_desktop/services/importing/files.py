"""Lists as they were read from files, pasted or waiting: sheets, kinds, lists. Writes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from thidua_desktop.documents.reading.list_values import ListKind, ReadList, Role
from thidua_desktop.documents.reading.lists import Known, read_lists
from thidua_desktop.documents.reading.sheets import ReadSheet, text_of
from thidua_desktop.services.importing.choices import Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """One file of lists. *key* names it in the choices of the officer, *name* on the screen.

    *kinds*: by sheet, what kind of list it is.
    """

    key: str
    name: str
    kinds: Mapping[str, str]
    sheets: tuple[ReadSheet, ...]

    def list_key(self, name: str) -> str:
        """Return the key of the list or sheet called *name*."""
        return f"{self.key}/{name}"


@dataclass(frozen=True, slots=True)
class Lists:
    """How the lists of a file are read: learnt heads by kind of list, what was chosen, the day.

    *homes*: by key of a list, the name of the sheet that it stands in. *is_title*: whether words
    name a title of the law. *memory* keeps what was read, so that a file of which nothing else was
    chosen is not read again.
    """

    learnt: Mapping[str, Mapping[str, str]]
    choices: Choices
    today: date
    homes: Mapping[str, str]
    is_title: Callable[[str], bool]
    memory: dict[tuple[str, str], tuple[Any, list[ReadList]]]

    def read(self, file: ListFile) -> Iterator[ReadList]:
        """Give the lists of *file*, sheet by sheet."""
        by_kind: dict[str, list[ReadSheet]] = {}
        for sheet in file.sheets:
            by_kind.setdefault(self._kind(file, sheet), []).append(sheet)
        found = [one for kind, sheets in by_kind.items() for one in self._of(file, kind, sheets)]
        order = {sheet.name: place for place, sheet in enumerate(file.sheets)}
        found.sort(key=lambda one: order[one.sheet.name])
        yield from found

    def _of(self, file: ListFile, kind: str, sheets: Sequence[ReadSheet]) -> list[ReadList]:
        choices, opening = self.choices, f"{file.key}/"
        chosen = {
            (key.removeprefix(opening), column): meaning
            for (key, column), meaning in choices.meanings.items()
            if key.startswith(opening)
        }
        corrections = {
            (self._home(file, key), row, column): text
            for (key, row, column), text in choices.cells.items()
            if key.startswith(opening)
        }
        roles = {
            (self._home(file, key), row): cast("Role", role)
            for (key, row), role in choices.roles.items()
            if key.startswith(opening)
        }
        learnt = self.learnt.get(kind, {})
        rests_on = ([sheet.name for sheet in sheets], chosen, corrections, roles, learnt)
        before, lists = self.memory.get((file.key, kind), (None, []))
        if before != rests_on:
            lists = read_lists(
                sheets,
                cast("ListKind", kind),
                file=file.name,
                today=self.today,
                learnt=learnt,
                meanings=chosen,
                known=Known(corrections, roles, self.is_title),
            )
            self.memory[file.key, kind] = (rests_on, lists)
        return lists

    def _kind(self, file: ListFile, sheet: ReadSheet) -> str:
        chosen = (
            kind
            for key, kind in self.choices.kinds.items()
            if key.startswith(f"{file.key}/") and self._home(file, key) == sheet.name
        )
        return next(chosen, file.kinds[sheet.name])

    def _home(self, file: ListFile, key: str) -> str:
        return self.homes.get(key, key.removeprefix(f"{file.key}/"))


class ListSource:
    """A list as it was read, and the cells of its sheet by row, as they stand in the file."""

    def __init__(self, read: ReadList) -> None:
        self.read = read
        sheet = read.sheet
        self._rows = {row.number: row for row in sheet.rows}
        self._raw: dict[int, dict[int, str]] = {}
        for (row, column), text in sheet.raw.items():
            self._raw.setdefault(row, {})[column] = text

    def cells(self, row: int) -> list[str]:
        """Return the texts of a row as they stand in the file, old letters converted."""
        return list(map(text_of, self._rows[row].cells))

    def raw(self, row: int) -> dict[int, str]:
        """Return by column the texts of a row that were converted from old letters."""
        return self._raw.get(row, {})
