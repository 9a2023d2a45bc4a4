"""The decisions that awards stand under, as a list of their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.decisions import STATES, Decision, DecisionRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.services.listed.others import DECISIONS
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.columns import said
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.buttons import action_button
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

_TONES = {"issued": "green", "cancelled": "red"}

COLUMNS: tuple[Column[DecisionRow], ...] = (
    Column(
        "number",
        "Số quyết định",
        lambda row: row.number,
        120,
        cell=kinds.line("number"),
        frozen=True,
    ),
    Column(
        "date",
        "Ngày ký",
        lambda row: show_date(row.date),
        88,
        cell=kinds.day("date", lambda row: str(row.date)),
        values="date",
    ),
    Column("subject", "Trích yếu", lambda row: row.subject, 240, cell=kinds.prose("subject")),
    Column(
        "awards",
        "Khen thưởng",
        lambda row: grouped(row.awards),
        96,
        right=True,
        values="number",
    ),
    Column(
        "state",
        "Tình trạng",
        lambda row: said(STATES, row.state),
        120,
        state=lambda row: _TONES.get(row.state, "muted"),
        cell=kinds.choice("state", STATES),
        words=STATES,
    ),
    Column(
        "authority",
        "Người quyết định",
        lambda row: row.authority,
        200,
        cell=kinds.prose("authority"),
    ),
    Column("signer", "Người ký", lambda row: row.signer, 130, cell=kinds.line("signer")),
    Column(
        "level",
        "Cấp",
        lambda row: said(LEVELS, row.level),
        72,
        cell=kinds.choice("level", LEVELS),
        words=LEVELS,
    ),
)
FIELDS: tuple[Field, ...] = (
    Field(
        "number",
        "Số quyết định",
        LineEditor,
        "Quyết định",
        "Số và ký hiệu như trên giấy: 135/QĐ-UBND",
    ),
    Field("date", "Ngày ký", DateEditor, tip="Sổ cũ có thể chỉ ghi năm"),
    Field("subject", "Trích yếu", ProseEditor, tip="Về việc khen thưởng gì"),
    Field("state", "Tình trạng", lambda: ChoiceEditor(STATES)),
    Field("level", "Cấp", lambda: ChoiceEditor(LEVELS), "Thẩm quyền"),
    Field("authority", "Người quyết định", LineEditor),
    Field("signer", "Người ký", LineEditor),
    Field("signer_position", "Chức vụ", LineEditor, tip="Chức vụ của người ký"),
    Field("legal_bases", "Căn cứ", lambda: ProseEditor(4), "Ghi thêm", "Mỗi căn cứ một dòng"),
    Field("note", "Ghi chú", ProseEditor),
)
_FILTERS = (Choosable("state", "Tình trạng", STATES), Choosable("level", "Cấp", LEVELS))


@dataclass(frozen=True, slots=True)
class Hanging:
    """Decisions that are to go, by their rows, and how many awards stand under them."""

    uids: Sequence[str]
    rows: Sequence[DecisionRow]

    @property
    def awards(self) -> int:
        """Return the number of awards."""
        return sum(row.awards for row in self.rows)


class DecisionsList(FilteredPage[Decision, DecisionRow]):
    """Grid and form of the decisions; `awards_asked` gives uid and number of one to look into."""

    awards_asked = Signal(str, str)

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        self._open = QAction("Xem các khen thưởng")
        kind = Kind(
            name="decisions",
            title="Quyết định khen thưởng",
            tables=("decision", "award"),
            one="quyết định",
            columns=COLUMNS,
            fields=FIELDS,
            face=Face(_title, _line, "Quyết định mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có quyết định khen thưởng nào.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, services.decisions, desk, _FILTERS, _called, why)
        ListDoor(self, services.exporting, DECISIONS, services.decisions)
        self._open.triggered.connect(self.open_awards)
        self.offers_changed.connect(self._offer)
        self.grid.set_menu([self._open])
        self._offer()

    def open_awards(self) -> None:
        """Go to the awards of the decision in focus."""
        uid = self.grid.current
        job = self.desk.read(lambda: self._services.decisions.get(uid))
        job.succeeded.connect(self._ask_for_awards)

    def delete(self) -> None:
        """Delete the chosen decisions; asks whether awards under them stay."""
        if self.grid.drop_new():
            return
        uids = self.grid.selected()
        job = self.desk.read(lambda: Hanging(uids, self._services.decisions.rows(uids)))
        job.succeeded.connect(self._ask_about)

    def _ask_about(self, going: Hanging) -> None:
        what = f"{grouped(len(going.rows))} quyết định đang chọn"
        if len(going.rows) == 1:
            what = f"quyết định {going.rows[0].number}"
        choices = [Choice("delete", "Xóa quyết định"), Choice("stay", "Giữ lại")]
        question, detail = f"Xóa {what}?", "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        if going.awards:
            count = f"{grouped(going.awards)} khen thưởng"
            question = f"Xóa {what}? Trong sổ có {count} theo đó."
            choices[0] = Choice("alone", f"Xóa quyết định, giữ {count}")
            detail = f"Các khen thưởng vẫn giữ số và ngày như đang ghi. {detail}"
        answer = self.desk.prompts.ask(question, tuple(choices), detail)
        decisions = self._services.decisions
        ways: dict[str, Callable[[Sequence[str]], Changed]] = {
            "delete": decisions.delete,
            "alone": decisions.delete_alone,
        }
        if answer in ways:
            self.desk.write(lambda: ways[answer](going.uids)).succeeded.connect(self._deleted)

    def _ask_for_awards(self, decision: Decision) -> None:
        self.awards_asked.emit(decision.uid, decision.number)

    def _offer(self) -> None:
        chosen = bool(self.grid.current)
        self._open.setEnabled(chosen)
        self._open.setToolTip(
            "Xem các khen thưởng của quyết định đang chọn"
            if chosen
            else "Hãy chọn một quyết định trước."
        )

    def _lay_out(self) -> None:
        super()._lay_out()
        bar = QWidget()
        self._open.setParent(self)
        self.desk.look.mark(self._open, "medal")
        row = QHBoxLayout(bar)
        row.setContentsMargins(sizes.SPACE, sizes.TIGHT, sizes.SPACE, 0)
        row.addWidget(action_button(self._open))
        row.addStretch()
        self.add_above(bar)


def _called(row: DecisionRow) -> str:
    return row.number


def _title(decision: Decision) -> str:
    return f"Quyết định {decision.number}" if decision.number else "Quyết định"


def _line(decision: Decision) -> str:
    day = f"ngày {show_date(decision.date)}" if decision.date else ""
    return " · ".join(filter(None, (day, said(STATES, decision.state))))
