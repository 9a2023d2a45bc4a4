"""The ways of lists into the file: chosen, dropped, pasted, or waiting from before."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.importing.values import ImportResult, Intake
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import unit_suggestions
from thidua_desktop.ui.intake.dialog import ListsDialog
from thidua_desktop.ui.intake.waiting_dialog import WaitingDialog
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import Choice, FileKind
from thidua_desktop.ui.widgets.reading_only import why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

SOURCES = FileKind("Bảng tính, bảng trong Word", ("xlsx", "xls", "ods", "csv", "docx", "xlsm"))


class IntakeDoor(QObject):
    """Reads lists off the window's thread, shows what was found, takes in what is accepted."""

    def __init__(self, services: "Services", desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._desk = desk
        self._window = window
        self._why_not = why_not(services.file.is_read_only)

    def offers(self, kind: str) -> Mapping[str, Offer]:
        """Return the commands answered here, for lists of *kind*, "" where none come in."""
        offers = {"waiting": Offer(self.show_waiting)}
        if kind:
            offers["import"] = Offer(partial(self.ask, kind), self._why_not)
            offers["paste_list"] = Offer(partial(self.paste_copied, kind), self._why_not)
        return offers

    def ask(self, kind: str) -> None:
        """Ask for files, many at once, and read them as lists of *kind*."""
        if paths := self._desk.prompts.open_files("Nhập danh sách từ tệp", (SOURCES,)):
            self.bring(paths, kind)

    def bring(self, paths: Sequence[Path], kind: str = "") -> None:
        """Read *paths* as lists of *kind*; "" lets their own words decide."""
        importing = self._services.importing
        self._read(lambda ticket: importing.read(paths, kind, ticket=ticket), "Đọc danh sách")

    def paste_copied(self, kind: str) -> None:
        """Read the table that was copied, from Excel or Word, as a list of *kind*."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
        html, text = (copied.html(), copied.text()) if copied is not None else ("", "")
        if not html.strip() and not text.strip():
            self._desk.prompts.tell(
                "Chưa chép bảng nào.",
                "",
                "Hãy chọn bảng trong Excel hoặc Word, bấm Ctrl+C rồi làm lại.",
            )
            return
        importing = self._services.importing
        self._read(lambda ticket: importing.read_pasted(html, text, kind, ticket=ticket), "Đọc")

    def show_waiting(self) -> None:
        """Show the rows of all lists that wait; those chosen are gone on with."""
        WaitingDialog.ask(self._services, self._desk, self.take_up)

    def take_up(self, uids: Sequence[str]) -> None:
        """Show the waiting rows *uids* again, to be put right."""
        importing = self._services.importing
        self._read(lambda _ticket: importing.take_up(uids), "Đọc các dòng chờ")

    def _read(self, work: Callable[[Ticket], Intake], label: str) -> None:
        self._desk.paper(work, label).finished.connect(self._show_read)

    def _show_read(self) -> None:
        """Show what was read once its bar is gone, for the window stays open a while."""
        job = self.sender()
        if isinstance(job, Job) and job.error is None:
            self._show(job.result)

    def _show(self, intake: Intake) -> None:
        desk = self._desk
        suggest_units = partial(unit_suggestions, self._services)
        dialog = ListsDialog(intake, self._services.importing, suggest_units, desk, self._window)
        is_accepted = desk.prompts.run(dialog)
        intake = dialog.intake
        dialog.deleteLater()
        if is_accepted:
            importing = self._services.importing
            job = desk.write_long(lambda ticket: importing.take(intake, ticket), "Nhập danh sách")
            job.finished.connect(self._tell_taken)

    def _tell_taken(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job.error is None:
            self._tell(job.result)

    def _tell(self, result: ImportResult) -> None:
        waiting = sum(source.waiting for source in result.sources)
        close, see = Choice("close", "Đóng"), Choice("waiting", "Xem các dòng chờ")
        choices = (close, see) if waiting else (close,)
        if self._desk.prompts.ask(_told(result), choices, _detail(result)) == "waiting":
            self.show_waiting()


def _told(result: ImportResult) -> str:
    accepted = sum(source.accepted for source in result.sources)
    waiting = sum(source.waiting for source in result.sources)
    if not accepted:
        return f"Chưa nhập dòng nào; {grouped(waiting)} dòng chờ trong tệp."
    told = f"Đã nhập {grouped(accepted)} dòng"
    return f"{told}; {grouped(waiting)} dòng chờ xử lý." if waiting else f"{told}."


def _detail(result: ImportResult) -> str:
    made = sum(source.nominations for source in result.sources)
    failed = [f"{source.file}: {source.error}" for source in result.sources if source.error]
    parts = [f"Thành {grouped(made)} đề nghị hoặc khen thưởng."] if made else []
    parts += ["Không đọc được:", *failed] if failed else []
    return "\n".join([*parts, "Hoàn tác (Ctrl+Z) lấy lại cả lần nhập."])
