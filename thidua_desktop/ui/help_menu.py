"""The help menu: the keys of all commands, and what this program is. Knows no tab and no file."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.actions import COMMANDS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.page import Offer, Tab
from thidua_desktop.ui.prompts import Choice

_ABOUT = (
    "Kế hoạch, đề nghị, sổ khen thưởng, hội đồng và báo cáo của một cơ quan, trong một tệp, "
    "không cần mạng.\n\n"
    "Giấy phép MIT. Chữ Liberation (SIL OFL 1.1). Biểu tượng Lucide (ISC)."
)


class HelpMenu:
    """Answers the commands of the help menu."""

    def __init__(self, desk: Desk, tabs: Sequence[Tab], about: str) -> None:
        self._desk = desk
        self._tabs = tabs
        self._about = about

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands answered here."""
        return {"keys": Offer(self._show_keys), "about": Offer(self._show_about)}

    def _show_keys(self) -> None:
        dialog = KeysDialog(keys(self._tabs), self._desk.look)
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _show_about(self) -> None:
        self._desk.prompts.ask(self._about, (Choice("close", "Đóng"),), _ABOUT)


class KeysDialog(QDialog):
    """A table of commands and their keys."""

    def __init__(self, rows: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self.setWindowTitle("Các phím")
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName("Các phím")
        table.setHorizontalHeaderLabels(["Lệnh", "Phím"])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, words in enumerate(rows):
            for section, text in enumerate(words):
                table.setItem(row, section, QTableWidgetItem(text))
        box = QDialogButtonBox()
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(table)
        column.addWidget(box)
        self.resize(look.px(460), look.px(520))


def keys(tabs: Sequence[Tab]) -> list[tuple[str, str]]:
    """Return the words and the key of every command that has one, and of every tab."""
    places = [(f"Thẻ {tab.title}", f"Ctrl+{number}") for number, tab in enumerate(tabs, start=1)]
    return [(c.words.rstrip("…"), c.key) for c in COMMANDS if c.key] + places
