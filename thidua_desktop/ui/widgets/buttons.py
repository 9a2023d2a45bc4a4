"""Quiet buttons above a list: one of a command, one that opens several. Know no command."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


def action_button(action: QAction) -> QToolButton:
    """Return a button of *action*; its tip says why it cannot be pressed."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return _quiet(button)


def menu_button(words: str, actions: Sequence[QAction], parent: QWidget) -> QToolButton:
    """Return a button that opens *actions*; one that cannot be done says why in its tip."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    menu.addActions(list(actions))
    button = QToolButton()
    button.setText(f"{words} ▾")
    button.setAccessibleName(words)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    return _quiet(button)


def _quiet(button: QToolButton) -> QToolButton:
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
