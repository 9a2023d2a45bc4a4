"""Two records side by side, and what will stand in their place. Asks no service."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.services.duplicates import Side
from thidua_desktop.services.joining import FIELDS, Join, filled
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.directory.people.columns import masked
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.safety.bin_dialog import KINDS
from thidua_desktop.ui.widgets.elided import ElidedLine

_HEADS = ("", "Giữ lại", "Gộp vào", "Sau khi gộp")
_KEPT, _OTHER, _AFTER = 1, 2, 3
_LABELS = 110
_AWARD_HEADS = ("Của", "Năm", "Danh hiệu, hình thức", "Số quyết định", "Tên khi đó")
_AWARD_WIDTHS = (62, 44, 150, 96, 120)


class Comparison(QWidget):
    """Shows the one that stays beside the one that goes into it; each field comes from either."""

    changed = Signal()
    """Another pair is shown, or there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table = ""
        self._sides: tuple[Side, Side] | None = None
        self._result: Any = None
        self.fields = _Fields(look)
        self.awards = _Awards(look)
        self._counts = ElidedLine()
        self._counts.setProperty("tone", "muted")
        self._lay_out()
        self.fields.taken.connect(self._take)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def is_showing(self) -> bool:
        """Say whether there are two records to be compared."""
        return self._sides is not None

    def show_sides(self, table: str, sides: tuple[Side, Side]) -> None:
        """Show two records of *table*, the first as the one that stays."""
        self._table, self._sides = table, sides
        self._fill()

    def clear(self) -> None:
        """Show nothing."""
        self._sides, self._result = None, None
        self._show_all()

    def swap(self) -> None:
        """Let the other one stay; what was taken field by field begins anew."""
        if self._sides is not None:
            self._sides = (self._sides[1], self._sides[0])
            self._fill()

    def join(self) -> Join | None:
        """Return the merge as it is chosen now."""
        if self._sides is None:
            return None
        return Join(self._table, self._result, (self._sides[1].record,))

    def _fill(self) -> None:
        if self._sides is not None:
            kept, other = self._sides
            self._result = filled(self._table, kept.record, [other.record])
        self._show_all()

    def _take(self, name: str, from_other: bool) -> None:
        """Take the field *name* of the one or the other side."""
        if self._sides is not None:
            value = getattr(self._sides[1 if from_other else 0].record, name)
            self._result = replace(self._result, **{name: value})
            self._show_fields()

    def _dress(self) -> None:
        self.fields.dress()
        self.awards.dress()
        self._show_all()

    def _show_all(self) -> None:
        self._show_fields()
        self.awards.show_sides(self._sides)
        self._counts.say(_counted(self._sides) if self._sides else "")
        self.changed.emit()

    def _show_fields(self) -> None:
        self.fields.show_fields(FIELDS.get(self._table, {}), self._sides, self._result)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.fields)
        split.addWidget(self.awards)
        split.setHandleWidth(1)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(split, 1)
        column.addWidget(self._counts)


class _Fields(QTableWidget):
    """A row a field; Space, Left, Right or a click chooses from which side it comes."""

    taken = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(0, len(_HEADS))
        self._look = look
        self._names: Sequence[str] = ()
        self._from_other: dict[str, bool] = {}
        self.setHorizontalHeaderLabels(_HEADS)
        self.setAccessibleName("Hai bản ghi cạnh nhau")
        _behave(self)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.cellClicked.connect(self._click)

    def dress(self) -> None:
        """Take heights and widths of the present scale."""
        self.verticalHeader().setDefaultSectionSize(self._look.px(sizes.ROW))
        self.setColumnWidth(0, self._look.px(_LABELS))

    def show_fields(
        self, fields: Mapping[str, str], sides: tuple[Side, Side] | None, result: Any
    ) -> None:
        """Show the *fields* of both *sides* and of the *result*; stays in its row."""
        row = max(self.currentRow(), 0)
        self._names = [name for name in fields if sides and any(s.shown[name] for s in sides)]
        self._from_other.clear()
        self.setRowCount(len(self._names))
        if sides is not None:
            for at, name in enumerate(self._names):
                self._show_row(at, name, fields[name], sides, result)
        if self._names:
            self.setCurrentCell(min(row, len(self._names) - 1), _AFTER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        name = self._names[row] if 0 <= row < len(self._names) else ""
        if name and event.key() == Qt.Key.Key_Space:
            self.taken.emit(name, not self._from_other[name])
        elif name and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.taken.emit(name, event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _click(self, row: int, column: int) -> None:
        if column in (_KEPT, _OTHER):
            self.taken.emit(self._names[row], column == _OTHER)

    def _show_row(
        self, at: int, name: str, label: str, sides: tuple[Side, Side], result: Any
    ) -> None:
        kept, other = (getattr(side.record, name) for side in sides)
        value = getattr(result, name)
        is_other = kept != other
        self._from_other[name] = is_other and value == other
        words = {kept: sides[0].shown[name], other: sides[1].shown[name]}
        if name == "citizen_id" and not (kept and other and is_other):
            words = {number: masked(shown) for number, shown in words.items()}
        self._put(at, 0, label, Tone.MUTED)
        self._put(at, _KEPT, words[kept], is_marked=is_other)
        self._put(at, _OTHER, words[other], is_marked=is_other)
        self._put(at, _AFTER, words.get(value, str(value or "")))
        if is_other and value in (kept, other):
            source = self._put(
                at, _OTHER if value == other else _KEPT, words[value], is_marked=True
            )
            source.setIcon(self._look.icon("circle-check", Tone.GREEN, 14))

    def _put(
        self, row: int, column: int, text: str, tone: Tone = Tone.TEXT, *, is_marked: bool = False
    ) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setForeground(self._look.colour(tone))
        if is_marked:
            item.setBackground(QBrush(self._look.wash(Tone.AMBER)))
        self.setItem(row, column, item)
        return item


class _Awards(QTableWidget):
    """The awards of both, those of the one that stays first; names as they were."""

    def __init__(self, look: Look) -> None:
        super().__init__(0, len(_AWARD_HEADS))
        self._look = look
        self.setHorizontalHeaderLabels(_AWARD_HEADS)
        self.setAccessibleName("Khen thưởng của hai bản ghi")
        _behave(self)
        self.horizontalHeader().setStretchLastSection(True)

    def dress(self) -> None:
        """Take heights and widths of the present scale."""
        self.verticalHeader().setDefaultSectionSize(self._look.px(sizes.ROW))
        for section, width in enumerate(_AWARD_WIDTHS):
            self.setColumnWidth(section, self._look.px(width))

    def show_sides(self, sides: tuple[Side, Side] | None) -> None:
        """Show the awards of *sides*; out of the way when there are none."""
        rows: list[tuple[str, AwardRow]] = []
        for whose, side in zip(("Giữ lại", "Gộp vào"), sides or (), strict=False):
            rows += [(whose, award) for award in side.awards]
        self.setVisible(bool(rows))
        self.setRowCount(len(rows))
        for at, (whose, award) in enumerate(rows):
            year = str(award.year or "")
            cells = (whose, year, award.title_text, award.decision_number, award.name)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(at, column, item)


def _behave(table: QTableWidget) -> None:
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)


def _counted(sides: tuple[Side, Side]) -> str:
    """Return what leads to each of both, in words."""
    kept, other = (_leading(side.counts) for side in sides)
    return f"Nối với bản giữ lại: {kept}. Sẽ chuyển từ bản gộp vào: {other}."


def _leading(counts: Mapping[str, int]) -> str:
    named = [f"{count} {KINDS[table].lower()}" for table, count in counts.items() if table in KINDS]
    return ", ".join(named) or "không có gì"
