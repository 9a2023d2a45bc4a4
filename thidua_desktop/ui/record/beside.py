"""Puts files, history and drafts beside the form of a tab of records. Knows no kind of record."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from thidua_desktop.domain.changes import Changed, FieldChange
from thidua_desktop.services.drafts import Draft
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.record.files import Files
from thidua_desktop.ui.record.keeping import Keeping
from thidua_desktop.ui.record.life import LifePage
from thidua_desktop.ui.record.whom import whom
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.records_page import RecordsPage

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class Beside(QObject):
    """What the pane of *page* shows of its record but the form."""

    def __init__(self, page: RecordsPage[Any, Any], services: "Services") -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._table = page.kind.tables[0]
        self._why = why_not(services.file.is_read_only)
        self.files = Files(self._table, services.attachments, page.desk, self, self._why)
        self.life = LifePage(self._table, self._changes, page.desk)
        self._keeping = None if self._why else Keeping(page, services.drafts)
        self._files_page = page.pane.add_page("Đính kèm", self.files.list)
        self._life_page = page.pane.add_page("Lịch sử", self.life)
        self._listen()

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands about the record shown; about nobody, F3 is left to the window."""
        none = "" if self._page.pane.uid else f"Hãy chọn một {self._page.kind.one} trước."
        about = {"history": Offer(self.ask_past)} if whom(self._page.pane.form.value) else {}
        return {
            **about,
            "attach": Offer(self.attach, self._why or none),
            "life": Offer(self.show_life, none),
        }

    def take_up(self, draft: Draft) -> None:
        """Lay *draft* over its record."""
        if self._keeping:
            self._keeping.take_up(draft)

    def ask_past(self) -> None:
        """Ask for all awards of the one that the record is about, as it stands in the form.

        Of the row in focus while its form is still on its way.
        """
        page, pane = self._page, self._page.pane
        uid = page.grid.current
        if pane.is_dirty or pane.uid == uid:
            self._want_past(pane.form.draft() if pane.is_dirty else pane.form.value)
        else:
            page.desk.read(lambda: page.records.get(uid)).succeeded.connect(self._want_past)

    def _want_past(self, record: Any) -> None:
        if one := whom(record):
            self._page.desk.bus.past_wanted.emit(*one)

    def attach(self) -> None:
        """Ask for files to keep with the record shown."""
        self._settled(self.files.choose)

    def show_life(self) -> None:
        """Show who changed what in the record."""
        self._page.sides.unfold()
        self._page.pane.go_to_page(self._life_page)
        self.life.setFocus()

    def _changes(self, uid: str) -> Sequence[FieldChange]:
        services, table = self._services, self._table
        files = services.attachments.comings_and_goings(table, uid)
        return [*services.history.of_record(table, uid), *files]

    def _take_files(self, paths: list[Path]) -> None:
        self._settled(lambda: self.files.add(paths))

    def _settled(self, then: Any) -> None:
        """Call *then* once the record is one that files can be kept with."""
        page = self._page
        page.sides.unfold()
        page.pane.go_to_page(self._files_page)
        if not page.pane.is_new:
            then()
            return
        choices = (Choice("save", "Cất rồi đính kèm"), Choice("leave", "Để sau"))
        words = f"{_large(page.kind.one)} này chưa cất lần nào. Cất rồi đính kèm tệp?"
        if page.desk.prompts.ask(words, choices) == "save":
            page.keep_draft(then)

    def _show(self) -> None:
        pane = self._page.pane
        uid = "" if pane.is_new else pane.uid
        self.files.show_record(uid)
        self.life.show_record(uid)

    def _count(self, count: int) -> None:
        words = f"Đính kèm ({count})" if count else "Đính kèm"
        self._page.pane.call_page(self._files_page, words)

    def _hear(self, changed: Changed) -> None:
        if changed.touches("attachment"):
            self.files.reload()
        if changed.touches("attachment") or self._page.pane.uid in changed.uids:
            self.life.reload()

    def _listen(self) -> None:
        pane = self._page.pane
        self._page.offer_more(self.offers)
        pane.shown.connect(self._page.offers_changed)
        pane.shown.connect(self._show)
        self.files.list.add_asked.connect(self.attach)
        self.files.counted.connect(self._count)
        if not self._why:
            pane.take_files()
            pane.files_dropped.connect(self._take_files)
        self._page.desk.bus.changed.connect(self._hear)


def _large(words: str) -> str:
    return words[0].upper() + words[1:]
