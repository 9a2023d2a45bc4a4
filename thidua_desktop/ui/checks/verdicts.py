"""The verdicts that a list of nominations shows: asked for while rows are looked at, then kept."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.ui.desk import Desk

TONES: Mapping[str, str] = {
    "eligible": "green",
    "not_eligible": "red",
    "needs_review": "amber",
}
"""The tone of each verdict."""

_WORDS: Mapping[str, str] = {str(code): words for code, words in VERDICTS.items()}
_PAUSE = 60  # Milliseconds in which all cells of a screen have said what they lack.
_AT_ONCE = 100
_ON_ITS_WAY = "…"


class Knows(Protocol):
    """Whoever can tell verdicts."""

    def verdicts(self, uids: Sequence[str]) -> Mapping[str, str]:
        """Return the verdict of each of *uids*."""


class Verdicts(QObject):
    """Answers at once with what is known; the rest comes off the window's thread.

    After a change what was known is shown until it has been asked again.
    """

    came = Signal()
    """More is known now."""

    def __init__(self, checks: Knows, desk: Desk) -> None:
        super().__init__()
        self._checks = checks
        self._desk = desk
        self._known: dict[str, str] = {}
        self._fresh: set[str] = set()
        self._wanted: dict[str, None] = {}
        self._is_asking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        desk.bus.changed.connect(self._hear)

    def code(self, uid: str) -> str:
        """Return the verdict of *uid*, "" while it is on its way."""
        if uid not in self._fresh:
            self._wanted[uid] = None
            if not self._is_asking and not self._pause.isActive():
                self._pause.start()
        return self._known.get(uid, "")

    def words(self, uid: str) -> str:
        """Return the verdict of *uid* in words."""
        return _WORDS.get(self.code(uid), _ON_ITS_WAY)

    def _ask(self) -> None:
        uids = [uid for uid in reversed(self._wanted) if uid not in self._fresh][:_AT_ONCE]
        self._wanted.clear()
        if not uids:
            return
        self._is_asking = True
        job = self._desk.read(lambda: (uids, self._checks.verdicts(uids)))
        job.succeeded.connect(self._have)
        job.failed.connect(self._leave)

    def _have(self, answer: tuple[Sequence[str], Mapping[str, str]]) -> None:
        uids, found = answer
        self._is_asking = False
        self._known.update(found)
        self._fresh.update(uids)
        self.came.emit()

    def _leave(self, _error: Exception) -> None:
        """Show what is known; what went wrong is told by the window."""
        self._is_asking = False

    def _hear(self, _changed: Changed) -> None:
        self._fresh.clear()
        self.came.emit()
