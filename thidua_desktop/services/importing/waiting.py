"""Rows that wait in the file: how they are kept, and how they become a list again."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet
from thidua_desktop.domain.intake import ImportBatch, WaitingRow
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.choices import Choices, Fix
from thidua_desktop.services.importing.files import ListFile, ListSource
from thidua_desktop.services.importing.values import Line, PreviewRow, Sheet

_ABOVE = ("title", "head")
_MOST_ABOVE = 40
_NUMBERED = {
    "roman": re.compile(r"[IVX]+(?:\W|$)"),
    "letter": re.compile(r"[A-Z](?:\W|$)"),
    "digit": re.compile(r"\d"),
}


def waiting_rows(
    sheet: Sheet, lines: Iterable[Line], choices: Choices, batch: ImportBatch
) -> list[WaitingRow]:
    """Return *lines* of *sheet* as they are kept, with all that is needed to read them again."""
    source: ListSource = sheet.read
    shared, decided = _shared(sheet, choices), _Decided(sheet, choices)
    groups = _groups(sheet)
    found = []
    for line in lines:
        number = line.number
        about = {**shared, **decided.of(number)}
        if above := groups.get(number):
            about["groups"] = above
        if raw := source.raw(number):
            about["raw"] = raw
        found.append(
            WaitingRow(
                batch_uid=batch.uid,
                file=sheet.file,
                sheet=sheet.name,
                row=number,
                kind=sheet.kind,
                cells=json.dumps(source.cells(number), ensure_ascii=False),
                problems=json.dumps([_told(fix) for fix in line.fixes], ensure_ascii=False),
                context=json.dumps(about, ensure_ascii=False),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Waiting rows as files of lists; *uids* of the rows by key of their sheet and number."""

    files: Sequence[ListFile]
    choices: Choices
    uids: Mapping[tuple[str, int], str]


def taken_up(rows: Sequence[WaitingRow]) -> TakenUp:
    """Return waiting *rows* as files of lists, with what was chosen for them before."""
    groups: dict[tuple[str, str, str, str], list[WaitingRow]] = {}
    for row in rows:
        groups.setdefault((row.batch_uid, row.file, row.sheet, row.kind), []).append(row)
    files, choices = [], Choices()
    uids: dict[tuple[str, int], str] = {}
    for number, ((_, name, sheet, kind), waiting) in enumerate(groups.items()):
        key = f"{number}"
        contexts = {row.row: _context(row) for row in waiting}
        read = ReadSheet(sheet, tuple(_rows(waiting, contexts)), raw=_raw(contexts))
        files.append(ListFile(key=key, name=name, kinds={sheet: kind}, sheets=(read,)))
        choices = _chosen(choices, key, f"{key}/{sheet}", contexts)
        uids |= {(f"{key}/{sheet}", row.row): row.uid for row in waiting}
    return TakenUp(files, choices, uids)


def _shared(sheet: Sheet, choices: Choices) -> dict[str, Any]:
    """Return what all rows of a sheet need: the rows above them, meanings, stated facts."""
    above = [[row.number, list(row.cells)] for row in sheet.rows if row.role in _ABOVE]
    meanings = {
        str(column): meaning
        for (key, column), meaning in choices.meanings.items()
        if key == sheet.key
    }
    stated = {**choices.stated.get(sheet.file_key, {})}
    if sender := sheet.facts.get("sender"):
        stated.setdefault("sender", sender)
    return {"above": above[-_MOST_ABOVE:], "meanings": meanings, "stated": stated}


class _Decided:
    """What was decided of the rows of one sheet already."""

    def __init__(self, sheet: Sheet, choices: Choices) -> None:
        self._edits: dict[int, dict[str, str]] = {}
        self._answers: dict[int, dict[str, str]] = {}
        for (key, row, column), text in choices.cells.items():
            if key == sheet.key:
                self._edits.setdefault(row, {})[str(column)] = text
        opening = f"{sheet.key}|"
        for key, choice in choices.answers.items():
            if key.startswith(opening):
                row_number, _, about = key.removeprefix(opening).partition("|")
                self._answers.setdefault(int(row_number), {})[about] = choice

    def of(self, row: int) -> dict[str, Any]:
        """Return the edits and answers of one row."""
        told = {"edits": self._edits.get(row), "answers": self._answers.get(row)}
        return {name: value for name, value in told.items() if value}


def _told(fix: Fix) -> dict[str, Any]:
    return {
        "row": fix.row,
        "column": fix.column,
        "text": fix.text,
        "reason": fix.reason,
        "proposal": fix.proposal,
    }


def _groups(sheet: Sheet) -> dict[int, list[Any]]:
    """Return by row the group rows above it, the nearest of each kind.

    Of one kind are those that are numbered alike (I, A, 1), else those of one first word.
    """
    nearest: dict[str, PreviewRow] = {}
    found: dict[int, list[Any]] = {}
    for row in sheet.rows:
        if row.role == "group":
            nearest[_kind(next(filter(None, row.cells), ""))] = row
        elif row.role == "data" and nearest:
            above = sorted(nearest.values(), key=lambda one: one.number)
            found[row.number] = [[one.number, list(one.cells)] for one in above]
    return found


def _kind(words: str) -> str:
    numbered = (name for name, form in _NUMBERED.items() if form.match(words))
    return next(numbered, fold(words).partition(" ")[0])


def _context(row: WaitingRow) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(row.context) if row.context else {}
    return found


def _rows(
    waiting: Sequence[WaitingRow], contexts: Mapping[int, Mapping[str, Any]]
) -> list[ReadRow]:
    """Return the rows of a sheet of waiting rows: those above, then they, by their numbers."""
    found: dict[int, tuple[str, ...]] = {}
    for context in contexts.values():
        above = [*context.get("above", ()), *context.get("groups", ())]
        found |= {number: tuple(cells) for number, cells in above}
    found |= {row.row: tuple(json.loads(row.cells)) for row in waiting}
    return [ReadRow(number, cells) for number, cells in sorted(found.items())]


def _raw(contexts: Mapping[int, Mapping[str, Any]]) -> dict[tuple[int, int], str]:
    return {
        (number, int(column)): text
        for number, context in contexts.items()
        for column, text in context.get("raw", {}).items()
    }


def _chosen(
    choices: Choices, file: str, sheet: str, contexts: Mapping[int, Mapping[str, Any]]
) -> Choices:
    """Return *choices* with what was chosen for the rows of one sheet."""
    for number, context in contexts.items():
        choices = choices.state(file, **context.get("stated", {}))
        for column, meaning in context.get("meanings", {}).items():
            choices = choices.meaning(sheet, int(column), meaning)
        for column, text in context.get("edits", {}).items():
            choices = choices.edit(sheet, number, int(column), text)
        answers = {f"{sheet}|{number}|{key}": choice
                   for key, choice in context.get("answers", {}).items()}  # fmt: skip
        choices = choices.answered(answers).role(sheet, number, "data")
    return choices
