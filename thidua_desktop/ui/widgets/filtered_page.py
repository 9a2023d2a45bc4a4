"""A record tab whose list can be narrowed by conditions, each with a chip above it.

Beside that it names what is deleted, and shows what a service filled in after Cất.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.filter_bar import Choosable, FilterBar
from thidua_desktop.ui.widgets.reading_only import kept_from_writing
from thidua_desktop.ui.widgets.records_page import Kind, Records, RecordsPage
from thidua_desktop.ui.widgets.row_pages import R

T = TypeVar("T")

_NAMED = 5  # Records that a question names; the rest is counted.


class FilteredPage(RecordsPage[T, R]):
    """Grid with a filter row and its chips above, and the record beside it.

    *name_of* says a row in words. With *why_read_only* records can be read and copied only.
    """

    joint = "của "
    """What stands between the kind of record and whose it is; "" where it is that one itself."""

    def __init__(
        self,
        kind: Kind[T, R],
        records: Records[T, R],
        desk: Desk,
        choosables: Sequence[Choosable],
        name_of: Callable[[R], str],
        why_read_only: str = "",
    ) -> None:
        self._name_of = name_of
        self.why_read_only = why_read_only
        self.filters = FilterBar(desk.look)
        super().__init__(kind, records, desk)
        self.grid.narrow({each.column: dict(each.words) for each in choosables})
        self.grid.view.heads.typed.connect(self._narrow)
        self.filters.changed.connect(self._show_filters)
        self.grid.filters_dropped.connect(self._clear_filters)
        self.grid.set_writable(not why_read_only)
        if why_read_only:
            self.pane.set_read_only(True)

    def offers(self) -> Mapping[str, Offer]:
        return kept_from_writing(super().offers(), self.why_read_only)

    def delete(self) -> None:
        """Delete the chosen records, after a question that names them."""
        if self.grid.drop_new():
            return
        uids = self.grid.selected()
        job = self.desk.read(lambda: (uids, self.records.rows(uids[:_NAMED])))
        job.succeeded.connect(self._ask_to_delete)

    def narrow_to_cell(self) -> None:
        """Show only the rows that say the same as the cell in focus."""
        index = self.grid.view.currentIndex()
        row = self.grid.model.record(index.row())
        if row is not None:
            column = self.grid.model.columns[index.column()]
            value, words = getattr(row, column.name), column.text(row)
            asked = Filter(column.name, "" if value is None else str(value), "is")
            self.filters.put(asked, f"{column.title}: {words or '(trống)'}")

    def show_sought(self, sought: Sought) -> None:
        self._clear_filters()
        for condition, words in sought.conditions:
            self.filters.put(condition, words)
        if not sought.conditions:
            self.grid.set_filters(())

    def add_above(self, widget: QWidget) -> None:
        """Put *widget* above the filters and the grid."""
        self._left.insertWidget(0, widget)

    def _narrow(self, section: int, text: str) -> None:
        """Take what was typed or chosen in the filter of a column as its condition."""
        column, heads = self.grid.model.columns[section], self.grid.view.heads
        try:
            found, words = heads.conditions(section, text)
        except ValueError as error:
            heads.mark(section, str(error))
            return
        heads.mark(section, "")
        if found:
            self.filters.put(found, f"{column.title}: {words}")
        else:
            self.filters.drop(column.name)

    def _show_filters(self, filters: tuple[Filter, ...]) -> None:
        narrowed = {each.column for each in filters}
        for section, column in enumerate(self.grid.model.columns):
            if column.name not in narrowed:
                self.grid.view.heads.show_text(section, "")
        for each in filters:
            self.grid.view.heads.show_choice(each)
        self.grid.set_filters(filters)

    def _clear_filters(self) -> None:
        self.filters.clear()
        for section in range(len(self.grid.model.columns)):
            self.grid.view.heads.show_text(section, "")

    def _ask_to_delete(self, asked: tuple[list[str], Sequence[R]]) -> None:
        uids, rows = asked
        names = [self._name_of(row) for row in rows]
        if len(uids) == 1:
            question = f"Xóa {self.kind.one} {self.joint}{names[0]}?"
            detail = ""
        else:
            question = f"Xóa {grouped(len(uids))} {self.kind.one} đang chọn?"
            detail = "\n".join(f"• {name}" for name in names) + "\n"
            rest = len(uids) - len(names)
            detail += f"… và {grouped(rest)} dòng khác\n" if rest else ""
        choices = (Choice("delete", "Xóa"), Choice("keep", "Giữ lại"))
        detail += "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        if self.desk.prompts.ask(question, choices, detail) == "delete":
            self._delete(uids)

    def _delete(self, uids: Sequence[str]) -> None:
        job = self.desk.write(lambda: self.records.delete(uids))
        job.succeeded.connect(self._deleted)

    def _saved(self, draft: T, then: Callable[[], None]) -> None:
        super()._saved(draft, then)
        if not self.pane.is_dirty:
            self._load(self._uid)

    def _lay_out(self) -> None:
        super()._lay_out()
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)
        self._left.addWidget(self.filters)
        sizes = self.sides.sizes()
        self._left.addWidget(self.grid)
        self.sides.insertWidget(0, left)
        self.sides.setStretchFactor(0, 1)
        self.sides.setCollapsible(0, False)
        self.sides.setSizes(sizes)
        narrow = QAction("Chỉ hiện các dòng giống ô này", self)
        narrow.triggered.connect(self.narrow_to_cell)
        self.grid.set_menu([narrow])
