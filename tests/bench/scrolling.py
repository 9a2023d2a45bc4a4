"""Two tables of 200 000 awards to scroll: our grid on an office file, and one of constant words."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from thidua_desktop.domain.listing import Query
from thidua_desktop.paths import find_paths
from thidua_desktop.services.services import Services
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.awards.columns import columns
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Jobs
from thidua_desktop.ui.look import STYLE, Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.prompts import ScreenPrompts
from thidua_desktop.ui.widgets.grid import Grid, Nothing
from thidua_desktop.wiring import Wiring

WIDTH, HEIGHT = 1000, 600
STEP = 3  # Rows a turn of the mouse wheel moves by.
_NOWHERE = QModelIndex()


class Scroller:
    """Scrolls one table and paints after each move until the words are there."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._bar = view.verticalScrollBar()
        self._chance = random.Random(5)

    def steps(self, count: int) -> None:
        """Turn the wheel *count* times from a place not seen before."""
        start = self._chance.randrange(self._bar.maximum() - count * STEP)
        for step in range(count):
            self._go(start + step * STEP)

    def jumps(self, count: int) -> None:
        """Pull the scroll bar to *count* places anywhere."""
        for _ in range(count):
            self._go(self._chance.randrange(self._bar.maximum()))

    def _go(self, row: int) -> None:
        self._bar.setValue(row)
        self._view.viewport().repaint()
        while not self._view.model().index(row, 0).data():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._view.viewport().repaint()


class ConstantWords(QAbstractTableModel):
    """A model of the same size whose every cell says the same."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._columns

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        return "Nguyễn Thị Thu Hà" if role == Qt.ItemDataRole.DisplayRole else None


@contextmanager
def scrollers(office: Path, folder: Path) -> Iterator[tuple[Scroller, Scroller]]:
    """Give one that scrolls our grid over the file *office*, and one for constant words."""
    QApplication.setStyle(STYLE)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    paths = find_paths({"THIDUA_DATA": str(folder)})
    look = Look(paths.resources, dark=False)
    look.dress(app)
    look.complete()
    memory = Memory(folder / "state.ini")
    jobs = Jobs()
    desk = Desk(Actions(look), look, Bus(), jobs, ScreenPrompts(memory, None), memory)
    services = Wiring(paths).open_office(office)
    try:
        ours = _grid(services, desk)
        bare = _constant(services.awards.count(Query()), ours.view)
        ours.ask()
        while not (jobs.is_idle and ours.count):
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        app.processEvents()  # The scroll bars learn how long the tables are.
        yield Scroller(ours.view), Scroller(bare)
        ours.close()
        bare.close()
    finally:
        jobs.close()
        services.file.close()


def _grid(services: Services, desk: Desk) -> Grid[Any]:
    grid = Grid(
        "bench", "Sổ khen thưởng", columns(services), services.awards, desk, Nothing("Sổ trống.")
    )
    grid.resize(WIDTH, HEIGHT)
    grid.show()
    return grid


def _constant(rows: int, like: QTableView) -> QTableView:
    """Return a table of constant words, as tall and with the same columns as *like*."""
    columns = like.model().columnCount()
    view = QTableView()
    view.setModel(ConstantWords(rows, columns))
    view.model().setParent(view)
    view.verticalHeader().setDefaultSectionSize(like.verticalHeader().defaultSectionSize())
    view.verticalHeader().hide()
    for section in range(columns):
        view.setColumnWidth(section, like.columnWidth(section))
    view.resize(like.size())
    view.show()
    return view
