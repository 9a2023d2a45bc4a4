"""Exceptions in the officer's words: which are told, and which go to the crash window."""

from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import OfficerError, RuleError
from thidua_desktop.ui.crash import CrashGuard
from thidua_desktop.ui.prompts import Prompts


class Troubles(QObject):
    """Tells of what work could not do and no screen took on itself."""

    def __init__(self, prompts: Prompts, crash: CrashGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._crash = crash

    def tell(self, error: Exception) -> None:
        """Show *error* with what is safe and what to do; a bug goes to the crash window."""
        if isinstance(error, OfficerError):
            self._prompts.tell(error.what, error.safe, error.todo)
        elif isinstance(error, RuleError):
            problems = "\n".join(problem.text for problem in error.problems)
            self._prompts.tell("Chưa cất được.", problems)
        else:
            self._crash.take(error)
