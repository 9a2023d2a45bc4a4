"""The page of disciplinary measures: whose, which, from when until when."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.merits import DISCIPLINES, Discipline, DisciplineRow
from thidua_desktop.services.listed.merits import DISCIPLINE
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.whose import Choosing, who
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import ChoiceEditor
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


def make(services: "Services", desk: Desk) -> "DisciplinesPage":
    """Return the page over *services*."""
    return DisciplinesPage(services, desk)


class DisciplinesPage(FilteredPage[Discipline, DisciplineRow]):
    """A year shows the measures that held for some time of it."""

    list_kind = "merits"

    def __init__(self, services: "Services", desk: Desk) -> None:
        choosing = Choosing(services)
        columns: tuple[Column[DisciplineRow], ...] = (*choosing.columns(), *_COLUMNS)
        kind = Kind(
            name="disciplines",
            title="Kỷ luật",
            tables=("discipline", "person", "unit"),
            one="kỷ luật",
            columns=columns,
            fields=(*choosing.fields(desk), *_FIELDS),
            face=Face(_title, _line, "Kỷ luật mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa ghi kỷ luật nào.",
        )
        forms = Choosable("kind", "Hình thức", DISCIPLINES)
        why = why_not(services.file.is_read_only)
        super().__init__(kind, services.disciplines, desk, (forms,), who, why)
        ListDoor(self, services.exporting, DISCIPLINE, services.disciplines)


_COLUMNS: tuple[Column[DisciplineRow], ...] = (
    Column(
        "kind",
        "Hình thức",
        lambda row: DISCIPLINES.get(row.kind, row.kind),
        150,
        cell=kinds.choice("kind", DISCIPLINES),
        words=DISCIPLINES,
    ),
    Column(
        "decision_date",
        "Ngày quyết định",
        lambda row: show_date(row.decision_date),
        110,
        cell=kinds.day("decision_date", lambda row: str(row.decision_date)),
        values="date",
    ),
    Column(
        "until",
        "Hết hiệu lực",
        lambda row: show_date(row.until),
        96,
        cell=kinds.day("until", lambda row: str(row.until)),
        values="date",
    ),
)
_FIELDS = (
    Field("kind", "Hình thức", lambda: ChoiceEditor(DISCIPLINES), "Kỷ luật", needed=True),
    Field("decision_date", "Ngày quyết định", DateEditor, needed=True),
    Field("until", "Hết hiệu lực", DateEditor, tip="Để trống khi chưa biết"),
)


def _title(discipline: Discipline) -> str:
    return DISCIPLINES.get(discipline.kind, "Kỷ luật")


def _line(discipline: Discipline) -> str:
    begun = f"từ {show_date(discipline.decision_date)}" if discipline.decision_date else ""
    ended = f"đến {show_date(discipline.until)}" if discipline.until else ""
    return " ".join(filter(None, (begun, ended)))
