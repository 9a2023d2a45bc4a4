"""Office files in the window: made, opened, backed up, restored, closed. Knows no tab."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.errors import BadFile, Elsewhere, OfficerError, RuleError
from thidua_desktop.domain.office import Office
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover import carrying
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.notice_page import Way
from thidua_desktop.ui.office_dialog import OfficeDialog
from thidua_desktop.ui.page import Offer
from thidua_desktop.ui.prompts import OFFICE_FILE, Choice
from thidua_desktop.ui.restore_dialog import Backup, RestoreDialog
from thidua_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_SLOW = 300  # Milliseconds of opening after which the window says what it waits for.
_NO_FILE = "Hãy mở một tệp thi đua trước."
_READ_ONLY = "Tệp đang mở chỉ để đọc."


class Doors(carrying.Doors, Protocol):
    """How files are made, opened, brought in and put back; `wiring.Wiring` is one."""

    def open_office(self, path: Path, *, read_only: bool = False) -> "Services":
        """Return the services of *path*; OfficerError when it cannot be opened."""

    def create_office(self, path: Path, office: Office) -> "Services":
        """Make *path* for *office* and return its services."""

    def create_sample(self, path: Path) -> "Services":
        """Make the sample office in *path* and return its services."""

    def restore(self, backup: Path, path: Path) -> None:
        """Put *backup* in the place of *path*, which is not open."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sample office and the automatic backups lie; *remember* keeps the last file."""

    sample: Path
    backups: Path
    remember: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file with what the window says of it; *last_year* is that of its last plan."""

    services: "Services"
    office: Office
    backed_up: datetime | None
    last_year: int | None


class OfficeFiles(QObject):
    """Answers the commands of the file menu, and shows on the frame why a file cannot be opened."""

    closed = Signal()
    """The file is closed after the last backup; the window may go."""

    def __init__(
        self, window: MainWindow, workspace: Workspace, desk: Desk, doors: Doors, places: Places
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._desk = desk
        self._doors = doors
        self._places = places
        self._is_waiting = False
        self._carrying = carrying.Carrying(desk, doors, self.open_file, self)
        window.close_asked.connect(self._leave)
        self._offer()

    def open_file(self, path: Path, *, read_only: bool = False) -> None:
        """Open *path* instead of what is open now."""
        is_open = self._services is not None and self._services.file.path == path
        if not is_open:
            open_it = partial(self._doors.open_office, path, read_only=read_only)
            self._workspace.leave(lambda: self._begin(path, open_it))

    def open_sample(self) -> None:
        """Open the sample office of this computer, made when it is not there yet."""
        path = self._places.sample
        if path.exists():
            self.open_file(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        make = partial(self._doors.create_sample, path)
        self._workspace.leave(lambda: self._begin(path, make))

    def welcome(self) -> None:
        """Say what can be done without a file."""
        self._window.show_middle(self._workspace.notice)
        self._workspace.notice.say(
            "folder-open",
            Tone.ACCENT,
            "Chưa mở tệp thi đua nào",
            ("Kế hoạch, đề nghị, sổ khen thưởng và báo cáo của một cơ quan nằm trong một tệp.",),
            (
                Way("Lập tệp mới…", self._new),
                Way("Mở tệp…", self._choose),
                Way("Đưa tệp từ USB vào…", self._carrying.choose),
                Way("Xem tệp mẫu", self.open_sample),
            ),
        )

    @property
    def _services(self) -> "Services | None":
        return self._workspace.services

    def _begin(self, path: Path, make: "Callable[[], Services]") -> None:
        """Open or make a file off the window's thread; what is open stays until that is done."""
        self._is_waiting = True
        QTimer.singleShot(_SLOW, partial(self._say_waiting, path))
        job = self._desk.jobs.start(lambda _ticket: _opened(make()), "write")
        job.on(OfficerError, partial(self._fail, path, make))
        job.on(RuleError, self._refuse)
        job.failed.connect(self._stop_waiting)
        job.succeeded.connect(self._show)

    def _show(self, opened: Opened) -> None:
        self._stop_waiting()
        before, file = self._services, opened.services.file
        self._workspace.attach(opened.services, _year(opened))
        if before:
            self._desk.jobs.start(lambda _ticket: before.file.close(), "write")
        self._places.remember(file.path)
        self._tell(opened)
        self._offer()
        if not file.is_read_only:
            self._back_up_quietly("daily")

    def _tell(self, opened: Opened) -> None:
        """Say in title and status line which file is open."""
        path, status = opened.services.file.path, self._window.status
        marks = [_READ_ONLY.rstrip(".")] if opened.services.file.is_read_only else []
        if opened.office.is_sample:
            marks.append("tệp mẫu, người và số liệu đặt ra")
        words = " · ".join([path.name, opened.office.name, *marks])
        status.show_file(words, str(path))
        status.show_backup(opened.backed_up, datetime.now().astimezone())
        self._window.setWindowTitle(f"{path.stem}[*] — {opened.office.name}")

    def _fail(self, path: Path, make: "Callable[[], Services]", error: OfficerError) -> None:
        """Say why *path* cannot be opened: on the frame, or beside the file that stays open.

        A file that lies elsewhere is brought in instead.
        """
        if isinstance(error, Elsewhere):
            self._bring_in(error)
            return
        if self._services:
            self._desk.prompts.tell(error.what, error.safe, error.todo)
            return
        is_bad = isinstance(error, BadFile)
        restore = Way("Khôi phục từ bản sao lưu…", partial(self._choose_backup, path))
        again = Way("Mở lại", lambda: self._begin(path, make))
        reading = partial(self.open_file, path, read_only=True)
        usual = (again, Way("Mở chỉ để đọc", reading)) if path.exists() else (again,)
        self._window.show_middle(self._workspace.notice)
        self._workspace.notice.say(
            "circle-alert" if is_bad else "lock",
            Tone.RED if is_bad else Tone.AMBER,
            error.what,
            (error.safe, error.todo),
            (*((restore,) if is_bad else usual), Way("Mở tệp khác…", self._choose)),
        )

    def _bring_in(self, error: Elsewhere) -> None:
        if not self._services:
            self.welcome()
        self._carrying.bring_in(error.path)

    def _refuse(self, error: RuleError) -> None:
        self._desk.prompts.tell(error.problems[0].text)

    def _say_waiting(self, path: Path) -> None:
        if self._is_waiting and not self._services:
            self._workspace.notice.say("folder-open", Tone.MUTED, f"Đang mở {path.name}", (), ())
            self._window.show_middle(self._workspace.notice)

    def _stop_waiting(self, _error: object = None) -> None:
        self._is_waiting = False

    def _new(self) -> None:
        office = OfficeDialog.ask(self._desk, Office(), "Lập tệp mới", "Lập tệp")
        if office is None:
            return
        path = self._desk.prompts.save_file("Cất tệp mới", office.name, (OFFICE_FILE,))
        if path:
            make = partial(self._doors.create_office, path, office)
            self._workspace.leave(lambda: self._begin(path, make))

    def _choose(self) -> None:
        if path := self._desk.prompts.open_file("Mở tệp thi đua", (OFFICE_FILE,)):
            self.open_file(path)

    def _back_up(self) -> None:
        if services := self._services:
            job = self._desk.jobs.start(lambda _ticket: services.backups.make(), "write", "Sao lưu")
            job.succeeded.connect(self._show_backup)

    def _back_up_quietly(self, reason: str) -> None:
        """Make the backup that *reason* calls for; a failure is told in the status line."""
        if services := self._services:
            job = self._desk.jobs.start(lambda _ticket: services.backups.automatic(reason), "write")
            job.succeeded.connect(self._show_backup)
            job.on(OfficerError, self._show_backup_trouble)

    def _show_backup(self, made: Path | None) -> None:
        if made:
            now = datetime.now().astimezone()
            self._window.status.show_backup(now, now)
            self._desk.bus.backed_up.emit()

    def _show_backup_trouble(self, error: OfficerError) -> None:
        self._window.status.show_backup_trouble("Chưa sao lưu được", str(error))

    def _restore(self) -> None:
        """Let one of the file's backups be chosen, and put it in the place of the file."""
        if services := self._services:
            job = self._desk.read(services.backups.list)
            job.succeeded.connect(partial(self._ask_backup, services.file.path))

    def _ask_backup(self, path: Path, backups: Sequence[Backup]) -> None:
        dialog = RestoreDialog.ask(self._desk, backups)
        if dialog and dialog.is_other:
            self._choose_backup(path)
        elif dialog and dialog.chosen:
            self._workspace.leave(partial(self._put_back, dialog.chosen, path))

    def _choose_backup(self, path: Path) -> None:
        chosen = self._desk.prompts.open_file(
            "Chọn bản sao lưu", (OFFICE_FILE,), self._places.backups
        )
        if chosen:
            self._workspace.leave(partial(self._put_back, chosen, path))

    def _put_back(self, backup: Path, path: Path) -> None:
        services = self._services
        self._workspace.detach()
        self._offer()

        def put_back() -> "Services":
            if services:
                services.file.close()
            self._doors.restore(backup, path)
            return self._doors.open_office(path)

        self._begin(path, put_back)

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

    def _edit_office(self) -> None:
        if services := self._services:
            job = self._desk.read(services.office.get)
            job.succeeded.connect(self._ask_office)

    def _ask_office(self, office: Office) -> None:
        services = self._services
        draft = OfficeDialog.ask(self._desk, office, "Thông tin cơ quan", "Cất")
        if draft is not None and services:
            self._desk.write(lambda: services.office.save(draft)).on(RuleError, self._refuse)

    def _leave(self) -> None:
        self._workspace.leave(self._close)

    def _close(self) -> None:
        """Back up and close the file; a failed backup is seen before the window goes."""
        services = self._services
        if services is None:
            self.closed.emit()
            return

        def close() -> None:
            try:
                if not services.file.is_read_only:
                    services.backups.automatic("exit")
            finally:
                services.file.close()

        job = self._desk.jobs.start(lambda _ticket: close(), "write")
        job.on(OfficerError, self._tell_failed_backup)
        job.finished.connect(self.closed)

    def _tell_failed_backup(self, error: OfficerError) -> None:
        self._desk.prompts.tell(f"Chưa sao lưu được khi đóng. {error.what}", error.safe, error.todo)

    def _offer(self) -> None:
        services = self._services
        none = "" if services else _NO_FILE
        locked = _READ_ONLY if services and services.file.is_read_only else none
        self._workspace.offer(
            "files",
            {
                "new_file": Offer(self._new),
                "open_file": Offer(self._choose),
                "open_sample": Offer(self.open_sample),
                "backup": Offer(self._back_up, none),
                "restore": Offer(self._restore, locked),
                "office": Offer(self._edit_office, locked),
                "verify": Offer(self._verify, none),
                **self._carrying.offers(services),
            },
        )


def _year(opened: Opened) -> int | None:
    """Return the year to begin with: all, or that of the last plan when it is past."""
    this_year = datetime.now().year
    return opened.last_year if opened.last_year and opened.last_year < this_year else None


def _opened(services: "Services") -> Opened:
    """Ask, still off the window's thread, what the window says of the file."""
    last_year = max(services.plans.years(), default=None)
    return Opened(services, services.office.get(), services.backups.last(), last_year)
