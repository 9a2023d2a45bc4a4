"""Icons: one-colour SVG drawings tinted on the way to the screen. Knows no colours of its own."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_CLEAR = QColor(0, 0, 0, 0)


class Icons:
    """Draws the SVG files of one folder, each colour and size once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: QColor, faint: QColor, size: int) -> QIcon:
        """Return *name* in *colour*, disabled in *faint*; FileNotFoundError when absent."""
        key = (name, colour.name(), size)
        if key not in self._drawn:
            drawn = _render(self._folder / f"{name}.svg", size)
            icon = QIcon(_tinted(drawn, colour))
            icon.addPixmap(_tinted(drawn, faint), QIcon.Mode.Disabled)
            self._drawn[key] = icon
        return self._drawn[key]


def _render(path: Path, size: int) -> QPixmap:
    """Return the drawing, its lines black, as finely as the main screen shows it."""
    with path.open("rb") as file:
        drawing = file.read()
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    pixels = round(size * scale)
    pixmap = _blank(QSize(pixels, pixels))
    painter = QPainter(pixmap)
    QSvgRenderer(drawing).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _tinted(drawn: QPixmap, colour: QColor) -> QPixmap:
    """Return *drawn* with all its lines in *colour*."""
    tinted = _blank(drawn.size())
    tinted.fill(colour)
    painter = QPainter(tinted)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(tinted.rect(), drawn)
    painter.end()
    tinted.setDevicePixelRatio(drawn.devicePixelRatio())
    return tinted


def _blank(size: QSize) -> QPixmap:
    """Return an empty pixmap that can be seen through."""
    pixmap = QPixmap(size)
    pixmap.fill(_CLEAR)
    return pixmap
