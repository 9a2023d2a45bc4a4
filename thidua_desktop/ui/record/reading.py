"""Opens a file kept with a record in the program of its kind: a copy, never one that could run."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from thidua_desktop.domain.attaching import Kept, can_run
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.prompts import Choice

if TYPE_CHECKING:
    from thidua_desktop.services.attachments import Attachments

_CHOICES = (
    Choice("save", "Lưu ra ngoài…"),
    Choice("open", "Vẫn mở"),
    Choice("leave", "Không mở"),
)


class Reading(QObject):
    """Copies lie in a folder of their own that goes with the program."""

    def __init__(self, attachments: "Attachments", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._desk = desk
        self._folder: QTemporaryDir | None = None

    def open(self, kept: Kept, save_instead: Callable[[], None]) -> None:
        """Show the content of *kept*; one that could run is opened only after a question."""
        if can_run(kept.name):
            answer = self._desk.prompts.ask(
                f"“{kept.name}” là loại tệp có thể chạy lệnh trên máy này.",
                _CHOICES,
                "Chỉ mở khi biết chắc ai gửi tệp này. Nếu chưa chắc, hãy lưu ra ngoài rồi quét "
                "vi-rút trước.",
            )
            if answer == "save":
                save_instead()
            if answer != "open":
                return
        folder = self._place()
        job = self._desk.read(lambda: self._attachments.copy_to_read(kept.uid, folder))
        job.succeeded.connect(self._show)

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir(f"{QDir.tempPath()}/thidua-XXXXXX")
        return Path(self._folder.path())

    def _show(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._desk.prompts.tell(
                f"Máy này chưa có chương trình mở được “{copy.name}”.",
                "Tệp đính kèm vẫn nguyên.",
                "Hãy dùng Lưu ra ngoài rồi mở trên máy khác.",
            )
