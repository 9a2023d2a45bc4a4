"""An editor whose value is a record chosen by its words: it holds the uid, it shows the name."""

from collections.abc import Callable
from typing import Any

from thidua_desktop.domain.text import clean, fold
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.widgets.editors import Editor
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor


class LinkEditor(Editor):
    """One line with proposals of *suggest*; its value is the key of the one taken, None for none.

    *name_of* gives the words of a key, off the window's thread. *unknown* is the problem of words
    that no proposal has.
    """

    def __init__(
        self, suggest: Suggest, name_of: Callable[[str], str], desk: Desk, unknown: str
    ) -> None:
        super().__init__()
        self._suggest = suggest
        self._name_of = name_of
        self._desk = desk
        self._unknown = unknown
        self._key: str | None = None
        self._named = ""
        self.typed = SuggestionEditor(suggest, desk)
        self.hold(self.typed.line)
        self.typed.setParent(self)
        self.typed.hide()
        self.typed.changed.connect(self._edit)
        self.typed.taken.connect(self._take)
        self.typed.line.editingFinished.connect(self._settle)

    def value(self) -> Any:
        return self._key

    def words(self) -> str:
        return self.typed.words()

    def show_value(self, value: Any) -> None:
        if value == self._key and (value is None or self._named):
            self.typed.show_value(self._named)
            return
        self._key, self._named = value, ""
        self.typed.show_value("")
        if value:
            job = self._desk.read(lambda: (value, self._name_of(value)))
            job.succeeded.connect(while_here(self, self._say))

    def problem(self) -> str:
        return self._unknown if self.typed.value() and self._key is None else ""

    def set_read_only(self, on: bool) -> None:
        self.typed.set_read_only(on)

    def _say(self, named: tuple[str, str]) -> None:
        key, name = named
        if key == self._key and not self._named and not self.typed.value():
            self._named = name
            self.typed.show_value(name)

    def _edit(self) -> None:
        """Let go of the record when its words are changed to others."""
        if fold(self.typed.value()) != fold(self._named) or not self._named:
            self._key, self._named = None, ""
        self.changed.emit()

    def _take(self, chosen: Suggestion) -> None:
        self._key, self._named = chosen.key, chosen.text
        self.changed.emit()

    def _settle(self) -> None:
        """Find the one record whose words were typed in full."""
        text = clean(self.typed.value())
        if text and self._key is None:
            job = self._desk.read(lambda: (text, self._suggest(text)))
            job.succeeded.connect(while_here(self, self._find))

    def _find(self, answer: tuple[str, list[Suggestion]]) -> None:
        text, proposals = answer
        same = [each for each in proposals if fold(each.text) == fold(text)]
        if len(same) == 1 and fold(self.typed.value()) == fold(text):
            self.typed.show_value(same[0].text)
            self._take(same[0])
