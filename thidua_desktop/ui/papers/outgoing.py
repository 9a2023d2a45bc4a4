"""The ways of a paper out of the window: into a file, or to the preview and the printer."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.papers.gate import PaperGate
from thidua_desktop.ui.printing.pdf_pages import Pdf, read_pdf
from thidua_desktop.ui.printing.preview_window import PreviewWindow, Printers
from thidua_desktop.ui.printing.printer import print_pdf
from thidua_desktop.ui.prompts import Choice, FileKind

PDF = FileKind("Văn bản PDF", ("pdf",))
WORD = FileKind("Văn bản Word", ("docx",))
EXCEL = FileKind("Bảng tính Excel", ("xlsx",))

_WITH_HEADING = (".pdf", ".docx")

Draw = Callable[[Path, Ticket], object]
"""Write the paper or sheet to a path; its suffix says in which form."""


class Outgoing(QObject):
    """Saves, previews and prints what *page* hands over."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        printers: Printers | None = None,
        gate: PaperGate | None = None,
    ) -> None:
        """*printers* are those of this computer, *gate* that of the desk, when left out."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._printers = printers
        self._gate = gate or desk.gate

    def save(self, title: str, name: str, kinds: Sequence[FileKind], draw: Draw) -> None:
        """Ask where to write, write there, and say so; *title* names the work ("Xuất sổ")."""
        path = self._desk.prompts.save_file(title, name, kinds)
        if path is None:
            return

        def work(ticket: Ticket) -> tuple[Path, list[str]]:
            heedful = _Heeding(ticket)
            draw(path, heedful)
            return path, heedful.remarks

        def write() -> None:
            job = self._desk.paper(work, title).on(KeyError, self._tell_of_gone)
            job.finished.connect(self._tell_of_file)

        if path.suffix.lower() in _WITH_HEADING:
            self._gate.enter(write)
        else:
            write()

    def preview(self, title: str, name: str, draw: Draw) -> None:
        """Draw the paper and show it, to be printed or saved; *name* is proposed for the file."""

        def work(ticket: Ticket) -> _Drawn:
            heedful = _Heeding(ticket)
            return _Drawn(title, name, read_pdf(drawn(draw, heedful)), heedful.remarks)

        def draw_it() -> None:
            job = self._desk.paper(work, title).on(KeyError, self._tell_of_gone)
            job.finished.connect(self._show_paper)

        self._gate.enter(draw_it)

    def save_pdf(self, content: bytes, name: str) -> None:
        """Write the PDF in *content* to where the officer wants it."""
        self.save("Xuất ra PDF", name, (PDF,), lambda path, _ticket: write_whole(path, content))

    def _show_paper(self) -> None:
        """Show what was drawn once its bar is gone, for the window stays open a while."""
        job = self.sender()
        if isinstance(job, Job) and job.error is None:
            self._show(job.result)

    def _tell_of_file(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job.error is None:
            self._tell(*job.result)

    def _show(self, paper: "_Drawn") -> None:
        if paper.remarks and not self._is_wanted_so(paper):
            return
        desk, pdf = self._desk, paper.pdf
        window = PreviewWindow(paper.title, pdf, desk.look, desk.memory, self._page, self._printers)
        window.save_asked.connect(lambda: self.save_pdf(pdf.content, paper.name))
        if desk.prompts.run(window):
            self._print(pdf.content, window)
        window.deleteLater()

    def _is_wanted_so(self, paper: "_Drawn") -> bool:
        """Ask whether to go on with a paper of which something has to be remarked."""
        choices = (Choice("show", "Xem trước"), Choice("leave", "Quay lại sửa"))
        question = f"“{paper.title}” có chỗ cần xem lại trước khi in."
        return self._desk.prompts.ask(question, choices, "\n".join(paper.remarks)) == "show"

    def _print(self, content: bytes, window: PreviewWindow) -> None:
        printer, pages = window.chosen_printer(), window.chosen_pages()
        title = window.windowTitle()
        self._desk.paper(lambda ticket: print_pdf(content, printer, pages, ticket), f"In: {title}")

    def _tell_of_gone(self, _error: KeyError) -> None:
        """Tell that what was to be drawn was deleted while the work waited for its turn."""
        self._desk.prompts.tell(
            "Không lập được văn bản: dữ liệu của nó vừa bị xóa.",
            "Chưa có tệp nào được ghi.",
            "Nếu xóa nhầm, hãy bấm Hoàn tác (Ctrl+Z) rồi làm lại.",
        )

    def _tell(self, path: Path, remarks: Sequence[str]) -> None:
        choices = (
            Choice("open", "Mở tệp"),
            Choice("folder", "Mở thư mục"),
            Choice("close", "Đóng"),
        )
        detail = "\n".join((str(path.parent), *remarks))
        answer = self._desk.prompts.ask(f"Đã ghi tệp “{path.name}”.", choices, detail)
        if answer != "close":
            target = path if answer == "open" else path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A paper as it was drawn; *remarks* are for the officer to read before it leaves."""

    title: str
    name: str
    pdf: Pdf
    remarks: Sequence[str]


class _Heeding:
    """A ticket that hands on the steps to another, and keeps the remarks."""

    def __init__(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.remarks: list[str] = []

    def step(self, done: int, total: int, text: str) -> None:
        """Tell the other ticket."""
        self._ticket.step(done, total, text)

    def remark(self, words: str) -> None:
        """Keep a sentence."""
        self.remarks.append(words)


def drawn(draw: Draw, ticket: Ticket) -> bytes:
    """Return the PDF that *draw* makes; no file of it stays."""
    with TemporaryDirectory(prefix="thidua-") as folder:
        path = Path(folder) / "van-ban.pdf"
        draw(path, ticket)
        return path.read_bytes()


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* whole or not at all; OutsideError for what the disk refuses."""
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise OutsideError(
            f"Không ghi được “{path.name}” vào “{path.parent}”.",
            "Tệp cũ (nếu có) và dữ liệu vẫn nguyên.",
            "Hãy đóng tệp ấy nếu đang mở ở chương trình khác, hoặc chọn tên, thư mục khác.",
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
