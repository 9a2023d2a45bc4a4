"""Headings in bold, and places left to write in amber, while the words stay as they are."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from thidua_desktop.domain import markup
from thidua_desktop.domain.markup import Run
from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.papers import inline, prose

_TO_WRITE = re.compile(r"\[[^\[\]]{3,}\]")


class Emphasis(QSyntaxHighlighter):
    """Shows a heading as the paper will print it; "[…]" of an outline stands out."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look

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


def _runs_on(body: str) -> bool:
    """Say whether a heading begins in bold and goes on in ordinary letters."""
    runs = [piece for piece in markup.parse(body) if isinstance(piece, Run) and piece.text.strip()]
    return bool(runs) and runs[0].bold and not all(run.bold for run in runs)
