"""Images: a row as one canonical JSON text, its digest, and the merge columns inside it. No SQL."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import msgspec

from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.storage.mapping import Mapping as TableMapping
from thidua_desktop.storage.mapping import Row

DELETION = "_del"
"""The merge unit that says whether a row is deleted."""

_ANY_UNIT = "*"
_KINDS: Mapping[str, type] = {"text": str, "whole": int, "flag": bool}


@dataclass(frozen=True, slots=True)
class Merging:
    """The merge columns of one row, in stored order; they never roll back."""

    version: str
    dots: str
    tomb: str | None = None
    extra: str | None = None
    conflicts: int = 0
    gone: int = 0

    @property
    def columns(self) -> Row:
        """Return them as stored."""
        return (self.version, self.dots, self.tomb, self.extra, self.conflicts, self.gone)

    def edited(self, dot: tuple[str, int], units: Iterable[str]) -> "Merging":
        """Return them after the change *dot* wrote *units*."""
        replica, number = dot
        version = {**msgspec.json.decode(self.version), replica: number}
        dots = {**msgspec.json.decode(self.dots), **dict.fromkeys(units, dot)}
        return replace(self, version=canonical(version), dots=canonical(dots))

    def deleted(self, dot: tuple[str, int]) -> "Merging":
        """Return them after *dot* deleted the row; the tomb says what the deleter had seen."""
        return replace(self.edited(dot, (DELETION,)), tomb=self.version, gone=1)

    def restored(self, dot: tuple[str, int]) -> "Merging":
        """Return them after *dot* brought the row back."""
        return replace(self.edited(dot, (DELETION,)), tomb=None, gone=0)


def born(dot: tuple[str, int]) -> Merging:
    """Return the merge columns of a row that the change *dot* made."""
    replica, number = dot
    return Merging(canonical({replica: number}), canonical({_ANY_UNIT: dot}))


def canonical(value: object) -> str:
    """Return *value* as JSON with sorted keys and no blanks."""
    return msgspec.json.encode(value, order="sorted").decode()


class Images:
    """Writes and reads the images of one table; what is empty is left out of the text."""

    def __init__(self, mapping: TableMapping[Any]) -> None:
        columns: list[tuple[str, Any, Any]] = [
            (c.name, _KINDS[c.kind] | None if c.nullable else _KINDS[c.kind], c.empty)
            for c in mapping.columns
        ]
        merging = [
            ("version", str, ""),
            ("dots", str, ""),
            ("tomb", str | None, None),
            ("extra", str | None, None),
            ("conflicts", int, 0),
            ("gone", int, 0),
        ]
        self._width = len(columns)
        self._struct = msgspec.defstruct(mapping.table, columns + merging, omit_defaults=True)
        self._encode = msgspec.json.Encoder().encode
        self._decode = msgspec.json.Decoder(self._struct).decode

    def write(self, content: Sequence[Any], merging: Row) -> bytes:
        """Return the image of a row."""
        return self._encode(self._struct(*content, *merging))

    def read(self, image: str) -> tuple[Row, Merging]:
        """Return content and merge columns of *image*; a column it does not name is empty."""
        values = msgspec.structs.astuple(self._decode(image))
        return values[: self._width], Merging(*values[self._width :])


IMAGES: Mapping[str, Images] = MappingProxyType({m.table: Images(m) for m in MAPPINGS})
"""The images of every table of records."""


def digest(image: bytes) -> bytes:
    """Return the SHA-256 of *image*, 32 bytes."""
    return sha256(image).digest()
