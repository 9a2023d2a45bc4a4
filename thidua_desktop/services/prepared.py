"""Prepared sets of changes of units: reads their files, and matches them with the office's list."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.prepared import (
    Matched,
    NamedUnit,
    NewUnit,
    PreparedChange,
    PreparedSet,
)
from thidua_desktop.domain.prepared_matching import match
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database


class PreparedSets:
    """The sets in *folder*, each file one, as they concern this office."""

    def __init__(self, database: Database, office: OfficeService, folder: Path) -> None:
        self._database = database
        self._office = office
        self._folder = folder

    def all(self) -> list[PreparedSet]:
        """Return all sets, the newest day first; Refused when a file is not as it should be."""
        found = [_read(path) for path in sorted(self._folder.glob("*.toml"))]
        return sorted(found, key=lambda each: each.date, reverse=True)

    def matched(self, prepared: PreparedSet) -> list[Matched]:
        """Return the changes of *prepared* with the units of the list that each means."""
        with self._database.read() as connection:
            units = store.everything(connection, Unit)
        return match(prepared, units, self._office.get().name)


def _read(path: Path) -> PreparedSet:
    try:
        return _made(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, msgspec.ValidationError) as wrong:
        raise Refused(
            f"Không đọc được bộ sắp xếp “{path.name}” đi cùng chương trình: {wrong}.",
            "Dữ liệu không bị ảnh hưởng.",
            "Hãy cài lại chương trình.",
        ) from wrong


def _made(plain: dict[str, Any]) -> PreparedSet:
    units = [msgspec.convert(each, NewUnit) for each in plain["unit"]]
    same = [msgspec.convert(each, NewUnit) for each in plain.get("unchanged", ())]
    usual = {name: plain[name] for name in ("basis", "source", "verified")}
    made = PreparedSet(
        title=plain["title"],
        date=plain["date"],
        **usual,
        units=(*units, *(replace(each, is_unchanged=True) for each in same)),
        changes=tuple(_change({**usual, **each}) for each in plain["change"]),
    )
    keys = {unit.key for unit in made.units}
    if unknown := {key for change in made.changes for key in change.into} - keys:
        raise ValueError(f"không có đơn vị {', '.join(sorted(unknown))}")
    return made


def _change(plain: dict[str, Any]) -> PreparedChange:
    return PreparedChange(
        kind=plain["kind"],
        ends=tuple(msgspec.convert(each, NamedUnit) for each in plain["from"]),
        into=tuple(plain["into"]),
        basis=plain["basis"],
        source=plain["source"],
        verified=plain["verified"],
    )
