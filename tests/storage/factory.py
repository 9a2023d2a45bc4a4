"""Records for the tests of storage: full ones of every kind, and what the tests ask of a file."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage import records
from thidua_desktop.storage.catalogue import MAPPINGS, mapping_of
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.schema import TABLES

T = TypeVar("T")

_LATER = {
    *("dossier_paper", "initiative_author", "initiative_use", "unit_year", "state_entry"),
    *("nomination_fact", "source_row", "learnt_name"),
}
FIRST_TABLES = frozenset(name for name in TABLES if name not in _LATER)
"""The tables that a file of the first version had."""


def person(name: str = "Lò Thị Mây", **known: Any) -> Person:
    """Return a person."""
    return Person(full_name=name, **known)


def award(name: str = "Lò Thị Mây", **known: Any) -> Award:
    """Return an award of a person in a school."""
    recipient = known.pop("recipient", None) or Recipient(
        name=name, unit_name=known.pop("unit_name", "Trường Tiểu học Đắk Ruồng")
    )
    usual = {"title_text": "Lao động tiên tiến", "year": 2023, "decision_date": "2024-01-15"}
    return Award(recipient=recipient, **{**usual, **known})


def full(record: type[T]) -> T:
    """Return a record all of whose fields say something; its links lead nowhere."""
    links = {c.path for c in mapping_of(record).columns if c.links}
    made: T = _full(record, (), links)
    return made


def _full(kind: type[Any], path: tuple[str, ...], links: set[tuple[str, ...]]) -> Any:
    made: dict[str, Any] = {}
    for number, f in enumerate(fields(kind), start=1):
        here = (*path, f.name)
        if is_dataclass(f.type):
            made[f.name] = _full(f.type, here, links)  # type: ignore[arg-type]
        elif f.type is bool:
            made[f.name] = True
        elif f.type in (int, int | None):
            made[f.name] = number
        elif here not in links and f.name != "uid":
            made[f.name] = f"{f.name} thứ {number}: Đặng, “ngoặc” \n\tvà 'nháy'"
    return kind(**made)


def everything(database: Database) -> dict[str, list[Any]]:
    """Return all living records of a file by table."""
    with database.read() as connection:
        found = {m.table: records.everything(connection, m.record) for m in MAPPINGS}
    return {table: kept for table, kept in found.items() if kept}


def reopened(database: Database, place: Place) -> Database:
    """Close *database* and return its file opened again."""
    path: Path = database.path
    database.close()
    return Database.open(path, place)
