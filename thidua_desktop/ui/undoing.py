"""Undo and redo of the office's steps, with their words in the menu. Knows no tab and no table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.changes import Changed, Step
from thidua_desktop.domain.errors import ChangedSince
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Offer
from thidua_desktop.ui.prompts import Choice

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_LISTED = 12  # Rows changed since that a question names; the rest is counted.


class Undoing(QObject):
    """Offers undo and redo as the journal allows; `offers_changed` when the step is another."""

    offers_changed = Signal()
    done = Signal(object)
    """A step was undone or redone: its `Changed`."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._history = services.history
        self._desk = desk
        self._undo: Step | None = None
        self._redo: Step | None = None
        desk.bus.changed.connect(self._look)
        self._look()

    def offers(self) -> dict[str, Offer]:
        """Return what can be undone and redone now."""
        return {
            "undo": Offer(self.undo, "" if self._undo else "Không còn lần sửa nào để hoàn tác."),
            "redo": Offer(self.redo, "" if self._redo else "Không có lần sửa nào để làm lại."),
        }

    def undo(self) -> None:
        """Take back the last step not taken back yet; asks when later work stands in the way."""
        job = self._desk.write(self._history.undo)
        job.on(ChangedSince, self._ask)
        job.succeeded.connect(self.done)

    def redo(self) -> None:
        """Do again the step undone last."""
        self._desk.write(self._history.redo).succeeded.connect(self.done)

    def _ask(self, error: ChangedSince) -> None:
        named = [f"• {what}" for _table, _uid, what in error.rows[:_LISTED]]
        if len(error.rows) > _LISTED:
            named.append(f"… và {len(error.rows) - _LISTED} dòng khác")
        answer = self._desk.prompts.ask(
            f"{len(error.rows)} dòng đã được sửa sau lần này. Hoàn tác các dòng còn lại?",
            (Choice("rest", "Hoàn tác các dòng còn lại"), Choice("leave", "Để nguyên tất cả")),
            "\n".join(named),
        )
        if answer == "rest":
            job = self._desk.write(lambda: self._history.undo(confirmed=True))
            job.succeeded.connect(self.done)

    def _look(self, _changed: Changed | None = None) -> None:
        job = self._desk.read(lambda: (self._history.next_undo(), self._history.next_redo()))
        job.succeeded.connect(self._show)

    def _show(self, steps: tuple[Step | None, Step | None]) -> None:
        self._undo, self._redo = steps
        actions = self._desk.actions
        actions.call("undo", _words("Hoàn tác", self._undo))
        actions.call("redo", _words("Làm lại", self._redo))
        self.offers_changed.emit()


def _words(verb: str, step: Step | None) -> str:
    return f"{verb}: {step.label}" if step else verb
