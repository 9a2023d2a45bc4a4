"""What is taken: tabs in every dress, states of a screen, every dialog, the README's own."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.pictures import whole_directory
from tests.pictures.checks import checks
from tests.pictures.clusters import clusters
from tests.pictures.directory import DIRECTORY
from tests.pictures.moments import MOMENTS, first_run
from tests.pictures.stage import first_row, other_windows, plain, sample, stand_on, wiring
from tests.pictures.studio import SCREEN, SMALLEST, Studio
from thidua_desktop.domain.office import Office
from thidua_desktop.tabs import TABS
from thidua_desktop.ui.commands import COMMANDS

Scene = Callable[[Studio, Path], None]
_README_ROW = 11  # A person with a post and a unit.
_REGISTER = 3
_OFFICE = Office(
    name="Ủy ban nhân dân huyện Đắk Ruồng",
    parent="Ủy ban nhân dân tỉnh Ngọc Lăng",
    place="Đắk Ruồng",
    signer="Y Khăm",
)
_ACTS = (
    *("quit", "open_sample", "backup", "undo", "redo", "add", "change", "delete", "save"),
    *("copy_rows", "find", "fold", "reload", "finish", "directory"),
)
"""Commands that act at once, or end the session of pictures."""


def welcome(studio: Studio, _folder: Path) -> None:
    """Before any file is open."""
    studio.files.welcome()
    studio.shoot("welcome")


def bad_files(studio: Studio, folder: Path) -> None:
    """Files that cannot be opened, while none is."""
    broken = folder / "broken.thidua"
    broken.write_bytes(sample(folder).read_bytes()[:50_000])
    studio.open(broken)
    studio.shoot("state-damaged")
    held = wiring(folder).open_office(sample(folder, "held.thidua"))
    studio.open(held.file.path)
    studio.shoot("state-locked")
    held.file.close()


def readme(studio: Studio, folder: Path) -> None:
    """The picture of the README: the register of the sample office."""
    studio.open(sample(folder))
    studio.dress(size=SCREEN)
    studio.go_to(_REGISTER)
    stand_on(studio, _README_ROW)
    shutil.copy(studio.shoot("readme"), Path("docs/window.png"))


def tabs(studio: Studio, folder: Path) -> None:
    """Every tab: usual, smallest, dark, larger letters."""
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        studio.open(sample(folder, f"{dress}.thidua"))  # What stands beside what is settled here.
        for number, tab in enumerate(TABS):
            studio.go_to(number)
            first_row(studio)
            studio.shoot(f"tab-{number + 1}-{plain(tab.title)}-{dress}")
    studio.dress()


def empty(studio: Studio, folder: Path) -> None:
    """Every tab of an office that has nothing yet."""
    path = folder / "empty.thidua"
    if not path.exists():
        wiring(folder).create_office(path, _OFFICE).file.close()
    studio.open(path)
    for number, tab in enumerate(TABS):
        studio.go_to(number)
        studio.shoot(f"empty-{number + 1}-{plain(tab.title)}")


def states(studio: Studio, folder: Path) -> None:
    """A search without a hit, a new record, problems beside fields, reading only, no file."""
    path = sample(folder)
    studio.open(path)
    studio.dress(size=SMALLEST)
    studio.go_to(_REGISTER)
    studio.window.search.setText("khong co ai")
    studio.shoot("state-nothing-found")
    studio.window.search.setText("")
    studio.settle()
    studio.run("add")
    studio.shoot("state-new-record")
    studio.run("save")
    studio.shoot("state-problems")
    studio.shoot_dialogs("state-draft-left", lambda: studio.window.go_to(0))
    studio.shoot_dialogs("state-draft-closed", studio.window.close)
    studio.drop_drafts()
    studio.open(sample(folder, "other.thidua"))
    studio.open(path, read_only=True)
    studio.shoot("state-read-only")
    studio.shoot_dialogs("state-gone", lambda: studio.open(folder / "gone.thidua"))
    studio.dress()


def dialogs(studio: Studio, folder: Path) -> None:
    """Every dialog that a command of a tab opens."""
    studio.open(sample(folder))
    seen: set[str] = set()
    for number, tab in enumerate(TABS):
        for command in COMMANDS:
            studio.go_to(number)
            first_row(studio)
            action = studio.desk.actions[command.name]
            is_everywhere = command.menu in ("Tệp", "Trợ giúp", "Công cụ")
            key = command.name if is_everywhere else f"{number} {command.name}"
            if not action.isEnabled() or key in seen or command.name in _ACTS:
                continue
            seen.add(key)
            studio.shoot_dialogs(f"dialog-{plain(tab.title)}-{command.name}", action.trigger)
            other_windows(studio, f"window-{plain(tab.title)}-{command.name}")


SCENES: Mapping[str, Scene] = {
    "first_run": first_run,  # While no file is open yet.
    "welcome": welcome,
    "bad_files": bad_files,
    "readme": readme,
    "tabs": tabs,
    "empty": empty,
    "states": states,
    "dialogs": dialogs,
    "checks": checks,
    "clusters": clusters,
    "merits": whole_directory.merits,
    "duplicates": whole_directory.duplicates,
    **MOMENTS,
    **DIRECTORY,
}

_DRESSES: Mapping[str, Mapping[str, object]] = {
    "usual": {},
    "smallest": {"size": SMALLEST},
    "dark": {"dark": True},
    "125": {"scale": 1.25, "size": SCREEN},
    "150": {"scale": 1.5, "size": SMALLEST},
}
