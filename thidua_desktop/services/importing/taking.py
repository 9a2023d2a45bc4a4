"""Lines of lists to records in one open step: what is ready is stored, what is not waits."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from thidua_desktop.domain.intake import (
    ColumnMeaning,
    ImportBatch,
    LearntName,
    SourceRow,
    WaitingRow,
)
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services import states
from thidua_desktop.services.importing.files import ListSource
from thidua_desktop.services.importing.matching.names import unit_key
from thidua_desktop.services.importing.rows.work import Made
from thidua_desktop.services.importing.values import Intake, Line, Sheet
from thidua_desktop.services.importing.waiting import waiting_rows
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep

V = TypeVar("V", Person, Unit)
_PORTION = 500


class Taking:
    """Takes the lines of one intake into one open step."""

    def __init__(self, step: WriteStep, batch: ImportBatch, intake: Intake, today: str) -> None:
        self._step = step
        self._batch = batch
        self._intake = intake
        self._today = today
        self._filled: dict[str, Any] = {}
        self._dossiers: dict[str, Dossier] = {}
        self._learnt: dict[tuple[str, str, str], LearntName] = {}

    def take(self, sheet: Sheet, ticket: Ticket) -> None:
        """Store what the ready lines of *sheet* make, and let the others wait."""
        ready = [line for line in sheet.lines if line.state == "ready"]
        self._fill(Unit, [unit for line in ready for unit in _made(line).units])
        self._fill(Person, [person for line in ready for person in _made(line).people])
        for start in range(0, len(ready), _PORTION):
            ticket.step(start, len(ready), f"Đang nhập {sheet.file}")
            for line in ready[start : start + _PORTION]:
                self._line(sheet, line)
        others = [line for line in sheet.lines if line.state != "ready"]
        self._step.put(waiting_rows(sheet, others, self._intake.choices, self._batch))
        places = ((sheet.key, line.number) for line in sheet.lines)
        up = self._intake.takes_up
        self._step.remove(WaitingRow, [up[place] for place in places if place in up])

    def finish(self) -> None:
        """Store what came along: dossiers with their first state, what was learnt."""
        dossiers = [self._tied(dossier) for dossier in self._dossiers.values()]
        self._step.put(dossiers)
        states.enter(self._step, dossiers, {}, self._today)
        self._step.put(self._new_names())
        self._step.put(self._new_meanings())

    def _tied(self, dossier: Dossier) -> Dossier:
        """Return *dossier* linked to the one unit of its name, which the list may have brought."""
        units = store.everything(self._step.connection, Unit)
        named = [unit for unit in units if unit_key(unit.name) == unit_key(dossier.unit_name)]
        if len(named) != 1:
            return dossier
        return replace(dossier, unit_uid=named[0].uid, unit_name=named[0].name)

    def _line(self, sheet: Sheet, line: Line) -> None:
        made = _made(line)
        for one in made.along:
            if isinstance(one, Dossier):
                self._dossiers[one.uid] = one
            elif isinstance(one, LearntName):
                self._learnt[one.table, one.text, one.sender] = one
            else:
                self._step.put(one)
        self._step.put(made.records)
        self._step.put(list(self._sources(sheet, line)))

    def _sources(self, sheet: Sheet, line: Line) -> Iterator[SourceRow]:
        source: ListSource = sheet.read
        texts = source.cells(line.number)
        raw = _raw(source, line.number, texts)
        cells = json.dumps(texts, ensure_ascii=False)
        for table, uid in dict.fromkeys(_made(line).owners):
            yield SourceRow(
                batch_uid=self._batch.uid,
                owner_table=table,
                owner_uid=uid,
                file=sheet.file,
                sheet=sheet.name,
                row=line.number,
                cells=cells,
                raw=raw,
            )

    def _fill(self, kind: type[V], drafts: Sequence[V]) -> None:
        """Store new records, and those that are there with what was empty filled in."""
        wanted = dict.fromkeys(draft.uid for draft in drafts)
        unknown = [uid for uid in wanted if uid not in self._filled]
        stored = store.get(self._step.connection, kind, unknown)
        self._filled |= {record.uid: record for record in stored}
        for draft in drafts:
            there = self._filled.get(draft.uid)
            self._filled[draft.uid] = _filled(there, draft) if there else draft
        self._step.put([self._filled[uid] for uid in wanted])

    def _new_names(self) -> list[LearntName]:
        known = store.everything(self._step.connection, LearntName)
        there = {(one.table, one.text, one.sender): one for one in known}
        return [
            replace(name, uid=there[key].uid) if key in there else name
            for key, name in self._learnt.items()
        ]

    def _new_meanings(self) -> list[ColumnMeaning]:
        """Return what the officer said of columns, for the sender of their list."""
        known = store.everything(self._step.connection, ColumnMeaning)
        there = {(one.kind, one.sender, one.head): one for one in known}
        found = []
        for (key, column), meaning in self._intake.choices.meanings.items():
            for sheet in self._intake.sheets:
                if sheet.key == key and (head := _head(sheet, column)):
                    sender = fold(sheet.facts.get("sender", ""))
                    one = there.get((sheet.kind, sender, head)) or ColumnMeaning(
                        kind=sheet.kind, sender=sender, head=head
                    )
                    found.append(replace(one, column=meaning))
        return found


def _made(line: Line) -> Made:
    made: Made = line.made
    return made


def _head(sheet: Sheet, column: int) -> str:
    return fold(sheet.columns[column].words) if column < len(sheet.columns) else ""


def _raw(source: ListSource, row: int, texts: Sequence[str]) -> str:
    """Return the cells as they were before old letters were converted, "" when none were."""
    converted = source.raw(row)
    if not converted:
        return ""
    cells = [converted.get(column, text) for column, text in enumerate(texts)]
    return json.dumps(cells, ensure_ascii=False)


def _filled(there: V, new: V) -> V:
    """Return the record that is *there* with its empty fields as *new* has them."""
    values = {
        f.name: getattr(new, f.name)
        for f in fields(there)
        if f.name != "uid" and not getattr(there, f.name)
    }
    return replace(there, **values)
