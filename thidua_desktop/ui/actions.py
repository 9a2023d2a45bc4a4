"""The commands of one window as Qt actions: who answers each now, and why not. Knows no tab."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from thidua_desktop.ui.commands import COMMANDS, TOOLBAR, Command
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.offer import Offer

_NO_FILE = "Hãy mở một tệp thi đua trước."


class Actions(QObject):
    """The QActions of COMMANDS, and who answers them at the moment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offers: dict[str, Offer] = {}
        self._rows = {command.name: command for command in COMMANDS}
        self._actions: dict[str, QAction] = {}
        self._called: dict[str, str] = {}
        self._otherwise = _NO_FILE
        self._make(TOOLBAR)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return ((self._rows[name], action) for name, action in self._actions.items())

    def complete(self) -> None:
        """Make the actions not seen in the toolbar, set all keys; done after the first paint."""
        self._make(name for name in self._rows if name not in self._actions)
        for command, action in self:
            if command.key:
                action.setShortcut(QKeySequence(command.key))
        self._look.changed.connect(self._tint)

    def offer(self, offers: "Mapping[str, Offer]", otherwise: str) -> None:
        """Let *offers* answer the commands; the rest is disabled, and *otherwise* says why."""
        if unknown := offers.keys() - self._rows.keys():
            raise KeyError(f"Commands without a row in COMMANDS: {sorted(unknown)}")
        self._offers, self._otherwise = dict(offers), otherwise
        for name in self._actions:
            self._say(name)

    def call(self, name: str, words: str) -> None:
        """Show *words* for the command *name* in menu and tip ("Hoàn tác: Sửa khen thưởng")."""
        self._called[name] = words
        self._actions[name].setText(words.replace("&", "&&"))
        self._say(name)

    def _make(self, names: Iterable[str]) -> None:
        for name in filter(None, names):
            command = self._rows[name]
            action = QAction(command.words, self)
            action.setObjectName(name)
            action.setIconText(command.short or command.words)
            action.triggered.connect(partial(self._run, name))
            self._actions[name] = action
            self._say(name)
        self._tint()

    def _run(self, name: str, _is_checked: bool = False) -> None:
        if (offer := self._offers.get(name)) and not offer.why_not:
            offer.run()

    def _say(self, name: str) -> None:
        """Enable the action or not, and tell in its tip what it does and why it cannot now."""
        action, command, offer = self._actions[name], self._rows[name], self._offers.get(name)
        why_not = offer.why_not if offer else self._otherwise
        key = f" ({command.key})" if command.key else ""
        head = self._called.get(name, command.short or command.words.rstrip("…")) + key
        action.setEnabled(not why_not)
        action.setToolTip("\n".join(filter(None, (head, command.tip, why_not))))
        action.setStatusTip(why_not or command.tip)

    def _tint(self) -> None:
        for command, action in self:
            if command.icon:
                action.setIcon(self._look.icon(command.icon, command.tone))
