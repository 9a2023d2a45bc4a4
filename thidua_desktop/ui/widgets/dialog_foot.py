"""The lowest row of a dialog that asks for something: its verb, and leaving. Knows no question."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton

from thidua_desktop.ui import look as sizes


def dialog_foot(dialog: QDialog, keep: QPushButton, hint: str = "") -> QHBoxLayout:
    """Return the row with *keep*, which accepts *dialog* on Enter too, and "Bỏ qua".

    *hint* stands at its left, in muted letters.
    """
    keep.setProperty("main", True)
    keep.setDefault(True)
    keep.clicked.connect(dialog.accept)
    leave = QPushButton("Bỏ qua")
    leave.clicked.connect(dialog.reject)
    foot = QHBoxLayout()
    foot.setSpacing(sizes.SPACE)
    if hint:
        words = QLabel(hint)
        words.setProperty("tone", "muted")
        foot.addWidget(words)
    foot.addStretch()
    foot.addWidget(keep)
    foot.addWidget(leave)
    return foot
