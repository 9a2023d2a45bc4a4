"""Modules imported on a thread of their own, so that the window never waits for them."""

import logging
import threading
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)


class Ahead(QObject):
    """Imports *needed*, tells `ready`, and goes on with *later*, in their order.

    A module that cannot be imported is left to whoever needs it, who then meets the fault.
    """

    ready = Signal()
    """All that is needed is there; told on the window's thread."""
    _brought = Signal()

    def __init__(self, needed: Sequence[str], later: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._needed = needed
        self._later = later
        self._is_ended = False
        self._brought.connect(self.ready, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._bring, name="thidua-ahead", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def end(self) -> None:
        """Import nothing more, and wait for the module that is on its way."""
        self._is_ended = True
        self._thread.join()

    def _bring(self) -> None:
        self._import(self._needed)
        if not self._is_ended:
            self._brought.emit()
        self._import(self._later)

    def _import(self, names: Sequence[str]) -> None:
        for name in names:
            if self._is_ended:
                return
            try:
                import_module(name)
            except Exception:
                _log.exception("not imported ahead: %s", name)
