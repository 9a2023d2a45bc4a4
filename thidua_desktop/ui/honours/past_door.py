"""Opens the window of F3 when someone's awards are wanted, and takes its rows further."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.history import HistoryDialog
from thidua_desktop.ui.papers.outgoing import EXCEL, PDF, WORD, Outgoing

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_NAME = "trich-luc-khen-thuong"


class PastDoor(QObject):
    """The awards of a name, from whatever tab they are wanted."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        desk.bus.past_wanted.connect(self.open)

    def begin(self) -> None:
        """Open the window with nobody in it yet."""
        self.open("", "")

    def open(self, name: str, uid: str) -> None:
        """Show the awards of the person or unit *uid*, or of everyone of that *name*."""
        dialog = HistoryDialog(self._services.pasts, self._desk)
        wanted: list[str] = []
        out = Outgoing(self._desk, dialog)
        dialog.export_asked.connect(lambda: self._export(dialog, out))
        dialog.print_asked.connect(lambda: self._print(dialog, out))
        dialog.open_asked.connect(wanted.append)
        dialog.open_asked.connect(dialog.accept)
        if name or uid:
            dialog.look_up(name, uid)
        self._desk.prompts.run(dialog)
        dialog.deleteLater()
        if wanted:
            self._desk.bus.wanted.emit("award", wanted[0])

    def _export(self, dialog: HistoryDialog, out: Outgoing) -> None:
        name, rows, exporting = dialog.past.whom.name, dialog.model.rows, self._services.exporting
        out.save(
            "Xuất lịch sử khen thưởng",
            f"{_NAME}.xlsx",
            (EXCEL, PDF, WORD),
            lambda path, ticket: exporting.past(path, name, rows, ticket),
        )

    def _print(self, dialog: HistoryDialog, out: Outgoing) -> None:
        name, rows, exporting = dialog.past.whom.name, dialog.model.rows, self._services.exporting
        out.preview(
            "Trích lục khen thưởng",
            f"{_NAME}.pdf",
            lambda path, ticket: exporting.past(path, name, rows, ticket),
        )
