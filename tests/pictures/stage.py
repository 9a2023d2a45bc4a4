"""What scenes stand on: offices made for them, and the row or place in front. Knows no scene."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from tests.pictures.studio import Studio
from thidua_desktop.domain.text import fold
from thidua_desktop.paths import find_paths
from thidua_desktop.services.services import Services
from thidua_desktop.ui.widgets.places import Places
from thidua_desktop.wiring import Wiring


def wiring(folder: Path) -> Wiring:
    """Return the wiring of a user whose folder is *folder*."""
    return Wiring(find_paths({"THIDUA_DATA": str(folder)}))


def sample(folder: Path, name: str = "Huyện mẫu.thidua") -> Path:
    """Return the sample office in *folder*, made when it is not there yet."""
    path = folder / name
    if not path.exists():
        wiring(folder).create_sample(path).file.close()
    return path


def changed_sample(folder: Path, name: str, change: Callable[[Services], None]) -> Path:
    """Return a sample office of its own in which *change* was done."""
    path = sample(folder, name)
    services = wiring(folder).open_office(path)
    change(services)
    services.file.close()
    return path


def first_row(studio: Studio) -> None:
    """Stand on the first row of the list in front, where there is one."""
    stand_on(studio, 0)


def stand_on(studio: Studio, row: int) -> None:
    """Stand on *row* of the list in front, where there are as many."""
    grid = getattr(page(studio), "grid", None)
    if grid is not None and grid.count > row:
        grid.view.go_to(row)
        studio.settle()


def place(studio: Studio, number: int) -> None:
    """Go to the place *number* of the slim list in front, from 0."""
    slim = next(each for each in studio.window.findChildren(Places) if each.isVisible())
    [entries] = slim.findChildren(QListWidget)
    entries.setCurrentRow(number)
    studio.settle()


def page(studio: Studio) -> QWidget | None:
    """Return the list in front."""
    pages = [each for each in studio.window.findChildren(QWidget) if hasattr(each, "grid")]
    return next((each for each in pages if each.isVisible()), None)


def other_windows(studio: Studio, name: str) -> None:
    """Take and close windows that stand beside the main one, such as the guide."""
    for window in QApplication.topLevelWidgets():
        if window is not studio.window and window.isVisible() and window.isWindow():
            studio.shoot(name, window)
            window.close()
            studio.settle()


def plain(title: str) -> str:
    """Return *title* as a part of a file's name."""
    return fold(title).replace(" ", "-")
