"""What stands at the right of the toolbar: the year and the search line. Know no list.

They are there at the first paint, so the namespace `Qt` and the kinds of events, whose
enumerations take long to make, are asked for when a key comes.
"""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit

from thidua_desktop.ui.look import Look, Tone

FIRST_YEAR = 1948  # The first year of the emulation movement; older rows are under all years.
_SEARCH_WIDTH, _SEARCH_LEAST = 240, 130


class YearBox(QComboBox):
    """The year that lists show, or all years; typing digits goes to a year."""

    chosen = Signal(object)

    def __init__(self, this_year: int) -> None:
        super().__init__()
        self._this_year = this_year
        self.addItem("Mọi năm", None)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAccessibleName("Năm")
        self.setToolTip("Năm của những gì đang xem")
        self.activated.connect(self._choose)

    def complete(self) -> None:
        """Offer the years, this one's next first; done after the first paint."""
        for year in range(self._this_year + 1, FIRST_YEAR - 1, -1):
            self.addItem(f"Năm {year}", year)

    @property
    def year(self) -> int | None:
        """Return the year chosen, None for all."""
        year: int | None = self.currentData()
        return year

    def show_year(self, year: int | None) -> None:
        """Stand on *year* without telling anyone."""
        self.setCurrentIndex(max(self.findData(year), 0))

    def _choose(self) -> None:
        self.chosen.emit(self.year)


class SearchLine(QLineEdit):
    """Words to find; they are told as typed, but not while an input method composes a letter."""

    sought = Signal(str)
    left = Signal()
    """Enter, Down or, with no words left, Esc: on to what was found."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = self.addAction(
            look.icon("search", Tone.MUTED), self.ActionPosition.LeadingPosition
        )
        self.setPlaceholderText("Tìm… (Ctrl+F)")
        self.setAccessibleName("Tìm")
        self._say()
        self.textChanged.connect(self._tell)
        look.changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str) -> None:
        """Stand on *text* without telling anyone."""
        was = self.blockSignals(True)
        self.setText(text)
        self.blockSignals(was)

    def begin(self) -> None:
        """Take the focus with all words chosen, so that typing replaces them."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.text():
            self.clear()
        elif _leads_on(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_SEARCH_WIDTH), super().sizeHint().height())

    def _say(self) -> None:
        finding = "Tìm theo từ, có dấu hay không đều được (Ctrl+F)"
        self.setToolTip(finding if self.isEnabled() else "Ở đây không có danh sách để tìm.")

    def _tell(self, text: str) -> None:
        self.setClearButtonEnabled(True)  # Its icon is slow to load: not before the first paint.
        self.sought.emit(text.strip())

    def _dress(self) -> None:
        self._icon.setIcon(self._look.icon("search", Tone.MUTED))
        self.setMinimumWidth(self._look.px(_SEARCH_LEAST))
        self.setMaximumWidth(self._look.px(_SEARCH_WIDTH))


def _leads_on(event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt

    keys = Qt.Key
    return event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Down, keys.Key_Escape)
