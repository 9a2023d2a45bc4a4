"""The page of units: those at work and those that ended, who is above whom."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.units import KINDS, Unit, UnitRow
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


def make(services: "Services", desk: Desk) -> "UnitsPage":
    """Return the page over *services*."""
    return UnitsPage(services, desk)


COLUMNS: tuple[Column[UnitRow], ...] = (
    Column("name", "Tên đơn vị", lambda row: row.name, 240, cell=kinds.line("name"), frozen=True),
    Column(
        "kind",
        "Loại đơn vị",
        lambda row: KINDS.get(row.kind, row.kind),
        150,
        cell=kinds.choice("kind", KINDS),
        words=KINDS,
    ),
    Column("parent", "Trực thuộc", lambda row: row.parent, 180),
    Column("code", "Mã", lambda row: row.code, 70, cell=kinds.line("code")),
    Column(
        "valid_from",
        "Từ ngày",
        lambda row: show_date(row.valid_from),
        84,
        cell=kinds.day("valid_from", lambda row: str(row.valid_from)),
        values="date",
    ),
    Column(
        "valid_to",
        "Đến ngày",
        lambda row: show_date(row.valid_to),
        84,
        cell=kinds.day("valid_to", lambda row: str(row.valid_to)),
        values="date",
    ),
)


class UnitsPage(FilteredPage[Unit, UnitRow]):
    """Every unit the office knows, by name."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        choosing = ChoosingUnit(services)
        kind = Kind(
            name="units",
            title="Đơn vị",
            tables=("unit",),
            one="đơn vị",
            columns=COLUMNS,
            fields=_fields(choosing, desk),
            face=Face(_title, _line, "Đơn vị mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có đơn vị nào.",
        )
        super().__init__(
            kind,
            services.units,
            desk,
            (Choosable("kind", "Loại đơn vị", KINDS),),
            lambda row: row.name,
            why_not(services.file.is_read_only),
        )


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("name", "Tên đơn vị", LineEditor, "Đơn vị", needed=True),
        Field("kind", "Loại đơn vị", lambda: ChoiceEditor(KINDS)),
        Field("parent_uid", "Trực thuộc", lambda: choosing.editor(desk), tip="Đơn vị cấp trên"),
        Field("code", "Mã", lambda: LineEditor(width=10), tip="Mã đơn vị hành chính, nếu có"),
        Field("valid_from", "Từ ngày", DateEditor, "Thời gian hoạt động"),
        Field("valid_to", "Đến ngày", DateEditor, tip="Ngày cuối cùng đơn vị còn hoạt động"),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
    )


def _title(unit: Unit) -> str:
    return unit.name or "Đơn vị"


def _line(unit: Unit) -> str:
    until = f"hết hoạt động từ {show_date(unit.valid_to)}" if unit.valid_to else ""
    return " · ".join(filter(None, (KINDS.get(unit.kind, unit.kind), until)))
