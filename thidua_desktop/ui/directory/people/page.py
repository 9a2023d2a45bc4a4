"""The page of people: who they are, where they work, how often they were honoured."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.people import SEXES, Person, PersonRow
from thidua_desktop.services.listed.directory import PEOPLE
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.people.columns import Numbers, columns
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


_CALLED = {False: "Hiện số định danh", True: "Che số định danh"}


def make(services: "Services", desk: Desk) -> "PeoplePage":
    """Return the page over *services*."""
    return PeoplePage(services, desk)


class PeoplePage(FilteredPage[Person, PersonRow]):
    """Everyone the office knows, by given name; citizen numbers are masked until asked for."""

    has_years = False
    list_kind = "people"
    joint = ""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._numbers = Numbers()
        choosing = ChoosingUnit(services)
        kind = Kind(
            name="people",
            title="Cá nhân",
            tables=("person", "unit", "award"),
            one="người",
            columns=columns(choosing, self._numbers),
            fields=_fields(choosing, desk),
            face=Face(_title, _line, "Người mới", "Chọn một dòng để xem và sửa."),
            nothing="Danh mục chưa có người nào.",
        )
        super().__init__(
            kind,
            services.people,
            desk,
            (Choosable("sex", "Giới tính", SEXES),),
            lambda row: row.full_name,
            why_not(services.file.is_read_only),
        )
        self.grid.set_menu([desk.actions["history"]])
        ListDoor(self, services.exporting, PEOPLE, services.people)

    def offers(self) -> Mapping[str, Offer]:
        return {**super().offers(), "show_numbers": Offer(self.show_numbers)}

    def show_numbers(self) -> None:
        """Show citizen numbers in full in the list, or mask them again."""
        self._numbers.are_shown = not self._numbers.are_shown
        self.desk.actions.call("show_numbers", _CALLED[self._numbers.are_shown])
        self.grid.view.viewport().update()


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("full_name", "Họ và tên", LineEditor, "Người", needed=True),
        Field("birth", "Ngày sinh", DateEditor, tip="Ngày, tháng hoặc chỉ năm"),
        Field("sex", "Giới tính", lambda: ChoiceEditor(SEXES)),
        Field("position", "Chức vụ", LineEditor, "Công tác"),
        Field("unit_uid", "Đơn vị", lambda: choosing.editor(desk)),
        Field(
            "citizen_id",
            "Số định danh",
            lambda: LineEditor(width=14),
            "Giấy tờ",
            "12 chữ số trên căn cước; CMND cũ 9 chữ số",
        ),
        Field(
            "sort_name",
            "Tên để xếp",
            LineEditor,
            tip="Ghi khi từ cuối của họ và tên không phải tên gọi",
        ),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
    )


def _title(person: Person) -> str:
    return person.full_name or "Người"


def _line(person: Person) -> str:
    born = f"sinh {show_date(person.birth)}" if person.birth else ""
    return " · ".join(filter(None, (person.position, born)))
