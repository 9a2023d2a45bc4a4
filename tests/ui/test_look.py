import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import thidua_desktop.ui
from tests.ui.conftest import RESOURCES
from thidua_desktop.ui.look import DARK, FAMILY, LIGHT, Look, Tokens, Tone, palette

ON_PAPER = ("text", "muted", "accent", "red", "amber", "green")
PAIRS = [
    *product(ON_PAPER, ("window", "base", "raised", "hover", "chosen")),
    ("on_chosen", "chosen"),
    ("on_accent", "accent"),
]
STATES = (Tone.RED, Tone.AMBER, Tone.GREEN)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it, 1 to 21."""

    def light(colour: str) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        ]
        return sum(
            share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True)
        )

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_words_stand_out_from_their_ground(scheme: Tokens, pair: tuple[str, str]):
    letters, ground = (getattr(scheme, name) for name in pair)
    assert contrast(letters, ground) >= 4.5


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("tone", STATES, ids=lambda tone: tone.value)
def test_words_stand_out_from_a_ground_tinted_by_their_state(look: Look, tone: Tone, is_dark: bool):
    look.set_dark(is_dark)
    ground = look.wash(tone).name()
    found = [contrast(look.colour(each).name(), ground) for each in (Tone.TEXT, tone)]
    look.set_dark(False)
    assert min(found) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_stands_out_from_what_is_around_it(scheme: Tokens):
    grounds = (scheme.window, scheme.base, scheme.raised, scheme.chosen)
    assert min(contrast(scheme.accent, ground) for ground in grounds) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_is_seen(scheme: Tokens):
    assert contrast(scheme.edge, scheme.base) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_no_colour_of_another_scheme(scheme: Tokens):
    role = QPalette.ColorRole
    made = palette(scheme)
    assert made.color(role.Base) == QColor(scheme.base)
    assert made.color(role.Text) == QColor(scheme.text)
    assert made.color(role.Window) == QColor(scheme.window)


def test_letters_are_the_ones_that_travel_with_us(look: Look, qapp: QApplication):
    assert QFontInfo(qapp.font()).family() == FAMILY
    letters = QFontMetrics(qapp.font())
    assert all(letters.inFontUcs4(ord(letter)) for letter in "₫ẰặỢỡỵ▲▼²…“”")


def test_every_icon_named_in_the_code_is_there():
    assert named_icons() - icon_files() == set()


def test_every_icon_there_is_named_in_the_code():
    assert icon_files() - named_icons() == set()


def test_icons_are_drawn_in_the_colour_of_their_tone(look: Look):
    image = look.icon("circle-alert", Tone.RED).pixmap(64).toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x, y in product(range(image.width()), range(image.height()))
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {LIGHT.red}


def test_an_icon_follows_a_change_of_colours(look: Look):
    action = QAction()
    look.mark(action, "plus")
    before = action.icon().cacheKey()
    look.set_dark(True)
    changed = action.icon().cacheKey() != before
    look.set_dark(False)
    assert changed


def test_sizes_grow_with_the_letters(look: Look, qapp: QApplication):
    usual = qapp.font().pointSizeF()
    look.set_scale(1.5)
    grown = (qapp.font().pointSizeF(), look.px(26))
    look.set_scale(1.0)
    assert grown == (usual * 1.5, 39)


def test_a_window_is_never_larger_than_the_screen(qtbot: QtBot, look: Look):
    window = QWidget()
    qtbot.addWidget(window)
    look.size(window, 5000, 5000)
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()
    look.size(window, 300, 200)
    assert window.size() == QSize(300, 200)


def test_larger_letters_get_a_share_of_the_screen_at_most(look: Look):
    room = QApplication.primaryScreen().availableSize().width()
    assert look.of_screen(100, 0.5) == 100
    look.set_scale(1.5)
    found = (look.of_screen(100, 0.5), look.of_screen(room // 2, 0.5), look.of_screen(300, 0.1))
    look.set_scale(1.0)
    assert found == (150, room // 2, 300)


def test_missing_letters_are_told(qapp: QApplication, tmp_path: Path, look: Look):
    assert Look(tmp_path).complete() != []


def icon_files() -> set[str]:
    return {path.stem for path in (RESOURCES / "icons").glob("*.svg")}


def named_icons() -> set[str]:
    """Return every text in the ui that is the name of an icon, or stands where one must."""
    folder = Path(thidua_desktop.ui.__file__).parent
    source = "".join(
        path.read_text("utf-8")
        for path in [*folder.rglob("*.py"), *folder.parent.glob("*.py")]
        if path.exists()
    )
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', source))
    asked = set(re.findall(r'\.icon\(\s*"([a-z0-9-]+)"', source))
    return (quoted & icon_files()) | asked
