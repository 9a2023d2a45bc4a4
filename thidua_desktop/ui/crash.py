"""What nobody caught: written to a report at once, then told to the officer. Knows no screen.

Exceptions of other threads are handed over by signal before anything is shown.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from traceback import format_exception
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from thidua_desktop.ui.prompts import Choice, FileKind, Prompts

_log = logging.getLogger(__name__)

_REPORT = FileKind("Báo cáo lỗi", ("txt",))
_SAFE = (
    "Mọi thứ đã cất vẫn còn nguyên trong tệp thi đua. "
    "Phần đang gõ mà chưa cất thì nên chép lại trước khi đóng chương trình."
)


class CrashGuard(QObject):
    """Stands behind every part of the program; *folder* keeps the reports, *about* heads them.

    `quit_asked` comes when the officer wants to close the program after a fault.
    """

    quit_asked = Signal()
    _happened = Signal(str)

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
                f"{self._about}\n\n{self.last_run}",
                Choice("go_on", "Làm tiếp"),
            )

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        told = "".join(format_exception(kind, error, trace))
        _log.error("nobody caught: %s", told)
        self._happened.emit(self._write(told))

    def _write(self, told: str) -> str:
        """Return the report of *told*, written into the folder when that is possible."""
        now = self._now()
        report = f"{self._about}\n{now:%d/%m/%Y %H:%M:%S}\n\n{told}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"loi-{now:%Y%m%d-%H%M%S}.txt").write_text(report, "utf-8")
        except OSError as error:
            _log.info("report not written: %s", error)
        return report

    def _tell(self, report: str) -> None:
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

    def _offer(self, what: str, report: str, *others: Choice) -> str:
        """Ask until something else than saving the report is chosen; return what."""
        choices = (Choice("report", "Cất báo cáo lỗi…"), *others)
        while (answer := self._prompts.ask(what, choices, _SAFE)) == "report":
            self._save(report)
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
