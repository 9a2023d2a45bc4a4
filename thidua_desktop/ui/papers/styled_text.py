"""Text in italic and bold over several lines. Knows no blocks, notes or figures."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from thidua_desktop.ui.look import Look
from thidua_desktop.ui.papers import inline


class StyledText(QTextEdit):
    """An editor of the smallest markup: what is pasted comes in as plain words."""

    def __init__(self, title: str, look: Look, joint: str = " ") -> None:
        """*joint* stands between paragraphs in the markup."""
        super().__init__()
        self._joint = joint
        self.setAccessibleName(title)
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.document().setDefaultFont(look.font(11))
        for key, run in (("Ctrl+B", self._toggle_bold), ("Ctrl+I", self._toggle_italic)):
            QShortcut(QKeySequence(key), self, run)

    def show_body(self, body: str) -> None:
        """Show the markup *body*."""
        self.clear()
        inline.insert(self.textCursor(), body)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def body(self) -> str:
        """Return the markup as it stands."""
        paragraph = self.document().begin()
        found = []
        while paragraph.isValid():
            found.append(inline.body_of(paragraph))
            paragraph = paragraph.next()
        return self._joint.join(filter(None, found))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))

    def _toggle_bold(self) -> None:
        letters = QTextCharFormat()
        is_bold = self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold
        letters.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(letters)

    def _toggle_italic(self) -> None:
        letters = QTextCharFormat()
        letters.setFontItalic(not self.currentCharFormat().fontItalic())
        self.mergeCurrentCharFormat(letters)
