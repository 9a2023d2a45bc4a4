"""The dialog that asks onto which stick a copy goes. Writes nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover import told
from thidua_desktop.ui.look import Tone

if TYPE_CHECKING:
    from thidua_desktop.services.handover import Stick

_ICON = 20


class SendingDialog(QDialog):
    """The sticks that stand in the computer with their room, and any other folder.

    *sticks* asks for them off the window's thread; *size*: bytes of the file.
    """

    def __init__(
        self, desk: Desk, name: str, size: int, sticks: "Callable[[], Sequence[Stick]]"
    ) -> None:
        super().__init__()
        self.setWindowTitle("Chép ra USB")
        self._desk = desk
        self._size = size
        self._ask_sticks = sticks
        self._sticks: Sequence[Stick] = ()
        self.folder: Path | None = None
        self.list = QListWidget()
        self._none = QLabel("Chưa thấy USB nào. Hãy cắm USB rồi bấm “Tìm lại”.")
        self._copy = QPushButton("Chép")
        self._lay_out(name)
        self.list.currentRowChanged.connect(self._choose_row)
        self.list.itemActivated.connect(self._take_row)
        self.look_again()

    @classmethod
    def ask(
        cls, desk: Desk, name: str, size: int, sticks: "Callable[[], Sequence[Stick]]"
    ) -> Path | None:
        """Return the folder that the copy of the file *name* shall go into, or None."""
        dialog = cls(desk, name, size, sticks)
        folder = dialog.folder if desk.prompts.run(dialog) else None
        dialog.deleteLater()
        return folder

    def look_again(self) -> None:
        """Ask which sticks stand in the computer now."""
        self._desk.read(self._ask_sticks).succeeded.connect(self.show_sticks)

    def show_sticks(self, sticks: "Sequence[Stick]") -> None:
        """Show *sticks*, those that can take the copy to be chosen."""
        self._sticks = sticks
        self.list.clear()
        for stick in sticks:
            self.list.addItem(self._item(stick))
        self.list.setVisible(bool(sticks))
        self._none.setVisible(not sticks)
        fit = [at for at, stick in enumerate(sticks) if not told.why_not(stick, self._size)]
        self.list.setCurrentRow(fit[0] if fit else -1)
        self._choose_row(self.list.currentRow())
        if fit:
            self.list.setFocus()

    def choose_folder(self) -> None:
        """Let any other folder be chosen, and close with it."""
        if folder := self._desk.prompts.folder("Chép vào thư mục"):
            self.folder = folder
            self.accept()

    def _item(self, stick: "Stick") -> QListWidgetItem:
        item = QListWidgetItem(
            self._desk.look.icon("usb", Tone.ACCENT, _ICON),
            f"{told.stick_name(stick)}\n{told.stick_room(stick, self._size)}",
        )
        if told.why_not(stick, self._size):
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _choose_row(self, row: int) -> None:
        self.folder = self._sticks[row].path if 0 <= row < len(self._sticks) else None
        self._copy.setEnabled(self.folder is not None)
        self._copy.setToolTip("" if self.folder else "Hãy chọn USB, hoặc một thư mục khác.")

    def _take_row(self, _item: QListWidgetItem) -> None:
        if self.folder:
            self.accept()

    def _lay_out(self, name: str) -> None:
        look = self._desk.look
        what = QLabel(
            f"Tệp “{name}” ({told.bytes_in_words(self._size)}) được chép thành một bản riêng, đọc "
            "lại từ ổ và so với bản gốc. Trong lúc chép vẫn làm việc được."
        )
        warning = QLabel(told.PERSONAL)
        warning.setProperty("tone", "amber")
        for label in (what, warning, self._none):
            label.setWordWrap(True)
        mark = QLabel()
        mark.setPixmap(look.icon("triangle-alert", Tone.AMBER, _ICON).pixmap(look.px(_ICON)))
        caution = QHBoxLayout()
        caution.setSpacing(sizes.SPACE)
        caution.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        caution.addWidget(warning, 1)
        heading = QLabel("&Chép vào")
        heading.setBuddy(self.list)
        self._none.setProperty("tone", "muted")
        self.list.setAccessibleName("Chép vào")
        self.list.setIconSize(QSize(look.px(_ICON), look.px(_ICON)))
        self.list.setSpacing(sizes.TIGHT // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GROUP, sizes.GROUP, sizes.GROUP, sizes.GAP)
        column.setSpacing(sizes.GAP)
        column.addWidget(what)
        column.addLayout(caution)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._buttons())
        look.size(self, 540, 340)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._copy.setProperty("main", True)
        self._copy.setDefault(True)
        box.addButton(self._copy, QDialogButtonBox.ButtonRole.AcceptRole)
        again = box.addButton("Tìm lại", QDialogButtonBox.ButtonRole.ResetRole)
        other = box.addButton("Thư mục khác…", QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        for button in (again, other):
            button.setAutoDefault(False)  # Enter copies, wherever the focus is.
        again.clicked.connect(self.look_again)
        other.clicked.connect(self.choose_folder)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
