"""What tests of tabs do again and again: show one, wait for it, go to a row, write in a form."""

from pathlib import Path
from typing import Any, TypeVar

import openpyxl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.typing import compose
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.hinted import HintedEditor

P = TypeVar("P", bound=Page)


def shown(page: P, qtbot: QtBot, desk: Desk) -> P:
    """Show *page* at the smallest size and wait until all it asked for has come."""
    qtbot.addWidget(page)
    page.resize(1093, 460)
    page.show()
    QTest.qWaitForWindowActive(page)
    settle(qtbot, desk)
    return page


def go_to(page: Any, row: int, qtbot: QtBot, desk: Desk) -> None:
    """Stand on *row* of the grid of *page*, and wait for its record."""
    page.grid.view.go_to(row)
    settle(qtbot, desk)


def line(page: Any, name: str) -> LineEditor:
    """Return the line of the field *name* in the form of *page*."""
    editor = page.pane.form.editor(name)
    inner = editor.inner if isinstance(editor, HintedEditor) else editor
    assert isinstance(inner, LineEditor)
    return inner


def write(page: Any, name: str, text: str) -> None:
    """Write *text* into the field *name*: by keys where they can, else by an input method."""
    field = line(page, name).line
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        compose(field, text[:1], commit=text)


def words(widget: QWidget) -> str:
    """Return all words that labels of *widget* show now."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def cell(table: QTableWidget, row: int, section: int) -> str:
    """Return the words of one cell of *table*."""
    item = table.item(row, section)
    assert item is not None
    return item.text()


def workbook_cells(path: Path) -> list[object]:
    """Return the values of all cells of the first sheet of the workbook *path*, row by row."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    cells: list[object] = [value for row in sheet.iter_rows(values_only=True) for value in row]
    workbook.close()
    return cells
