"""The page of cases under examination: while one is open nobody concerned is put forward."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.merits import OpenCase, OpenCaseRow
from thidua_desktop.services.listed.merits import CASES
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.whose import Choosing, who
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import ProseEditor
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


def make(services: "Services", desk: Desk) -> "CasesPage":
    """Return the page over *services*."""
    return CasesPage(services, desk)


class CasesPage(FilteredPage[OpenCase, OpenCaseRow]):
    """A year shows the cases that were open at some time of it."""

    list_kind = "merits"

    def __init__(self, services: "Services", desk: Desk) -> None:
        choosing = Choosing(services)
        columns: tuple[Column[OpenCaseRow], ...] = (*choosing.columns(), *_COLUMNS)
        kind = Kind(
            name="cases",
            title="Vụ việc đang xem xét",
            tables=("open_case", "person", "unit"),
            one="vụ việc",
            columns=columns,
            fields=(*choosing.fields(desk), *_FIELDS),
            face=Face(_title, _line, "Vụ việc mới", "Chọn một dòng để xem và sửa."),
            nothing="Không có vụ việc nào đang xem xét.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, services.open_cases, desk, (), who, why)
        ListDoor(self, services.exporting, CASES, services.open_cases)


_COLUMNS: tuple[Column[OpenCaseRow], ...] = (
    Column(
        "subject",
        "Nội dung đang xem xét",
        lambda row: row.subject,
        240,
        state=lambda row: "" if row.closed else "amber",
        cell=kinds.line("subject"),
    ),
    Column(
        "opened",
        "Bắt đầu",
        lambda row: show_date(row.opened),
        90,
        cell=kinds.day("opened", lambda row: str(row.opened)),
        values="date",
    ),
    Column(
        "closed",
        "Kết thúc",
        lambda row: show_date(row.closed),
        90,
        cell=kinds.day("closed", lambda row: str(row.closed)),
        values="date",
    ),
)
_FIELDS = (
    Field("subject", "Nội dung", lambda: ProseEditor(3), "Vụ việc", needed=True),
    Field("opened", "Bắt đầu", DateEditor, needed=True),
    Field("closed", "Kết thúc", DateEditor, tip="Để trống khi còn đang xem xét"),
)


def _title(case: OpenCase) -> str:
    return "Vụ việc đã kết thúc" if case.closed else "Vụ việc đang xem xét"


def _line(case: OpenCase) -> str:
    return f"từ {show_date(case.opened)}" if case.opened else ""
