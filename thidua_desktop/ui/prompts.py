"""Questions, warnings and file choices: the one place where the window waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QWidget,
)

from thidua_desktop.ui.memory import Memory


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question: what it is called in code, and the verb on it ("Cất")."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files one may choose: words for them and their suffixes without dot ("xlsx", "xls")."""

    words: str
    suffixes: tuple[str, ...]

    @property
    def filter(self) -> str:
        """Return the kind as a Qt file dialog writes it."""
        patterns = " ".join(f"*.{suffix}" for suffix in self.suffixes)
        return f"{self.words} ({patterns})"


BESIDE = "beside"
"""Property of a window that stands beside the main one: what is asked from it stands above it."""
_LINE = 60  # Letters of a line that the eye follows without losing its place.
OFFICE_FILE = FileKind("Tệp thi đua", ("thidua",))


class Prompts(Protocol):
    """What screens may ask. Nothing else in the window opens a box of its own."""

    def tell(self, what: str, safe: str = "", todo: str = "") -> None:
        """Tell of trouble: what happened, what is safe, what to do."""

    def ask(self, question: str, choices: Sequence[Choice], detail: str = "") -> str:
        """Return the name of the choice taken; the first is the main one, the last is Esc's."""

    def open_file(self, title: str, kinds: Sequence[FileKind]) -> Path | None:
        """Return one existing file, or None; begin where the last one was."""

    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        """Return existing files; an empty list when none were chosen."""

    def save_file(self, title: str, name: str, kinds: Sequence[FileKind]) -> Path | None:
        """Return where to write, *name* proposed, with a suffix of *kinds*; or None."""

    def folder(self, title: str) -> Path | None:
        """Return an existing folder, or None."""

    def run(self, dialog: QDialog) -> bool:
        """Show *dialog* until it closes; say whether it was accepted."""


class ScreenPrompts:
    """Prompts answered by the officer on the screen; remembers the folder of the last file."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        self._memory = memory
        self._parent = parent

    def tell(self, what: str, safe: str = "", todo: str = "") -> None:
        box = self._box(QMessageBox.Icon.Warning, what, "\n\n".join(filter(None, (safe, todo))))
        box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def ask(self, question: str, choices: Sequence[Choice], detail: str = "") -> str:
        icons = QMessageBox.Icon
        icon = icons.Question if len(choices) > 1 else icons.Information
        box = self._box(icon, question, detail)
        buttons: dict[QAbstractButton | None, str] = {}
        for choice in choices:
            is_last = choice is choices[-1]
            role = QMessageBox.ButtonRole
            button = box.addButton(choice.words, role.RejectRole if is_last else role.AcceptRole)
            buttons[button] = choice.name
            if choice is choices[0]:
                box.setDefaultButton(button)
            if is_last:
                box.setEscapeButton(button)
        box.exec()
        box.deleteLater()
        return buttons.get(box.clickedButton(), choices[-1].name)

    def open_file(self, title: str, kinds: Sequence[FileKind]) -> Path | None:
        start = self._memory.text("folders/open")
        name, _ = QFileDialog.getOpenFileName(self._owner(), title, start, _filters(kinds))
        return self._kept(Path(name), "folders/open") if name else None

    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        folder = self._memory.text("folders/open")
        names, _ = QFileDialog.getOpenFileNames(self._owner(), title, folder, _filters(kinds))
        return [self._kept(Path(name), "folders/open") for name in names]

    def save_file(self, title: str, name: str, kinds: Sequence[FileKind]) -> Path | None:
        folder = Path(self._memory.text("folders/save"))
        chosen, used = QFileDialog.getSaveFileName(
            self._owner(), title, str(folder / name), _filters(kinds)
        )
        if not chosen:
            return None
        return self._kept(_with_suffix(Path(chosen), kinds, used), "folders/save")

    def folder(self, title: str) -> Path | None:
        start = self._memory.text("folders/save")
        name = QFileDialog.getExistingDirectory(self._owner(), title, start)
        return Path(name) if name else None

    def run(self, dialog: QDialog) -> bool:
        if dialog.parent() is None and (owner := self._owner()):
            dialog.setParent(owner, dialog.windowFlags() | Qt.WindowType.Dialog)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _box(self, icon: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
        box = QMessageBox(self._owner())
        box.setIcon(icon)
        box.setWindowTitle(QApplication.applicationDisplayName())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText(detail)
        _widen(box)
        return box

    def _owner(self) -> QWidget | None:
        front: QWidget | None = QApplication.activeWindow()
        beside = front if front is not None and front.property(BESIDE) else None
        return QApplication.activeModalWidget() or beside or self._parent

    def _kept(self, path: Path, key: str) -> Path:
        self._memory.keep_text(key, str(path.parent))
        return path


def _widen(box: QMessageBox) -> None:
    """Give the words of *box* lines one reads well: Qt makes them as short as the first one."""
    label = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if label is not None:
        letter = label.fontMetrics().averageCharWidth()
        wanted = label.fontMetrics().horizontalAdvance(label.text())
        label.setMinimumWidth(min(wanted, letter * _LINE))


def _filters(kinds: Sequence[FileKind]) -> str:
    return ";;".join(kind.filter for kind in kinds)


def _with_suffix(path: Path, kinds: Sequence[FileKind], used: str) -> Path:
    """Add the suffix of the kind *used* when the officer typed none that fits."""
    if any(path.suffix.lower() == f".{suffix}" for kind in kinds for suffix in kind.suffixes):
        return path
    kind = next((kind for kind in kinds if kind.filter == used), kinds[0])
    return path.with_name(f"{path.name}.{kind.suffixes[0]}")
