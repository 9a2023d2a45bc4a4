"""A list at the left and a pane at the right, with a border that stays where it was put."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from thidua_desktop.ui.memory import Memory


class Sides(QSplitter):
    """Two widgets side by side; the right one, *width* wide at first, can be folded away.

    Its width is remembered under *key* ("sides/awards").
    """

    def __init__(self, key: str, left: QWidget, right: QWidget, width: int, memory: Memory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key = key
        self._right = right
        self._memory = memory
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)
        self.setHandleWidth(1)
        remembered = memory.numbers(self._key)
        self.setSizes(remembered if len(remembered) == 2 else [10_000, width])
        self.splitterMoved.connect(self._keep)

    def fold(self) -> None:
        """Hide the right side, or show it again."""
        self._right.setVisible(self._right.isHidden())

    def unfold(self) -> None:
        """Show the right side."""
        self._right.show()
        if not self.sizes()[1]:
            width = self.width()
            self.setSizes([width - width // 3, width // 3])

    def _keep(self, *_where: int) -> None:
        self._memory.keep_numbers(self._key, self.sizes())
