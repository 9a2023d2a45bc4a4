"""The buttons above and below the duplicates; each stands for a command. Knows no pair."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.widgets.elided import ElidedLine

_HINT = "← → hoặc phím cách: lấy giá trị của bên nào"


class Bars:
    """Makes the two rows of buttons, and keeps them as enabled as their commands are."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self._buttons: dict[str, QPushButton] = {}

    def head(self, left: Sequence[QWidget]) -> QHBoxLayout:
        """Return the upper row, what is chosen from at its *left*."""
        row = _row()
        for widget in left:
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._button("compare_two", "So hai bản ghi khác…"))
        row.addWidget(self._button("merge_many", "Gộp nhiều…"))
        return row

    def foot(self) -> QHBoxLayout:
        """Return the lower row: what is done with the two that are compared."""
        merge = self._button("merge", "Gộp")
        merge.setProperty("main", True)
        hint = ElidedLine()
        hint.setProperty("tone", "muted")
        hint.say(_HINT)
        row = _row()
        row.addWidget(merge)
        row.addWidget(self._button("swap_master", "Đổi bản ghi giữ lại"))
        row.addWidget(self._button("tell_apart", "Không phải trùng"))
        row.addWidget(hint, 1)
        return row

    def call(self, name: str, words: str) -> None:
        """Show *words* on the button of the command *name*."""
        self._buttons[name].setText(words)

    def offer(self, offers: Mapping[str, Offer]) -> None:
        """Let the buttons be pressed that can be, each with why not."""
        for name, offer in offers.items():
            self._buttons[name].setEnabled(not offer.why_not)
            self._buttons[name].setToolTip(self._actions[name].toolTip())

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(self._actions[name].trigger)
        self._buttons[name] = button
        return button


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.SPACE)
    return row
