"""What stands above the list: the dossier one is in, and how many nominations are in which state.

Knows no service: it shows what it is given and tells what is pressed.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.nominations import STATES
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.nominations.places import Where, told
from thidua_desktop.ui.widgets.buttons import action_button, menu_button
from thidua_desktop.ui.widgets.elided import ElidedLine

_STUCK = "\N{NO-BREAK SPACE}"


class Head(QWidget):
    """Two rows: the dossier with its *papers* and commands, its states with those *on_chosen*."""

    state_asked = Signal(str)
    """The count of this state was pressed."""

    def __init__(
        self,
        papers: QAction,
        on_dossier: Sequence[QAction],
        on_chosen: Sequence[QAction],
        look: Look,
    ) -> None:
        super().__init__()
        self._look = look
        self._title, self._line, self._states = ElidedLine(), ElidedLine(), QLabel()
        self._dossier = QWidget()
        more = (action_button(papers), menu_button("Hồ sơ", on_dossier, self))
        self._lay_out(more, menu_button("Xử lý", on_chosen, self))
        self._states.linkActivated.connect(self.state_asked)
        look.changed.connect(self._dress)
        self._dress()

    def show_where(self, where: Where) -> None:
        """Show the dossier of the place, and its counts."""
        row = where.dossier
        self._dossier.setVisible(row is not None)
        if row is not None:
            self._title.say(row.unit)
            self._line.say(" · ".join(filter(None, (told(row), row.subject))))
        self._states.setText(self._links(where.states))

    def _links(self, states: Mapping[str, int]) -> str:
        style = f"color: {self._look.tokens.accent}; text-decoration: none"
        links = []
        for state, words in STATES.items():
            if count := states.get(state):
                told = f"{words} {grouped(count)}".replace(" ", _STUCK)
                links.append(f'<a href="{state}" style="{style}">{told}</a>')
        return f"{_STUCK}· ".join(links) or "Chưa có đề nghị nào"

    def _lay_out(self, on_dossier: Sequence[QToolButton], on_chosen: QToolButton) -> None:
        self._line.setProperty("tone", "muted")
        self._states.setWordWrap(True)
        self._states.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._states.setToolTip("Bấm để chỉ hiện những đề nghị ở tình trạng này")
        self._states.setAccessibleName("Số đề nghị theo tình trạng")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        first = QHBoxLayout(self._dossier)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(sizes.TIGHT)
        first.addLayout(words, 1)
        for button in on_dossier:
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(sizes.TIGHT)
        second.addWidget(self._states, 1)
        second.addWidget(on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, 0)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self._dossier)
        column.addLayout(second)

    def _dress(self) -> None:
        self._title.setFont(self._look.font(bold=True))
