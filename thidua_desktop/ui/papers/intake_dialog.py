"""What was found in a file, before it is kept: facts, doubts and the text."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.services.importing.values import Intake, PlanDraft, ReportDraft
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers import found
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_HALVES = {0: "Cả năm", 1: "6 tháng đầu năm", 2: "6 tháng cuối năm"}


@dataclass(frozen=True, slots=True)
class Period:
    """What the officer says of a paper that does not say it itself; 0 for unknown."""

    year: int = 0
    half: int = 0


class IntakeDialog(QDialog):
    """Shows the one source of *intake*; its main button keeps it, or reads it for another period.

    The source may have an error instead of a draft; then only the period can be told.
    """

    def __init__(self, intake: Intake, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        item = intake.items[0]
        draft = item.draft
        self._source = item.source
        self._draft = draft if isinstance(draft, ReportDraft | PlanDraft) else None
        self._read = _period(self._draft)
        self._year = NumberEditor(grouped=False)
        self._half = ChoiceEditor(_HALVES)
        self._keep = QPushButton("Cất")
        self.text = PaperText("Nội dung đọc được", look, {})
        self._year.show_value(self._read.year)
        self._half.show_value(self._read.half)
        self.setWindowTitle(f"Nhập từ “{item.source.file}”")
        self._lay_out(look, has_half=intake.kind == "report")
        for editor in (self._year, self._half):
            editor.changed.connect(self._offer)
        self._offer()

    @property
    def asks_period(self) -> bool:
        """Say whether the file has to be read again for the period told here."""
        return self._draft is None or self.period() != self._read

    def period(self) -> Period:
        """Return the period as it is told here."""
        return Period(self._year.value(), self._half.value())

    def _offer(self) -> None:
        self._keep.setText("Đọc lại" if self.asks_period else "Cất")
        is_changed = self.period() != self._read
        is_ready = self._draft is not None or is_changed
        self._keep.setEnabled(is_ready)
        self._keep.setToolTip("" if is_ready else "Hãy ghi năm của văn bản ở bên trái trước.")

    def _lay_out(self, look: Look, *, has_half: bool) -> None:
        if self._draft:
            self.text.show_blocks(found.text(self._draft))
        self.text.setReadOnly(True)
        middle = QHBoxLayout()
        middle.setSpacing(sizes.GAP)
        middle.addWidget(self._facts(look, has_half=has_half))
        middle.addWidget(self.text, 1)
        hint = "Chưa có gì được ghi. Cất xong vẫn lấy lại được bằng Hoàn tác (Ctrl+Z)."
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addLayout(middle)
        column.addLayout(dialog_foot(self, self._keep, hint))
        look.size(self, 960, 520)

    def _facts(self, look: Look, *, has_half: bool) -> QWidget:
        page = QWidget()
        rows = QFormLayout(page)
        rows.setContentsMargins(0, 0, sizes.SPACE, 0)
        rows.setVerticalSpacing(sizes.SPACE)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._year.call("Năm", "")
        self._half.call("Kỳ", "")
        rows.addRow("Năm", self._year)
        if has_half:
            rows.addRow("Kỳ", self._half)
        for label, words in found.facts(self._draft) if self._draft else ():
            rows.addRow(label, _words(words, ""))
        for remark in self._source.remarks:
            rows.addRow(_words(remark, "amber"))
        if self._source.error:
            rows.addRow(_words(self._source.error, "red"))
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFixedWidth(look.px(320))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll


def _words(words: str, tone: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if tone:
        label.setProperty("tone", tone)
    return label


def _period(draft: ReportDraft | PlanDraft | None) -> Period:
    if isinstance(draft, ReportDraft):
        return Period(draft.report.year, draft.report.half)
    return Period(draft.plan.year) if draft else Period()
