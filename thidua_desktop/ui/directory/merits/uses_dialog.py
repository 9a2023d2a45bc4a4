"""Which nominations an initiative serves: a tick for each. Knows no service."""

from collections.abc import Container, Sequence

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

from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot

_UID = Qt.ItemDataRole.UserRole
_LEAD = "Đánh dấu những đề nghị đã dùng hoặc định dùng sáng kiến “{}”."
_NONE = (
    "Các tác giả của sáng kiến này chưa có đề nghị nào trong tệp. Tác giả phải là người có trong "
    "danh mục thì chương trình mới tìm được đề nghị của họ."
)


class UsesDialog(QDialog):
    """Asks which of *candidates* the initiative *title* serves; those in *uses* are ticked."""

    def __init__(
        self,
        title: str,
        candidates: Sequence[NominationRow],
        uses: Container[str],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dùng sáng kiến cho đề nghị")
        lead = QLabel(_LEAD.format(title) if candidates else _NONE)
        lead.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Đề nghị của các tác giả")
        self.list.setSpacing(2)
        for row in candidates:
            self.list.addItem(_item(row, is_used=row.uid in uses))
        keep = QPushButton("Cất")
        keep.setEnabled(bool(candidates))
        column = QVBoxLayout(self)
        column.setSpacing(sizes.SPACE)
        column.addWidget(lead)
        column.addWidget(self.list, 1)
        column.addLayout(dialog_foot(self, keep, "Phím cách: đánh dấu hoặc bỏ dấu"))
        look.size(self, 560, 340)
        self.list.setCurrentRow(0)

    def answer(self, prompts: Prompts) -> list[str] | None:
        """Return the uids of the nominations ticked, or None; the dialog is gone afterwards."""
        is_accepted = prompts.run(self)
        ticked = self.ticked()
        self.deleteLater()
        return ticked if is_accepted else None

    def ticked(self) -> list[str]:
        """Return the uids of the nominations ticked now."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_UID) for item in items if item.checkState() == Qt.CheckState.Checked]


def _item(row: NominationRow, *, is_used: bool) -> QListWidgetItem:
    state = STATES.get(row.state, row.state).lower()
    item = QListWidgetItem(f"{row.name}: {row.title_text}, năm {row.year} ({state})")
    item.setData(_UID, row.uid)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_used else Qt.CheckState.Unchecked)
    return item
