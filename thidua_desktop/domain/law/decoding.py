"""Reads law files into a pack: strictly by schema, on top of an earlier pack where one is named.

Knows no folders; it is given what the files say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from thidua_desktop.domain.law.checking import faults
from thidua_desktop.domain.law.conditions import Text
from thidua_desktop.domain.law.errors import LawPackError
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.reasons import reason
from thidua_desktop.domain.law.sections import SECTIONS, entries_of
from thidua_desktop.domain.law.values import BaseSalary, Day, Entry, OpenDay

Files = Mapping[str, Mapping[str, Any]]  # Name of a file: what it says.


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: *number* counts those of its section in the file, from 0."""

    file: str
    section: str
    number: int = 0

    def error(self, label: str, reason: str) -> LawPackError:
        """Return what is wrong here."""
        return LawPackError(self.file, label, reason, self.section, self.number)


_Shape = TypeVar("_Shape")


class PackHeader(Entry, frozen=True, kw_only=True):
    """What a pack is: its name, its days, and the earlier pack whose entries it changes."""

    id: Annotated[str, Meta(pattern=r"^\d{4}[a-z]?$")]
    name: Text
    first_day: Day
    last_day: OpenDay = ""
    based_on: str = ""


class Inheritance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a pack takes from the one it is based on; every section stands in one of the lists.

    Entries of *unverified* sections come marked so, with *note*.
    """

    note: str = ""
    as_is: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()


class Removal(Entry, frozen=True, kw_only=True):
    """An earlier entry that no longer holds: "merit_district", or one recipient of it."""

    section: str
    key: Text


def base_of(files: Files) -> str:
    """Return the id of the pack that the one in *files* is based on, "" for none."""
    return _header(files)[1].based_on


def decode(files: Files, base: LawPack | None = None) -> LawPack:
    """Return the pack that *files* describe, on top of *base*. Raises LawPackError."""
    place, header = _header(files)
    draft = _Draft()
    if base is not None:
        draft.inherit(base, *_single(files, "inherits", Inheritance))
        for where, raw in _raw_entries(files, "removed"):
            draft.remove(where, _converted(where, raw, Removal))
    for section in SECTIONS:
        for where, raw in _raw_entries(files, section):
            draft.put(where, _converted(where, raw, SECTIONS[section].shape))
    _refuse_unknown_sections(files)
    pack = draft.pack(place, header)
    for fault in faults(pack):
        where = draft.origins.get((fault.section, fault.key), place)
        raise where.error(f"{fault.section} “{fault.key}”", fault.reason)
    return pack


def decode_base_salaries(file: str, content: Mapping[str, Any]) -> tuple[BaseSalary, ...]:
    """Return the base salaries that *file* lists, days rising. Raises LawPackError."""
    raw_entries = _raw_entries({file: content}, "base_salary")
    salaries = [_converted(place, raw, BaseSalary) for place, raw in raw_entries]
    days = [salary.first_day for salary in salaries]
    if not days or days != sorted(set(days)):
        odd = next((n for n in range(1, len(days)) if days[n] <= days[n - 1]), 0)
        place = Place(file, "base_salary", odd)
        raise place.error("base_salary", "cần có ít nhất một mức, xếp theo ngày tăng dần")
    return tuple(salaries)


class _Draft:
    """The entries of a pack while its files are read, by section and key, and whence they came."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
        self.origins: dict[tuple[str, str], Place] = {}

    def inherit(self, base: LawPack, place: Place, plan: Inheritance) -> None:
        named = [*plan.as_is, *plan.unverified, *plan.nothing]
        odd = {name for name in named if name not in SECTIONS or named.count(name) > 1}
        if odd := odd | (SECTIONS.keys() - set(named)):
            reason = f"phải kê mỗi mục đúng một lần; xem lại: {', '.join(sorted(odd))}"
            raise place.error("inherits", reason)
        for section in (*plan.as_is, *plan.unverified):
            for entry in _entries_in(base, section):
                doubtful = section in plan.unverified
                key = SECTIONS[section].key(entry)
                self._entries[section][key] = _doubted(entry, plan.note) if doubtful else entry

    def remove(self, place: Place, removal: Removal) -> None:
        entries = self._entries.get(removal.section, {})
        gone = [key for key in entries if f"{key}/".startswith(f"{removal.key}/")]
        if not gone:
            label = f"removed “{removal.section} {removal.key}”"
            raise place.error(label, "bộ luật trước không có mục này")
        for key in gone:
            del entries[key]

    def put(self, place: Place, shape: Entry) -> None:
        section = place.section
        for entry in entries_of(shape):
            key = SECTIONS[section].key(entry)
            if (section, key) in self.origins:
                raise place.error(f"{section} “{key}”", "mã này đã được khai báo một lần")
            self._entries[section][key] = entry
            self.origins[section, key] = place

    def pack(self, place: Place, header: PackHeader) -> LawPack:
        content: dict[str, Any] = {
            section.field: tuple(self._entries[name].values()) for name, section in SECTIONS.items()
        }
        rounding = content.pop("rounding")
        if not rounding:
            raise place.error("rounding", "chưa khai báo cách làm tròn tiền thưởng")
        return LawPack(
            id=header.id,
            name=header.name,
            first_day=header.first_day,
            last_day=header.last_day,
            rounding=rounding[0],
            **content,
        )


def _entries_in(pack: LawPack, section: str) -> tuple[Entry, ...]:
    value = getattr(pack, SECTIONS[section].field)
    return value if isinstance(value, tuple) else (value,)


def _doubted(entry: Entry, note: str) -> Entry:
    """Return *entry* marked as not verified; the paths of a rule too."""
    notes = entry.note if note in entry.note else f"{entry.note} {note}".strip()
    changes: dict[str, Any] = {"verified": False, "note": notes}
    if paths := getattr(entry, "paths", ()):
        changes["paths"] = tuple(_doubted(path, note) for path in paths)
    return msgspec.structs.replace(entry, **changes)


def _header(files: Files) -> tuple[Place, PackHeader]:
    return _single(files, "pack", PackHeader)


def _single(files: Files, section: str, shape: type[_Shape]) -> tuple[Place, _Shape]:
    """Return the one table *section* of all *files*, and the file it stands in."""
    found = _raw_entries(files, section)
    if len(found) != 1:
        raise LawPackError(", ".join(files), section, "phải có đúng một bảng này trong bộ luật")
    place, raw = found[0]
    return place, _converted(place, raw, shape)


def _raw_entries(files: Files, section: str) -> list[tuple[Place, Any]]:
    found: list[tuple[Place, Any]] = []
    for file, content in files.items():
        raw = content.get(section, [])
        entries = raw if isinstance(raw, list) else [raw]
        found.extend((Place(file, section, n), entry) for n, entry in enumerate(entries))
    return found


def _refuse_unknown_sections(files: Files) -> None:
    known = {*SECTIONS, "pack", "inherits", "removed"}
    for file, content in files.items():
        for name in content:
            if name not in known:
                raise Place(file, name).error(name, "không có loại mục này")


def _converted(place: Place, raw: object, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as wrong:
        raise place.error(_label(place.section, raw), reason(str(wrong))) from wrong


def _label(section: str, raw: object) -> str:
    """Name an entry that could not be read by what it calls itself."""
    if isinstance(raw, dict):
        for name in ("id", "title", "titles", "code", "short", "recipient", "first_day", "key"):
            if name in raw:
                return f"{section} “{raw[name]}”"
    return section
