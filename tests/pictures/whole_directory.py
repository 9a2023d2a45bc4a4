"""The directory's pages of what people bring and of records that stand twice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.pictures.stage import changed_sample, plain, sample
from tests.pictures.studio import SMALLEST, Studio
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.listing import Order, Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.directory.duplicates.page import DuplicatesPage
from thidua_desktop.ui.directory.window import DirectoryWindow

_MERITS = ("Xếp loại hằng năm", "Sáng kiến, đề tài", "Kỷ luật", "Tập thể theo năm")
_DRESSES: Mapping[str, Mapping[str, object]] = {
    "usual": {},
    "smallest": {"size": SMALLEST},
    "dark": {"dark": True},
    "150": {"scale": 1.5},
}
_USUAL = QSize(1060, 560)


def merits(studio: Studio, folder: Path) -> None:
    """Ratings, initiatives, discipline, collectives: the first row chosen."""
    window = _directory(studio, sample(folder))
    for dress, known in _DRESSES.items():
        _dress(studio, window, **known)
        for title in _MERITS:
            window.pages.go_to(title)
            studio.settle()
            grid = getattr(window.pages.inner, "grid", None)
            if grid is not None and grid.count:
                grid.view.go_to(0)
            studio.shoot(f"directory-{plain(title)}-{dress}", window)
    studio.dress()
    window.close()


def duplicates(studio: Studio, folder: Path) -> None:
    """People who stand twice, compared; many merged after a look."""
    window = _directory(studio, changed_sample(folder, "twice.thidua", _write_twice))
    window.pages.go_to("Trùng lặp")
    studio.settle()
    page = window.pages.inner
    assert isinstance(page, DuplicatesPage)
    for dress, known in _DRESSES.items():
        _dress(studio, window, **known)
        studio.shoot(f"duplicates-{dress}", window)
        studio.shoot_dialogs(f"duplicates-many-{dress}", page.merge_many)
    studio.dress()
    window.close()


def _directory(studio: Studio, path: Path) -> DirectoryWindow:
    studio.open(path)
    studio.run("directory")
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, DirectoryWindow))
    return next(each for each in found if each.isVisible())


def _dress(studio: Studio, window: DirectoryWindow, **known: object) -> None:
    size = known.pop("size", _USUAL)
    studio.dress(**known)  # type: ignore[arg-type]
    assert isinstance(size, QSize)
    window.resize(size)
    studio.settle()


def _write_twice(services: Services) -> None:
    """Write some people of the sample a second time, as lists of other years have them."""
    found = services.people.get_many(
        services.people.find(Query(order=(Order("awards", True),)))[:6]
    )
    changes: tuple[Callable[[str], str], ...] = (str.upper, str, str, str.title, str, str)
    twice = [
        replace(
            person,
            uid=new_uid(),
            full_name=change(person.full_name),
            birth=person.birth[: 4 if number % 2 else 10],
            position="Giáo viên" if number % 3 == 0 else person.position,
        )
        for number, (person, change) in enumerate(zip(found, changes, strict=True))
    ]
    services.people.save_many(twice, "Nhập danh sách năm trước")
