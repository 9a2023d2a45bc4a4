"""The directory's window: its pages in every dress, and the dialogs of reorganising units."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.stage import changed_sample, plain
from tests.pictures.studio import SCREEN, SMALLEST, Studio
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.reorganising import Change, Heir, Moves
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.services import Services
from thidua_desktop.ui.directory.units.page import UnitsPage
from thidua_desktop.ui.directory.window import DirectoryWindow

_UNITS = "Đơn vị"
_PLACES = ("Thị trấn Đăk Glei", "Xã Đăk Pék", "Xã Đắk Choong", "Xã Xốp", "Xã Đăk Long")


def pages(studio: Studio, folder: Path) -> None:
    """Every page as it is usually seen, the units in every dress."""
    studio.open(changed_sample(folder, "directory.thidua", _reorganise))
    window = _window(studio)
    for number, title in enumerate(window.pages.places.keys, start=1):
        _go_to(studio, window, title)
        studio.shoot(f"directory-{number}-{plain(title)}", window)
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        window.resize(studio.window.size())
        _go_to(studio, window, _UNITS)
        studio.shoot(f"directory-units-{dress}", window)
    studio.dress()
    window.close()


def changes(studio: Studio, folder: Path) -> None:
    """The dialogs in which units are merged, closed, or changed by a prepared set."""
    studio.open(changed_sample(folder, "units.thidua", _reorganise))
    window = _window(studio)
    _go_to(studio, window, _UNITS)
    page = window.pages.inner
    assert isinstance(page, UnitsPage)
    page.grid.view.selectRow(2)
    studio.settle()
    for name in ("reorganise", "close_units", "apply_set"):
        studio.shoot_dialogs(f"directory-{name}", page.offers()[name].run)
    window.close()


def kin(studio: Studio, folder: Path) -> None:
    """A search for a unit that finds those before it, and its history."""
    studio.open(changed_sample(folder, "kin.thidua", _reorganise))
    studio.go_to(3)
    studio.window.search.setText("xã đắk rin")
    studio.shoot("state-kin-found")
    studio.window.search.setText("")
    studio.settle()
    wanted = studio.desk.bus.past_wanted
    studio.shoot_dialogs("window-history-of-a-unit", lambda: wanted.emit("Xã Đắk Rin", ""))


DIRECTORY: Mapping[str, Callable[[Studio, Path], None]] = {
    "directory": pages,
    "directory_changes": changes,
    "directory_kin": kin,
}

_DRESSES: Mapping[str, Mapping[str, object]] = {
    "smallest": {"size": SMALLEST},
    "dark": {"dark": True, "size": SCREEN},
    "150": {"scale": 1.5, "size": SMALLEST},
}


def _window(studio: Studio) -> DirectoryWindow:
    """Open the directory, as large as the window beside it."""
    studio.run("directory")
    [window] = [w for w in QApplication.topLevelWidgets() if isinstance(w, DirectoryWindow)]
    window.resize(studio.window.size())
    studio.settle()
    return window


def _go_to(studio: Studio, window: DirectoryWindow, title: str) -> None:
    window.pages.go_to(title)
    studio.settle()
    page: QWidget = window.pages.inner
    grid = getattr(page, "grid", None)
    if grid is not None and grid.count:
        grid.view.go_to(min(2, grid.count - 1))
        studio.settle()


def _reorganise(services: Services) -> None:
    """Have units of a prepared set beside those of the sample, two of which are merged."""
    units = services.units
    if units.count(Query(text="Đắk Rin")):
        return
    above = Unit(name="Ủy ban nhân dân huyện Đăk Glei", kind="office")
    places = [Unit(name=name, kind="commune", parent_uid=above.uid) for name in _PLACES]
    units.save_many([above, *places])
    communes = [unit for unit in units.all() if unit.kind == "commune" and unit not in places]
    heir = Heir(unit=Unit(name="Xã Đắk Rin", kind="commune", code="23356"))
    merge = Change(kind="merge", ends=tuple(communes[:2]), heirs=(heir,), date="2024-03-01")
    services.reorganising.carry_out([merge], Moves())
