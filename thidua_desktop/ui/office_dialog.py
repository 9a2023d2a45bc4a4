"""The dialog that asks who an office is. Knows no file."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from thidua_desktop.domain.office import LEVELS, Office, problems
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field, Form

FIELDS = (
    Field(
        "name",
        "Tên cơ quan",
        lambda: LineEditor("Ủy ban nhân dân huyện …"),
        group="Cơ quan",
        needed=True,
        tip="Tên đầy đủ, như ghi trên văn bản",
    ),
    Field("level", "Cấp", lambda: ChoiceEditor(LEVELS)),
    Field("parent", "Cơ quan cấp trên", lambda: LineEditor("Ủy ban nhân dân tỉnh …")),
    Field("place", "Địa danh", LineEditor, tip="Đứng trước ngày tháng trên văn bản"),
    Field("symbol", "Ký hiệu văn bản", lambda: LineEditor("UBND"), group="Trên văn bản"),
    Field("authority", "Quyền hạn, chức vụ", lambda: ProseEditor(2), tip="Mỗi dòng một phần"),
    Field("signer", "Người ký", LineEditor),
    Field("recipients", "Nơi nhận", lambda: ProseEditor(4), tip="Mỗi dòng một nơi"),
)


class OfficeDialog(QDialog):
    """A form about one office; its main button has the verb it is given."""

    def __init__(self, look: Look, office: Office, title: str, verb: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.form: Form[Office] = Form(FIELDS, look)
        self.form.show_value(office)
        box = QDialogButtonBox()
        keep = QPushButton(verb)
        keep.setProperty("main", True)
        keep.setDefault(True)
        box.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(box)
        look.size(self, 560, 520)
        self.form.begin()

    @classmethod
    def ask(cls, desk: Desk, office: Office, title: str, verb: str) -> Office | None:
        """Return *office* as the officer left it, or None."""
        dialog = cls(desk.look, office, title, verb)
        draft = dialog.form.draft() if desk.prompts.run(dialog) else None
        dialog.deleteLater()
        return draft

    def accept(self) -> None:
        found = self.form.problems() or problems(self.form.draft())
        self.form.mark(found)
        if not found:
            super().accept()
