"""New values of single fields on their way into records, as a grid sends them. Knows no list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

V = TypeVar("V")

GONE = "Dòng này không còn trong tệp."


@dataclass(frozen=True, slots=True)
class Edit:
    """New values of one record by the path of their field ("recipient.name").

    *keys*: for some of these fields, the uid of what the officer chose from a list. *is_new*: the
    record is to be made, with the usual values in all other fields.
    """

    uid: str
    values: Mapping[str, Any]
    is_new: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of edits: what was stored as one step, and by uid what stands in the way.

    Of a record that stood already the good fields are stored, the others named here; a new one is
    stored whole or not at all.
    """

    changed: Changed
    refused: Mapping[str, Sequence[Problem]] = field(default_factory=dict)


def with_values(record: V, values: Mapping[str, Any]) -> V:
    """Return the frozen *record* with *values* at their paths."""
    for path, value in values.items():
        record = _put(record, path.split("."), value)
    return record


def alike(draft: V, count: int) -> list[V]:
    """Return *count* new drafts like *draft*; where it has a place in an order they follow on."""
    made = [draft] if count else []
    for number in range(1, count):
        ordinal: int = getattr(draft, "ordinal", 0)
        follows = {"ordinal": ordinal + number} if ordinal else {}
        made.append(replace(draft, uid=new_uid(), **follows))  # type: ignore[type-var]
    return made


def _put(value: Any, path: list[str], part: Any) -> Any:
    name, *rest = path
    inner = _put(getattr(value, name), rest, part) if rest else part
    return replace(value, **{name: inner})
