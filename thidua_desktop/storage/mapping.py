"""How a record becomes a row and back: columns, links, merge units. Knows no SQL."""

import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from operator import attrgetter
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from thidua_desktop.storage.making import maker

T = TypeVar("T")
Kind = Literal["text", "whole", "flag"]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One stored field. *path*: where it stands in the record; *links*: the table it points to.

    A text link that a record leaves as "" is stored as NULL, or the link would dangle.
    """

    name: str
    path: tuple[str, ...]
    kind: Kind
    optional: bool
    links: str | None
    unit: str

    @property
    def nullable(self) -> bool:
        """Say whether the column may be NULL."""
        return self.optional or self.links is not None

    @property
    def empty(self) -> object:
        """Return the value that an image leaves out."""
        if self.nullable:
            return None
        return {"text": "", "whole": 0, "flag": False}[self.kind]


@dataclass(frozen=True, slots=True)
class Mapping(Generic[T]):
    """One record class and its table. *units*: columns that conflict as one thing.

    *words*: the columns that say to an officer which record it is.
    """

    record: type[T]
    table: str
    words: tuple[str, ...]
    columns: tuple[Column, ...]
    _values: Callable[[object], Row] = field(repr=False)
    _make: Callable[[Sequence[Any]], T] = field(repr=False)
    _flags: tuple[int, ...]
    _unlinked: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the column names in stored order, the uid last."""
        return tuple(column.name for column in self.columns)

    def row(self, record: T) -> Row:
        """Return the content of *record* in the order of the columns."""
        values = self._values(record)
        if not self._unlinked:
            return values
        changed = list(values)
        for at in self._unlinked:
            changed[at] = changed[at] or None
        return tuple(changed)

    def typed(self, stored: Sequence[Any]) -> Row:
        """Return a row as the driver gave it with its flags as flags."""
        if not self._flags:
            return tuple(stored)
        changed = list(stored)
        for at in self._flags:
            changed[at] = bool(changed[at])
        return tuple(changed)

    def value(self, stored: Sequence[Any]) -> T:
        """Return the record whose content is *stored*."""
        values = list(stored)
        for at in self._unlinked:
            values[at] = values[at] or ""
        for at in self._flags:
            values[at] = bool(values[at])
        return self._make(values)

    def title(self, content: Sequence[Any]) -> str:
        """Return which record it is, for an officer: "Lò Thị Mây, 2024"."""
        by_name = dict(zip(self.names, content, strict=True))
        return ", ".join(str(by_name[name]) for name in self.words if by_name[name])


def mapped(
    record: type[T],
    table: str,
    words: str,
    links: dict[str, str] | None = None,
    units: dict[str, str] | None = None,
) -> Mapping[T]:
    """Return the mapping of *record*; *links* and *units* name columns, blank between several."""
    unit_of = {name: unit for unit, names in (units or {}).items() for name in names.split()}
    columns = tuple(_columns(record, (), links or {}, unit_of))
    missing = ({*unit_of} | {*(links or {})}) - {column.name for column in columns}
    if missing:
        raise KeyError(f"{table}: {sorted(missing)}")
    return Mapping(
        record,
        table,
        tuple(words.split()),
        columns,
        attrgetter(*(".".join(column.path) for column in columns)),
        maker(record),
        tuple(at for at, column in enumerate(columns) if column.kind == "flag"),
        tuple(at for at, column in enumerate(columns) if column.links and not column.optional),
    )


def _columns(
    kind: type, path: tuple[str, ...], links: dict[str, str], unit_of: dict[str, str]
) -> Iterable[Column]:
    for f in fields(kind):
        here = (*path, f.name)
        if isinstance(f.type, type) and is_dataclass(f.type):
            yield from _columns(f.type, here, links, unit_of)
            continue
        name = "_".join(here)
        stored, optional = _kind(f.type)
        yield Column(name, here, stored, optional, links.get(name), unit_of.get(name, name))


def _kind(annotation: object) -> tuple[Kind, bool]:
    """Return how a field of that type is stored and whether it may be None."""
    if get_origin(annotation) in (types.UnionType, Union):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        return _kind(inner[0])[0], True
    if get_origin(annotation) is Literal or annotation is str:
        return "text", False
    if annotation is bool:
        return "flag", False
    if annotation is int:
        return "whole", False
    raise TypeError(f"no column for {annotation!r}")
