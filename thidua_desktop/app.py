"""The window program: puts everything together once.

What is imported here at the top stands before the first paint. All else is imported after it, and
storage on a worker's thread.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from thidua_desktop import __version__
from thidua_desktop.paths import Paths, find_paths
from thidua_desktop.tabs import DIRECTORY, TABS
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.look import STYLE, Look
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.sweeping import Sweeper

if TYPE_CHECKING:
    from thidua_desktop.domain.office import Office
    from thidua_desktop.services.backups import Backup
    from thidua_desktop.services.handover import Receiving
    from thidua_desktop.services.services import Services
    from thidua_desktop.ui.ahead import Ahead
    from thidua_desktop.ui.crash import CrashGuard
    from thidua_desktop.ui.desk import Desk
    from thidua_desktop.ui.office_files import OfficeFiles
    from thidua_desktop.ui.workspace import Workspace
    from thidua_desktop.wiring import Wiring

NAME = "Thi đua, khen thưởng"
SAMPLE = "Huyện mẫu.thidua"

_LETTERS, _COLOURS = "window/letters", "window/colours"
_SCHEMES = {"light": False, "dark": True}
BEHIND = (
    "logs",
    "settings",
    "ui.prompts",
    "ui.crash",
    "ui.guide.door",
    "ui.help_menu",
    "ui.office_files",
    "ui.safety.second_start",
    "ui.translation",
    "ui.troubles",
    "ui.workspace",
)
TABS_AND_MORE = (
    "wiring",
    "ui.overview.page",
    "ui.plans.page",
    "ui.nominations.page",
    "ui.awards.page",
    "ui.council.page",
    "ui.reports.page",
    "ui.directory.window",
    "ui.directory.units.page",
    "ui.directory.people.page",
    "ui.directory.people.households",
    "ui.printing.preview_window",
    "ui.safety.steps_dialog",
    "ui.safety.bin_dialog",
)
"""Modules behind the frame, and of the tabs, imported in this order by a thread of their own."""


class Frame(NamedTuple):
    """What stands at the first paint."""

    app: QApplication
    paths: Paths
    memory: Memory
    look: Look
    actions: Actions
    window: MainWindow
    sweeper: Sweeper


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window, then open the file named, the sample or the last one; return 0.

    Where a window of this user is open already, it comes to the front with that file instead.
    """
    options = _options(arguments)
    frame, missing = make_frame(find_paths())
    if frame.paths.open_window.exists() and _is_handed_over(frame, options):
        return 0
    frame.window.painted.connect(partial(_furnish, frame, options, missing))
    frame.window.show()
    return frame.app.exec()


def make_frame(paths: Paths) -> tuple[Frame, list[str]]:
    """Return the empty window and the letters that are missing."""
    QApplication.setStyle(STYLE)
    app = QApplication(sys.argv[:1])
    app.setApplicationDisplayName(NAME)
    memory = Memory(paths.window_state)
    percent = next(iter(memory.numbers(_LETTERS)), 100)
    dark = _SCHEMES.get(memory.text(_COLOURS))
    look = Look(paths.resources, scale=percent / 100, dark=dark)
    missing = look.dress(app)
    actions = Actions(look)
    window = MainWindow(TABS, actions, look, memory, _now().year)
    return Frame(app, paths, memory, look, actions, window, Sweeper(window)), missing


def _furnish(frame: Frame, options: Namespace, missing: list[str]) -> None:
    """Bring in all that the first paint did not need, and open a file."""
    if _is_handed_over(frame, options):  # Two starts at almost the same time.
        frame.window.finish()
        return
    ahead = import_ahead(frame)
    ahead.ready.connect(partial(_complete, frame, options, missing, ahead))
    ahead.start()


def import_ahead(frame: Frame) -> "Ahead":
    """Return what imports the rest of the window, and then the tabs, while the frame answers."""
    from thidua_desktop.ui.ahead import Ahead

    needed = [f"thidua_desktop.{name}" for name in BEHIND]
    return Ahead(needed, [f"thidua_desktop.{name}" for name in TABS_AND_MORE], frame.window)


def _complete(frame: Frame, options: Namespace, missing: list[str], ahead: "Ahead") -> None:
    from thidua_desktop import logs

    logs.start(frame.paths.logs)
    crash, files, desk = put_together(frame)
    files.closed.connect(ahead.end)
    _hear_second_starts(frame, files)
    if missing := [*missing, *frame.look.complete()]:
        desk.prompts.tell(
            f"Thiếu tệp đi cùng chương trình: {', '.join(missing)}.",
            "Dữ liệu không bị ảnh hưởng.",
            "Hãy cài lại chương trình.",
        )
    crash.tell_last_run()
    _open_first(files, options, frame.paths)


def put_together(frame: Frame) -> "tuple[CrashGuard, OfficeFiles, Desk]":
    """Make all that stands behind the frame; no file is open yet."""
    from thidua_desktop.ui.bus import Bus
    from thidua_desktop.ui.crash import CrashGuard
    from thidua_desktop.ui.desk import Desk
    from thidua_desktop.ui.guide.door import GuideDoor
    from thidua_desktop.ui.help_menu import HelpMenu
    from thidua_desktop.ui.jobs import Jobs
    from thidua_desktop.ui.office_files import OfficeFiles, Places
    from thidua_desktop.ui.prompts import ScreenPrompts
    from thidua_desktop.ui.translation import translate_qt
    from thidua_desktop.ui.troubles import Troubles
    from thidua_desktop.ui.workspace import Workspace

    app, paths, memory, look, actions, window, sweeper = frame
    translate_qt(app)
    window.complete()
    prompts, jobs = ScreenPrompts(memory, window), Jobs(window)
    crash = CrashGuard(paths.logs, f"{NAME} {__version__}", prompts, _now)
    crash.install()
    desk = Desk(actions, look, Bus(window), jobs, prompts, memory)
    workspace = Workspace(window, TABS, desk, _now, DIRECTORY)
    titles = [tab.title for tab in TABS]
    guide = GuideDoor(paths.guide, titles, partial(_place, window, workspace), desk, window)
    workspace.offer("help", HelpMenu(desk, guide, titles, f"{NAME} {__version__}").offers())
    places = Places(paths.user / SAMPLE, paths.backups, partial(_remember, paths))
    files = OfficeFiles(window, workspace, desk, LateDoors(paths), places)
    jobs.unhandled.connect(Troubles(prompts, crash, window).tell)
    look.changed.connect(partial(_keep_look, frame))
    crash.quit_asked.connect(window.close)
    files.closed.connect(partial(_end, frame, jobs.close, crash.release, sweeper.end))
    sweeper.begin(lambda: jobs.is_idle)
    return crash, files, desk


def _place(window: MainWindow, workspace: "Workspace") -> str:
    """Return what is in front: the title of a tab, the notice of trouble, "" for all else."""
    if workspace.directory and workspace.directory.is_in_front:
        return "Danh mục"
    if workspace.page:
        return TABS[window.tab].title
    return type(workspace.notice).__name__ if workspace.notice.is_trouble else ""


def _is_handed_over(frame: Frame, options: Namespace) -> bool:
    """Let the window that is open already do what this start was asked; say whether it does."""
    from thidua_desktop.ui.safety.second_start import Request, hand_over, name_for

    file = str(Path(options.file).absolute()) if options.file else ""
    return hand_over(name_for(frame.paths.user), Request(file, options.sample))


def _hear_second_starts(frame: Frame, files: "OfficeFiles") -> None:
    """Bring the window to the front, with the file named, when the program is started again."""
    from thidua_desktop.ui.safety import second_start

    def answer(request: second_start.Request) -> None:
        second_start.bring_to_front(frame.window)
        if request.file:
            second_start.once_free(partial(files.open_file, Path(request.file)))
        elif request.is_sample:
            second_start.once_free(files.open_sample)

    name = second_start.name_for(frame.paths.user)
    first = second_start.FirstWindow(name, frame.paths.open_window, frame.window)
    first.asked.connect(answer)
    first.listen()
    files.closed.connect(first.close)


def _open_first(files: "OfficeFiles", options: Namespace, paths: Paths) -> None:
    """Open the file named on the command line, the sample, or the one open last time."""
    from thidua_desktop import settings

    recent = settings.load(paths.settings).recent
    if options.file:
        files.open_file(Path(options.file).absolute())
    elif options.sample:
        files.open_sample()
    elif recent and Path(recent[0]).exists():
        files.open_file(Path(recent[0]))
    elif recent:
        files.welcome()
    else:
        files.begin()


def _remember(paths: Paths, path: Path) -> None:
    """Keep *path* as the last file; a settings file that cannot be written stops nobody."""
    import logging

    from thidua_desktop import settings

    try:
        settings.save(settings.load(paths.settings).opened(path), paths.settings)
    except OSError as error:
        logging.getLogger(__name__).info("settings not written: %s", error)


def _keep_look(frame: Frame) -> None:
    frame.memory.keep_numbers(_LETTERS, [round(frame.look.scale * 100)])
    scheme = next((name for name, dark in _SCHEMES.items() if dark is frame.look.dark), "")
    frame.memory.keep_text(_COLOURS, scheme)


def _end(frame: Frame, *endings: Callable[[], None]) -> None:
    """Let the window go when its file is closed."""
    frame.window.finish()
    for end in endings:
        end()


class LateDoors:
    """The wiring, whose storage is imported by the first thread that opens a file."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def open_office(self, path: Path, *, read_only: bool = False) -> "Services":
        """Return the services of *path*; see `wiring.Wiring`."""
        return self._wiring.open_office(path, read_only=read_only)

    def create_office(self, path: Path, office: "Office") -> "Services":
        """Make *path* for *office* and return its services."""
        return self._wiring.create_office(path, office)

    def create_sample(self, path: Path) -> "Services":
        """Make the sample office in *path* and return its services."""
        return self._wiring.create_sample(path)

    def restore(self, backup: Path, path: Path) -> None:
        """Put *backup* in the place of *path*."""
        self._wiring.restore(backup, path)

    def shelf(self) -> Path:
        """Return the folder that office files are proposed in."""
        return self._wiring.shelf()

    def propose(self, name: str) -> Path:
        """Return a free path there for a new file of the office *name*."""
        return self._wiring.propose(name)

    def receiving(self) -> "Receiving":
        """Return what brings files from outside onto this computer."""
        return self._wiring.receiving()

    def backups_of(self, path: Path) -> "list[Backup]":
        """Return the backups of files named like *path*."""
        return self._wiring.backups_of(path)

    def check_backup(self, path: Path) -> "Backup":
        """Return the backup *path* after reading it in full."""
        return self._wiring.check_backup(path)

    def keep_backups_in(self, folder: Path) -> None:
        """Remember *folder* as the place of backups."""
        self._wiring.keep_backups_in(folder)

    @property
    def _wiring(self) -> "Wiring":
        from thidua_desktop.wiring import wire

        return wire(self._paths)


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        prog="thidua-desktop", description="Sổ thi đua, khen thưởng của một cơ quan."
    )
    parser.add_argument("file", nargs="?", metavar="TỆP", help="tệp .thidua để mở")
    parser.add_argument("--sample", action="store_true", help="mở huyện mẫu để xem và thử")
    parser.add_argument("--version", action="version", version=f"{NAME} {__version__}")
    return parser.parse_args(arguments)


def _now() -> datetime:
    return datetime.now().astimezone()
