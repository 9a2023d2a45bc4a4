"""Units: saved without cycles, deleted only when nothing leads to them; who took over from whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.lineage import Kin, kin_of, name_parts
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit, UnitRow, UnitSuccession, problems
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.services.uses import refuse_used
from thidua_desktop.services.whose import unit_of
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.units import UNITS

_ADVICE = "Nếu đơn vị đã thôi hoạt động, hãy ghi ngày kết thúc thay vì xóa."


class Units(Records[Unit, UnitRow]):
    """Agencies, communes, schools, villages."""

    kind = Unit
    listing = UNITS
    words = Words("đơn vị")

    def new(self, **known: Any) -> Unit:
        """Return a draft unit."""
        return Unit(**known)

    def all(self) -> list[Unit]:
        """Return all units, for choosing one."""
        with self._database.read() as connection:
            return store.everything(connection, Unit)

    def kin(self, uid: str) -> Kin:
        """Return a unit with all it took over from and all that took over; KeyError when gone."""
        with self._database.read() as connection:
            return kin_in(connection, store.one(connection, Unit, uid))

    def kin_named(self, text: str) -> list[Kin]:
        """Return the units that *text* names, marks aside, where others took over or went before.

        "UBND xã" and the like may be left out; words that are only part of a name name nobody.
        """
        said = name_parts(text)
        if not said.core:
            return []
        with self._database.read() as connection:
            successions = store.everything(connection, UnitSuccession)
            if not successions:
                return []
            units = store.everything(connection, Unit)
        named = [unit for unit in units if name_parts(unit.name).means(said)]
        return [kin for each in named if (kin := kin_of(each, units, successions)).others]

    def also_named(self, text: str) -> tuple[list[str], tuple[str, ...]]:
        """Return who went before the unit that *text* names, or took over, and texts that find it.

        The texts, for `Query.also`, leave out the committee: rows are written with and without.
        """
        found = self.kin_named(text)
        named = {kin.unit.uid for kin in found}
        others = {unit.uid: unit for kin in found for unit in kin.others if unit.uid not in named}
        names = dict.fromkeys(unit.name for unit in others.values())
        return list(names), tuple(dict.fromkeys(map(_sought, names)))

    def _tied(self, draft: Unit, edit: Edit, entry: Entry[Unit]) -> Unit:  # noqa: ARG002
        chosen = edit.keys.get("parent_uid")
        return replace(draft, parent_uid=chosen) if chosen else draft

    def _tidy(self, entry: Entry[Unit]) -> tuple[Unit, list[Problem]]:
        unit, found = with_dates(tidied(entry.draft), "valid_from", "valid_to")
        parent, missing = unit_of(unit.parent_uid, entry)
        found += [Problem("parent_uid", each.text) for each in missing]
        unit = replace(unit, parent_uid=parent)
        found += problems(unit)
        if not found and _is_its_own_parent(unit, entry.connection):
            words = "Đơn vị cấp trên này lại trực thuộc chính đơn vị đang sửa."
            found.append(Problem("parent_uid", words))
        if not found and (twin := _of_that_code(unit, entry)):
            since = f" từ {show_date(unit.valid_from)}" if unit.valid_from else ""
            found.append(Problem("code", f"Mã này{since} đã là của “{twin.name}”."))
        return unit, found

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        inside = store.owned(step.connection, Unit, "parent_uid", uids)
        together = {"unit": sum(unit.uid in uids for unit in inside)}
        left = [unit.name for unit in inside if unit.uid not in uids]
        left += [one.full_name for one in store.owned(step.connection, Person, "unit_uid", uids)]
        example = left[0] if left else ""
        refuse_used(step.connection, "unit", uids, _ADVICE, together, example)


def kin_in(connection: Reading, unit: Unit) -> Kin:
    """Return *unit* with its predecessors and successors, as the file has them."""
    successions = store.everything(connection, UnitSuccession)
    if not successions:
        return Kin(unit)
    involved = {uid for each in successions for uid in (each.from_uid, each.to_uid)}
    return kin_of(unit, store.get(connection, Unit, sorted(involved)), successions)


def _sought(name: str) -> str:
    parts = name_parts(name)
    return f"{parts.level} {parts.core}".strip()


def _is_its_own_parent(draft: Unit, connection: Reading) -> bool:
    """Say whether the chain of parents of *draft* leads back to it."""
    seen = {draft.uid}
    above = draft.parent_uid
    while above:
        if above in seen:
            return True
        seen.add(above)
        found = store.get(connection, Unit, [above])
        above = found[0].parent_uid if found else None
    return False


def _of_that_code(unit: Unit, entry: Entry[Unit]) -> Unit | None:
    """Return another unit with the code of *unit* from the same day on: codes come again later."""
    is_new = entry.before is None or (unit.code, unit.valid_from) != (
        entry.before.code,
        entry.before.valid_from,
    )
    if not (unit.code and is_new):
        return None
    others = store.owned(entry.connection, Unit, "code", [unit.code])
    same = [o for o in others if o.uid != unit.uid and o.valid_from == unit.valid_from]
    return same[0] if same else None
