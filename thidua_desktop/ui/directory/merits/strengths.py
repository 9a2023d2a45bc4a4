"""The page of collectives by year: how many people, and how they did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from thidua_desktop.domain.merits import UnitYear, UnitYearRow
from thidua_desktop.services.listed.merits import STRENGTHS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.of_year import OfYear
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.value_editors import NumberEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_COUNTED = {
    "members": ("Tổng số", "Tổng số người của tập thể"),
    "done_or_better": ("HTNV trở lên", "Số người hoàn thành nhiệm vụ trở lên"),
    "disciplined": ("Bị kỷ luật", "Số người bị kỷ luật từ cảnh cáo trở lên"),
    "advanced": ("LĐTT", "Số người đạt Lao động tiên tiến"),
    "fighters": ("CSTĐCS", "Số người đạt Chiến sĩ thi đua cơ sở"),
}


def make(services: "Services", desk: Desk) -> "StrengthsPage":
    """Return the page over *services*."""
    return StrengthsPage(services, desk)


class StrengthsPage(FilteredPage[UnitYear, UnitYearRow]):
    """What shares of its members a collective has; a number that is not known stays empty."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        choosing = ChoosingUnit(services)
        self._of_year: OfYear[UnitYear, UnitYearRow] = OfYear(services.unit_years)
        kind = Kind(
            name="strengths",
            title="Tập thể theo năm",
            tables=("unit_year", "unit"),
            one="số liệu tập thể",
            columns=_columns(choosing),
            fields=_fields(choosing, desk),
            face=Face(_title, _line, "Số liệu mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có số liệu tập thể nào. Có thể dán cả bảng từ Excel vào đây.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._of_year, desk, (), lambda row: row.unit, why)
        ListDoor(self, services.exporting, STRENGTHS, services.unit_years)

    def set_year(self, year: int | None) -> None:
        """Show the numbers of *year*; new ones are of it."""
        self._of_year.year = year
        super().set_year(year)


def _columns(choosing: ChoosingUnit) -> tuple[Column[UnitYearRow], ...]:
    return (
        Column(
            "unit",
            "Tập thể",
            lambda row: row.unit,
            250,
            cell=kinds.line("unit_uid", lambda _row, text: choosing.units(text)),
            frozen=True,
        ),
        Column(
            "year",
            "Năm",
            lambda row: str(row.year or ""),
            60,
            right=True,
            cell=kinds.number("year"),
            values="number",
        ),
        *(_counted(name, title) for name, (title, _tip) in _COUNTED.items()),
    )


def _counted(name: str, title: str) -> Column[UnitYearRow]:
    return Column(
        name,
        title,
        _number(name),
        96,
        right=True,
        cell=kinds.number(name, empty=None),
        values="number",
        sums=True,
    )


def _number(name: str) -> Callable[[UnitYearRow], str]:
    def words(row: UnitYearRow) -> str:
        count = getattr(row, name)
        return "" if count is None else str(count)

    return words


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    names = iter(_COUNTED.items())
    first, (title, tip) = next(names)
    return (
        Field("unit_uid", "Tập thể", lambda: choosing.editor(desk), "Tập thể", needed=True),
        Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
        Field(first, title, lambda: NumberEditor(empty=None), "Số người", tip),
        *(
            Field(name, title, lambda: NumberEditor(empty=None), tip=tip)
            for name, (title, tip) in names
        ),
    )


def _title(strength: UnitYear) -> str:
    return f"Số liệu năm {strength.year}" if strength.year else "Số liệu tập thể"


def _line(strength: UnitYear) -> str:
    return f"{strength.members} người" if strength.members is not None else ""
