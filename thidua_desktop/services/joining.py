"""Several records of one person or unit become one: what it has, what leads to it. Undoable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

from thidua_desktop.domain.intake import NotDuplicate
from thidua_desktop.domain.merits import Initiative, InitiativeAuthor, Rating, UnitYear
from thidua_desktop.domain.movements import ClusterMember
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.plans import TaskUnit
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import links
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep

RECORDS: Mapping[str, type[Any]] = MappingProxyType({"person": Person, "unit": Unit})
FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "person": {
            "full_name": "Họ và tên",
            "birth": "Ngày sinh",
            "sex": "Giới tính",
            "position": "Chức vụ",
            "unit_uid": "Đơn vị",
            "citizen_id": "Số định danh",
            "ethnicity": "Dân tộc",
            "sort_name": "Tên để sắp xếp",
            "note": "Ghi chú",
        },
        "unit": {
            "name": "Tên đơn vị",
            "kind": "Loại đơn vị",
            "parent_uid": "Trực thuộc",
            "code": "Mã",
            "valid_from": "Từ ngày",
            "valid_to": "Đến ngày",
            "note": "Ghi chú",
        },
    }
)
"""What can be taken from either of two records, with its label."""


@dataclass(frozen=True, slots=True)
class Join:
    """One merge: *master* as it will be stored, and the *others* that go into it."""

    table: str
    master: Any
    others: tuple[Any, ...]


def filled(table: str, master: Any, others: Sequence[Any]) -> Any:
    """Return *master* with what it lacks from *others*: what one says more exactly, notes of all.

    The end of a unit is left alone: to have none says that it is still there.
    """
    for other in others:
        taken = {
            name: _fuller(name, getattr(master, name), getattr(other, name))
            for name in FIELDS[table]
            if name != "valid_to"
        }
        master = replace(master, **taken)
    return master


def best_first(some: Sequence[Any], counts: Mapping[str, Mapping[str, int]]) -> list[Any]:
    """Return *some* with the one first that most awards lead to, that says most, that is older."""

    def weight(record: Any) -> tuple[int, int, str]:
        said = sum(bool(getattr(record, f.name)) for f in fields(record))
        return -counts[record.uid].get("award", 0), -said, record.uid

    return sorted(some, key=weight)


def lead_over(step: WriteStep, joins: Sequence[Join]) -> None:
    """Lead all that leads to the others of *joins* to their masters, and delete the others.

    Names and units written on awards stay as they were. What then stands twice goes.
    """
    for table, record in RECORDS.items():
        new_of = {
            other.uid: join.master.uid
            for join in joins
            if join.table == table
            for other in join.others
        }
        if new_of:
            _drop_doubles(step, links.move(step, table, new_of))
            step.remove(record, list(new_of))


def free_of_circles(step: WriteStep, unit: Unit, others: Sequence[Unit]) -> Unit:
    """Return *unit* with a parent that is neither itself nor below it, once *others* are gone."""
    gone = {other.uid for other in others}
    candidates = [unit.parent_uid, *(other.parent_uid for other in others), None]
    for parent in candidates:
        if parent not in gone and not _is_below(step.connection, parent, {unit.uid, *gone}):
            return replace(unit, parent_uid=parent)
    return unit


def _fuller(name: str, kept: Any, other: Any) -> Any:
    if not kept or not other:
        return kept or other
    if name in ("full_name", "name") and kept.isupper() and fold(kept) == fold(other):
        return other
    if name == "note" and other not in kept:
        return f"{kept}\n{other}"
    is_longer = len(str(other)) > len(str(kept))
    if is_longer and (name == "birth" and other.startswith(kept)):
        return other
    return other if is_longer and name == "citizen_id" else kept


def _is_below(connection: Reading, parent: str | None, above: set[str]) -> bool:
    seen: set[str] = set()
    while parent and parent not in seen:
        if parent in above:
            return True
        seen.add(parent)
        found = store.get(connection, Unit, [parent])
        parent = found[0].parent_uid if found else None
    return False


# Records that say one thing once; of two alike, and of one that leads from itself to itself, one
# too many is left after a merge.
_ONCE: Mapping[type[Any], str] = MappingProxyType(
    {
        Rating: "person_uid unit_uid year rating",
        UnitYear: "unit_uid year members done_or_better disciplined advanced fighters",
        ClusterMember: "cluster_uid unit_uid year",
        TaskUnit: "task_uid unit_uid role",
        InitiativeAuthor: "initiative_uid person_uid",
        UnitSuccession: "from_uid to_uid date kind",
        NotDuplicate: "first_uid second_uid",
    }
)
_ENDS: Mapping[type[Any], tuple[str, str]] = MappingProxyType(
    {UnitSuccession: ("from_uid", "to_uid"), NotDuplicate: ("first_uid", "second_uid")}
)


def _drop_doubles(step: WriteStep, moved: Sequence[Any]) -> None:
    for kind, names in _ONCE.items():
        some = [record for record in moved if isinstance(record, kind)]
        if some:
            step.remove(kind, _doubles(step.connection, kind, names.split(), some))
    step.remove(InitiativeAuthor, _second_authors(step.connection, moved))


def _doubles(
    connection: Reading, kind: type[Any], names: Sequence[str], moved: Sequence[Any]
) -> list[str]:
    """Return which of *moved* say what another says already, or lead to where they begin."""
    first, last = _ENDS.get(kind, ("uid", ""))
    loops = {one.uid for one in moved if last and getattr(one, first) == getattr(one, last)}
    seen: dict[tuple[Any, ...], str] = {}
    uids = {one.uid for one in moved}
    for one in _beside(connection, kind, names, moved):
        said = _said(one, names)
        if one.uid not in uids or said not in seen:
            seen[said] = one.uid
    doubles = {one.uid for one in moved if seen.get(_said(one, names), one.uid) != one.uid}
    return sorted(loops | doubles)


def _second_authors(connection: Reading, moved: Sequence[Any]) -> list[str]:
    """Return the authors who are now the first author of the same initiative too."""
    firsts = {one.uid for one in moved if isinstance(one, Initiative)}
    firsts |= {one.initiative_uid for one in moved if isinstance(one, InitiativeAuthor)}
    first_of = {one.uid: one.person_uid for one in store.get(connection, Initiative, list(firsts))}
    others = store.owned(connection, InitiativeAuthor, "initiative_uid", sorted(firsts))
    return [
        one.uid
        for one in others
        if one.person_uid and first_of[one.initiative_uid] == one.person_uid
    ]


def _beside(
    connection: Reading, kind: type[Any], names: Sequence[str], moved: Sequence[Any]
) -> list[Any]:
    """Return the records that say something of the same owner as *moved*, those among them last."""
    found: dict[str, Any] = {}
    for name in names:
        if name.endswith("_uid"):
            owners = {getattr(one, name) for one in moved} - {None, ""}
            for one in store.owned(connection, kind, name, sorted(owners)):
                found[one.uid] = one
    uids = {one.uid for one in moved}
    return sorted(found.values(), key=lambda one: (one.uid in uids, one.uid))


def _said(one: Any, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in names)
