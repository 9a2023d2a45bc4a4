"""Icons: one-colour SVG drawings tinted on the way to the screen. Knows no colours of its own."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_FINE = (1, 2)  # Device pixels for each logical one: plain screens, and those of double density.


class Icons:
    """Draws the SVG files of one folder, each colour and size once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: QColor, faint: QColor, size: int) -> QIcon:
        """Return *name* in *colour*, disabled in *faint*; FileNotFoundError when absent."""
        key = (name, colour.name(), size)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, faint, size)
        return self._drawn[key]

    def _draw(self, name: str, colour: QColor, faint: QColor, size: int) -> QIcon:
        drawing = (self._folder / f"{name}.svg").read_text("utf-8")
        icon = QIcon()
        for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint)):
            for fine in _FINE:
                icon.addPixmap(_render(drawing, ink, size, fine), mode)
        return icon


def _render(drawing: str, ink: QColor, size: int, fine: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(QSize(size, size) * fine)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    data = drawing.replace("currentColor", ink.name()).encode()
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, size * fine, size * fine))
    painter.end()
    pixmap.setDevicePixelRatio(fine)
    return pixmap
