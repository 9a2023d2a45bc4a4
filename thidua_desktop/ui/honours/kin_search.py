"""A search for a unit finds what those before and after it hold, and says so above the list."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.widgets.elided import ElidedLine
from thidua_desktop.ui.widgets.filtered_page import FilteredPage


class KnowsKin(Protocol):
    """What knows who took over from whom."""

    def also_named(self, text: str) -> tuple[list[str], tuple[str, ...]]:
        """Return who went before the unit that *text* names, or took over, and texts for it."""


class KinBar(QWidget):
    """A slim row that says which units are found too; `alone_asked` is the way out."""

    alone_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLine()
        self._words.setProperty("tone", "muted")
        alone = QPushButton("Chỉ tìm đúng chữ này")
        alone.setFlat(True)
        alone.setToolTip("Bỏ các đơn vị trước và sau sắp xếp, chỉ tìm những chữ đã gõ")
        alone.clicked.connect(self.alone_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, 2, sizes.SPACE, 2)
        row.setSpacing(sizes.SPACE)
        row.addWidget(self._words, 1)
        row.addWidget(alone)
        self.hide()

    @property
    def words(self) -> str:
        """Return what the row says, without what has no room."""
        return self._words.accessibleName()

    def tell(self, names: Sequence[str]) -> None:
        """Say that what *names* hold is found too; nothing for none."""
        self._words.say(f"Gồm cả {', '.join(names)} (đơn vị trước và sau sắp xếp)" if names else "")
        self.setVisible(bool(names))


class KinSearch(QObject):
    """Looks for words in *page*, and for the units that belong to the one they name."""

    def __init__(self, page: FilteredPage[Any, Any], units: KnowsKin) -> None:
        super().__init__(page)
        self._page = page
        self._units = units
        self._turn = 0
        self.bar = KinBar()
        self.bar.alone_asked.connect(self._search_alone)
        page.add_above(self.bar)
        page.conditions_dropped.connect(self._forget)

    def search(self, text: str) -> None:
        """Show the rows with the words of *text*; then those of kin too, where it names a unit."""
        self._forget()
        self._page.grid.search(text)
        if text:
            turn = self._turn
            job = self._page.desk.read(lambda: (turn, text, self._units.also_named(text)))
            job.succeeded.connect(self._widen)

    def _widen(self, answer: tuple[int, str, tuple[list[str], tuple[str, ...]]]) -> None:
        turn, text, (names, also) = answer
        if turn == self._turn and names:
            self._page.grid.search(text, also)
            self.bar.tell(names)

    def _search_alone(self) -> None:
        text = self._page.grid.query.text
        self._forget()
        self._page.grid.search(text)

    def _forget(self) -> None:
        self._turn += 1
        self.bar.tell([])
