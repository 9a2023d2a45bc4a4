"""The conditions above a list: a button that offers them, a chip for each that is on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look, Tone

_CHIP_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Choosable:
    """A column of few values that a list can be narrowed by: its title, and words by value."""

    column: str
    title: str
    words: Mapping[str, str]


class FilterBar(QWidget):
    """A slim row; `changed` carries the filters that are on after each change by the officer."""

    changed = Signal(tuple)

    def __init__(self, choosables: Sequence[Choosable], look: Look) -> None:
        super().__init__()
        self._look = look
        self._on: dict[str, tuple[Filter, str]] = {}
        self._button = QToolButton()
        self._chips = QHBoxLayout()
        self._lay_out(choosables)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Return the filters that are on."""
        return tuple(each for each, _words in self._on.values())

    def put(self, condition: Filter, words: str, _checked: bool = False) -> None:
        """Turn *condition* on, instead of another on its column; *words* say it on its chip."""
        self._on[condition.column] = (condition, words)
        self._show()
        self.changed.emit(self.filters)

    def drop(self, column: str) -> None:
        """Turn off the filter on *column*."""
        if self._on.pop(column, None):
            self._show()
            self.changed.emit(self.filters)

    def clear(self) -> None:
        """Turn off all filters without telling anyone."""
        self._on.clear()
        self._show()

    def _show(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for column, (_filter, words) in self._on.items():
            self._chips.addWidget(self._chip(column, words))

    def _chip(self, column: str, words: str) -> QPushButton:
        is_long = len(words) > _CHIP_LETTERS
        chip = QPushButton(f"{words[: _CHIP_LETTERS - 1]}…" if is_long else words)
        chip.setObjectName("chip")
        chip.setIcon(self._look.icon("x", Tone.MUTED, 14))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAccessibleName(f"Bỏ điều kiện {words}")
        chip.setToolTip(f"{words}\nBấm để bỏ điều kiện này")
        chip.clicked.connect(lambda _checked=False: self.drop(column))
        return chip

    def _lay_out(self, choosables: Sequence[Choosable]) -> None:
        self._button.setText(" Lọc ▾")
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setToolTip("Chỉ hiện những dòng hợp điều kiện")
        self._button.setMenu(self._menu(choosables))
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.SPACE, 2, sizes.SPACE, 2)
        row.setSpacing(sizes.SPACE)
        self._button.setAccessibleName("Lọc")
        row.addWidget(self._button)
        row.addLayout(self._chips)
        row.addStretch()

    def _menu(self, choosables: Sequence[Choosable]) -> QMenu:
        menu = QMenu(self._button)
        for choosable in choosables:
            inner = menu.addMenu(choosable.title)
            for value, words in choosable.words.items():
                condition = Filter(choosable.column, value, "is")
                put = partial(self.put, condition, f"{choosable.title}: {words}")
                inner.addAction(words).triggered.connect(put)
        return menu

    def _dress(self) -> None:
        look = self._look
        self._button.setIcon(look.icon("funnel"))
        self._button.setIconSize(QSize(look.px(14), look.px(14)))
        self._button.setStyleSheet(
            f"QToolButton {{ padding: {look.px(3)}px {look.px(6)}px; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        self._show()
