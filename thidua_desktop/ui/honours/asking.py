"""Asks the history of one recipient and shows it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.history import HistoryDialog


class Past(Protocol):
    """What knows the awards of a recipient."""

    def awards_of(self, name_or_uid: str) -> list[AwardRow]:
        """Return the awards of that person, unit or household."""


class Asking(QObject):
    """F3 of a tab: *page* is the window below the list of awards."""

    def __init__(self, past: Past, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._past = past
        self._desk = desk
        self._page = page

    def ask(self, recipient: Callable[[], Recipient]) -> None:
        """Show the awards of whom *recipient* gives; it is called off the window's thread."""

        def look_up() -> tuple[str, Sequence[AwardRow]]:
            one = recipient()
            known = one.person_uid or one.unit_uid or one.household_uid
            return one.name, self._past.awards_of(known or one.name)

        self._desk.read(look_up).succeeded.connect(self._show)

    def _show(self, answer: tuple[str, Sequence[AwardRow]]) -> None:
        name, rows = answer
        dialog = HistoryDialog(name, rows, self._desk.look, self._page)
        self._desk.prompts.run(dialog)
        dialog.deleteLater()
