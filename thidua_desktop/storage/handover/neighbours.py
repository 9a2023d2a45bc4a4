"""Files of this computer that are of the same office as one brought in. Writes nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.errors import OfficerError
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.text import fold
from thidua_desktop.storage import records, schema
from thidua_desktop.storage.handover.receiving import Incoming
from thidua_desktop.storage.sqlite import backup, safe_open
from thidua_desktop.storage.sqlite.engine import make_engine
from thidua_desktop.storage.sqlite.failures import translated
from thidua_desktop.storage.sqlite.fingerprint import newest_known

Relation = Literal["same", "newer", "older", "apart", "other"]
"""What a file of this computer is beside the one brought in: the same state; newer, since it knows
the other's last step; older; both changed since they parted; or made anew for the same office."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A file of the same office that stands on this computer; *last_at*: of its last step."""

    path: Path
    last_at: str
    last_label: str
    relation: Relation


def neighbours(incoming: Incoming, paths: Iterable[Path]) -> list[Neighbour]:
    """Return those of *paths* that are of the office of *incoming*; what cannot be read is none."""
    found = []
    for path in dict.fromkeys(paths):
        with suppress(OfficerError, OSError), _reading(path) as connection:
            if relation := _relation(connection, incoming):
                found.append(Neighbour(path, *_last_step(connection), relation))
    return found


def _relation(here: Connection, incoming: Incoming) -> Relation | None:
    if backup.file_uid(here) != incoming.file:
        office = next(iter(records.everything(here, Office)), Office())
        same = bool(office.name) and fold(office.name) == fold(incoming.office.name)
        return "other" if same and office.is_sample == incoming.office.is_sample else None
    head = backup.head_of(here)
    if head == incoming.state.head:
        return "same"
    if _knows(here, incoming.state.head):
        return "newer"
    with _reading(incoming.copy) as there:
        return "older" if _knows(there, head) else "apart"


def _last_step(connection: Connection) -> tuple[str, str]:
    step = schema.step.c
    last = sa.select(step.at, step.label).order_by(step.tick.desc()).limit(1)
    found = connection.execute(last).first()
    return (found.at, found.label) if found else ("", "")


def _knows(connection: Connection, head: str) -> bool:
    """Say whether the step with that hash is in the journal; before the first step all are."""
    asked = sa.select(schema.step.c.uid).where(schema.step.c.hash == head)
    return not head or connection.execute(asked).first() is not None


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    """Give a look into an office file of today's schema, open elsewhere or not."""
    safe_open.check_header(path, newest_known())
    engine = make_engine(path, read_only=True)
    try:
        with translated(path), engine.begin() as connection:
            safe_open.check_schema(connection, path, newest_known())
            yield connection
    finally:
        engine.dispose()
