"""The dialog that shows a file's backups with what each holds, to choose one. Restores nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from thidua_desktop.domain.numbers import decimal, grouped
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Look

_HEADS = ("Lúc", "Khen thưởng", "Đề nghị", "Nhiệm vụ kế hoạch", "Cỡ tệp")
_COUNTED = ("award", "nomination", "plan_task")


class Backup(Protocol):
    """What is known of one backup without opening it."""

    @property
    def path(self) -> Path:
        """Return where it lies."""

    @property
    def at(self) -> datetime:
        """Return when it was made."""

    @property
    def size(self) -> int:
        """Return its bytes."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Return its rows by table."""


class RestoreDialog(QDialog):
    """The backups of one file, newest first, with counts that tell them apart."""

    def __init__(self, look: Look, backups: Sequence[Backup]) -> None:
        super().__init__()
        self.setWindowTitle("Khôi phục từ bản sao lưu")
        self._backups = backups
        self.is_other = False
        self.table = _table(look, backups)
        words = QLabel(
            "Chọn bản sao lưu để đưa tệp về lúc ấy. Bản đang có được sao lưu trước, "
            "nên vẫn lấy lại được."
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.GAP)
        column.addWidget(words)
        column.addWidget(self.table)
        column.addWidget(self._buttons())
        self.resize(look.px(620), look.px(400))

    @classmethod
    def ask(cls, desk: Desk, backups: Sequence[Backup]) -> "RestoreDialog | None":
        """Return the dialog as the officer left it, or None: see `chosen` and `is_other`."""
        dialog = cls(desk.look, backups)
        return dialog if desk.prompts.run(dialog) else None

    @property
    def chosen(self) -> Path | None:
        """Return the backup chosen; None when it is one that lies elsewhere."""
        row = self.table.currentRow()
        return None if self.is_other or row < 0 else self._backups[row].path

    def choose_other(self) -> None:
        """Close with the wish for a backup that is not in the list."""
        self.is_other = True
        self.accept()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        restore = QPushButton("Khôi phục bản này")
        restore.setProperty("main", True)
        restore.setDefault(True)
        restore.setEnabled(bool(self._backups))
        box.addButton(restore, QDialogButtonBox.ButtonRole.AcceptRole)
        other = box.addButton("Chọn tệp khác…", QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        other.clicked.connect(self.choose_other)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _table(look: Look, backups: Sequence[Backup]) -> QTableWidget:
    table = QTableWidget(len(backups), len(_HEADS))
    table.setAccessibleName("Các bản sao lưu")
    table.setHorizontalHeaderLabels(_HEADS)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look.px(sizes.ROW))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    for row, backup in enumerate(backups):
        for section, words in enumerate(_words(backup)):
            item = QTableWidgetItem(words)
            if section:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, section, item)
    if backups:
        table.selectRow(0)
    return table


def _words(backup: Backup) -> tuple[str, ...]:
    counts = (grouped(backup.counts.get(name, 0)) for name in _COUNTED)
    return (f"{backup.at:%d/%m/%Y %H:%M}", *counts, f"{decimal(backup.size / 1e6, 1)} MB")
