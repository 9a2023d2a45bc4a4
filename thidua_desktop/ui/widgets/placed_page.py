"""A tab with a slim list of places at its left, and the page of the chosen place beside it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.places import WIDTH

_LEAST = 150
_ALL = 10_000  # More than there is: all that is left.
_SHARE, _ALONE = 0.19, 0.24  # Of the screen: beside a list and a record, and beside a list alone.
_OF_PLACES = ("change", "delete", "save", "copy_rows", "fold", "export", "print")


def not_yet(why: str) -> dict[str, Offer]:
    """Return the commands of a page that has no place to stand at yet; each says *why*."""
    return {name: Offer(_nothing, why) for name in _OF_PLACES}


class PlacedPage(Page):
    """Hands on what the window asks to `inner`, the page in front; the border stays as put.

    *name* keys what is remembered. A subclass says its places and what is beside them.
    """

    searches = True

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._key = f"places/{name}"
        self.split = QSplitter(Qt.Orientation.Horizontal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    @property
    def inner(self) -> Page:
        """Return the page in front."""
        raise NotImplementedError

    def place(self, left: QWidget, right: QWidget, width: int = WIDTH) -> None:
        """Stand the places *left* of what they lead to, *width* wide at first."""
        self._slim, self._slim_width = left, width
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setHandleWidth(1)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self._make_room()
        self.split.splitterMoved.connect(
            lambda *_where: self.desk.memory.keep_numbers(self._key, self.split.sizes())
        )
        self.desk.look.changed.connect(self._make_room)

    def follow(self, page: Page) -> None:
        """Pass on what *page* tells, while it is in front."""
        page.offers_changed.connect(self.offers_changed)
        page.conditions_dropped.connect(self.conditions_dropped)
        page.chosen.connect(self._tell_chosen)

    def settle(self, then: Callable[[], None], stay: Callable[[], None]) -> None:
        """Ask what becomes of an open draft, then go on; *stay* when the officer does not."""
        if not self.has_draft():
            then()
            return
        answer = self.desk.prompts.ask(
            "Phần đang sửa chưa cất.",
            (Choice("save", "Cất"), Choice("drop", "Bỏ phần đang sửa"), Choice("stay", "Ở lại")),
        )
        if answer == "save":
            self.keep_draft(then)
        elif answer == "drop":
            self.drop_draft()
            then()
        else:
            stay()

    def offers(self) -> Mapping[str, Offer]:
        return self.inner.offers()

    def search(self, text: str) -> None:
        self.inner.search(text)

    def reload(self) -> None:
        self.inner.reload()

    def chosen_words(self) -> str:
        return self.inner.chosen_words()

    def has_draft(self) -> bool:
        return self.inner.has_draft()

    def keep_draft(self, then: Callable[[], None]) -> None:
        self.inner.keep_draft(then)

    def drop_draft(self) -> None:
        self.inner.drop_draft()

    def _make_room(self) -> None:
        """Let the places be as wide as was left last, or as their letters need."""
        look = self.desk.look
        self._slim.setMinimumWidth(look.of_screen(min(self._slim_width, _LEAST), _SHARE))
        room = look.of_screen(self._slim_width, _ALONE if look.is_cramped else _SHARE)
        remembered = self.desk.memory.numbers(self._key)
        self.split.setSizes(remembered if len(remembered) == 2 else [room, _ALL])

    def _tell_chosen(self, words: str) -> None:
        if self.sender() is self.inner:
            self.chosen.emit(words)


def _nothing() -> None:
    """Run for a command that cannot be run."""
