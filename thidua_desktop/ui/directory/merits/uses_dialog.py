"""What an initiative serves: a tick for each nomination, and each title of former years.

Knows no service.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.merits import Initiative
from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_KEY = Qt.ItemDataRole.UserRole
_LEAD = "Đánh dấu những đề nghị đã dùng hoặc định dùng sáng kiến “{}”."
_NONE = (
    "Các tác giả của sáng kiến này chưa có đề nghị nào trong tệp. Tác giả phải là người có trong "
    "danh mục thì chương trình mới tìm được đề nghị của họ."
)


class Uses(NamedTuple):
    """What an initiative serves: uids of nominations, and ids of titles not in this file."""

    nominations: list[str]
    outside: list[str]


class UsesDialog(QDialog):
    """Asks which of *candidates* and of *titles*, names by id, the *initiative* serves.

    Those in *uses*, and those it is kept with, are ticked.
    """

    def __init__(
        self,
        initiative: Initiative,
        candidates: Sequence[NominationRow],
        uses: Container[str],
        titles: Mapping[str, str],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dùng sáng kiến cho đề nghị")
        self.list, self.outside = QListWidget(), QListWidget()
        for row in candidates:
            self.list.addItem(_item(_words(row), row.uid, is_on=row.uid in uses))
        served = initiative.used_for.split()
        for id in dict.fromkeys((*titles, *served)):
            self.outside.addItem(_item(titles.get(id, id), id, is_on=id in served))
        self._lay_out(_LEAD.format(initiative.title) if candidates else _NONE)
        self.list.setVisible(bool(candidates))
        look.size(self, 560, 460)

    def answer(self, prompts: Prompts) -> Uses | None:
        """Return what is ticked, or None; the dialog is gone afterwards."""
        is_accepted = prompts.run(self)
        uses = Uses(list(_ticked(self.list)), list(_ticked(self.outside)))
        self.deleteLater()
        return uses if is_accepted else None

    def _lay_out(self, words: str) -> None:
        lead = QLabel(words)
        lead.setWordWrap(True)
        before = QLabel("Đã dùng cho danh hiệu, hình thức khác, không có trong tệp này:")
        self.list.setAccessibleName("Đề nghị của các tác giả")
        self.outside.setAccessibleName(before.text())
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        for widget in (lead, self.list, before, self.outside):
            column.addWidget(widget)
        for ticks in (self.list, self.outside):
            ticks.setSpacing(1)
            ticks.setCurrentRow(0)
        keep = QPushButton("Cất")
        column.addLayout(dialog_foot(self, keep, "Phím cách: đánh dấu hoặc bỏ dấu"))


def _words(row: NominationRow) -> str:
    state = STATES.get(row.state, row.state).lower()
    return f"{row.name}: {row.title_text}, năm {row.year} ({state})"


def _item(words: str, key: str, *, is_on: bool) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(_KEY, key)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
    return item


def _ticked(ticks: QListWidget) -> Iterator[str]:
    for row in range(ticks.count()):
        item = ticks.item(row)
        if item.checkState() == Qt.CheckState.Checked:
            yield item.data(_KEY)
