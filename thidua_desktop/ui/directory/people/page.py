"""The page of people: who they are, where they work, how often they were honoured."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.people import SEXES, Person, PersonRow
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

_MASK = "•"
_SEEN = 4  # Digits of a number that are shown unasked.


def make(services: "Services", desk: Desk) -> "PeoplePage":
    """Return the page over *services*."""
    return PeoplePage(services, desk)


COLUMNS: tuple[Column[PersonRow], ...] = (
    Column(
        "full_name",
        "Họ và tên",
        lambda row: row.full_name,
        180,
        cell=kinds.line("full_name"),
        frozen=True,
    ),
    Column(
        "birth",
        "Ngày sinh",
        lambda row: show_date(row.birth),
        88,
        cell=kinds.day("birth", lambda row: str(row.birth)),
        values="date",
    ),
    Column(
        "sex",
        "Giới tính",
        lambda row: SEXES.get(row.sex, row.sex),
        72,
        cell=kinds.choice("sex", SEXES),
        words=SEXES,
    ),
    Column("position", "Chức vụ", lambda row: row.position, 170, cell=kinds.line("position")),
    Column("unit", "Đơn vị", lambda row: row.unit, 200),
    Column("citizen_id", "Số định danh", lambda row: masked(row.citizen_id), 110),
    Column(
        "awards",
        "Khen thưởng",
        lambda row: str(row.awards or ""),
        90,
        right=True,
        values="number",
    ),
)


class PeoplePage(FilteredPage[Person, PersonRow]):
    """Everyone the office knows, by given name."""

    has_years = False

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        kind = Kind(
            name="people",
            title="Cá nhân",
            tables=("person", "unit", "award"),
            one="người",
            columns=COLUMNS,
            fields=_fields(ChoosingUnit(services), desk),
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


def masked(number: str) -> str:
    """Return *number* with all but its last digits hidden."""
    return _MASK * max(len(number) - _SEEN, 0) + number[-_SEEN:]


def _fields(choosing: ChoosingUnit, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("full_name", "Họ và tên", LineEditor, "Người", needed=True),
        Field("birth", "Ngày sinh", DateEditor, tip="Ngày, tháng hoặc chỉ năm"),
        Field("sex", "Giới tính", lambda: ChoiceEditor(SEXES)),
        Field("position", "Chức vụ", LineEditor, "Công tác"),
        Field("unit_uid", "Đơn vị", lambda: choosing.editor(desk)),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
    )


def _title(person: Person) -> str:
    return person.full_name or "Người"


def _line(person: Person) -> str:
    born = f"sinh {show_date(person.birth)}" if person.birth else ""
    return " · ".join(filter(None, (person.position, born)))
