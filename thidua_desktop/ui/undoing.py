"""Undo and redo of the office's steps by name, the list of steps, the bin. Knows no tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from thidua_desktop.domain.changes import Changed, Step
from thidua_desktop.domain.errors import ChangedSince
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.safety.kept_rows import rows_words

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_READ_ONLY = "Tệp đang mở chỉ để đọc."


class Undoing(QObject):
    """Offers undo and redo as the journal allows; `offers_changed` when the step is another."""

    offers_changed = Signal()
    done = Signal(object)
    """A step was undone or redone: its `Changed`."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._history = services.history
        self._is_read_only = services.file.is_read_only
        self._desk = desk
        self._undo: Step | None = None
        self._redo: Step | None = None
        desk.bus.changed.connect(self._look)
        self._look()

    def offers(self) -> dict[str, Offer]:
        """Return what can be undone and redone now."""
        nothing = _READ_ONLY if self._is_read_only else ""
        no_undo = "" if self._undo else "Không còn lần sửa nào để hoàn tác."
        no_redo = "" if self._redo else "Không có lần sửa nào để làm lại."
        return {
            "undo": Offer(self.undo, nothing or no_undo),
            "redo": Offer(self.redo, nothing or no_redo),
            "steps": Offer(self._show_steps),
            "bin": Offer(self._show_bin),
        }

    def undo(self) -> None:
        """Take back the last step not taken back yet; asks when later work stands in the way."""
        job = self._desk.write(self._history.undo)
        job.on(ChangedSince, self._ask)
        job.succeeded.connect(self.done)

    def redo(self) -> None:
        """Do again the step undone last."""
        self._desk.write(self._history.redo).succeeded.connect(self.done)

    def _show_steps(self) -> None:
        from thidua_desktop.ui.safety.steps_dialog import StepsDialog

        self._run(StepsDialog(self._history, self._desk, is_read_only=self._is_read_only))

    def _show_bin(self) -> None:
        from thidua_desktop.ui.safety.bin_dialog import BinDialog

        self._run(BinDialog(self._history, self._desk, is_read_only=self._is_read_only))

    def _run(self, dialog: QDialog) -> None:
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _ask(self, error: ChangedSince) -> None:
        answer = self._desk.prompts.ask(
            f"{len(error.rows)} dòng đã được sửa sau lần này. Hoàn tác các dòng còn lại?",
            (Choice("rest", "Hoàn tác các dòng còn lại"), Choice("leave", "Để nguyên tất cả")),
            rows_words(error),
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
