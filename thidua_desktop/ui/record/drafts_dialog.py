"""The dialog that tells of drafts found when a file is opened, and shows what each would change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from thidua_desktop.services.drafts import Draft
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.record.telling import clock_words
from thidua_desktop.ui.widgets.places import slim_rows

_HEADS = ("Ô", "Trước khi gõ", "Đang gõ dở")


class DraftsDialog(QDialog):
    """Lists *drafts*; accepted, `chosen` is to be taken up. *drop* throws one away, or not."""

    def __init__(self, drafts: Sequence[Draft], drop: Callable[[Draft], bool], look: Look) -> None:
        super().__init__()
        self.setWindowTitle("Có bản nháp chưa cất")
        self._left = list(drafts)
        self._drop_one = drop
        self._look = look
        self.list = QListWidget()
        self.table = QTableWidget(0, len(_HEADS))
        self._lay_out()
        self._show_list()
        self.list.currentRowChanged.connect(self._show_fields)
        self.list.setCurrentRow(0)
        self._show_fields()

    @property
    def chosen(self) -> Draft:
        """Return the draft one stands on."""
        return self._left[max(self.list.currentRow(), 0)]

    def drop(self) -> None:
        """Throw the draft away that one stands on; close when none is left."""
        if not self._drop_one(self.chosen):
            return
        row = self.list.currentRow()
        del self._left[row]
        if not self._left:
            self.reject()
            return
        self._show_list()
        self.list.setCurrentRow(min(row, len(self._left) - 1))

    def _show_list(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for each in self._left:
            item = QListWidgetItem(f"{clock_words(each.at)} · {each.title}")
            item.setToolTip(each.title)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _show_fields(self, _row: int = 0) -> None:
        fields = self.chosen.fields
        self.table.setRowCount(len(fields))
        for row, field in enumerate(fields):
            for column, words in enumerate((field.label, field.was, field.typed)):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()

    def _lay_out(self) -> None:
        px = self._look.px
        words = QLabel(
            "Lần trước chương trình đóng khi còn phần gõ dở, chưa cất. Phần ấy vẫn được giữ ở đây."
        )
        words.setWordWrap(True)
        self.list.setAccessibleName("Các bản nháp")
        self.list.setStyleSheet(slim_rows(self._look))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(px(sizes.ROW) * min(len(self._left), 4) + px(sizes.TIGHT))
        self._lay_out_table()
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(words)
        column.addWidget(self.list)
        column.addWidget(self.table)
        column.addLayout(self._buttons())
        self._look.size(self, 620, 380)

    def _lay_out_table(self) -> None:
        table = self.table
        table.setAccessibleName("Các ô đã gõ trong bản nháp")
        table.setHorizontalHeaderLabels(_HEADS)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(0, self._look.px(140))
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(self._look.px(sizes.ROW))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)

    def _buttons(self) -> QHBoxLayout:
        go_on, drop, later = (
            QPushButton(words) for words in ("Sửa tiếp", "Bỏ bản nháp", "Để lần sau")
        )
        go_on.setProperty("main", True)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        drop.setAutoDefault(False)
        drop.clicked.connect(self.drop)
        later.setAutoDefault(False)
        later.setToolTip("Bản nháp được giữ nguyên và hỏi lại khi mở tệp lần sau")
        later.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.SPACE)
        foot.addWidget(drop)
        foot.addStretch()
        foot.addWidget(go_on)
        foot.addWidget(later)
        return foot
