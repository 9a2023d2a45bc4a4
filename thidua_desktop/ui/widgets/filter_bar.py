"""The conditions above a list: a chip for each that is on, and the way out of all."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

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
    """A slim row, there while a filter is on; `changed` carries those that are on.

    It comes after each change by the officer.
    """

    changed = Signal(tuple)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._on: dict[str, tuple[tuple[Filter, ...], str]] = {}
        self._chips = QHBoxLayout()
        self._all = QPushButton("Bỏ tất cả")
        self._lay_out()
        look.changed.connect(self._show)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Return the filters that are on."""
        return tuple(each for found, _words in self._on.values() for each in found)

    def put(self, condition: Filter | tuple[Filter, ...], words: str) -> None:
        """Turn *condition* on, instead of others on its column; *words* say it on its chip."""
        found = (condition,) if isinstance(condition, Filter) else condition
        self._on[found[0].column] = (found, words)
        self._show()
        self.changed.emit(self.filters)

    def drop(self, column: str) -> None:
        """Turn off the filter on *column*."""
        if self._on.pop(column, None):
            self._show()
            self.changed.emit(self.filters)

    def drop_all(self) -> None:
        """Turn off all filters."""
        self._on.clear()
        self._show()
        self.changed.emit(())

    def clear(self) -> None:
        """Turn off all filters without telling anyone."""
        self._on.clear()
        self._show()

    def _show(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for column, (_filters, words) in self._on.items():
            self._chips.addWidget(self._chip(column, words))
        self.setVisible(bool(self._on))

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

    def _lay_out(self) -> None:
        self._all.setFlat(True)
        self._all.setToolTip("Bỏ mọi điều kiện lọc, hiện lại tất cả các dòng")
        self._all.clicked.connect(self.drop_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.SPACE, 2, sizes.SPACE, 2)
        row.setSpacing(sizes.SPACE)
        row.addLayout(self._chips)
        row.addWidget(self._all)
        row.addStretch()
        self.hide()
