"""The columns of the list of people; citizen numbers are masked unless they are asked for."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.people import SEXES, PersonRow
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column

_MASK = "•"
_SEEN = 4  # Digits of a number that are shown unasked.


@dataclass
class Numbers:
    """Whether citizen numbers are shown in full."""

    are_shown: bool = False

    def words(self, number: str) -> str:
        """Return *number* as the list shows it now."""
        return number if self.are_shown else masked(number)


def masked(number: str) -> str:
    """Return *number* with all but its last digits hidden."""
    return _MASK * max(len(number) - _SEEN, 0) + number[-_SEEN:]


def columns(choosing: ChoosingUnit, numbers: Numbers) -> tuple[Column[PersonRow], ...]:
    """Return the columns, typed with proposals of *choosing*; *numbers* says which are masked."""
    return (
        Column(
            "full_name",
            "Họ và tên",
            lambda row: row.full_name,
            170,
            cell=kinds.line("full_name"),
            frozen=True,
        ),
        Column(
            "birth",
            "Ngày sinh",
            lambda row: show_date(row.birth),
            84,
            cell=kinds.day("birth", lambda row: str(row.birth)),
            values="date",
        ),
        Column(
            "sex",
            "Giới tính",
            lambda row: SEXES.get(row.sex, row.sex),
            70,
            cell=kinds.choice("sex", SEXES),
            words=SEXES,
        ),
        Column("position", "Chức vụ", lambda row: row.position, 150, cell=kinds.line("position")),
        Column(
            "unit",
            "Đơn vị",
            lambda row: row.unit,
            180,
            cell=kinds.line("unit_uid", lambda _row, text: choosing.units(text)),
        ),
        Column("citizen_id", "Số định danh", lambda row: numbers.words(row.citizen_id), 104),
        Column(
            "awards",
            "Khen thưởng",
            lambda row: str(row.awards or ""),
            86,
            right=True,
            values="number",
            sums=True,
        ),
    )
