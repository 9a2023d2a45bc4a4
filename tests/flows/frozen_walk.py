"""Walks an officer's day through the window over a very large office, under a watchdog.

Run as a program with the folder to work in and the number of awards; prints as JSON how long the
window's thread was held at most in each part, and where it was held too long.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests import factory
from tests.dirty.sheet_maker import dirty_list
from tests.dirty.writing import written
from tests.flows.watchdog import Watchdog
from tests.ui.answers import Answers
from tests.ui.tabs import line
from thidua_desktop import app as program
from thidua_desktop.paths import find_paths
from thidua_desktop.services.backups import Backups
from thidua_desktop.tabs import TABS
from thidua_desktop.ui import prompts

NOMINATIONS, REGISTER, REPORTS = 2, 3, 5
SORTED = 2
LONG_LIST = 3_000
SIZE = QSize(1366, 728)
_PATIENCE = 300.0  # Seconds for one part, on a machine whose disk has other work too.
_CALM = 3
_SYLLABLES = (
    *("An", "Blan", "Chung", "Diêm", "Giang", "Hoa", "Khăm", "Lan", "Mai", "Nga", "Oanh"),
    *("Phương", "Quyên", "Siêng", "Thanh", "Uyên", "Vân", "Xem", "Yến", "Đào", "Ánh", "Ơn"),
)
_Key = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class Officer(Answers):
    """Answers as told beforehand; dialogs stand on the screen until they have come to rest."""

    def __init__(self, settle: Callable[[], None]) -> None:
        super().__init__()
        self._settle = settle

    def run(self, dialog: QDialog) -> bool:
        dialog.setModal(True)
        dialog.show()
        self._settle()
        is_accepted = super().run(dialog)
        self._settle()
        dialog.hide()
        return is_accepted


class Walk:
    """The program on an unseen screen, and what an officer does in it."""

    def __init__(self, folder: Path) -> None:
        self.times: list[tuple[str, float]] = []
        self.load = 0.0
        frame, _missing = program.make_frame(find_paths({"THIDUA_DATA": str(folder / "user")}))
        self.window = frame.window
        self.window.resize(SIZE)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.dog = Watchdog("start")
        self.officer = Officer(self.settle)
        prompts.ScreenPrompts = lambda _memory, _window: self.officer  # type: ignore[misc,assignment]
        ahead = program.import_ahead(frame)
        stands: list[bool] = []
        ahead.ready.connect(lambda: stands.append(True))
        ahead.start()
        while not stands:
            QTest.qWait(5)
        _crash, self.files, self.desk = program.put_together(frame)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is asked, read or drawn any more."""
        end, calm = time.monotonic() + _PATIENCE, 0
        while calm < _CALM:
            QTest.qWait(20)
            calm = calm + 1 if self.desk.jobs.is_idle else 0
            if time.monotonic() > end:
                raise TimeoutError(f"no rest in “{self.dog.during}”")

    def part(self, name: str) -> None:
        """Begin the part *name* of the day."""
        self.settle()
        self.dog.say(name)
        self.times.append((name, time.monotonic()))
        self.load = max(self.load, os.getloadavg()[0])

    def press(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = _PLAIN, times: int = 1) -> None:
        """Press *keys* where the focus is, each followed by a moment of rest."""
        for _ in range(times):
            for key in keys:
                QTest.keyClick(self._focus(), key, with_)
                QTest.qWait(5)

    def type(self, text: str) -> None:
        """Type *text* letter by letter where the focus is."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)
            QTest.qWait(15)

    def run(self, command: str, *answers: object) -> None:
        """Give a command and *answers* to what it asks."""
        self.officer.left = list(answers)
        self.desk.actions[command].trigger()
        self.settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def page(self) -> Any:
        """Return the page in front."""
        return self.files._workspace.page

    def report(self) -> str:
        """Return what was measured, as JSON."""
        self.settle()
        self.dog.end()
        starts = dict(self.times)
        ends = [at for _name, at in self.times[1:]] + [time.monotonic()]
        took = {name: round(end - starts[name], 1) for name, end in zip(starts, ends, strict=True)}
        return json.dumps(
            {
                "longest": self.dog.longest,
                "shut out": self.dog.longest_shut_out,
                "load": self.load / (os.cpu_count() or 1),
                "holds": {hold.during: str(hold) for hold in self.dog.holds},
                "took": took,
            }
        )


def office(folder: Path, awards: int) -> Path:
    """Make the office that is walked through: awards, people, a plan, a report, nominations."""
    path = folder / "Huyện lớn.thidua"
    services = factory.wiring(folder / "making").create_sample(path, awards=awards)
    services.plans.save_plan(services.plans.new_plan(2024))
    for number in range(12):
        task = services.plans.new(year=2024, quarter=number % 4 + 1, body=f"Nhiệm vụ {number}")
        services.plans.save(task)
    names = [f"Y {first} {second}" for first in _SYLLABLES for second in _SYLLABLES]
    services.nominations.save_many(
        [factory.nomination(recipient=factory.to_person(name)) for name in names]
    )
    services.reports.save(services.reports.new("half_year", 2024, 1))
    services.file.close()
    return path


def walk(day: Walk, path: Path, long_list: Path, out: Path) -> None:
    """Go through a day's work."""
    day.part("open")
    day.files.open_file(path)
    for tab, title in enumerate(TABS):
        if tab != REPORTS:  # Its figures count the whole register, again after every change.
            day.part(f"first look at {title.title}")
            day.window.go_to(tab)
    lists(day)
    records(day)
    directory(day)
    checks(day)
    intake(day, long_list)
    papers(day, out)
    safety(day)


def lists(day: Walk) -> None:
    """Scroll, search, narrow and sort the register."""
    day.part("register again")
    day.window.go_to(REGISTER)
    day.settle()
    day.page.list.grid.view.setFocus()
    day.part("scroll by pages")
    day.press(_Key.Key_PageDown, times=30)
    day.press(_Key.Key_End, with_=_CTRL)
    day.press(_Key.Key_PageUp, times=10)
    day.press(_Key.Key_Home, with_=_CTRL)
    day.part("scroll by hand")
    bar = day.page.list.grid.view.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 40)
        QTest.qWait(10)
    day.part("choose everything")
    day.press(_Key.Key_A, with_=_CTRL)
    day.part("search")
    day.run("find")
    day.type("nguyen thi hoa")
    day.settle()
    day.press(_Key.Key_Escape)
    day.part("year")
    for year in (2024, None):
        day.window.year.show_year(year)
        day.window.year.chosen.emit(year)
        day.settle()
    day.part("sort")
    heads = day.page.list.grid.view.horizontalHeader()
    for section in (SORTED, SORTED, 0):  # Up, down, and back to names, which an index has ready.
        at = heads.sectionViewportPosition(section) + heads.sectionSize(section) // 2
        point = heads.rect().center()
        point.setX(at)
        QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, _PLAIN, point)
        day.settle()


def records(day: Walk) -> None:
    """Add, change, delete and undo an award, and see a history."""
    day.part("move from record to record")
    day.page.list.grid.view.setFocus()
    day.press(_Key.Key_Down, times=15)
    day.part("add")
    day.run("add")
    day.type("Nguyen Thi")
    day.press(_Key.Key_Tab)
    page = day.page.list
    for name, value in (("recipient.name", "Nguyễn Thị Hoa"), ("title_text", "Giấy khen")):
        line(page, name).line.setText(value)
    day.run("save")
    day.part("change")
    line(page, "certificate_number").line.setText("17")
    day.run("save")
    day.part("delete")
    day.run("delete", "delete")
    day.part("undo")
    day.run("undo")
    day.part("paste 3 000 rows")
    page.grid.view.setFocus()
    page.grid.view.stand_on(page.grid.model.index(page.grid.count, 0))
    QApplication.clipboard().setText(pasted(3_000))
    day.press(_Key.Key_V, with_=_CTRL)
    day.part("undo what was pasted")
    day.press(_Key.Key_Z, with_=_CTRL)
    day.part("history by F3")
    page.grid.view.setFocus()
    day.press(_Key.Key_Home, with_=_CTRL)
    day.run("history", seen)


def pasted(count: int) -> str:
    """Return so many rows of the register as a spreadsheet copies them."""
    facts = "Giáo viên\tTrường Tiểu học Kim Đồng\tLao động tiên tiến\t2024\tHuyện"
    return "\n".join(f"Nguyễn Thị Hoa {number}\t{facts}" for number in range(count))


def directory(day: Walk) -> None:
    """Look at every page of the directory, find a person, see what a merge would do."""
    day.part("directory")
    day.run("directory")
    window = day.files._workspace.directory.window  # type: ignore[union-attr]
    assert window is not None
    for title in window.pages.places.keys:
        day.part(f"first look at {title}")
        window.pages.go_to(title)
        QTest.qWait(20)
    day.part("find a person")
    window.pages.go_to("Cá nhân")
    day.settle()
    window.search.setFocus()
    day.type("hoa")
    day.part("see a merge")
    window.pages.go_to("Đơn vị")
    day.settle()
    units: Any = window.pages.inner
    units.grid.view.selectAll()
    day.officer.left = [lambda _dialog: False]
    units.reorganise()
    day.part("main window again")
    window.close()
    day.window.activateWindow()


def checks(day: Walk) -> None:
    """Check all nominations, go through what was found, and look for who meets a title."""
    day.part("check what is listed")
    day.window.go_to(NOMINATIONS)
    day.settle()
    day.run("check", gone_through)
    day.part("who meets a title")
    day.run("eligible", sought)
    day.window.go_to(REGISTER)


def gone_through(dialog: Any) -> bool:
    """Narrow what a check found, choose all of it, and leave."""
    dialog.notes.setChecked(True)
    QTest.keyClicks(dialog.search, "xep loai")
    QTest.qWait(20)
    dialog.table.selectAll()
    QTest.qWait(20)
    return False


def sought(dialog: Any) -> bool:
    """Look for who meets the first title, and leave before it is known."""
    dialog.seek.click()
    QTest.qWait(50)
    return False


def intake(day: Walk, path: Path) -> None:
    """Read a long list, put some of it right, take it in, and take that back."""
    day.part("read a long list")
    day.window.go_to(NOMINATIONS)
    day.settle()
    day.run("import", [path], lambda dialog: put_right(day, dialog), "close")
    day.part("undo a long list")
    day.run("undo")
    day.part("waiting rows")
    day.run("waiting", seen)
    day.window.go_to(REGISTER)


def put_right(day: Walk, dialog: Any) -> bool:
    """Go from place to place, answer one, all alike, put one aside, and take the list in."""
    day.part("go through a long list")
    for _ in range(20):
        QTest.keyClick(dialog.fixes, _Key.Key_Down)
        QTest.qWait(5)
    day.part("answer one place")
    QTest.keyClick(dialog.fixes, _Key.Key_Return)
    day.part("answer all alike")
    QTest.keyClick(dialog.fixes, _Key.Key_Return, _CTRL)
    day.part("put a row aside")
    QTest.keyClick(dialog.fixes, _Key.Key_Delete)
    day.part("look through the sheet")
    dialog.sheet.setFocus()
    for _ in range(20):
        QTest.keyClick(dialog.sheet, _Key.Key_PageDown)
        QTest.qWait(5)
    day.part("take a long list in")
    return True


def papers(day: Walk, out: Path) -> None:
    """Export a part of the register, preview it, and see the report's paper."""
    day.window.year.show_year(2021)
    day.window.year.chosen.emit(2021)
    day.run("find")
    day.type("nguyen thi hoa")
    day.part("export")
    day.run("export", out / "so.xlsx", "close")
    day.part("print")
    day.run("print", seen)
    day.part("report and its paper")
    day.window.go_to(REPORTS)


def safety(day: Walk) -> None:
    """Look at the steps and the bin."""
    day.part("steps")
    day.run("steps", seen)
    day.part("bin")
    day.run("bin", seen)


def seen(_dialog: QDialog) -> bool:
    """Leave a dialog after a look at it."""
    return False


def main(folder: Path, awards: int) -> None:
    """Make the office, walk and print what was measured."""
    # The backup of the day is no work of the window's thread, and half a gigabyte takes long.
    Backups.automatic = lambda _self, _reason: None  # type: ignore[assignment,method-assign]
    path = office(folder, awards)
    long_list = written(dirty_list(1, rows=LONG_LIST), folder / "Danh sách dài.xlsx")
    day = Walk(folder)
    walk(day, path, long_list, folder)
    sys.stdout.write(f"{day.report()}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
