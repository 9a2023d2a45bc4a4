"""The sheet of paper: its size and margins in points (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I)."""

from dataclasses import dataclass

MM = 72 / 25.4

_A4 = (210 * MM, 297 * MM)
_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * MM, 15 * MM, 20 * MM, 20 * MM


@dataclass(frozen=True, slots=True)
class SheetOfPaper:
    """An A4 sheet, upright or lying."""

    is_landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height."""
        return (_A4[1], _A4[0]) if self.is_landscape else _A4

    @property
    def left(self) -> float:
        """Return where the text begins."""
        return _LEFT

    @property
    def top(self) -> float:
        """Return where the text begins, from the upper edge."""
        return _TOP

    @property
    def room(self) -> tuple[float, float]:
        """Return the width and the height of the text."""
        width, height = self.size
        return width - _LEFT - _RIGHT, height - _TOP - _BOTTOM
