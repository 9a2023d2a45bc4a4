"""What papers need of the office and nobody has said yet, asked before the first one is made."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout

from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.office import Office, missing_on_papers
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field, Form

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

Then = Callable[[], None]
Answer = Literal["keep", "later", "no"]

_FIELDS = (
    Field(
        "parent",
        "Cơ quan cấp trên",
        lambda: LineEditor("Ủy ban nhân dân tỉnh …"),
        tip="Dòng trên tên cơ quan ở góc trái văn bản",
    ),
    Field("place", "Địa danh", LineEditor, tip="Đứng trước ngày tháng năm của văn bản"),
    Field("signer", "Người ký", LineEditor, tip="Họ và tên dưới chữ ký"),
)
_NOTE = 8


class MissingFactsDialog(QDialog):
    """A small form over the facts that are blank; `answer` says what was pressed."""

    def __init__(self, desk: Desk, office: Office) -> None:
        super().__init__()
        self.setWindowTitle("Văn bản còn thiếu")
        self.answer: Answer = "no"
        words = QLabel(
            f"Văn bản của {office.name} còn thiếu mấy điều dưới đây. Ghi một lần, các văn bản sau "
            "tự lấy; sửa lại ở Tệp → Thông tin cơ quan."
        )
        words.setWordWrap(True)
        words.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        asked = missing_on_papers(office)
        self.form: Form[Office] = Form([f for f in _FIELDS if f.name in asked], desk.look)
        self.form.show_value(office)
        self.form.setFixedHeight(self.form.sizeHint().height() + desk.look.px(_NOTE))
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(words)
        column.addWidget(self.form)
        column.addStretch()
        column.addWidget(self._buttons())
        self.resize(desk.look.px(520), self.sizeHint().height())
        self.form.begin()

    def keep(self) -> None:
        """Close with the wish to keep what is typed."""
        self.answer = "keep" if self.form.is_dirty else "later"
        self.accept()

    def put_off(self) -> None:
        """Close with the wish to leave blanks on this paper."""
        self.answer = "later"
        self.accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        keep = QPushButton("Cất và tiếp tục")
        keep.setProperty("main", True)
        keep.setDefault(True)
        box.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        later = box.addButton("Để trống, tiếp tục", QDialogButtonBox.ButtonRole.ActionRole)
        later.clicked.connect(self.put_off)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.keep)
        box.rejected.connect(self.reject)
        return box


class MissingFacts(QObject):
    """The guard of the gate while *services* are open: asks once, and not again in this session."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._is_done = services.file.is_read_only

    def ask_before(self, then: Then) -> None:
        """Call *then* at once when nothing is missing, else when it was asked for or put off."""
        if self._is_done:
            then()
        else:
            self._desk.read(self._services.office.get).succeeded.connect(
                while_here(self, partial(self._ask, then))
            )

    def _ask(self, then: Then, office: Office) -> None:
        if not missing_on_papers(office):
            then()
            return
        dialog = MissingFactsDialog(self._desk, office)
        answer: Answer = dialog.answer if self._desk.prompts.run(dialog) else "no"
        draft = dialog.form.draft()
        dialog.deleteLater()
        if answer == "later":
            self._is_done = True
            then()
        elif answer == "keep":
            job = self._desk.write(lambda: self._services.office.complete(draft))
            job.on(RuleError, self._refuse)
            job.succeeded.connect(while_here(self, partial(self._go_on, then)))

    def _go_on(self, then: Then, _changed: object) -> None:
        """Go on behind the questions by which pages now read the papers again."""
        self._is_done = True
        self._desk.read(lambda: None).succeeded.connect(while_here(self, lambda _none: then()))

    def _refuse(self, error: RuleError) -> None:
        self._desk.prompts.tell(error.problems[0].text)
