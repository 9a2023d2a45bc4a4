"""What nobody caught: written to a report at once, then told to the officer. Knows no screen.

Exceptions of other threads are handed over by signal before anything is shown. A report leaves
the computer on a stick, so that it has the places in the program and none of the office's words.
"""

import faulthandler
import logging
import platform
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from traceback import format_tb
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from thidua_desktop.ui.prompts import Choice, FileKind, Prompts

_log = logging.getLogger(__name__)

_REPORT = FileKind("Báo cáo lỗi", ("txt",))
_OWN_WORDS = (
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RecursionError,
    TypeError,
    UnboundLocalError,
    ZeroDivisionError,
)
"""Faults whose words speak of the program alone; those of others may hold what was typed."""

_SAFE = (
    "Mọi thứ đã cất vẫn còn nguyên trong tệp thi đua. "
    "Phần đang gõ mà chưa cất thì nên chép lại trước khi đóng chương trình."
)


class Report(NamedTuple):
    """The text of a report, and the file it was written to, if it could be written."""

    text: str
    path: Path | None


class CrashGuard(QObject):
    """Stands behind every part of the program; *folder* keeps the reports, *about* heads them.

    `quit_asked` comes when the officer wants to close the program after a fault.
    """

    quit_asked = Signal()
    _happened = Signal(object)

    def __init__(
        self, folder: Path, about: str, prompts: Prompts, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._folder = folder
        self._about = about
        self._prompts = prompts
        self._now = now
        self._is_telling = False
        self.last_run = ""
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take every exception nobody caught; keep in `last_run` what ended the last run."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        path = self._folder / "last-run.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.last_run = path.read_text("utf-8", "replace") if path.exists() else ""
            self._file = path.open("w", encoding="utf-8")
        except OSError as error:
            _log.info("no file for sudden ends: %s", error)
            return
        faulthandler.enable(self._file)

    def release(self) -> None:
        """Give the hooks back, and close the file for sudden ends."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if hasattr(self, "_file"):
            self._file.close()

    def take(self, error: BaseException) -> None:
        """Report *error* as one that nobody caught."""
        self._hook(type(error), error, error.__traceback__)

    def tell_last_run(self) -> None:
        """Offer the report of a last run that ended suddenly."""
        if self.last_run.strip():
            self._offer(
                "Lần chạy trước, chương trình đã dừng đột ngột.",
                Report(f"{self._about}\n{_system()}\n\n{self.last_run}", None),
                Choice("go_on", "Làm tiếp"),
            )

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        told = without_words(error, trace)
        _log.error("nobody caught: %s", told)
        self._happened.emit(self._write(told))

    def _write(self, told: str) -> Report:
        """Return the report of *told*, written into the folder when that is possible."""
        now = self._now()
        text = f"{self._about}\n{_system()}\n{now:%d/%m/%Y %H:%M:%S}\n\n{told}"
        path = self._folder / f"loi-{now:%Y%m%d-%H%M%S}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            _log.info("report not written: %s", error)
            return Report(text, None)
        return Report(text, path)

    def _tell(self, report: Report) -> None:
        """Tell of the fault; others that come meanwhile are in the log and not told one by one."""
        if self._is_telling:
            return
        self._is_telling = True
        what = "Chương trình gặp một lỗi ngoài dự tính."
        quits = Choice("quit", "Đóng chương trình")
        answer = self._offer(what, report, quits, Choice("go_on", "Làm tiếp"))
        self._is_telling = False
        if answer == "quit":
            self.quit_asked.emit()

    def _offer(self, what: str, report: Report, *others: Choice) -> str:
        """Ask until something else than the report is chosen; return what."""
        folder = (Choice("folder", "Mở thư mục"),) if report.path else ()
        choices = (Choice("report", "Cất báo cáo lỗi…"), *folder, *others)
        where = f"Báo cáo lỗi (không có dữ liệu của cơ quan): {report.path}" if report.path else ""
        detail = "\n\n".join(filter(None, (_SAFE, where)))
        while (answer := self._prompts.ask(what, choices, detail)) in ("report", "folder"):
            if answer == "folder":
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
            else:
                self._save(report.text)
        return answer

    def _save(self, report: str) -> None:
        path = self._prompts.save_file("Cất báo cáo lỗi", "bao-cao-loi.txt", (_REPORT,))
        if path is None:
            return
        try:
            path.write_text(report, "utf-8")
        except OSError:
            self._prompts.tell(
                f"Không ghi được {path.name}.", "", "Hãy chọn thư mục hoặc ổ đĩa khác."
            )


def without_words(error: BaseException, trace: TracebackType | None) -> str:
    """Return the traceback of *error* and its causes without what may be the office's data.

    The words of an exception stay only where Python itself speaks of the program.
    """
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    parts = [without_words(before, before.__traceback__), "\n"] if before else []
    kind = type(error)
    words = f": {error}" if kind in _OWN_WORDS else ""
    return "".join([*parts, *format_tb(trace), f"{kind.__module__}.{kind.__qualname__}{words}\n"])


def _system() -> str:
    return f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
