"""How Vietnamese letters reach a field: by UniKey's backspaces, or by an input method's preedit."""

from unicodedata import normalize

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def unikey(field: QWidget, keys: str) -> None:
    """Press *keys* as UniKey does: "<" is the backspace it sends before the right letter."""
    for key in keys:
        if key == "<":
            QTest.keyClick(field, Qt.Key.Key_Backspace)
        elif key.isascii():
            QTest.keyClicks(field, key)
        else:
            press(field, key)


def press(field: QWidget, text: str) -> None:
    """Send *text* as one key, which `QTest.keyClicks` cannot do with letters beyond ASCII."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(field, event)


def compose(field: QWidget, *preedits: str, commit: str) -> None:
    """Show each of *preedits* as an input method does while it waits, then commit the word."""
    for preedit in preedits:
        QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def apart(text: str) -> str:
    """Return *text* with its marks as letters of their own, as Windows' own keyboard types them."""
    return normalize("NFD", text)
