"""The question a new report begins with: which kind, which period, from what text."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.reports import KINDS
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.reports.fields import HALVES
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.form import Field, Form
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_BEGINNINGS = {"outline": "Đề cương của chương trình", "carried": "Lời văn của kỳ trước"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer wants: kind, year, half (0 for none), and what the text *begins* with."""

    kind: str = "half_year"
    year: int = 0
    half: int = 1
    begins: str = "outline"


class NewReport(QDialog):
    """Asks for the period of a new report."""

    def __init__(self, usual: Wanted, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Báo cáo mới")
        self.form: Form[Wanted] = Form(
            (
                Field("kind", "Loại báo cáo", lambda: ChoiceEditor(KINDS)),
                Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
                Field("half", "Nửa năm", lambda: ChoiceEditor(HALVES)),
                Field("begins", "Bắt đầu từ", lambda: ChoiceEditor(_BEGINNINGS)),
            ),
            look,
        )
        self.form.show_value(usual)
        self._lay_out(look)

    @classmethod
    def ask(cls, usual: Wanted, look: Look, prompts: Prompts, parent: QWidget) -> Wanted | None:
        """Return what the officer wants, or None."""
        dialog = cls(usual, look, parent)
        is_accepted = prompts.run(dialog)
        wanted = dialog.form.draft()
        dialog.deleteLater()
        return wanted if is_accepted else None

    def accept(self) -> None:
        """Close when a report can begin with what was chosen."""
        if problems := [*self.form.problems(), *_problems(self.form.draft())]:
            self.form.mark(problems)
        else:
            super().accept()

    def _lay_out(self, look: Look) -> None:
        make, leave = QPushButton("Lập báo cáo"), QPushButton("Bỏ qua")
        make.setProperty("main", True)
        make.setDefault(True)
        make.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.GAP, 0, sizes.GAP, sizes.GAP)
        foot.addStretch()
        foot.addWidget(make)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addLayout(foot)
        self.resize(look.px(460), look.px(240))


def _problems(wanted: Wanted) -> list[Problem]:
    found = []
    if not 1900 <= wanted.year <= 2100:
        found.append(Problem("year", "Năm của báo cáo phải từ 1900 đến 2100."))
    if wanted.kind == "half_year" and wanted.half not in (1, 2):
        found.append(Problem("half", "Hãy chọn 6 tháng đầu năm hay cuối năm."))
    return found
