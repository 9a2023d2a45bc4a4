"""The help menu: the guide, the keys of all commands, what this program is. Knows no tab."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.guide.door import GuideDoor
from thidua_desktop.ui.guide.keys import KeyGroup, key_groups
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import Choice

_ABOUT = (
    "Kế hoạch, đề nghị, sổ khen thưởng, hội đồng và báo cáo của một cơ quan, trong một tệp, "
    "không cần mạng.\n\n"
    "Giấy phép MIT. Chữ Liberation (SIL OFL 1.1). Biểu tượng Lucide (ISC)."
)


class HelpMenu:
    """Answers the commands of the help menu; *tabs* are their titles in order."""

    def __init__(self, desk: Desk, guide: GuideDoor, tabs: Sequence[str], about: str) -> None:
        self._desk = desk
        self._guide = guide
        self._tabs = tabs
        self._about = about
        guide.keys_asked.connect(self._show_keys)

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands answered here."""
        return {
            **self._guide.offers(),
            "keys": Offer(self._show_keys),
            "about": Offer(self._show_about),
        }

    def _show_keys(self) -> None:
        if isinstance(QApplication.activeModalWidget(), KeysDialog):
            return
        dialog = KeysDialog(key_groups(self._tabs), self._desk.look)
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _show_about(self) -> None:
        self._desk.prompts.ask(self._about, (Choice("close", "Đóng"),), _ABOUT)


class KeysDialog(QDialog):
    """A table of what can be done and the keys for it, by the place where they hold."""

    def __init__(self, groups: Sequence[KeyGroup], look: Look) -> None:
        super().__init__()
        self.setWindowTitle("Các phím")
        self.table = _table(groups, look)
        box = QDialogButtonBox()
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(box)
        look.size(self, 500, 520)


def _table(groups: Sequence[KeyGroup], look: Look) -> QTableWidget:
    table = QTableWidget(sum(len(group.rows) + 1 for group in groups), 2)
    table.setAccessibleName("Các phím")
    table.setHorizontalHeaderLabels(["Việc", "Phím"])
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    lines = [line for group in groups for line in ((group.title,), *group.rows)]
    for row, words in enumerate(lines):
        for section, text in enumerate(words):
            item = QTableWidgetItem(text)
            table.setItem(row, section, item)
            if len(words) == 1:
                item.setFont(look.font(bold=True))
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                table.setSpan(row, 0, 1, 2)
    return table
