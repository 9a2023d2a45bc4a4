"""F3 of a list: asks for the awards of the one in focus. Shows nothing itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.desk import Desk


class Asking(QObject):
    """Finds out who is meant, and tells the bus that their awards are wanted."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def ask(self, recipient: Callable[[], Recipient]) -> None:
        """Want the awards of whom *recipient* gives; it is called off the window's thread."""
        self._desk.read(recipient).succeeded.connect(self._want)

    def _want(self, one: Recipient) -> None:
        known = one.person_uid or one.unit_uid or one.household_uid or ""
        self._desk.bus.past_wanted.emit(one.name, known)
