"""The heads of a grid's columns with the filter row below them. Knows no rows and asks nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QWidget

from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.narrowing import TIPS, Filters, conditions
from thidua_desktop.ui.widgets.rows_model import Column

_PAUSE = 250  # Milliseconds after a key before rows are asked for.
_ANY = "Tất cả"
_GAP = 2


class UnchosenHeads(QHeaderView):
    """Heads that do not follow what is chosen: Qt would ask of every row whether it is."""

    def setSelectionModel(self, chosen: QItemSelectionModel) -> None:
        super().setSelectionModel(QItemSelectionModel(chosen.model(), self))


class Heads(UnchosenHeads):
    """Heads that can be moved; `typed` tells the column and the text of its filter.

    A column of few values is narrowed by choosing one; its text is the key of the value.
    """

    typed = Signal(int, str)
    left = Signal()
    """Enter or the down key in a filter: back to the rows."""

    def __init__(self, columns: Sequence[Column[Any]], look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._look = look
        self.fields: dict[int, QWidget] = {}
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(24)
        self.setAccessibleName("Đầu cột")
        for told in (self.sectionResized, self.sectionMoved, self.geometriesChanged):
            told.connect(self.place)

    def narrow(self, words: dict[str, dict[Any, str]]) -> None:
        """Have a filter below each head; *words* are the values of columns that have few."""
        for section, column in enumerate(self._columns):
            known = words.get(column.name) or dict(column.words)
            field = _ChoiceFilter(known, self) if known else _LineFilter(column, self)
            field.setAccessibleName(f"Lọc {column.title}")
            field.told.connect(lambda text, section=section: self.typed.emit(section, text))
            field.installEventFilter(self)
            self.fields[section] = field
        self.dress()

    def show_text(self, section: int, text: str) -> None:
        """Show *text* in the filter of *section*."""
        field = self.fields.get(section)
        if isinstance(field, _LineFilter | _ChoiceFilter):
            field.show_text(text)
            self.mark(section, "")

    def conditions(self, section: int, text: str) -> tuple[Filters, str]:
        """Return what *text* in the filter of *section* asks for, and that in words.

        ValueError says why it is no number or day.
        """
        column, field = self._columns[section], self.fields[section]
        if isinstance(field, _ChoiceFilter):
            asked = (Filter(column.name, text, "is"),) if text else ()
            return asked, field.currentText()
        words = "(trống)" if text.strip() == "=" else text.strip()
        return conditions(column.name, column.values, text), words

    def show_choice(self, asked: Filter) -> None:
        """Stand on the value that *asked* wants, where its column is narrowed by choosing."""
        for section, field in self.fields.items():
            is_it = self._columns[section].name == asked.column and asked.match == "is"
            if is_it and isinstance(field, _ChoiceFilter):
                field.show_text(asked.value)

    def mark(self, section: int, problem: str) -> None:
        """Say why what stands in the filter of *section* narrows nothing, or that it does."""
        field = self.fields.get(section)
        if isinstance(field, _LineFilter):
            field.mark(problem)

    def lend(self, sections: Iterable[int], to: QHeaderView) -> None:
        """Put the filters of *sections* into the heads *to*, which show these columns now."""
        for section in sections:
            if field := self.fields.get(section):
                field.setParent(to.viewport())
        self.place()

    def place(self, *_what: Any) -> None:
        """Put each filter below its head."""
        top = self._look.px(sizes.ROW)
        for section, field in self.fields.items():
            viewport = field.parentWidget()
            heads = viewport.parentWidget() if viewport else None
            if not isinstance(heads, QHeaderView):
                continue
            left, width = heads.sectionViewportPosition(section), heads.sectionSize(section)
            field.setGeometry(left + 1, top, max(width - _GAP, 0), heads.height() - top - _GAP)
            field.setVisible(not heads.isSectionHidden(section) and width > 0)

    def dress(self) -> None:
        """Take the height of the present scale."""
        self.setFixedHeight(self.height_wanted)
        self.place()

    @property
    def height_wanted(self) -> int:
        """Return the height of heads with the filter row, if there is one."""
        return self._look.px(sizes.ROW) * (2 if self.fields else 1) + (_GAP if self.fields else 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        paint_head(self, painter, rect, section, self._look)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(watched, QWidget) and self._key(watched, event)
        return False

    def _key(self, field: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if isinstance(field, _LineFilter):
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                field.tell()
                self.left.emit()
                return True
            if key == Qt.Key.Key_Escape:
                field.clear()
                field.tell()
                self.left.emit()
                return True
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False


def paint_head(
    heads: QHeaderView, painter: QPainter, rect: QRect, section: int, look: Look
) -> None:
    """Paint one head in the upper part of *rect*, and the ground of its filter below it."""
    upper = QRect(rect.left(), rect.top(), rect.width(), look.px(sizes.ROW))
    QHeaderView.paintSection(heads, painter, upper, section)
    lower = rect.adjusted(0, upper.height(), 0, 0)
    if lower.height() > 0:
        painter.fillRect(lower, QColor(look.tokens.window))
        painter.setPen(QColor(look.tokens.line))
        painter.drawLine(lower.topRight(), lower.bottomRight())
        painter.setPen(QColor(look.tokens.border))
        painter.drawLine(lower.bottomLeft(), lower.bottomRight())


class _LineFilter(QLineEdit):
    """Words to narrow a column by; told after a pause, never while a letter is composed."""

    told = Signal(str)

    def __init__(self, column: Column[Any], heads: Heads) -> None:
        super().__init__(heads.viewport())
        self._told = ""
        self._tip = TIPS[column.values]
        self.setObjectName("filter")
        self.setToolTip(self._tip)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.tell)
        self.textEdited.connect(lambda _text: self._pause.start())

    def show_text(self, text: str) -> None:
        """Stand on *text* without telling anyone."""
        self._told = text
        if text != self.text():
            self.setText(text)

    def tell(self) -> None:
        """Tell what stands here now, once."""
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.told.emit(self._told)

    def mark(self, problem: str) -> None:
        """Show that the text is no condition, and why."""
        self.setToolTip(problem or self._tip)
        self.setProperty("tone", "red" if problem else "")
        self.style().polish(self)


class _ChoiceFilter(QComboBox):
    """One of few values, or all."""

    told = Signal(str)

    def __init__(self, words: dict[Any, str], heads: Heads) -> None:
        super().__init__(heads.viewport())
        self.setObjectName("filter")
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.addItem("", "")
        self.setItemData(0, _ANY, Qt.ItemDataRole.ToolTipRole)
        for key, text in words.items():
            self.addItem(text, str(key))
        self.setToolTip("Chọn một giá trị để lọc")
        width = max(map(self.fontMetrics().horizontalAdvance, words.values()), default=0)
        self.view().setMinimumWidth(width + 40)
        self.activated.connect(lambda _row: self.told.emit(self.currentData()))

    def show_text(self, text: str) -> None:
        """Stand on the value whose key is *text* without telling anyone."""
        self.setCurrentIndex(max(self.findData(text), 0))
