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

from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.nominations import STATES
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.checks.verdict_counts import VerdictCounts
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.nominations.places import Where, left_article, left_tone, left_words, told
from thidua_desktop.ui.widgets.buttons import action_button, menu_button
from thidua_desktop.ui.widgets.elided import ElidedLine

_STATES_LEAST = 100
_STUCK = "\N{NO-BREAK SPACE}"


class Head(QWidget):
    """The dossier with what is known of it; below, counts by state and the commands of both.

    *buttons*: the check of what is listed, and the papers of the dossier.
    """

    state_asked = Signal(str)
    """The count of this state was pressed."""

    def __init__(
        self,
        buttons: tuple[QAction, QAction],
        on_dossier: Sequence[QAction],
        on_chosen: Sequence[QAction],
        look: Look,
    ) -> None:
        super().__init__()
        self._look = look
        self._where = Where((), {}, {})
        self._title, self._line, self._states = ElidedLine(), ElidedLine(), QLabel()
        self._left = QLabel()
        self.verdicts = VerdictCounts(look, is_read_only=False)
        check, papers = buttons
        self._check = action_button(check)
        self._of_dossier: tuple[QWidget, ...] = (
            self._title,
            self._line,
            action_button(papers),
            menu_button("Hồ sơ", on_dossier, self),
        )
        self._lay_out(menu_button("Xử lý", on_chosen, self))
        self._states.linkActivated.connect(self.state_asked)
        look.changed.connect(self._dress)
        self._dress()

    def show_where(self, where: Where) -> None:
        """Show the dossier of the place, and its counts."""
        self._where = where
        row = where.dossier
        for widget in self._of_dossier:
            widget.setVisible(row is not None)
        if row is not None:
            self._title.say(row.unit)
            self._line.say(" · ".join(filter(None, (told(row, where.left), row.subject))))
        self._show_left(where.left)
        self._states.setText(self._links(where.states))

    def show_verdicts(self, counts: Mapping[str, int]) -> None:
        """Show how many have which verdict; nothing while they were not checked."""
        self.verdicts.show_counts(counts)
        self.verdicts.setVisible(bool(counts))

    def _show_left(self, left: TimeLeft | None) -> None:
        words = left_words(left)
        self._left.setText(words[:1].upper() + words[1:])
        self._left.setToolTip(left_article(left))
        self._left.setProperty("tone", left_tone(left))
        self._left.style().polish(self._left)
        self._left.setVisible(bool(words))

    def _links(self, states: Mapping[str, int]) -> str:
        style = f"color: {self._look.tokens.accent}; text-decoration: none"
        links = []
        for state, words in STATES.items():
            if count := states.get(state):
                told = f"{words} {grouped(count)}".replace(" ", _STUCK)
                links.append(f'<a href="{state}" style="{style}">{told}</a>')
        return f"{_STUCK}· ".join(links) or "Chưa có đề nghị nào"

    def _lay_out(self, on_chosen: QToolButton) -> None:
        self._line.setProperty("tone", "muted")
        self._states.setWordWrap(True)
        self._states.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._states.setToolTip("Bấm để chỉ hiện những đề nghị ở tình trạng này")
        self._states.setAccessibleName("Số đề nghị theo tình trạng")
        title, line, *buttons = self._of_dossier
        row = QHBoxLayout()
        row.setSpacing(sizes.TIGHT)
        row.addWidget(self._states, 1)
        for button in (self._check, *buttons, on_chosen):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(sizes.SPACE)
        first.addWidget(title, 1)
        first.addWidget(self._left)
        column.addLayout(first)
        column.addWidget(line)
        column.addLayout(row)
        column.addWidget(self.verdicts)
        self.verdicts.hide()
        for widget in self._of_dossier:
            widget.hide()

    def _dress(self) -> None:
        self._title.setFont(self._look.font(bold=True))
        self._states.setMinimumWidth(self._look.px(_STATES_LEAST))
        self.show_where(self._where)
