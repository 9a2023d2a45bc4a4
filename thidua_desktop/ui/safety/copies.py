"""Backups of the open file: made, put back, checked, and told when they are old. Knows no tab."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer

from thidua_desktop.domain.errors import OfficerError
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.safety.backup_chip import BackupChip
from thidua_desktop.ui.safety.restore_dialog import Backup, RestoreDialog, State
from thidua_desktop.ui.status_line import StatusLine, backup_words

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_OLD = 7  # Days after which a backup that lacks later work is called old.
_HOUR = 3_600_000
_NO_FILE = "Hãy mở một tệp thi đua trước."
_READ_ONLY = "Tệp đang mở chỉ để đọc."


class Doors(Protocol):
    """How backups are found and read while their file is not open."""

    def backups_of(self, path: Path) -> Sequence[Backup]:
        """Return the backups of files named like *path*, newest first."""

    def check_backup(self, path: Path) -> Backup:
        """Return the backup *path* after reading it in full; BadFile when it is not whole."""

    def keep_backups_in(self, folder: Path) -> None:
        """Remember *folder* as the place of backups on this computer; OSError when that fails."""


class Newest(NamedTuple):
    """When the newest backup was made, and whether it holds all that was written."""

    at: datetime | None
    is_current: bool


class Copies(QObject):
    """Answers the commands about backups; *put_back* takes a backup and the file it replaces."""

    def __init__(
        self,
        status: StatusLine,
        desk: Desk,
        doors: Doors,
        put_back: Callable[[Path, Path], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._desk = desk
        self._doors = doors
        self._put_back = put_back
        self._services: Services | None = None
        self._chip: BackupChip | None = None
        self._hourly = QTimer(self)
        self._hourly.setInterval(_HOUR)
        self._hourly.timeout.connect(self._make_if_due)

    def watch(self, services: "Services | None") -> None:
        """Care for the backups of *services* from now on; make the one of the day when due."""
        self._services = services
        if services is None:
            self._hourly.stop()
            return
        self._hourly.start()
        self._make_if_due()

    def offers(self) -> dict[str, Offer]:
        """Return the commands answered here."""
        none = "" if self._services else _NO_FILE
        is_locked = self._services is not None and self._services.file.is_read_only
        locked = _READ_ONLY if is_locked else none
        return {
            "backup": Offer(self._make, none),
            "backup_folder": Offer(self._choose_folder, none),
            "restore": Offer(self._restore, locked),
            "verify": Offer(self._verify, none),
        }

    def choose_for(self, path: Path) -> None:
        """Let a backup be chosen for the file *path*, which cannot be opened."""
        job = self._desk.read(lambda: self._doors.backups_of(path))
        job.succeeded.connect(partial(self._ask, path, None))

    def _make(self) -> None:
        if services := self._services:
            work = partial(_made, services)
            job = self._desk.jobs.start(lambda _ticket: work(), "write", "Sao lưu")
            job.succeeded.connect(self._show)

    def _make_if_due(self) -> None:
        """Make the backup of the day; a failure is told in the status line, and stops nobody."""
        if services := self._services:
            work = _newest if services.file.is_read_only else _made_if_due
            job = self._desk.jobs.start(lambda _ticket: work(services), "write")
            job.succeeded.connect(self._show)
            job.on(OfficerError, self._show_failure)

    def _show(self, newest: Newest) -> None:
        now = datetime.now().astimezone()
        words, is_old = backup_words(newest.at, now), _is_old(newest, now)
        if is_old:
            self._warn(words, "Từ đó đến nay tệp đã được sửa mà chưa có bản sao lưu mới.")
        else:
            self._status.show_backup(words, _unchanged(newest, now))
            if self._chip:
                self._chip.hide()
        if newest.at:
            self._desk.bus.backed_up.emit()

    def _show_failure(self, error: OfficerError) -> None:
        self._warn("Chưa sao lưu được", "\n".join(filter(None, (error.what, error.todo))))

    def _warn(self, words: str, why: str) -> None:
        self._status.show_backup("")
        if self._chip is None:
            ways = [self._desk.actions[name] for name in ("backup", "backup_folder")]
            self._chip = BackupChip(ways, self._desk.look)
            self._status.add_last(self._chip)
        self._chip.say(words, why)

    def _choose_folder(self) -> None:
        """Let another folder take the backups, and make the first one there."""
        services = self._services
        folder = self._desk.prompts.folder("Chọn nơi để các bản sao lưu")
        if not (services and folder):
            return

        def move() -> Newest:
            services.backups.move_to(folder)
            self._doors.keep_backups_in(folder)
            return _newest(services)

        job = self._desk.jobs.start(lambda _ticket: move(), "write", "Sao lưu")
        job.succeeded.connect(self._show)

    def _restore(self) -> None:
        if services := self._services:
            job = self._desk.read(lambda: (services.backups.present(), services.backups.list()))
            job.succeeded.connect(partial(self._ask_beside, services.file.path))

    def _ask_beside(self, path: Path, read: tuple[State, Sequence[Backup]]) -> None:
        present, backups = read
        self._ask(path, present, backups)

    def _ask(self, path: Path, present: State | None, backups: Sequence[Backup]) -> None:
        check = self._doors.check_backup
        if chosen := RestoreDialog.ask(self._desk, backups, present, check):
            self._put_back(chosen, path)

    def _verify(self) -> None:
        if services := self._services:
            verify = services.backups.verify
            job = self._desk.jobs.start(lambda _ticket: verify(), "find", "Kiểm tra tệp")
            job.succeeded.connect(self._show_verified)

    def _show_verified(self, problems: list[str]) -> None:
        if problems:
            self._desk.prompts.tell(
                "Tệp có chỗ hỏng.",
                "\n".join(problems[:10]),
                "Hãy khôi phục từ bản sao lưu gần nhất (Tệp → Khôi phục…).",
            )
        else:
            words = "Đã kiểm tra toàn bộ tệp: không có chỗ nào hỏng."
            self._desk.prompts.ask(words, (Choice("close", "Đóng"),))


def _newest(services: "Services") -> Newest:
    return Newest(services.backups.last(), services.backups.is_current())


def _made(services: "Services") -> Newest:
    services.backups.make()
    return _newest(services)


def _made_if_due(services: "Services") -> Newest:
    services.backups.automatic("daily")
    return _newest(services)


def _is_old(newest: Newest, now: datetime) -> bool:
    """Say whether work has gone unsaved elsewhere for too long."""
    if newest.is_current:
        return False
    return newest.at is None or (now - newest.at).days > _OLD


def _unchanged(newest: Newest, now: datetime) -> str:
    """Return why an old backup is good enough, "" when it is not old."""
    is_aged = newest.at is not None and (now - newest.at).days > _OLD
    return "Từ đó đến nay tệp không có gì thay đổi." if is_aged else ""
