"""Units: saved without cycles, deleted only when nothing hangs on them."""

from collections.abc import Sequence
from typing import Any

from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit, UnitRow, problems
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.units import UNITS


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

    def _tidy(self, entry: Entry[Unit]) -> tuple[Unit, list[Problem]]:
        unit, found = with_dates(tidied(entry.draft), "valid_from", "valid_to")
        found += problems(unit)
        if not found and _is_its_own_parent(unit, entry.connection):
            words = "Đơn vị cấp trên này lại trực thuộc chính đơn vị đang sửa."
            found.append(Problem("parent_uid", words))
        return unit, found

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        gone = set(uids)
        inside = store.owned(step.connection, Unit, "parent_uid", uids)
        if left := [unit for unit in inside if unit.uid not in gone]:
            raise _in_use(f"{len(left)} đơn vị trực thuộc, trong đó có “{left[0].name}”")
        if people := store.owned(step.connection, Person, "unit_uid", uids):
            raise _in_use(f"{len(people)} người, trong đó có “{people[0].full_name}”")


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


def _in_use(what: str) -> Refused:
    return Refused(
        f"Không xóa được: đơn vị này còn {what}.",
        "Chưa có gì bị xóa.",
        "Nếu đơn vị đã thôi hoạt động, hãy ghi ngày kết thúc thay vì xóa.",
    )
