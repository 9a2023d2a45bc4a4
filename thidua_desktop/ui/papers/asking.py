"""The small windows about a paper's text: its notes and tables, asked for and put."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.note_dialog import NoteDialog
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.table_dialog import TableDialog


class Asking(QObject):
    """Asks over *page* for what stands in *text*; a text that is only read is asked nothing."""

    def __init__(self, text: PaperText, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._text = text
        self._desk = desk
        self._page = page

    def ask_note(self) -> None:
        """Open the note at the caret, or begin a new one there."""
        if (near := self._text.note_near()) >= 0:
            self.open_note(near)
        elif not self._text.isReadOnly() and (body := self._note("Chú thích mới", "")):
            self._text.put_note(body)

    def open_note(self, position: int) -> None:
        """Ask for changes of the note at *position*."""
        if self._text.isReadOnly():
            return
        title = f"Chú thích {self._text.note_number(position)}"
        if body := self._note(title, self._text.note_body(position)):
            self._text.put_note(body, position)

    def ask_table(self) -> None:
        """Open the table the caret stands at, or begin a new one."""
        if (near := self._text.table_near()) >= 0:
            self.open_table(near)
        elif not self._text.isReadOnly() and (body := self._table("")):
            self._text.put_new_table(body)

    def open_table(self, position: int) -> None:
        """Ask for changes of the table at *position*, unless it lists records."""
        body = self._text.table_body(position)
        if TableDialog.can_show(body) and not self._text.isReadOnly():
            changed = self._table(body)
            if changed is not None:
                self._text.put_table(changed, position)

    def _note(self, title: str, body: str) -> str | None:
        return NoteDialog.ask(title, body, self._desk.look, self._desk.prompts, self._page)

    def _table(self, body: str) -> str | None:
        return TableDialog.ask(body, self._desk.look, self._desk.prompts, self._page)
