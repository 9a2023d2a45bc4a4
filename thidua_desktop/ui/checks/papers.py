"""The papers of checks: the appraisal of a dossier, the list of what was sent back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.outgoing import EXCEL, PDF, WORD, Draw, Outgoing
from thidua_desktop.ui.prompts import Choice, FileKind

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_WAYS = (
    Choice("preview", "Xem trước và in"),
    Choice("save", "Xuất ra tệp…"),
    Choice("leave", "Bỏ qua"),
)


class CheckPapers(QObject):
    """Asks whether a paper is to be seen and printed, or written to a file; *page* lies below."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._out = Outgoing(desk, page)

    def appraise(self, dossier: str, over: QWidget | None = None) -> None:
        """Make the appraisal of a dossier; *over* is the dialog in front, if one is open."""
        exporting = self._services.exporting
        self._make(
            "Phiếu thẩm định hồ sơ",
            "phieu-tham-dinh",
            (WORD, PDF),
            lambda path, ticket: exporting.appraisal(path, dossier, ticket),
            over,
        )

    def list_returned(self, dossier: str, year: int | None) -> None:
        """Make the list of returned nominations, of a dossier, or of *year*, or of all."""
        exporting = self._services.exporting
        self._make(
            "Danh sách đề nghị trả lại",
            "danh-sach-tra-lai",
            (EXCEL, WORD, PDF),
            lambda path, ticket: exporting.sent_back(path, dossier or None, year, ticket),
            None,
        )

    def _make(
        self, title: str, name: str, kinds: Sequence[FileKind], draw: Draw, over: QWidget | None
    ) -> None:
        way = self._desk.prompts.ask(f"{title}: xem hay xuất ra tệp?", _WAYS)
        out = Outgoing(self._desk, over) if over else self._out
        if way == "preview":
            out.preview(title, f"{name}.pdf", draw)
        elif way == "save":
            out.save(title, f"{name}.{kinds[0].suffixes[0]}", kinds, draw)
