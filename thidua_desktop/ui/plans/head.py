"""What stands above the tasks: the plan one is in, and how many tasks are late, open and done.

Knows no service: it shows what it is given and tells what is pressed.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.plans import Counts
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.plans.fields import QUARTERS, plan_state
from thidua_desktop.ui.widgets.buttons import action_button, menu_button
from thidua_desktop.ui.widgets.elided import ElidedLine

_STUCK = "\N{NO-BREAK SPACE}"
_COUNTED = (("late", "Quá hạn"), ("open", "Chưa xong"), ("done", "Đã xong"), ("tasks", "Tất cả"))


class Head(QWidget):
    """Title and facts of the plan, its counts as ways to the tasks counted, its commands."""

    asked = Signal(str)
    """A count was pressed: late, open, done, or tasks for all."""
    earlier_asked = Signal(int)
    """The tasks of this earlier year are wanted in a plan that has none yet."""

    def __init__(self, finish: QAction, on_plan: Sequence[QAction], look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts, self._earlier = Counts(), 0
        self._title, self._line, self._links = QLabel(), ElidedLine(), QLabel()
        self._finish = action_button(finish)
        self._more = menu_button("Kế hoạch", on_plan, self)
        self._lay_out()
        self._links.linkActivated.connect(self._follow)
        look.changed.connect(self._dress)
        self._dress()

    def show_plan(self, plan: Plan, quarter: int, counts: Counts, earlier: int = 0) -> None:
        """Show *plan*, the quarter one is in, and the counts of its tasks.

        *earlier*: the year whose tasks are offered to a plan without any, 0 for none.
        """
        part = f", {QUARTERS[quarter].replace('Quý', 'quý')}" if quarter else ""
        self._title.setText(f"Nhiệm vụ năm {plan.year}{part}")
        self._line.say(facts(plan))
        self._counts, self._earlier = counts, earlier
        self._show_counts()

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Let Tab come here after *before*, and go on to *after*."""
        ends = [end.focusProxy() or end for end in (before, after)]
        stops = (ends[0], self._more, self._links, self._finish, ends[1])
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _follow(self, name: str) -> None:
        if name.isdigit():
            self.earlier_asked.emit(int(name))
        else:
            self.asked.emit(name)

    def _show_counts(self) -> None:
        tokens, links = self._look.tokens, []
        for name, words in _COUNTED:
            count = getattr(self._counts, name)
            colour = tokens.red if name == "late" and count else tokens.accent
            style = f'style="color: {colour}; text-decoration: none"'
            if count or name == "tasks":
                told = f"{words} {count}".replace(" ", _STUCK)
                links.append(f'<a href="{name}" {style}>{told}</a>')
        if self._earlier:
            words = f"Lấy nhiệm vụ từ kế hoạch năm {self._earlier}…"
            style = f'style="color: {tokens.accent}; text-decoration: none"'
            links.append(f'<a href="{self._earlier}" {style}>{words}</a>')
        self._links.setText(f"{_STUCK}· ".join(links))

    def _lay_out(self) -> None:
        self._line.setProperty("tone", "muted")
        self._links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links.setWordWrap(True)
        self._links.setToolTip("Bấm để chỉ hiện những việc ấy")
        self._links.setAccessibleName("Số việc theo tình trạng")
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(sizes.TIGHT)
        first.addWidget(self._title)
        first.addSpacing(sizes.GAP)
        first.addWidget(self._line, 1)
        first.addWidget(self._more)
        second.addWidget(self._links, 1)
        second.addWidget(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)

    def _dress(self) -> None:
        self._title.setFont(self._look.font(bold=True))
        self._show_counts()


def facts(plan: Plan) -> str:
    """Return number, day, state and signer of *plan* in one line."""
    heading = plan.heading
    number = f"Số {heading.number}/{heading.symbol}" if heading.number else "Chưa có số"
    day = show_date(heading.date) if len(heading.date) > len("2024") else ""
    signer = f"{heading.signer} ký" if heading.signer else ""
    return " · ".join(filter(None, (number, day, plan_state(plan.state), signer)))
