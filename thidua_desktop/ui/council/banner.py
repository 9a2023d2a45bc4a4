"""What does not match in the make-up of the council, calmly told above the list. Knows no list."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thidua_desktop.domain.council import Mismatch
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_TERM = "term"


class Banner(QWidget):
    """An icon, "Cần xem lại" and each thing that does not match.

    `row_asked` gives the uid of the member whose thing was pressed, `term_asked` that of the term.
    """

    row_asked = Signal(str)
    term_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: Sequence[Mismatch] = ()
        self._icon, self._words = QLabel(), QLabel()
        self._lay_out()
        self._words.linkActivated.connect(self._press)
        look.changed.connect(self._dress)
        self._dress()

    def tell(self, found: Sequence[Mismatch]) -> None:
        """Show *found*; nothing at all when there is nothing."""
        self._found = found
        self._dress()
        self.setVisible(bool(found))

    def _press(self, link: str) -> None:
        if link == _TERM:
            self.term_asked.emit()
        else:
            self.row_asked.emit(link)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "amber")
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._words.setAccessibleName("Những chỗ cần xem lại của Hội đồng")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.GAP, sizes.TIGHT)
        row.setSpacing(sizes.SPACE)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def _dress(self) -> None:
        size = self._look.px(16)
        self._icon.setPixmap(self._look.icon("triangle-alert", Tone.AMBER).pixmap(size, size))
        colour = self._look.tokens.amber
        told = " ".join(_words(each, colour) for each in self._found)
        self._words.setText(f"Cần xem lại: {told}")


def _words(mismatch: Mismatch, colour: str) -> str:
    """Return the sentence, as a link where there is something to go to."""
    text = escape(mismatch.text)
    link = _TERM if mismatch.of_term else mismatch.member_uid
    return f'<a href="{link}" style="color: {colour}">{text}</a>' if link else text
