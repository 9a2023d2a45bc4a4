"""The page that tells the life of one record: who changed what, when, from what to what."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import FieldChange
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.record.labels import FILE, label
from thidua_desktop.ui.record.telling import Entry, Told, entries

Ask = Callable[[str], Sequence[FieldChange]]
"""What is called off the window's thread with the uid of a record, and gives its changes."""


class LifePage(QWidget):
    """Shows the changes of the record `show_record` names; asked for only while one looks."""

    def __init__(self, table: str, ask: Ask, desk: Desk) -> None:
        super().__init__()
        self._table = table
        self._ask = ask
        self._desk = desk
        self._uid = ""
        self._is_old = True
        self._entries: Sequence[Entry] = ()
        self.text = QTextBrowser()
        self.text.setAccessibleName("Lịch sử sửa")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.viewport().setAutoFillBackground(False)
        self.text.document().setDocumentMargin(sizes.GAP)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)
        desk.look.changed.connect(self._draw)
        self._draw()

    def show_record(self, uid: str) -> None:
        """Show the life of the record *uid*; "" for one that was never saved."""
        if uid != self._uid:
            self._uid, self._entries = uid, ()
            self._draw()
        self.reload()

    def reload(self) -> None:
        """Ask again, now or when the page is next seen."""
        self._is_old = True
        if self.isVisible():
            self._look_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self._look_up()

    def _look_up(self) -> None:
        self._is_old = False
        if uid := self._uid:
            job = self._desk.read(lambda: (uid, entries(self._table, self._ask(uid))))
            job.succeeded.connect(self._show)

    def _show(self, answer: tuple[str, list[Entry]]) -> None:
        uid, told = answer
        if uid == self._uid:
            self._entries = told
            self._draw()

    def _draw(self) -> None:
        if self._uid:
            self.text.setHtml(as_html(self._entries, self._desk.look))
        else:
            self.text.setPlainText("Bản ghi này chưa cất lần nào nên chưa có lịch sử.")


def as_html(told: Sequence[Entry], look: Look) -> str:
    """Return *told* as rich text in the colours of *look*."""
    return "".join(_entry(entry, look.tokens.muted) for entry in told)


def _entry(entry: Entry, muted: str) -> str:
    rows = "".join(_row(told, muted) for told in entry.fields)
    return (
        f'<p style="margin-top: 8px; margin-bottom: 2px"><b>{escape(entry.what)}</b><br>'
        f'<span style="color: {muted}">{entry.when} · {escape(entry.who)}</span></p>'
        f'<table cellspacing="0" cellpadding="2" width="100%">{rows}</table>'
    )


def _row(told: Told, muted: str) -> str:
    if not told.label:
        return f"<tr><td colspan=2>{escape(told.now)}</td></tr>"
    return (
        f'<tr><td width="34%" style="color: {muted}">{escape(told.label)}</td>'
        f"<td>{_change(told)}</td></tr>"
    )


def _change(told: Told) -> str:
    was, now = (_lines(text) for text in (told.was, told.now))
    if told.label == label("", FILE):
        return f"Thêm “{now}”" if now else f"Bỏ “{was}”"
    if not was:
        return now
    return f"{was} → {now or '(trống)'}"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
