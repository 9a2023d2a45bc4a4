"""One intake while the officer puts it right: choices, the way back, reading again. No screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from thidua_desktop.services.importing.choices import Choices
from thidua_desktop.services.importing.values import Intake
from thidua_desktop.ui.desk import Desk

Again = Callable[[Intake, Choices], Intake]
"""Works an intake through with other choices; files are not read again."""


class IntakeWork(QObject):
    """Holds what was read; every choice is worked through off the window's thread.

    Choices made while another is at work are worked through together after it.
    """

    changed = Signal()
    """`intake` is another one now."""
    busy = Signal(bool)

    def __init__(self, intake: Intake, again: Again, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.intake = intake
        self._again = again
        self._desk = desk
        self._before: list[Choices] = []
        self._choices = intake.choices
        self._is_busy = False

    @property
    def choices(self) -> Choices:
        """Return all that was chosen so far, what is still at work too."""
        return self._choices

    @property
    def is_settled(self) -> bool:
        """Say whether `intake` shows all that was chosen."""
        return not self._is_busy

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a choice to take back."""
        return bool(self._before)

    def choose(self, choices: Choices) -> None:
        """Take *choices*, which were made of `choices`, and work the intake through with them."""
        if choices == self._choices:
            return
        self._before.append(self._choices)
        self._go(choices)

    def go_back(self) -> None:
        """Take the last choice back."""
        if self._before:
            self._go(self._before.pop())

    def _go(self, choices: Choices) -> None:
        self._choices = choices
        if not self._is_busy:
            self._is_busy = True
            self.busy.emit(True)
            self._work_through()

    def _work_through(self) -> None:
        intake, choices = self.intake, self._choices
        job = self._desk.read(lambda: self._again(intake, choices))
        job.succeeded.connect(self._have)
        job.failed.connect(self._leave)

    def _have(self, intake: Intake) -> None:
        self.intake = intake
        if intake.choices != self._choices:
            self._work_through()
            return
        self._is_busy = False
        self.changed.emit()
        self.busy.emit(False)

    def _leave(self, _error: Exception) -> None:
        """Go on with what stands; what went wrong is told by the window."""
        self._is_busy = False
        self._choices = self.intake.choices
        self.busy.emit(False)
