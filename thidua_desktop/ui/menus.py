"""Menus and toolbar, made from the rows of `actions`. Knows no tab and no command by name."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QWidget

from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.commands import TOOLBAR, WORDLESS, WORDLESS_WHEN_TIGHT

# Enumerators by name: the namespace `Qt` is not imported before the first paint.
_WITH_WORDS, _BARE = "ToolButtonTextBesideIcon", "ToolButtonIconOnly"


def fill_menus(menus: Mapping[str, QMenu], actions: Actions) -> None:
    """Put every command into its menu, groups parted by lines; menus with none stay hidden."""
    last_group: dict[str, int] = {}
    for command, action in sorted(actions, key=lambda row: row[0].group):
        if command.menu not in menus:
            continue
        menu = menus[command.menu]
        if last_group.get(command.menu, command.group) != command.group:
            menu.addSeparator()
        last_group[command.menu] = command.group
        menu.addAction(action)
    for title, menu in menus.items():
        menu.setToolTipsVisible(True)
        menu.menuAction().setVisible(title in last_group)


def add_on_top(menu: QMenu, actions: Sequence[QAction]) -> None:
    """Put *actions* and a line above the first row of *menu*."""
    first = menu.actions()[0]
    menu.insertActions(first, list(actions))
    menu.insertSeparator(first)


def fill_toolbar(
    bar: QToolBar, actions: Actions, others: Sequence[QWidget], names: Sequence[str] = TOOLBAR
) -> None:
    """Put the commands *names* into *bar*, "" for a line, and *others* at its right end."""
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setProperty("toolButtonStyle", _WITH_WORDS)
    for name in names:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(gap)
    for widget in others:
        bar.addWidget(widget)


def shorten_toolbar(
    bar: QToolBar, actions: Actions, *, is_tight: bool, bare: Collection[str] = ()
) -> None:
    """Leave words off the icons everyone knows; with *is_tight*, off all that have a usual icon.

    *bare* names further commands without words.
    """
    for name in filter(None, TOOLBAR):
        is_bare = name in (*WORDLESS, *bare) or (is_tight and name in WORDLESS_WHEN_TIGHT)
        button: QWidget | None = bar.widgetForAction(actions[name])
        if button is not None:
            button.setProperty("toolButtonStyle", _BARE if is_bare else _WITH_WORDS)
