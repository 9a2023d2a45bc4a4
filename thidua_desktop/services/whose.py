"""Names typed where a link to a person or a unit belongs become that link. Knows no list."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.records import Entry, Reading
from thidua_desktop.storage import names
from thidua_desktop.storage import records as store


class OfSomeone(Protocol):
    """A record of one person or one unit."""

    @property
    def uid(self) -> str:
        """Return the key of the record."""

    @property
    def person_uid(self) -> str | None:
        """Return the person, or the name typed in that place."""

    @property
    def unit_uid(self) -> str | None:
        """Return the unit, or the name typed in that place."""


W = TypeVar("W", bound=OfSomeone)


def chosen(draft: W, keys: Mapping[str, str]) -> W:
    """Return *draft* with the uids the officer chose from a list in place of the names typed."""
    taken = {name: uid for name, uid in keys.items() if name in ("person_uid", "unit_uid") and uid}
    return replace(draft, **taken) if taken else draft  # type: ignore[type-var]


def settled(draft: W, entry: Entry[W]) -> tuple[W, list[Problem]]:
    """Return *draft* with links for the names typed in it, and what was not found.

    A unit beside a person says which of several people of that name is meant, and goes: the record
    is of the person.
    """
    look = Look(entry.connection, entry.found)
    unit, problems = look.unit(draft.unit_uid)
    if problems or not draft.person_uid:
        return _of(draft, None, draft.unit_uid if problems else unit), problems
    person, problems = look.person(draft.person_uid, unit)
    return _of(draft, person or draft.person_uid, None), problems


def unit_of(said: str | None, entry: Entry[Any]) -> tuple[str | None, list[Problem]]:
    """Return the unit that *said* means: a uid as it is, else the one unit of that name.

    What no unit has stays as it was said, with its problem.
    """
    if not said or len(said) == _UID:
        return said or None, []
    unit, found = Look(entry.connection, entry.found).unit(said)
    return said if found else unit, found


class Look:
    """Finds people and units by uid or by name; *found* keeps what was looked up in this step."""

    def __init__(self, connection: Reading, found: dict[Any, Any]) -> None:
        self._connection = connection
        self._found = found

    def unit(self, said: str | None) -> tuple[str | None, list[Problem]]:
        """Return the unit that *said*, a uid or a name, means."""
        if not said:
            return None, []
        known = self._known("unit", said)
        if len(known) == 1:
            return known[0].uid, []
        words = f"Có {len(known)} đơn vị tên “{said}”; hãy chọn trong gợi ý."
        missing = f"Danh mục không có đơn vị “{said}”."
        return None, [Problem("unit_uid", words if known else missing)]

    def person(self, said: str, unit: str | None = None) -> tuple[str | None, list[Problem]]:
        """Return the person that *said*, a uid or a name, means; of the *unit* where one is."""
        known: list[Person] = self._known("person", said)
        if unit and known and known[0].uid == said and known[0].unit_uid != unit:
            name = known[0].full_name
            words = f"Danh mục ghi {name} ở đơn vị khác; hãy sửa đơn vị ở trang Cá nhân."
            return None, [Problem("unit_uid", words)]
        if unit:
            known = [one for one in known if one.unit_uid == unit]
        if len(known) == 1:
            return known[0].uid, []
        where = " của đơn vị này" if unit else ""
        if not known:
            words = f"Danh mục không có người tên “{said}”{where}."
        else:
            more = "hãy chọn trong gợi ý" if unit else "hãy chọn trong gợi ý hoặc ghi thêm đơn vị"
            words = f"Có {len(known)} người tên “{said}”{where}; {more}."
        return None, [Problem("person_uid", words)]

    def _known(self, table: str, said: str) -> list[Any]:
        """Return the records of that uid, or of that name with marks and case aside."""
        key = (table, said if len(said) == _UID else fold(said))
        if key not in self._found:
            record = Person if table == "person" else Unit
            known: list[Any] = []
            if len(said) == _UID:
                known = store.get(self._connection, record, [said])
            if not known:
                called = names.people if table == "person" else names.units
                known = store.get(self._connection, record, called(self._connection, said))
            self._found[key] = known
        found: list[Any] = self._found[key]
        return found


_UID = 36


def _of(draft: W, person: str | None, unit: str | None) -> W:
    return replace(draft, person_uid=person or None, unit_uid=unit or None)  # type: ignore[type-var]
