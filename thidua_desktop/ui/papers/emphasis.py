"""Headings in bold, places left to write in amber, numbers in question underlined.

The words themselves stay as they are.
"""

import re
from collections.abc import Collection, Mapping

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Run
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.papers import inline, prose

_TO_WRITE = re.compile(r"\[[^\[\]]{3,}\]")


class Emphasis(QSyntaxHighlighter):
    """Shows a heading as the paper will print it; "[…]" of an outline stands out.

    Numbers that figures could say are underlined.
    """

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        self.numbers: Mapping[str, Collection[str]] = {}
        """Numbers that figures could say, by the uid of their block."""

    def highlightBlock(self, text: str) -> None:
        paragraph = self.currentBlock()
        if prose.manner_of(paragraph).kind == "heading" and not _runs_on(inline.body_of(paragraph)):
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text), bold)
        for place in _TO_WRITE.finditer(text):
            amber = QTextCharFormat()
            amber.setForeground(self._look.colour(Tone.AMBER))
            self.setFormat(place.start(), place.end() - place.start(), amber)
        for number in self.numbers.get(prose.uid_of(paragraph), ()):
            for place in re.finditer(rf"(?<![\d.,/]){re.escape(number)}(?![\d/]|[.,]\d)", text):
                self._underline(place.start(), place.end())

    def _underline(self, start: int, end: int) -> None:
        """Underline letters that keep what else is said of them."""
        for at in range(start, end):
            letters = self.format(at)
            letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            letters.setUnderlineColor(self._look.colour(Tone.AMBER))
            self.setFormat(at, 1, letters)


def _runs_on(body: str) -> bool:
    """Say whether a heading begins in bold and goes on in ordinary letters."""
    runs = [piece for piece in markup.parse(body) if isinstance(piece, Run) and piece.text.strip()]
    return bool(runs) and runs[0].bold and not all(run.bold for run in runs)
