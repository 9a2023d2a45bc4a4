"""The units that do a task, each with its part: a small list to write in. Knows no service."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.plans import ROLES, TaskUnit
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import ChoiceEditor, Editor
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor

_ROLE = 120  # Pixels at scale 1; it stands below the name, which may be a long one.
_ROLES = {key: words[0].upper() + words[1:] for key, words in ROLES.items()}


class UnitsEditor(Editor):
    """Its value is a tuple of TaskUnits; a line without a name is none of them."""

    def __init__(self, suggest: Suggest, desk: Desk) -> None:
        super().__init__()
        self._suggest = suggest
        self._desk = desk
        self._lines: list[_Line] = []
        self._is_read_only = False
        self._rows = QGridLayout()
        self._rows.setSpacing(sizes.TIGHT)
        self._rows.setColumnStretch(0, 1)
        self._add = QPushButton("Thêm đơn vị")
        self._add.clicked.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addLayout(self._rows)
        column.addWidget(self._add)
        self.setFocusProxy(self._add)

    def value(self) -> Any:
        named = [line.value() for line in self._lines]
        kept = [unit for unit in named if unit.unit_name]
        return tuple(replace(unit, ordinal=place) for place, unit in enumerate(kept, start=1))

    def words(self) -> str:
        units = self.value()
        return "\n".join(f"{unit.unit_name} ({_ROLES.get(unit.role, '')})" for unit in units)

    def show_value(self, value: Any) -> None:
        for line in self._lines:
            line.leave()
        self._lines.clear()
        for unit in value:
            self._append(unit)

    def set_read_only(self, on: bool) -> None:
        self._is_read_only = on
        self._add.setVisible(not on)
        for line in self._lines:
            line.set_read_only(on)

    def call(self, name: str, tip: str) -> None:
        self._add.setAccessibleDescription(tip)
        self._add.setToolTip(tip)

    def _begin(self) -> None:
        """Add an empty line and go there."""
        self._append(TaskUnit(role="support" if self._lines else "lead"))
        self._lines[-1].name.setFocus()

    def _append(self, unit: TaskUnit) -> None:
        line = _Line(unit, self._suggest, self._desk, self.changed.emit, self._drop)
        row = self._rows.rowCount()
        self._rows.addWidget(line.name, row, 0)
        self._rows.addWidget(line.away, row, 1)
        self._rows.addWidget(line.role, row + 1, 0, Qt.AlignmentFlag.AlignLeft)
        line.call(len(self._lines) + 1)
        line.set_read_only(self._is_read_only)
        self._lines.append(line)
        self._set_order()

    def _drop(self, line: "_Line") -> None:
        self._lines.remove(line)
        line.leave()
        self._add.setFocus()
        self.changed.emit()

    def _set_order(self) -> None:
        """Let Tab go line by line, then to the button; new widgets would come last of the form."""
        before = self._add.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for line in self._lines:
            for widget in (line.name.line, line.away, line.role.box):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget


class _Line:
    """One unit: its name with proposals, its part, and a button that takes it away."""

    def __init__(
        self,
        unit: TaskUnit,
        suggest: Suggest,
        desk: Desk,
        changed: Callable[[], None],
        drop: "Callable[[_Line], None]",
    ) -> None:
        self._unit = unit
        self._chosen = {unit.unit_name: unit.unit_uid}
        self.name = SuggestionEditor(suggest, desk, "tên đơn vị")
        self.role = ChoiceEditor(_ROLES)
        self.away = QToolButton()
        self.name.show_value(unit.unit_name)
        self.role.show_value(unit.role)
        self.role.setFixedWidth(desk.look.px(_ROLE))
        self.away.setAutoRaise(True)
        desk.look.mark(self.away, "x")
        self.away.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
        self.name.taken.connect(self._take)
        self.name.changed.connect(changed)
        self.role.changed.connect(changed)
        self.away.clicked.connect(lambda _checked=False: drop(self))

    def value(self) -> TaskUnit:
        name = self.name.value()
        link = self._chosen.get(name)
        return replace(self._unit, unit_name=name, unit_uid=link, role=self.role.value())

    def call(self, number: int) -> None:
        self.name.call(f"Đơn vị thứ {number}", "")
        self.role.call(f"Vai trò của đơn vị thứ {number}", "")
        self.away.setAccessibleName(f"Bỏ đơn vị thứ {number}")
        self.away.setToolTip("Bỏ đơn vị này khỏi nhiệm vụ")

    def set_read_only(self, on: bool) -> None:
        self.name.set_read_only(on)
        self.role.set_read_only(on)
        self.away.setVisible(not on)

    def leave(self) -> None:
        for widget in (self.name, self.role, self.away):
            widget.hide()
            widget.deleteLater()

    def _take(self, chosen: Suggestion) -> None:
        self._chosen[chosen.text] = chosen.key
