"""The recycle bin: what lies in it as an officer sees it, and bringing things back. No screens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.storage import history, schema
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.history import Deleted
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.statements import chunks, raw_rows


@dataclass(frozen=True, slots=True)
class _Part:
    """A table whose rows are part of a record of *owners*, which the column *link* names."""

    link: str
    owners: tuple[str, ...]


_PARTS: Mapping[str, _Part] = MappingProxyType(
    {
        "task_unit": _Part("task_uid", ("plan_task",)),
        "dossier_paper": _Part("dossier_uid", ("dossier",)),
        "block": _Part("owner_uid", ("report", "plan")),
        "council_member": _Part("term_uid", ("council_term",)),
        "initiative_author": _Part("initiative_uid", ("initiative",)),
        "initiative_use": _Part("initiative_uid", ("initiative",)),
    }
)
Key = tuple[str, str]
"""Table and uid of a row."""


def listed(connection: Connection, limit: int) -> list[Deleted]:
    """Return the last *limit* records in the bin; parts that went with their owner go with it."""
    found = history.recycle_bin(connection, limit)
    owners = {(one.step, one.uid) for one in found}
    owner_of = dict(_owners(connection, [(one.table, one.uid) for one in found]))
    return [
        one
        for one in found
        if (one.step, owner_of.get((one.table, one.uid), ("", ""))[1]) not in owners
    ]


def bring_back(step: WriteStep, chosen: Sequence[Deleted]) -> None:
    """Bring *chosen* back in the open *step*, each with its parts and with what it is part of."""
    keys = {(one.table, one.uid) for one in chosen}
    keys |= set(_parts(step.connection, chosen))
    keys |= {owner for _part, owner in _owners(step.connection, sorted(keys))}
    for table in BY_TABLE:
        if uids := sorted(uid for name, uid in keys if name == table):
            step.restore(BY_TABLE[table].record, uids)


def _parts(connection: Connection, owners: Sequence[Deleted]) -> Iterator[Key]:
    """Give the deleted parts of *owners* that the same steps deleted."""
    wanted = {(one.uid, one.step) for one in owners}
    for table, part in _PARTS.items():
        columns = schema.TABLES[table].c
        uids = [one.uid for one in owners if one.table in part.owners]
        for some in chunks(uids):
            asked = sa.select(columns.uid, columns[part.link], columns.step).where(
                columns[part.link].in_(some), columns.gone == sa.literal_column("1")
            )
            for uid, owner, writer in raw_rows(connection.execute(asked)):
                if (owner, history.root(connection, writer).uid) in wanted:
                    yield table, uid


def _owners(connection: Connection, parts: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Give for each of *parts* its owner, where it has one."""
    known = list(parts)
    for table, part in _PARTS.items():
        columns = schema.TABLES[table].c
        for some in chunks([uid for name, uid in known if name == table]):
            asked = sa.select(columns.uid, columns[part.link]).where(columns.uid.in_(some))
            links: dict[str, str] = dict(raw_rows(connection.execute(asked)))
            for owner in part.owners:
                there = schema.TABLES[owner].c.uid
                found = sa.select(there).where(there.in_(links.values()))
                owners = {row[0] for row in raw_rows(connection.execute(found))}
                yield from (
                    ((table, uid), (owner, up)) for uid, up in links.items() if up in owners
                )
