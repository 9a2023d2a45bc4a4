"""Lines in which units are named: those that end, or those that take over. Knows no service."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.text import fold
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor

_AT_ONCE, _A_MOMENT = 12, 5  # Lines made in one turn of the window; milliseconds between turns.
_CODE = 9  # Letters of a code that are seen.


class Named(NamedTuple):
    """One line: the words, the uid of the unit chosen or "", and the code typed beside it."""

    name: str
    uid: str = ""
    code: str = ""


class UnitLines(QWidget):
    """Some lines with proposals of *suggest*; with *has_code* a code stands beside each name.

    *one* is what a line holds, for screen readers.
    """

    changed = Signal()

    def __init__(self, one: str, suggest: Suggest, desk: Desk, *, has_code: bool = False) -> None:
        super().__init__()
        self._one = one
        self._suggest = suggest
        self._desk = desk
        self._has_code = has_code
        self._lines: list[_Line] = []
        self._waiting: list[Named] = []
        self._rows = QGridLayout()
        self._rows.setSpacing(sizes.TIGHT)
        self._rows.setColumnStretch(0, 1)
        self._add = QPushButton("Thêm đơn vị")
        self._add.setAutoDefault(False)
        self._add.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addLayout(self._rows)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def value(self) -> list[Named]:
        """Return the lines that name something, those not on the screen yet too."""
        shown = [named for line in self._lines if (named := line.value()).name]
        return [*shown, *self._waiting]

    def show_units(self, named: list[Named]) -> None:
        """Show *named*, one line each; one empty line where there are none."""
        for line in self._lines:
            line.leave()
        self._lines.clear()
        self._waiting = named or [Named("")]
        self._show_more()

    def _show_more(self) -> None:
        """Make some more lines, so that many of them never hold the window."""
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for each in some:
            self._append(each)
        self._set_order()
        if self._waiting:
            QTimer.singleShot(_A_MOMENT, self, self._show_more)

    def _begin(self) -> None:
        self._append(Named(""))
        self._set_order()
        self._lines[-1].name.setFocus()

    def _append(self, named: Named) -> None:
        line = _Line(named, self._suggest, self._desk, self.changed.emit, self._drop)
        row = self._rows.rowCount()
        self._rows.addWidget(line.name, row, 0)
        if self._has_code:
            self._rows.addWidget(line.code, row, 1)
        self._rows.addWidget(line.away, row, 2)
        line.call(f"{self._one} thứ {len(self._lines) + 1}")
        self._lines.append(line)

    def _drop(self, line: "_Line") -> None:
        self._lines.remove(line)
        line.leave()
        self._add.setFocus()
        self.changed.emit()

    def _set_order(self) -> None:
        """Let Tab go line by line, then to the button; new widgets would come last of the form."""
        widgets: list[QWidget] = []
        for line in self._lines:
            code = [line.code.line] if self._has_code else []
            widgets += [line.name.line, *code, line.away]
        stops = [self._add, *widgets, self._add]  # The button leads them to its place in the form.
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


class _Line:
    """One unit: its name with proposals, its code, and a button that takes it away."""

    def __init__(
        self,
        named: Named,
        suggest: Suggest,
        desk: Desk,
        changed: Callable[[], None],
        drop: "Callable[[_Line], None]",
    ) -> None:
        self._chosen = {fold(named.name): named.uid}
        self.name = SuggestionEditor(suggest, desk, "tên đơn vị")
        self.code = LineEditor("mã", _CODE)
        self.away = QToolButton()
        self.name.show_value(named.name)
        self.code.show_value(named.code)
        self.away.setAutoRaise(True)
        desk.look.mark(self.away, "x")
        self.away.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
        self.name.taken.connect(self._take)
        self.name.changed.connect(changed)
        self.name.taken.connect(lambda _chosen: changed())
        self.code.changed.connect(changed)
        self.away.clicked.connect(lambda _checked=False: drop(self))

    def value(self) -> Named:
        name = self.name.value()
        uid = self._chosen.get(fold(name), "")
        return Named(name, uid, "" if uid else self.code.value())

    def call(self, one: str) -> None:
        self.name.call(one, "")
        self.code.call(f"Mã của {one.lower()}", "Mã đơn vị hành chính, nếu có")
        self.away.setAccessibleName(f"Bỏ {one.lower()}")
        self.away.setToolTip("Bỏ dòng này")

    def leave(self) -> None:
        for widget in (self.name, self.code, self.away):
            widget.hide()
            widget.deleteLater()

    def _take(self, chosen: Suggestion) -> None:
        self._chosen[fold(chosen.text)] = chosen.key
