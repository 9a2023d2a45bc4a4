"""How everything looks: palettes, letters, sizes, spaces. Knows no window and no record."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from thidua_desktop.ui.icons import Icons

FAMILY = "Liberation Sans"
POINTS = 10
TITLE_POINTS = 13
SCALES = (1.0, 1.25, 1.5)

# Spaces between things, in pixels at scale 1.
TIGHT, SPACE, GAP, GROUP, WIDE = 4, 8, 12, 16, 24

ROW = 26  # Height of a grid row; Excel's is 20, ours leaves room for marks above capitals.
ICON, TAB_ICON = 18, 16
TITLE_BAR = 40  # What systems put above a window, and a little air.
_MIDDLE_GREY = 128
_BESIDE = 800  # Width of a screen, in pixels at scale 1, on which a list has room beside a record.
_WASH = 0.14  # How much of a tone lies in its wash.

STYLE = "Fusion"
"""Qt's style that looks alike on all machines; set before the application is made."""


class Tone(Enum):
    """What a colour says; a state is always told by a word and an icon too."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Tokens(NamedTuple):
    """The colours of one scheme, as #rrggbb. A tuple: a dataclass costs 2 ms before the window."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    faint: str
    border: str
    edge: str
    line: str
    accent: str
    on_accent: str
    chosen: str
    on_chosen: str
    hover: str
    red: str
    amber: str
    green: str


LIGHT = Tokens(
    window="#eff2f5",
    base="#ffffff",
    raised="#f7f9fb",
    text="#1b2632",
    muted="#556272",
    faint="#8a96a3",
    border="#c5ced8",
    edge="#8794a3",
    line="#dde3e9",
    accent="#2d5f96",
    on_accent="#ffffff",
    chosen="#d6e4f3",
    on_chosen="#10253b",
    hover="#e2e8ee",
    red="#b3261e",
    amber="#8a5a00",
    green="#1f6e3a",
)
DARK = Tokens(
    window="#242a31",
    base="#1b2026",
    raised="#2a3139",
    text="#dde4ec",
    muted="#a5b1bf",
    faint="#76828f",
    border="#414b56",
    edge="#67747f",
    line="#313943",
    accent="#86b5ea",
    on_accent="#0f1d2c",
    chosen="#2a4463",
    on_chosen="#f1f5fa",
    hover="#343d47",
    red="#ff9a92",
    amber="#e8b95c",
    green="#7fcf95",
)


class Look(QObject):
    """Dresses the application and hands out icons and sizes; tells when any of it changed."""

    changed = Signal()

    def __init__(self, resources: Path, scale: float = 1.0, dark: bool | None = None) -> None:
        """Take fonts and icons from *resources*; *dark* None follows the system."""
        super().__init__()
        self._resources = resources
        self._icons = Icons(resources / "icons")
        self._dark = dark
        self.scale = scale
        self.tokens = LIGHT
        self._sheet = ""
        self._wearers: dict[int, QWidget | QApplication] = {}
        self._marked: dict[int, Callable[[], None]] = {}

    def dress(self, app: QApplication) -> list[str]:
        """Give *app* our style, letters and colours; return the font files that are missing."""
        missing = self._load(("Regular",))
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._dress)
        return missing

    def complete(self) -> list[str]:
        """Load the letters that the first paint does not need; return the files missing."""
        return self._load(("Bold", "Italic", "BoldItalic"))

    def dress_all_of(self, wearer: QWidget | QApplication) -> None:
        """Give *wearer*, and all that will hang on it, the rules a palette cannot say.

        A window rather than the application: for that, Qt goes through everything below a widget
        each time it is placed, and a tab of many fields takes a quarter of a second to make.
        """
        key = id(wearer)
        self._wearers[key] = wearer
        wearer.destroyed.connect(lambda: self._wearers.pop(key, None))
        wearer.setStyleSheet(self._sheet)

    def set_scale(self, scale: float) -> None:
        """Make all letters and sizes *scale* times the usual ones."""
        self.scale = scale
        self._dress()

    @property
    def dark(self) -> bool | None:
        """Say whether dark colours were chosen, or light ones; None: as the system has it."""
        return self._dark

    def set_dark(self, dark: bool | None) -> None:
        """Take dark or light colours; None follows the system."""
        self._dark = dark
        self._dress()

    def px(self, size: int) -> int:
        """Return *size*, said at scale 1, in pixels of the present scale."""
        return round(size * self.scale)

    def square(self, size: int) -> QSize:
        """Return a square of *size*, said at scale 1, in pixels of the present scale."""
        return QSize(self.px(size), self.px(size))

    def of_screen(self, size: int, share: float) -> int:
        """Return *size*, said at scale 1; larger letters get *share* of the screen at most."""
        return min(self.px(size), max(size, round(_screen_width() * share)))

    @property
    def is_cramped(self) -> bool:
        """Say whether letters are so large that a record leaves no room for the list beside it."""
        return _screen_width() < _BESIDE * self.scale

    def colour(self, tone: Tone) -> QColor:
        """Return the colour that *tone* has in the present scheme."""
        return QColor(getattr(self.tokens, tone.value))

    def wash(self, tone: Tone) -> QColor:
        """Return the ground of cells with *tone* thinned by its colour, for what must be seen."""
        ground, colour = QColor(self.tokens.base), self.colour(tone)
        mixed = (
            round(g + (c - g) * _WASH)
            for g, c in (
                (ground.red(), colour.red()),
                (ground.green(), colour.green()),
                (ground.blue(), colour.blue()),
            )
        )
        return QColor(*mixed)

    def size(self, window: QWidget, width: int, height: int) -> None:
        """Make *window* of a size said at scale 1, or as large as the screen has room for."""
        room = window.screen().availableSize() - QSize(WIDE, TITLE_BAR)
        window.resize(QSize(self.px(width), self.px(height)).boundedTo(room))

    def icon(self, name: str, tone: Tone = Tone.TEXT, size: int = ICON) -> QIcon:
        """Return the icon *name* of resources/icons in the colour of *tone*; *size* at scale 1."""
        faint = QColor(self.tokens.faint)
        return self._icons.icon(name, self.colour(tone), faint, self.px(size))

    def mark(
        self,
        bearer: QAction | QAbstractButton,
        name: str,
        tone: Tone = Tone.TEXT,
        size: int = ICON,
    ) -> None:
        """Give *bearer* the icon *name*; it follows the colours and sizes as long as it lives."""
        key = id(bearer)

        def draw() -> None:
            bearer.setIcon(self.icon(name, tone, size))

        self._marked[key] = draw
        bearer.destroyed.connect(lambda: self._marked.pop(key, None))
        draw()

    def font(self, points: float = POINTS, bold: bool = False) -> QFont:
        """Return the window's letters in *points* at scale 1."""
        font = QFont(FAMILY)
        font.setPointSizeF(points * self.scale)
        font.setBold(bold)
        return font

    def _load(self, faces: tuple[str, ...]) -> list[str]:
        files = [f"LiberationSans-{face}.ttf" for face in faces]
        return [
            name
            for name in files
            if QFontDatabase.addApplicationFont(str(self._resources / "fonts" / name)) < 0
        ]

    def _dress(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.tokens = DARK if self._is_dark(app) else LIGHT
        app.setFont(self.font())
        app.setPalette(palette(self.tokens))
        self._sheet = stylesheet(self.tokens, self.scale, self._tick())
        for wearer in self._wearers.values():
            wearer.setStyleSheet(self._sheet)
        for draw in tuple(self._marked.values()):
            draw()
        self.changed.emit()

    def _tick(self) -> str:
        """Return the drawing of a tick that stands out on the accent, as a style sheet names it."""
        name = "tick-on-light" if self.tokens is DARK else "tick-on-dark"
        return (self._resources / "marks" / f"{name}.svg").as_posix()

    def _is_dark(self, app: QApplication) -> bool:
        if self._dark is not None:
            return self._dark
        return app.style().standardPalette().window().color().lightness() < _MIDDLE_GREY


def _screen_width() -> int:
    return QApplication.primaryScreen().availableSize().width()


def palette(tokens: Tokens) -> QPalette:
    """Return the Qt palette of *tokens*."""
    made = QPalette(QColor(tokens.raised), QColor(tokens.window))
    role = QPalette.ColorRole
    for each, colour in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.base),
        (role.AlternateBase, tokens.raised),
        (role.Text, tokens.text),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.red),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Accent, tokens.accent),
        (role.PlaceholderText, tokens.muted),
    ):
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.faint))
    return made


def stylesheet(tokens: Tokens, scale: float, tick: str) -> str:
    """Return the rules for what a palette cannot say: bars, heads, tabs, ticks, the main button.

    Fusion draws the frame of a box to tick in a colour that is not seen on dark ground.
    """

    def px(size: int) -> str:
        return f"{round(size * scale)}px"

    t = tokens
    return f"""
QMenuBar {{ background: {t.window}; }}
QToolBar {{ background: {t.window}; border: none; border-bottom: 1px solid {t.line};
    spacing: {px(2)}; padding: {px(2)} {px(TIGHT)}; }}
QToolBar::separator {{ background: {t.border}; width: 1px; margin: {px(5)} {px(5)}; }}
QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 4px;
    padding: {px(3)} {px(6)}; }}
QToolBar QToolButton:hover {{ background: {t.hover}; }}
QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {t.chosen}; }}
QToolBar QToolButton:focus {{ border-color: {t.accent}; }}
QToolBar QComboBox {{ margin-right: {px(SPACE)}; }}
QToolBarExtension {{ padding: 0; }}
QTabBar#tabs {{ background: {t.window}; }}
QTabBar#tabs::tab {{ background: transparent; color: {t.muted}; border: none;
    border-bottom: 2px solid transparent; padding: {px(5)} {px(GAP)} {px(4)} {px(GAP)}; }}
QTabBar#tabs::tab:hover {{ background: {t.hover}; color: {t.text}; }}
QTabBar#tabs::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar#tabs::tab:focus {{ background: {t.chosen}; color: {t.on_chosen}; }}
QHeaderView {{ background: {t.window}; }}
QHeaderView::section {{ background: {t.window}; color: {t.muted}; border: none;
    border-right: 1px solid {t.line}; border-bottom: 1px solid {t.border};
    padding: 0 {px(3)}; }}
QTableCornerButton::section {{ background: {t.window}; border: none;
    border-right: 1px solid {t.line}; border-bottom: 1px solid {t.border}; }}
QTableView {{ gridline-color: {t.line}; selection-background-color: {t.chosen};
    selection-color: {t.on_chosen}; border: none; outline: 1px solid {t.accent}; }}
QTableView, QToolButton {{ icon-size: {px(TAB_ICON)}; }}
QListView {{ selection-background-color: {t.chosen}; selection-color: {t.on_chosen}; }}
QLineEdit, QPlainTextEdit, QTextEdit[field="true"] {{ background: {t.base};
    border: 1px solid {t.edge}; border-radius: 3px; padding: {px(2)} {px(TIGHT)};
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[field="true"]:focus {{ border-color: {t.accent}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {t.window};
    border-color: {t.border}; }}
QStatusBar {{ background: {t.window}; border-top: 1px solid {t.line}; color: {t.muted}; }}
QStatusBar QLabel {{ color: {t.muted}; padding: 0 {px(SPACE)}; }}
QStatusBar::item {{ border: none; border-left: 1px solid {t.line}; }}
QSplitter::handle:horizontal {{ background: {t.line}; width: 1px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
    padding: {px(TIGHT)}; }}
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator {{
    background: {t.base}; border: 1px solid {t.muted}; border-radius: 2px;
    width: {px(13)}; height: {px(13)}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked,
QTreeView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url("{tick}"); }}
QCheckBox::indicator:focus {{ background: {t.chosen}; border-color: {t.accent}; }}
QCheckBox::indicator:checked:focus {{ background: {t.accent}; border-color: {t.text}; }}
QRadioButton::indicator {{ background: {t.base}; border: 1px solid {t.muted};
    border-radius: {px(7)}; width: {px(13)}; height: {px(13)}; }}
QRadioButton::indicator:checked {{ border: {px(4)} solid {t.accent};
    width: {px(7)}; height: {px(7)}; }}
QRadioButton::indicator:focus {{ background: {t.chosen}; border-color: {t.accent}; }}
QCheckBox::indicator:disabled {{ border-color: {t.border}; }}
QPushButton {{ padding: {px(TIGHT)} {px(GROUP)}; }}
QPushButton[main="true"] {{ background: {t.accent}; color: {t.on_accent};
    border: 1px solid {t.accent}; border-radius: 3px; }}
QPushButton[main="true"]:hover {{ border-color: {t.text}; }}
QPushButton[main="true"]:focus {{ border: 2px solid {t.text}; padding: {px(3)} {px(15)}; }}
QPushButton[main="true"]:disabled {{ background: {t.hover}; color: {t.faint};
    border-color: {t.border}; }}
*[tone="muted"] {{ color: {t.muted}; }}
*[tone="red"] {{ color: {t.red}; }}
*[tone="amber"] {{ color: {t.amber}; }}
*[tone="green"] {{ color: {t.green}; }}
"""
