"""What stands above the units of clusters: which cluster, who leads it, what the office is there.

Knows no service: it shows what it is given and tells what is pressed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.clusters import Roll, roles_of
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.buttons import menu_button
from thidua_desktop.ui.widgets.elided import ElidedLine

_NEW, _EARLIER = "new", "earlier"


class ClusterHead(QWidget):
    """Title and facts, the office's own roles, ways to begin where there is nothing yet."""

    new_asked = Signal()
    earlier_asked = Signal()

    def __init__(self, on_cluster: Sequence[QAction], look: Look) -> None:
        super().__init__()
        self._look = look
        self._ways: list[tuple[str, str]] = []
        self._title, self._line, self._roles = QLabel(), ElidedLine(), ElidedLine()
        self._links = QLabel()
        self.more = menu_button("Cụm, khối", on_cluster, self)
        self._lay_out()
        self._links.linkActivated.connect(self._follow)
        look.changed.connect(self._dress)
        self._dress()

    def show_rolls(self, year: int, rolls: Sequence[Roll], at: Roll | None, office: str) -> None:
        """Show the cluster *at*, or all *rolls* of the year, and what *office* is in them."""
        self._title.setText(at.cluster.name if at else f"Cụm, khối thi đua năm {year}")
        self._line.say(facts(at) if at else _sum(rolls))
        roles = roles_of([at] if at else rolls, office)
        self._roles.say(f"{office}: {'; '.join(roles)}" if roles else "")
        self._roles.setVisible(bool(roles))

    def offer(self, earlier: int, *, is_new: bool) -> None:
        """Show the ways to begin: take the make-up of the year *earlier*, or make a cluster."""
        self._ways = [(_EARLIER, f"Lấy cụm, khối từ năm {earlier}…")] if earlier else []
        self._ways += [(_NEW, "Cụm, khối mới…")] if is_new else []
        self._show_links()

    def _follow(self, way: str) -> None:
        (self.earlier_asked if way == _EARLIER else self.new_asked).emit()

    def _show_links(self) -> None:
        style = f'style="color: {self._look.tokens.accent}; text-decoration: none"'
        links = [f'<a href="{way}" {style}>{words}</a>' for way, words in self._ways]
        self._links.setText("\N{NO-BREAK SPACE}· ".join(links))
        self._links.setVisible(bool(links))

    def _lay_out(self) -> None:
        self._line.setProperty("tone", "muted")
        self._links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links.setAccessibleName("Cách bắt đầu")
        first = QHBoxLayout()
        first.setSpacing(sizes.TIGHT)
        first.addWidget(self._title)
        first.addSpacing(sizes.GAP)
        first.addWidget(self._line, 1)
        first.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, sizes.TIGHT)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._roles)
        column.addWidget(self._links)

    def _dress(self) -> None:
        self._title.setFont(self._look.font(bold=True))
        self._show_links()


def facts(roll: Roll) -> str:
    """Return year, size, leader and note of a cluster in one line."""
    led = f"Trưởng: {roll.leader.unit_name}" if roll.leader else ""
    waits = "chưa ghi Trưởng" if roll.members and not roll.leader else ""
    count = f"{len(roll.members)} đơn vị" if roll.members else "chưa có đơn vị nào"
    note = " ".join(roll.cluster.note.split())
    return " · ".join(filter(None, (f"Năm {roll.year}", count, led, waits, note)))


def _sum(rolls: Sequence[Roll]) -> str:
    if not rolls:
        return "Chưa có cụm, khối nào"
    units = sum(len(roll.members) for roll in rolls)
    return f"{len(rolls)} cụm, khối · {units} đơn vị"
