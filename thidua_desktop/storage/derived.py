"""Columns computed from a row for ordering and searching; never part of an image. Knows no SQL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Literal

from thidua_desktop.domain import markup
from thidua_desktop.domain.recipients import PERSON_KINDS
from thidua_desktop.domain.text import fold, name_key, sort_key
from thidua_desktop.storage.mapping import Mapping as TableMapping

Row = tuple[Any, ...]
_CACHED_TEXTS = 1 << 14  # Names of units and titles, which repeat from row to row.


@dataclass(frozen=True, slots=True)
class Derived:
    """Derived columns of one table: their names and kinds, and what they are computed from."""

    columns: Mapping[str, Literal["bytes", "text", "whole"]]
    sources: tuple[str, ...]
    compute: Callable[..., Row]

    def for_table(self, mapping: TableMapping[Any]) -> Callable[[Sequence[Any]], Row]:
        """Return a function from the content of a row to its derived values."""
        names = mapping.names
        pick = itemgetter(*(names.index(source) for source in self.sources))
        if len(self.sources) == 1:
            return lambda content: self.compute(pick(content))
        return lambda content: self.compute(*pick(content))


def person_order(full_name: str, sort_name: str = "") -> bytes:
    """Return the key that orders people; *sort_name* stands in for the given name."""
    return name_key(f"{full_name} {sort_name}" if sort_name else full_name)


def recipient_order(kind: str, name: str) -> bytes:
    """Return the key that orders recipients: people by given name, all others as words."""
    return name_key(name) if kind in PERSON_KINDS else _known_key(name)


_known_fold = lru_cache(_CACHED_TEXTS)(fold)
_known_key = lru_cache(_CACHED_TEXTS)(sort_key)


def _person(
    full_name: str, sort_name: str, birth: str, position: str, citizen_id: str, note: str
) -> Row:
    name = fold(full_name)
    found_by = (name, birth, _known_fold(position), citizen_id, fold(note))
    return person_order(full_name, sort_name), name, _joined(*found_by)


def _household(head_name: str, address: str) -> Row:
    name = fold(head_name)
    return name_key(head_name), name, _joined(name, fold(address))


def _unit(name: str, code: str, note: str) -> Row:
    folded = fold(name)
    return sort_key(name), folded, _joined(folded, fold(code), fold(note))


def _nomination(kind: str, name: str, position: str, unit_name: str, title_text: str) -> Row:
    found_by = (fold(name), _known_fold(unit_name), _known_fold(title_text), _known_fold(position))
    return recipient_order(kind, name), _known_key(unit_name), _joined(*found_by)


def _award(
    kind: str, name: str, unit_name: str, title_text: str, number: str, date: str, year: int
) -> Row:
    name_fold = fold(name)
    found_by = (name_fold, _known_fold(unit_name), _known_fold(title_text), _known_fold(number))
    return (
        recipient_order(kind, name),
        name_fold,
        _known_key(unit_name),
        _joined(*found_by),
        register_year(date, year),
    )


def register_year(decision_date: str, year: int) -> int:
    """Return the year whose register an award stands in: the decision's, else the achievement's."""
    return int(decision_date[:4]) if decision_date[:4].isdecimal() else year


def _decision(number: str, date: str, authority: str, signer: str, subject: str) -> Row:
    words = _joined(number, date, authority, signer, subject)
    return (fold(words),)


def _task(body: str, units_text: str, proof: str) -> Row:
    return (fold(_joined(markup.plain(body), units_text, proof)),)


def _member(full_name: str, position: str) -> Row:
    return name_key(full_name), fold(_joined(full_name, position))


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))


_SEARCH: Mapping[str, Literal["text"]] = {"search_fold": "text"}
_NAMED: Mapping[str, Literal["bytes", "text"]] = {
    "name_key": "bytes",
    "name_fold": "text",
    "search_fold": "text",
}

DERIVED: Mapping[str, Derived] = MappingProxyType(
    {
        "person": Derived(
            _NAMED,
            ("full_name", "sort_name", "birth", "position", "citizen_id", "note"),
            _person,
        ),
        "household": Derived(_NAMED, ("head_name", "address"), _household),
        "unit": Derived(_NAMED, ("name", "code", "note"), _unit),
        "nomination": Derived(
            {"name_key": "bytes", "unit_key": "bytes", "search_fold": "text"},
            (
                "recipient_kind",
                "recipient_name",
                "recipient_position",
                "recipient_unit_name",
                "title_text",
            ),
            _nomination,
        ),
        "award": Derived(
            {
                "name_key": "bytes",
                "name_fold": "text",
                "unit_key": "bytes",
                "search_fold": "text",
                "register_year": "whole",
            },
            (
                "recipient_kind",
                "recipient_name",
                "recipient_unit_name",
                "title_text",
                "decision_number",
                "decision_date",
                "year",
            ),
            _award,
        ),
        "decision": Derived(
            _SEARCH, ("number", "date", "authority", "signer", "subject"), _decision
        ),
        "plan_task": Derived(_SEARCH, ("body", "units_text", "proof"), _task),
        "council_member": Derived(
            {"name_key": "bytes", "search_fold": "text"}, ("full_name", "position"), _member
        ),
    }
)
