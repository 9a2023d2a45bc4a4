"""The page of households, which are put forward and honoured by the name of their head."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.people import Household, HouseholdRow
from thidua_desktop.services.listed.directory import HOUSEHOLDS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import LineEditor, ProseEditor
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


def make(services: "Services", desk: Desk) -> "HouseholdsPage":
    """Return the page over *services*."""
    return HouseholdsPage(services, desk)


class HouseholdsPage(FilteredPage[Household, HouseholdRow]):
    """Every household the office knows, by the given name of its head."""

    has_years = False

    def __init__(self, services: "Services", desk: Desk) -> None:
        choosing = ChoosingUnit(services)
        kind = Kind(
            name="households",
            title="Hộ gia đình",
            tables=("household", "unit", "award"),
            one="hộ",
            columns=_columns(choosing),
            fields=_fields(choosing, desk),
            face=Face(_title, _line, "Hộ gia đình mới", "Chọn một dòng để xem và sửa."),
            nothing="Danh mục chưa có hộ gia đình nào.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, services.households, desk, (), lambda row: row.head_name, why)
        self.grid.set_menu([desk.actions["history"]])
        ListDoor(self, services.exporting, HOUSEHOLDS, services.households)


def _columns(choosing: ChoosingUnit) -> tuple[Column[HouseholdRow], ...]:
    return (
        Column(
            "head_name",
            "Chủ hộ",
            lambda row: row.head_name,
            190,
            cell=kinds.line("head_name"),
            frozen=True,
        ),
        Column("address", "Địa chỉ", lambda row: row.address, 240, cell=kinds.line("address")),
        Column(
            "unit",
            "Đơn vị",
            lambda row: row.unit,
            190,
            cell=kinds.line("unit_uid", lambda _row, text: choosing.units(text)),
        ),
        Column(
            "awards",
            "Khen thưởng",
            lambda row: str(row.awards or ""),
            86,
            right=True,
            values="number",
            sums=True,
        ),
        Column("note", "Ghi chú", lambda row: row.note, 180, cell=kinds.prose("note")),
    )


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("head_name", "Chủ hộ", LineEditor, "Hộ gia đình", needed=True),
        Field("address", "Địa chỉ", LineEditor),
        Field("unit_uid", "Đơn vị", lambda: choosing.editor(desk), tip="Xã, thôn của hộ"),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
    )


def _title(household: Household) -> str:
    return household.head_name or "Hộ gia đình"


def _line(household: Household) -> str:
    return household.address
