"""The places of one paper: its frame and its headings, to go to. Knows no service."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.markup import Run
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.places import slim_rows

FRAME = "frame"
"""The place of the frame; every other place is the uid of a heading."""

_INDENT = "   "


class Outline(QListWidget):
    """A slim list of a paper's places; `chosen` tells the one to go to."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Các mục của văn bản")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        look.changed.connect(self._dress)
        self._dress()

    def show_places(self, blocks: Sequence[Block]) -> None:
        """Show the frame and the headings among *blocks*; the chosen place stays chosen."""
        wanted = [
            (FRAME, "Đầu và cuối văn bản", "Cơ quan, số, ngày, trích yếu, người ký, nơi nhận")
        ]
        wanted += [_place(block) for block in blocks if block.kind == "heading"]
        if [self._key(row) for row in range(self.count())] == wanted:
            return
        row = self.currentRow()
        self.clear()
        for key, words, tip in wanted:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(tip)
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def stand_on(self, uid: str) -> None:
        """Mark the place *uid* without going there."""
        rows = (row for row in range(self.count()) if self._key(row)[0] == uid)
        self.setCurrentRow(next(rows, -1))

    def _dress(self) -> None:
        self.setStyleSheet(slim_rows(self._look))

    def _key(self, row: int) -> tuple[str, str, str]:
        item = self.item(row)
        return str(item.data(Qt.ItemDataRole.UserRole)), item.text(), item.toolTip()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _place(block: Block) -> tuple[str, str, str]:
    title = f"{block.number} {_title(block.body)}".strip()
    return block.uid, f"{_INDENT * max(block.depth - 1, 0)}{title}", title


def _title(body: str) -> str:
    """Return what a heading is called: of one that runs on, its bold beginning."""
    runs = [piece for piece in markup.parse(body) if isinstance(piece, Run)]
    is_run_in = bool(runs) and runs[0].bold and not all(run.bold for run in runs)
    return runs[0].text if is_run_in else markup.plain(body)
