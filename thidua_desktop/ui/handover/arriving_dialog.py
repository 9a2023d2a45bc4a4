"""The dialog that shows what a file from outside holds before it is taken. Takes nothing."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover import told
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.prompts import OFFICE_FILE

if TYPE_CHECKING:
    from thidua_desktop.services.handover import Incoming, Neighbour

_ICON = 20


class ArrivingDialog(QDialog):
    """A checked file: its office, counts and last step, and the files of the same office here.

    Accepted with `target`, where it shall go, or with `instead`, a file of this computer to open.
    """

    def __init__(
        self, desk: Desk, incoming: "Incoming", found: "Sequence[Neighbour]", target: Path
    ) -> None:
        super().__init__()
        self.setWindowTitle("Đưa vào máy này")
        self._desk = desk
        self._incoming = incoming
        self._found = found
        self.target = target
        self.instead: Path | None = None
        self._where = QLabel()
        self._lay_out()
        self._show_target()

    def choose_target(self) -> None:
        """Let another place on this computer be chosen."""
        path = self._desk.prompts.save_file("Đặt tệp vào", self.target.name, (OFFICE_FILE,))
        if path:
            self.target = path
            self._show_target()

    def open_instead(self) -> None:
        """Close with the wish to open the file of this computer that has it all."""
        self.instead = told.safe_to_open(self._found)
        self.accept()

    def _show_target(self) -> None:
        self._where.setText(str(self.target))
        self._where.setToolTip(str(self.target))

    def _lay_out(self) -> None:
        look = self._desk.look
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.GAP)
        office = QLabel(self._incoming.office.name or "Cơ quan chưa có tên")
        office.setFont(look.font(sizes.TITLE_POINTS, bold=True))
        column.addWidget(_wrapped(office))
        column.addLayout(self._line("circle-check", Tone.GREEN, told.checked(self._incoming)))
        column.addLayout(self._facts())
        if self._found:
            words = (
                "Trên máy này đã có tệp của cơ quan này. Tệp đưa vào được đặt bên cạnh, không ghi "
                f"đè lên tệp nào:\n{told.neighbours(self._found)}"
            )
            column.addLayout(self._line("triangle-alert", Tone.AMBER, words))
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.GROUP, sizes.GROUP, sizes.GROUP, sizes.GAP)
        outer.addWidget(scroll)
        outer.addWidget(self._buttons())
        look.size(self, 600, 360 if self._found else 300)

    def _line(self, icon: str, tone: Tone, words: str) -> QHBoxLayout:
        """Return a sentence behind an icon that says how it is meant."""
        look = self._desk.look
        mark = QLabel()
        mark.setPixmap(look.icon(icon, tone, _ICON).pixmap(look.px(_ICON)))
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_wrapped(QLabel(words)), 1)
        return row

    def _facts(self) -> QGridLayout:
        """Return what the file holds and where it will go, a label before each."""
        other = QPushButton("Đổi chỗ…")
        other.setAutoDefault(False)
        other.clicked.connect(self.choose_target)
        texts = [(label, QLabel(text)) for label, text in told.facts(self._incoming)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.GROUP)
        grid.setVerticalSpacing(sizes.SPACE)
        grid.setColumnStretch(1, 1)
        for row, (label, text) in enumerate([*texts, ("Đặt vào", self._where)]):
            head = QLabel(label)
            head.setProperty("tone", "muted")
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_wrapped(text), row, 1, 1, 1 if text is self._where else 2)
        grid.addWidget(other, len(texts), 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        take = QPushButton("Đưa vào và mở")
        take.setProperty("main", True)
        take.setDefault(True)
        box.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        if told.safe_to_open(self._found):
            here = box.addButton("Mở tệp đã có", QDialogButtonBox.ButtonRole.ActionRole)
            here.clicked.connect(self.open_instead)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        take.setFocus()
        return box


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
