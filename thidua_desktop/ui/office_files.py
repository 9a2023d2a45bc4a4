"""Office files in the window: made, opened, backed up, restored, closed. Knows no tab."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from thidua_desktop.domain.errors import BadFile, Elsewhere, Newer, OfficerError, RuleError
from thidua_desktop.domain.office import Office
from thidua_desktop.ui.beginning.begin_dialog import BeginDialog
from thidua_desktop.ui.beginning.begin_form import Beginning
from thidua_desktop.ui.beginning.begin_page import BeginPage
from thidua_desktop.ui.beginning.missing_facts import MissingFacts
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover import carrying
from thidua_desktop.ui.look import Tone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.notice_page import Way
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.office_dialog import OfficeDialog
from thidua_desktop.ui.prompts import OFFICE_FILE, Choice
from thidua_desktop.ui.safety import copies
from thidua_desktop.ui.safety.second_start import once_free
from thidua_desktop.ui.safety.strip import Strip
from thidua_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_SLOW = 300  # Milliseconds of opening after which the window says what it waits for.
_NO_FILE = "Hãy mở một tệp thi đua trước."
_READ_ONLY = "Tệp đang mở chỉ để đọc."
_STILL_POSSIBLE = "Xem, tìm, in và xuất khẩu được; không sửa được."


class Doors(carrying.Doors, copies.Doors, Protocol):
    """How files are made, opened, brought in and put back; `wiring.Wiring` is one."""

    def open_office(self, path: Path, *, read_only: bool = False) -> "Services":
        """Return the services of *path*; OfficerError when it cannot be opened."""

    def create_office(self, path: Path, office: Office) -> "Services":
        """Make *path* for *office* and return its services."""

    def shelf(self) -> Path:
        """Return the folder that office files are proposed in."""

    def propose(self, name: str) -> Path:
        """Return a free path there for a new file of the office *name*."""

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
    """An open file with what the window says of it.

    *last_year* is that of its last plan; *year* the one asked for, None when none was.
    """

    services: "Services"
    office: Office
    last_year: int | None
    year: int | None


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
        self._first_page: BeginPage | None = None
        self._facts: MissingFacts | None = None
        self._copies = copies.Copies(window.status, desk, doors, self._replace, self)
        self._strip = Strip(desk.look)
        window.show_strip(self._strip)
        self._carrying = carrying.Carrying(desk, doors, self.open_file, self)
        window.close_asked.connect(self._leave)
        self._offer()

    def open_file(self, path: Path, *, read_only: bool = False, why: str = "") -> None:
        """Open *path* instead of what is open now; *why* it is opened for reading alone."""
        file = self._services.file if self._services else None
        if file is None or file.path != path or (file.is_read_only and not read_only):
            open_it = partial(self._doors.open_office, path, read_only=read_only)
            self._workspace.leave(lambda: self._begin(path, open_it, why))

    def open_sample(self) -> None:
        """Open the sample office of this computer, made when it is not there yet."""
        path = self._places.sample
        if path.exists():
            self.open_file(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        make = partial(self._doors.create_sample, path)
        self._workspace.leave(lambda: self._begin(path, make))

    def begin(self) -> None:
        """Ask the four questions of the very first start, when no file was ever open."""
        if self._first_page is None:
            self._first_page = self._make_first_page()
        self._window.show_middle(self._first_page)

    def welcome(self) -> None:
        """Say what can be done without a file."""
        if self._first_page:
            self.begin()
            return
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

    def _make_first_page(self) -> BeginPage:
        ways = (
            Way("Mở tệp…", self._choose),
            Way("Đưa tệp từ USB vào…", self._carrying.choose),
        )
        page = BeginPage(self._desk, datetime.now().year, ways)
        page.begun.connect(self._make)
        self._desk.read(self._doors.shelf).succeeded.connect(page.questions.show_shelf)
        return page

    @property
    def _services(self) -> "Services | None":
        return self._workspace.services

    def _begin(
        self,
        path: Path,
        make: "Callable[[], Services]",
        why: str = "",
        year: int | None = None,
    ) -> None:
        """Open or make a file off the window's thread; what is open stays until that is done.

        *why* it is opened for reading alone, and the *year* to begin with, where there are any.
        """
        self._is_waiting = True
        QTimer.singleShot(_SLOW, partial(self._say_waiting, path))
        job = self._desk.jobs.start(lambda _ticket: _opened(make(), year), "write")
        job.on(OfficerError, partial(self._fail, path, make))
        job.on(RuleError, self._refuse)
        job.failed.connect(self._stop_waiting)
        job.succeeded.connect(partial(self._show_once_free, why))

    def _show_once_free(self, why: str, opened: Opened) -> None:
        """Let a dialog that was opened meanwhile be answered first: its tab would go under it."""
        self._stop_waiting()
        once_free(partial(self._show, why, opened))

    def _show(self, why: str, opened: Opened) -> None:
        before, file = self._services, opened.services.file
        self._workspace.attach(opened.services, _year(opened))
        self._guard(opened.services)
        if before:
            self._desk.jobs.start(lambda _ticket: before.file.close(), "write")
        self._places.remember(file.path)
        self._tell(opened)
        self._say_read_only(file.path, why, is_read_only=file.is_read_only)
        self._copies.watch(opened.services)
        self._offer()

    def _guard(self, services: "Services") -> None:
        """Let papers ask what they need of the office from now on."""
        if self._facts:
            self._facts.deleteLater()
        self._facts = MissingFacts(services, self._desk, self)
        self._desk.gate.set_guard(self._facts.ask_before)

    def _tell(self, opened: Opened) -> None:
        """Say in title and status line which file is open."""
        path, status = opened.services.file.path, self._window.status
        marks = [_READ_ONLY.rstrip(".")] if opened.services.file.is_read_only else []
        if opened.office.is_sample:
            marks.append("tệp mẫu, người và số liệu đặt ra")
        words = " · ".join([path.name, opened.office.name, *marks])
        status.show_file(words, str(path))
        self._window.setWindowTitle(f"{path.stem}[*] — {opened.office.name}")

    def _say_read_only(self, path: Path, why: str, *, is_read_only: bool) -> None:
        """Say above the records why nothing can be changed, and the way to change that."""
        self._strip.hide()
        if is_read_only:
            words = f"{_READ_ONLY} {why}".strip()
            again = Way("Mở lại để sửa", partial(self.open_file, path))
            self._strip.say(f"{words} {_STILL_POSSIBLE}", (again,))

    def _fail(self, path: Path, make: "Callable[[], Services]", error: OfficerError) -> None:
        """Say why *path* cannot be opened: on the frame, or beside the file that stays open.

        A file that lies elsewhere is brought in instead.
        """
        if isinstance(error, Elsewhere):
            self._bring_in(error)
            return
        is_bad = isinstance(error, BadFile)
        reading = partial(self.open_file, path, read_only=True, why=error.what)
        can_be_read = not is_bad and not isinstance(error, Newer) and path.exists()
        if self._services:
            self._tell_failure(error, reading if can_be_read else None)
            return
        restore = Way("Khôi phục từ bản sao lưu…", partial(self._copies.choose_for, path))
        again = Way("Mở lại", lambda: self._begin(path, make))
        usual = (again, Way("Mở chỉ để đọc", reading)) if can_be_read else (again,)
        self._window.show_middle(self._workspace.notice)
        self._workspace.notice.say(
            "circle-alert" if is_bad else "lock",
            Tone.RED if is_bad else Tone.AMBER,
            error.what,
            (error.safe, error.todo),
            (*((restore,) if is_bad else usual), Way("Mở tệp khác…", self._choose)),
        )

    def _tell_failure(self, error: OfficerError, reading: Callable[[], None] | None) -> None:
        """Tell why another file cannot be opened; offer to read it where that can be done."""
        if reading is None or self._is_reading:
            self._desk.prompts.tell(error.what, error.safe, error.todo)
            return
        choices = (Choice("read", "Mở chỉ để đọc"), Choice("leave", "Ở lại tệp đang mở"))
        detail = "\n".join(filter(None, (error.safe, error.todo)))
        if self._desk.prompts.ask(error.what, choices, detail) == "read":
            reading()

    @property
    def _is_reading(self) -> bool:
        return self._services is not None and self._services.file.is_read_only

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
        self._desk.read(self._doors.shelf).succeeded.connect(self._ask_beginning)

    def _ask_beginning(self, shelf: Path) -> None:
        if answer := BeginDialog.ask(self._desk, datetime.now().year, shelf):
            self._make(answer)

    def _make(self, answer: Beginning) -> None:
        """Make the file that was asked for, in the place chosen or under a free name."""
        if answer.is_sample:
            self.open_sample()
        elif answer.path:
            self._make_at(answer, answer.path)
        else:
            job = self._desk.read(lambda: self._doors.propose(answer.name))
            job.succeeded.connect(partial(self._make_at, answer))

    def _make_at(self, answer: Beginning, path: Path) -> None:
        make = partial(self._doors.create_office, path, answer.office)
        self._workspace.leave(lambda: self._begin(path, make, year=answer.year))

    def _choose(self) -> None:
        if path := self._desk.prompts.open_file("Mở tệp thi đua", (OFFICE_FILE,)):
            self.open_file(path)

    def _replace(self, backup: Path, path: Path) -> None:
        self._workspace.leave(partial(self._put_back, backup, path))

    def _put_back(self, backup: Path, path: Path) -> None:
        services = self._services
        self._copies.watch(None)
        self._strip.hide()
        self._workspace.detach()
        self._offer()

        def put_back() -> "Services":
            if services:
                services.file.close()
            self._doors.restore(backup, path)
            return self._doors.open_office(path)

        self._begin(path, put_back)

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
                **self._copies.offers(),
                "new_file": Offer(self._new),
                "open_file": Offer(self._choose),
                "open_sample": Offer(self.open_sample),
                "office": Offer(self._edit_office, locked),
                **self._carrying.offers(services),
            },
        )


def _year(opened: Opened) -> int | None:
    """Return the year to begin with: the one asked for, that of a last plan when past, or all."""
    if opened.year:
        return opened.year
    this_year = datetime.now().year
    return opened.last_year if opened.last_year and opened.last_year < this_year else None


def _opened(services: "Services", year: int | None) -> Opened:
    """Ask, still off the window's thread, what the window says of the file."""
    last_year = max(services.plans.years(), default=None)
    return Opened(services, services.office.get(), last_year, year)
