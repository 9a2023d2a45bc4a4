"""How a table of whole rows looks and behaves that is read and chosen from. Knows no rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look


def choose_rows(table: QTableView, widths: Sequence[int], look: Look) -> None:
    """Let whole rows of *table* be chosen; *widths* of columns at scale 1, 0 the room that is left.

    Tab leaves the table.
    """
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for section, width in enumerate(widths):
        if width:
            table.setColumnWidth(section, look.px(width))
        else:
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)


def keep_to_one_line(table: QTableView, look: Look) -> None:
    """Give the rows and the head of *table* the height of one line."""
    table.setWordWrap(False)
    table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
    head = table.horizontalHeader()
    head.setFixedHeight(look.px(sizes.ROW))
    head.setHighlightSections(False)
