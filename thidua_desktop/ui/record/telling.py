"""The life of a record as an officer reads it: one entry a step, with what it changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from thidua_desktop.domain.changes import FieldChange
from thidua_desktop.ui.record.labels import FILE, label

DELETION = "gone"
"""The field under which the history tells that a record was deleted or brought back."""


@dataclass(frozen=True, slots=True)
class Told:
    """One field in one step: its label, and what it was and became; "" where there was nothing."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One step in the life of a record. *what* is its words, *when* reads "14:32 21/11/2026"."""

    when: str
    who: str
    what: str
    fields: tuple[Told, ...]


def entries(table: str, changes: Sequence[FieldChange]) -> list[Entry]:
    """Return the steps of *changes*, the newest first; what one step changed is together."""
    by_step = sorted(changes, key=_step, reverse=True)  # Uids of steps are in the order of time.
    return [_entry(table, list(group)) for _uid, group in groupby(by_step, _step)]


def clock_words(at: str) -> str:
    """Return a moment as one reads it: "14:32 21/11/2026"."""
    return f"{datetime.fromisoformat(at):%H:%M %d/%m/%Y}"


def _entry(table: str, changes: Sequence[FieldChange]) -> Entry:
    first = changes[0]
    told = tuple(_told(table, changes))
    return Entry(clock_words(first.at), first.who, first.label, told)


def _told(table: str, changes: Sequence[FieldChange]) -> Iterator[Told]:
    for change in changes:
        if change.field == DELETION:
            yield Told("", "", "Bản ghi bị xóa" if change.new else "Bản ghi được lấy lại")
        elif change.field == FILE and (change.old or change.new) in change.label:
            continue  # The words of the step say it all.
        else:
            yield Told(label(table, change.field), change.old, change.new)


def _step(change: FieldChange) -> str:
    return change.step
