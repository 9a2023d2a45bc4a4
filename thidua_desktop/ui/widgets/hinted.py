"""An editor with a line below it that says what its text means. Knows no record."""

from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from thidua_desktop.ui.widgets.editors import Editor


class HintedEditor(Editor):
    """Holds *inner*, which is typed in; the hint below takes no room while it is empty."""

    def __init__(self, inner: Editor) -> None:
        super().__init__()
        self.inner = inner
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(inner)
        column.addWidget(self._hint)
        self.setFocusProxy(inner)
        inner.changed.connect(self.changed)

    @property
    def hint(self) -> str:
        """Return what the line below says."""
        return self._hint.text()

    def say(self, words: str, tone: str = "muted") -> None:
        """Show *words* below, in the colour of *tone*; a red or amber one says why in words."""
        self._hint.setText(words)
        self._hint.setProperty("tone", tone)
        self._hint.style().polish(self._hint)
        self._hint.setVisible(bool(words))

    def value(self) -> Any:
        return self.inner.value()

    def show_value(self, value: Any) -> None:
        self.inner.show_value(value)

    def words(self) -> str:
        return self.inner.words()

    def problem(self) -> str:
        return self.inner.problem()

    def set_read_only(self, on: bool) -> None:
        self.inner.set_read_only(on)

    def call(self, name: str, tip: str) -> None:
        self.inner.call(name, tip)
