"""What stands above the registrations: how many units have sent theirs, and who has not.

Knows no service: it shows what it is given.
"""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.pledges import Returns
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.buttons import action_button
from thidua_desktop.ui.widgets.elided import ElidedLine


class PledgeHead(QWidget):
    """Title and counts, the names of those who have not sent, and the way to list them."""

    def __init__(self, remind: QAction, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title, self._line, self._waiting = QLabel(), ElidedLine(), ElidedLine()
        self._lay_out(remind)
        look.changed.connect(self._dress)
        self._dress()

    def show_returns(self, returns: Returns) -> None:
        """Show who has registered and who has not."""
        self._title.setText(f"Đăng ký thi đua năm {returns.year}")
        count = len(returns.waiting)
        self._line.say(f"{returns.sent} đã gửi · {count} chưa gửi" if returns.sent else "")
        self._waiting.say(waiting_words(returns))
        self._waiting.setVisible(bool(returns.waiting))

    def _lay_out(self, remind: QAction) -> None:
        self._line.setProperty("tone", "muted")
        self._waiting.setProperty("tone", "amber")
        first = QHBoxLayout()
        first.setSpacing(sizes.TIGHT)
        first.addWidget(self._title)
        first.addSpacing(sizes.GAP)
        first.addWidget(self._line, 1)
        first.addWidget(action_button(remind))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, sizes.TIGHT)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._waiting)

    def _dress(self) -> None:
        self._title.setFont(self._look.font(bold=True))


def waiting_words(returns: Returns) -> str:
    """Return the names of those who have not sent, by kind, in one line."""
    kinds = (f"{kind}: {', '.join(names)}" for kind, names in returns.by_kind())
    return f"Chưa gửi: {'; '.join(kinds)}" if returns.waiting else ""
