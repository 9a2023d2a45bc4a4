"""Menus and toolbar, made from the rows of `actions`. Knows no tab and no command by name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from thidua_desktop.ui.actions import MENUS, TOOLBAR, Actions


def fill_menus(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Put every command into its menu, groups parted by lines; menus with none stay hidden."""
    menus = {title: bar.addMenu(keyed) for title, keyed in MENUS.items()}
    last_group: dict[str, int] = {}
    rows = sorted(actions, key=lambda row: row[0].group)
    for command, action in rows:
        if not command.menu:
            continue
        menu = menus[command.menu]
        if last_group.get(command.menu, command.group) != command.group:
            menu.addSeparator()
        last_group[command.menu] = command.group
        menu.addAction(action)
    for title, menu in menus.items():
        menu.setToolTipsVisible(True)
        menu.menuAction().setVisible(title in last_group)
    return menus


def add_on_top(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Put *actions* and a line above the first row of *menu*."""
    first = menu.actions()[0]
    menu.insertActions(first, list(actions))
    menu.insertSeparator(first)


def fill_toolbar(bar: QToolBar, actions: Actions, others: Sequence[QWidget]) -> None:
    """Put the usual commands into *bar*, and *others* at its right end."""
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for name in TOOLBAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    for widget in others:
        bar.addWidget(widget)
