"""The way of a report or plan into the file: read first, shown, then kept."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, Protocol

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.importing.values import ImportResult, Intake
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.intake_dialog import IntakeDialog, Period
from thidua_desktop.ui.prompts import FileKind

_WORDS = {"report": "báo cáo", "plan": "kế hoạch"}
_PASTED = "Phần dán vào"
SOURCES = FileKind("Văn bản Word hoặc tệp chữ", ("docx", "txt", "md"))


class Reader(Protocol):
    """What reads files and keeps what was read; see `services.importing`."""

    def read(
        self,
        paths: list[Path],
        kind: str = "",
        *,
        year: int = 0,
        half: int = 0,
        ticket: Ticket,
    ) -> Intake:
        """Return what *paths* hold; nothing is written."""

    def take(self, intake: Intake, ticket: Ticket) -> ImportResult:
        """Store what was read as one step."""


class Incoming(QObject):
    """Takes a file or a pasted text of *kind*, shows what was found, keeps it when told to."""

    taken = Signal(object)
    """Something was kept: its `Changed`."""

    def __init__(
        self, kind: Literal["report", "plan"], reader: Reader, desk: Desk, page: QWidget
    ) -> None:
        super().__init__(page)
        self._kind = kind
        self._reader = reader
        self._desk = desk
        self._page = page
        self._path = Path()
        self._pasted = ""

    def ask(self) -> None:
        """Ask for a file and read it."""
        path = self._desk.prompts.open_file(f"Nhập {_WORDS[self._kind]} từ tệp", (SOURCES,))
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Read *path*, such as a file dropped on the page."""
        self._path, self._pasted = path, ""
        self._read(Period())

    def take_pasted(self, data: QMimeData, period: Period) -> None:
        """Read *data*, such as a table copied from Word, for *period* where it names none."""
        is_rich = bool(data.html().strip())
        self._path = Path(f"{_PASTED}.html" if is_rich else f"{_PASTED}.txt")
        self._pasted = data.html() if is_rich else data.text()
        self._read(period)

    def _read(self, period: Period) -> None:
        path, pasted, kind = self._path, self._pasted, self._kind

        def read(path: Path, ticket: Ticket) -> Intake:
            year, half = period.year, period.half
            return self._reader.read([path], kind, year=year, half=half, ticket=ticket)

        def work(ticket: Ticket) -> Intake:
            if not pasted:
                return read(path, ticket)
            with TemporaryDirectory() as folder:  # Readers know files alone.
                written = Path(folder) / path.name
                written.write_text(pasted, encoding="utf-8")
                return read(written, ticket)

        self._desk.paper(work, f"Đọc {path.name}").succeeded.connect(self._show)

    def _show(self, intake: Intake) -> None:
        dialog = IntakeDialog(intake, self._desk.look, self._page)
        is_accepted = self._desk.prompts.run(dialog)
        period = dialog.period()
        dialog.deleteLater()
        if is_accepted and dialog.asks_period:
            self._read(period)
        elif is_accepted:
            job = self._desk.write_long(
                lambda ticket: self._reader.take(intake, ticket), f"Nhập {_WORDS[self._kind]}"
            )
            job.succeeded.connect(self._tell)

    def _tell(self, result: ImportResult) -> None:
        changed: Changed = result.changed
        if changed.rows:
            self.taken.emit(changed)


def is_paper(paths: Sequence[Path]) -> bool:
    """Say whether *paths* are one file of a kind that papers come in."""
    return len(paths) == 1 and paths[0].suffix.lower().lstrip(".") in SOURCES.suffixes
