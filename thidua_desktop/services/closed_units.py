"""Nothing new is dated to a unit that had ended by then: says so, with who took over."""

from collections.abc import Iterator, Mapping
from typing import Any

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.lineage import is_over
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.records import Entry, Reading
from thidua_desktop.storage import records as store

_KEY = "units that ended"


def of_recipient(
    now: Recipient, date: str, was: tuple[Recipient, str] | None, entry: Entry[Any]
) -> list[Problem]:
    """Return what is wrong with the units that *now* leads to on the partial *date*.

    *was*: recipient and date as they are stored, None for a new record.
    """
    before = _links(was[0]) if was and was[1] == date else {}
    closed = ClosedUnits(entry.connection, entry.found)
    return list(closed.problems(_links(now), date, before))


class ClosedUnits:
    """Looks units up once for all drafts of a step, in *found*."""

    def __init__(self, connection: Reading, found: dict[Any, Any]) -> None:
        self._connection = connection
        self._found: dict[str, Unit | None] = found.setdefault(_KEY, {})

    def problems(
        self, links: Mapping[str, str | None], date: str, before: Mapping[str, str | None]
    ) -> Iterator[Problem]:
        """Give a problem for each field of *links* whose unit had ended when *date* began.

        *before*: the same fields as they are stored, {} for a new record or another date; what
        stands already stays.
        """
        for field, uid in links.items():
            if not uid or uid == before.get(field):
                continue
            if (unit := self._unit(uid)) and is_over(unit, date):
                yield Problem(field, self._words(unit))

    def heir(self, uid: str | None, date: str) -> Unit | None:
        """Return who alone took over from a unit that had ended when *date* began.

        The unit itself where it had not; None where several took over, or nobody.
        """
        unit = self._unit(uid) if uid else None
        if unit is None or not is_over(unit, date):
            return unit
        heirs = self._heirs(unit)
        return self.heir(heirs[0].uid, date) if len(heirs) == 1 else None

    def _unit(self, uid: str) -> Unit | None:
        if uid not in self._found:
            found = store.get(self._connection, Unit, [uid])
            self._found[uid] = found[0] if found else None
        return self._found[uid]

    def _words(self, unit: Unit) -> str:
        names = " hoặc ".join(f"“{heir.name}”" for heir in self._heirs(unit))
        instead = f"Hãy chọn {names}." if names else "Hãy chọn đơn vị khác, hoặc xem lại ngày."
        return f"“{unit.name}” đã kết thúc hoạt động {show_date(unit.valid_to)}. {instead}"

    def _heirs(self, unit: Unit) -> list[Unit]:
        taken = store.owned(self._connection, UnitSuccession, "from_uid", [unit.uid])
        return store.get(self._connection, Unit, [each.to_uid for each in taken])


def _links(recipient: Recipient) -> dict[str, str | None]:
    """Return the units of a recipient by the field that names them in forms."""
    return {
        "recipient.name": recipient.unit_uid,
        "recipient.unit_name": recipient.workplace_uid,
    }
