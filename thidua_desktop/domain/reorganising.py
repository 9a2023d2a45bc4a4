"""Merging, splitting, renaming and closing units: what is asked for, and what would come of it.

Knows no file. A unit that ends keeps its record and its name; those that take over begin on the
day after its last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.lineage import has_begun, is_over
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit

KINDS = {
    "merge": "Sáp nhập",
    "split": "Chia, tách",
    "rename": "Đổi tên",
    "close": "Kết thúc hoạt động",
}
SUCCESSION = {"merge": "merge", "split": "split", "rename": "rename", "close": "transfer"}
"""What the succession of each kind is called in `units.SUCCESSIONS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heir:
    """A unit that takes over: one that *is_new* begins on the day, another is there already."""

    unit: Unit
    is_new: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: *ends* end the day before *date*, *heirs* take over.

    *stays*: the one split goes on too. *to*: the uid of the heir that people, nominations and
    units below come to where there are several, "" for none.
    """

    kind: str
    ends: tuple[Unit, ...] = ()
    heirs: tuple[Heir, ...] = ()
    date: str = ""
    basis: str = ""
    stays: bool = False
    to: str = ""

    @property
    def target(self) -> Unit | None:
        """Return the heir that what moves comes to."""
        units = [heir.unit for heir in self.heirs]
        if len(units) == 1 and not self.stays:
            return units[0]
        return next((unit for unit in units if unit.uid == self.to), None)

    @property
    def last_day(self) -> str:
        """Return the last day of what ends."""
        return (date.fromisoformat(self.date) - timedelta(days=1)).isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What moves along to the heir: people, nominations not settled yet, units below."""

    people: bool = True
    nominations: bool = True
    units: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What would come of changes: who ends when, who begins, who takes over from whom.

    *people*, *nominations*, *units* move along; those *left* stay with a unit that ends.
    *collectives*: nominations for the units that end, which stay; *later*: awards that stand in
    the register for a later day and stay.
    """

    ends: Sequence[tuple[Unit, str]] = ()
    begins: Sequence[Unit] = ()
    takings: Sequence[tuple[str, str]] = ()
    people: int = 0
    nominations: int = 0
    units: int = 0
    people_left: int = 0
    units_left: int = 0
    collectives: int = 0
    later: int = 0
    problems: Sequence[Problem] = ()


def problems(change: Change) -> list[Problem]:
    """Return what stands in the way of *change*: fields kind, ends, heirs, date."""
    return [*_of_date(change), *_of_numbers(change), *_of_units(change), *_of_heirs(change)]


def label(change: Change) -> str:
    """Return *change* in words, as its step is called."""
    heirs = ", ".join(heir.unit.name for heir in change.heirs)
    ends = ", ".join(unit.name for unit in change.ends)
    since = f" từ {show_date(change.date)}"
    if change.kind == "merge":
        return f"Sáp nhập {ends} vào {heirs}{since}"
    if change.kind == "rename":
        return f"Đổi tên {ends} thành {heirs}{since}"
    if change.kind == "split":
        return f"{'Tách' if change.stays else 'Chia'} {ends} thành {heirs}{since}"
    return f"Kết thúc hoạt động {ends}{since}"


def _of_date(change: Change) -> Iterator[Problem]:
    try:
        date.fromisoformat(change.date)
    except ValueError:
        words = "Cần đủ ngày, tháng, năm mà việc sắp xếp có hiệu lực."
        yield Problem("date", words)


def _of_numbers(change: Change) -> Iterator[Problem]:
    ends, heirs = len(change.ends), len(change.heirs)
    if not ends and change.kind != "merge":
        yield Problem("ends", "Hãy chọn đơn vị.")
    if change.kind in ("split", "rename") and ends > 1:
        yield Problem("ends", "Việc này làm với từng đơn vị một.")
    if change.kind in ("merge", "rename") and heirs != 1:
        yield Problem("heirs", "Cần một đơn vị kế thừa.")
    if change.kind == "split" and heirs < (1 if change.stays else 2):
        least = "ít nhất một" if change.stays else "ít nhất hai"
        yield Problem("heirs", f"Cần {least} đơn vị kế thừa.")
    if change.kind == "close" and any(heir.is_new for heir in change.heirs):
        yield Problem("heirs", "Đơn vị nhận việc phải có sẵn trong danh mục.")


def _of_units(change: Change) -> Iterator[Problem]:
    for unit in change.ends:
        if change.date and is_over(unit, change.date):
            day = show_date(unit.valid_to)
            yield Problem("ends", f"“{unit.name}” đã kết thúc hoạt động {day}.")
        elif change.date and (not has_begun(unit, change.date) or unit.valid_from == change.date):
            day = show_date(unit.valid_from)
            yield Problem("ends", f"“{unit.name}” bắt đầu {day}, không trước ngày sắp xếp.")


def _of_heirs(change: Change) -> Iterator[Problem]:
    names = [fold(heir.unit.name) for heir in change.heirs]
    if not all(names):
        yield Problem("heirs", "Cần có tên của đơn vị kế thừa.")
    if len(set(names)) < len(names):
        yield Problem("heirs", "Hai đơn vị kế thừa trùng tên.")
    ending = {unit.uid for unit in change.ends}
    for heir in change.heirs:
        if heir.unit.uid in ending:
            words = f"“{heir.unit.name}” vừa kết thúc vừa kế thừa; đơn vị mới cần một dòng riêng."
            yield Problem("heirs", words)
        elif not heir.is_new and change.date and is_over(heir.unit, change.date):
            yield Problem("heirs", f"“{heir.unit.name}” đã kết thúc trước ngày này.")
