"""The ways of a paper out of the window: into a file, or to the preview and the printer."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from thidua_desktop.services.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.preview_dialog import PreviewDialog
from thidua_desktop.ui.printing import choose_printer, print_pdf
from thidua_desktop.ui.prompts import Choice, FileKind

PDF = FileKind("Văn bản PDF", ("pdf",))
WORD = FileKind("Văn bản Word", ("docx",))
EXCEL = FileKind("Bảng tính Excel", ("xlsx",))

Draw = Callable[[Path, Ticket], object]
"""Write the paper or sheet to a path; its suffix says in which form."""


class Outgoing(QObject):
    """Saves, previews and prints what *page* hands over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def save(self, title: str, name: str, kinds: Sequence[FileKind], draw: Draw) -> None:
        """Ask where to write, write there, and say so; *title* names the work ("Xuất sổ")."""
        path = self._desk.prompts.save_file(title, name, kinds)
        if path is None:
            return

        def work(ticket: Ticket) -> Path:
            draw(path, ticket)
            return path

        self._desk.paper(work, title).succeeded.connect(self._tell)

    def preview(self, title: str, name: str, draw: Draw) -> None:
        """Draw the paper and show it, to be printed or saved; *name* is proposed for the file."""

        def work(ticket: Ticket) -> tuple[str, str, bytes]:
            return title, name, drawn(draw, ticket)

        self._desk.paper(work, title).succeeded.connect(self._show)

    def print(self, content: bytes, pages: int, title: str) -> None:
        """Ask for a printer and print the PDF in *content*."""
        prompts, memory = self._desk.prompts, self._desk.memory
        printer = choose_printer(pages, prompts, memory, self._page)
        if printer is not None:
            printer.setDocName(title)
            self._desk.paper(lambda ticket: print_pdf(content, printer, ticket), f"In: {title}")

    def save_pdf(self, content: bytes, name: str) -> None:
        """Write the PDF in *content* to where the officer wants it."""
        self.save("Lưu PDF", name, (PDF,), lambda path, _ticket: write_whole(path, content))

    def _show(self, paper: tuple[str, str, bytes]) -> None:
        title, name, content = paper
        dialog = PreviewDialog(title, content, self._desk.look, self._page)
        dialog.print_asked.connect(lambda: self.print(content, dialog.page_count, title))
        dialog.save_asked.connect(lambda: self.save_pdf(content, name))
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _tell(self, path: Path) -> None:
        choices = (
            Choice("open", "Mở tệp"),
            Choice("folder", "Mở thư mục"),
            Choice("close", "Đóng"),
        )
        answer = self._desk.prompts.ask(f"Đã ghi tệp “{path.name}”.", choices, str(path.parent))
        if answer != "close":
            target = path if answer == "open" else path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


def drawn(draw: Draw, ticket: Ticket) -> bytes:
    """Return the PDF that *draw* makes; no file of it stays."""
    with TemporaryDirectory(prefix="thidua-") as folder:
        path = Path(folder) / "van-ban.pdf"
        draw(path, ticket)
        return path.read_bytes()


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* whole or not at all."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
