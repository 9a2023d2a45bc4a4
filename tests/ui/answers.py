"""Prompts answered from a list: what a test lets the officer say, and what was asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog

from thidua_desktop.ui.prompts import Choice, FileKind


class Answers:
    """Gives the next of *answers* to each question; `asked` has the words of all that were put.

    `details` has what stood below the questions of `ask`.

    The answer to `ask` is the name of a choice or a function that returns it, to a file choice a
    path or None, to `run` a function that fills the dialog and returns whether it is accepted.
    `tell` takes no answer.
    """

    def __init__(self, *answers: Any) -> None:
        self.asked: list[str] = []
        self.details: list[str] = []
        self.left = list(answers)

    def tell(self, what: str, safe: str = "", todo: str = "") -> None:
        self.asked.append("\n".join(filter(None, (what, safe, todo))))

    def ask(self, question: str, choices: Sequence[Choice], detail: str = "") -> str:
        self.details.append(detail)
        answer = self._next(question)
        answer = answer() if callable(answer) else answer
        assert answer in [choice.name for choice in choices], f"{answer!r} is no choice here"
        return str(answer)

    def open_file(self, title: str, kinds: Sequence[FileKind]) -> Path | None:
        return self._path(title)

    def open_files(self, title: str, kinds: Sequence[FileKind]) -> list[Path]:
        return list(self._next(title))

    def save_file(self, title: str, name: str, kinds: Sequence[FileKind]) -> Path | None:
        return self._path(title)

    def folder(self, title: str) -> Path | None:
        return self._path(title)

    def run(self, dialog: QDialog) -> bool:
        return bool(self._next(dialog.windowTitle())(dialog))

    def _path(self, question: str) -> Path | None:
        answer = self._next(question)
        assert answer is None or isinstance(answer, Path)
        return answer

    def _next(self, question: str) -> Any:
        self.asked.append(question)
        assert self.left, f"No answer is left for: {question}"
        return self.left.pop(0)
