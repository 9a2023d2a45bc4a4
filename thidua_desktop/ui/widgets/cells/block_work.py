"""What is done with a block of cells: copied, pasted, cleared, filled. Knows no service."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.text import fold
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.widgets.cells import blocks
from thidua_desktop.ui.widgets.cells.keeping import Keeping, Laid, Typed
from thidua_desktop.ui.widgets.cells.typing import today
from thidua_desktop.ui.widgets.row_pages import Row
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.rows_view import RowsView

_MOST = 100_000
_TOO_MANY = f"Vùng chọn quá lớn: mỗi lần nhiều nhất {grouped(_MOST)} ô."
_MOST_COPIED = 20_000
_TOO_MANY_COPIED = (
    f"Mỗi lần chép nhiều nhất {grouped(_MOST_COPIED)} dòng; nhiều hơn thì hãy dùng Xuất khẩu."
)
_FIXED = "Cột này không gõ thẳng được, hãy sửa ở phần chi tiết."

ReadRows = Callable[[Sequence[str]], Sequence[Row]]


class BlockWork(QObject):
    """The block chosen in *view* to and from the clipboard, or written over as one step."""

    said = Signal(str)
    """A sentence the officer should read: what could not be done and why."""

    def __init__(self, view: RowsView, keeping: Keeping, rows: ReadRows, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._keeping = keeping
        self._rows = rows
        self._desk = desk
        view.copy_asked.connect(self.copy)
        view.paste_asked.connect(self.paste)
        view.clear_asked.connect(self.clear)
        view.fill_asked.connect(self.fill_down)
        view.today_asked.connect(self.put_today)

    def copy(self, with_heads: bool = False) -> None:
        """Put the chosen cells on the clipboard, as Excel takes them."""
        columns = [self._view.rows.columns[n] for n in self._view.chosen_columns()]
        self.copy_rows(columns, with_heads=with_heads)

    def copy_rows(self, columns: Sequence[Column[Any]], *, with_heads: bool = False) -> None:
        """Put *columns* of the chosen rows on the clipboard."""
        if self._view.chosen_count() > _MOST_COPIED:
            self.said.emit(_TOO_MANY_COPIED)
            return
        uids = [self._view.rows.uid_at(row) for row in self._view.chosen_rows()]
        heads = [[column.title for column in columns]] if with_heads else []

        def write() -> str:
            rows = self._rows(uids)
            return blocks.written([*heads, *([c.text(row) for c in columns] for row in rows)])

        self._desk.read(write).succeeded.connect(_put_on_clipboard)

    def paste(self) -> None:
        """Write what is on the clipboard over the cells from the first chosen one on.

        One value goes into all chosen cells; rows beyond the last become new ones.
        """
        text = QApplication.clipboard().text()
        rows, columns = self._view.chosen_rows(), self._view.chosen_columns()
        current = self._view.currentIndex()
        if not text or not current.isValid():
            return
        top = min(rows, default=current.row())
        if current.row() > self._view.rows.last_row:
            top, rows = current.row(), []
        first = columns[0] if columns else current.column()
        block: blocks.Block = self._without_heads(blocks.parsed(text), first)
        block = blocks.spread(block, max(len(rows), 1), max(len(columns), 1))
        self._write_block(block, top, first)

    def clear(self) -> None:
        """Empty the chosen cells; the records stay."""
        self._write_all(lambda _column: "", "Xóa trắng")

    def put_today(self) -> None:
        """Write the day of today into the chosen cells of dates."""
        day = today()
        self._write_all(lambda column: day if column.cell and column.cell.is_day else None, "Ghi")

    def fill_down(self) -> None:
        """Write the first row of the block into its other rows; one cell takes the one above."""
        view, rows = self._view, self._view.chosen_rows()
        if not rows:
            return
        top = rows[0] if len(rows) > 1 else rows[0] - 1
        below = [row for row in rows if row > top]
        sections = self._writable(view.chosen_columns())
        if top < 0 or not sections or not self._is_bearable(len(below) * len(sections)):
            return
        uid, targets = view.rows.uid_at(top), [view.rows.uid_at(row) for row in below]
        job = self._desk.read(lambda: self._rows([uid]))
        job.succeeded.connect(while_here(self, lambda found: self._fill(found, sections, targets)))

    def _fill(self, found: Sequence[Row], sections: Sequence[int], uids: Sequence[str]) -> None:
        columns = [self._view.rows.columns[section] for section in sections]
        texts = [
            (c.name, c.cell.begin(row) if c.cell and c.cell.begin else c.text(row))
            for row in found[:1]
            for c in columns
        ]
        typed = [Typed(uid, name, text) for uid in uids for name, text in texts]
        if typed:
            self._keeping.keep(typed, f"Điền xuống {grouped(len(typed))} ô")

    def _write_all(self, text_of: Callable[[Column[Any]], str | None], verb: str) -> None:
        view = self._view
        sections = self._writable(view.chosen_columns())
        rows = view.chosen_rows()
        if not self._is_bearable(len(rows) * len(sections)):
            return
        columns = [view.rows.columns[section] for section in sections]
        typed = [
            Typed(view.rows.uid_at(row), column.name, text)
            for row in rows
            for column in columns
            if (text := text_of(column)) is not None
        ]
        if typed:
            count = len(typed)
            self._keeping.keep(typed, f"{verb} {grouped(count)} ô" if count > 1 else None)

    def _write_block(self, block: blocks.Block, top: int, first: int) -> None:
        view = self._view
        seen = view.seen_columns()
        sections = seen[seen.index(first) :][: max(map(len, block))]
        if not self._is_bearable(len(block) * len(sections)) or not self._writable(sections):
            return
        uids = list(view.rows.between(top, top + len(block) - 1))
        uids += view.rows.begin_rows(len(block) - len(uids))
        self._choose(top, len(block), sections)
        columns = [view.rows.columns[section] for section in sections]
        names = [column.name if column.cell else "" for column in columns]
        label = f"Dán {grouped(len(block))} dòng" if len(block) > 1 else None
        self._keeping.keep(Laid(uids, names, block), label)

    def _without_heads(self, block: list[list[str]], first: int) -> list[list[str]]:
        """Leave out a first line that only repeats the heads of the columns."""
        seen = self._view.seen_columns()
        titles = [self._view.rows.columns[n].title for n in seen[seen.index(first) :]]
        is_heads = len(block) > 1 and [fold(text) for text in block[0]] == [
            fold(title) for title in titles[: len(block[0])]
        ]
        return block[1:] if is_heads else block

    def _writable(self, sections: Sequence[int]) -> list[int]:
        rows = self._view.rows
        found = [n for n in sections if rows.is_writable and rows.columns[n].cell]
        if not found and sections:
            self.said.emit(_FIXED if rows.is_writable else "Danh sách này chỉ để đọc.")
        return found

    def _is_bearable(self, cells: int) -> bool:
        if cells > _MOST:
            self.said.emit(_TOO_MANY)
        return cells <= _MOST

    def _choose(self, top: int, height: int, sections: Sequence[int]) -> None:
        model, flag = self._view.rows, QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for section in sections:
            chosen.select(model.index(top, section), model.index(top + height - 1, section))
        self._view.selectionModel().select(chosen, flag.ClearAndSelect)


def _put_on_clipboard(text: str) -> None:
    QApplication.clipboard().setText(text)
