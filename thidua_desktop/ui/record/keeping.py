"""Keeps what is typed in a form as a draft, a moment after typing stops, until it is saved."""

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from thidua_desktop.services.drafts import Draft, Drafts, Typed, draft_of
from thidua_desktop.ui.record.soon import Soon
from thidua_desktop.ui.record.telling import clock_words
from thidua_desktop.ui.widgets.records_page import RecordsPage

if TYPE_CHECKING:
    from thidua_desktop.ui.widgets.form import Form

PAUSE = 700  # Milliseconds after a key before a draft is kept.


@dataclass(frozen=True, slots=True)
class Found:
    """A draft with the records it stands for: as kept then, as typed, and as kept now, if still."""

    draft: Draft
    was: Any
    typed: Any
    present: Any | None


class Keeping(QObject):
    """Watches the pane of *page*. Everything is written in the order of the page's own writes."""

    def __init__(self, page: RecordsPage[Any, Any], drafts: Drafts) -> None:
        super().__init__(page)
        self._page = page
        self._drafts = drafts
        self._table = page.kind.tables[0]
        self._kept_uid = ""
        self._soon = Soon(PAUSE, self)
        self._soon.timeout.connect(self._keep)
        page.pane.form.edited.connect(self._soon.touch)
        page.pane.dirty_changed.connect(self._settle)

    def take_up(self, draft: Draft) -> None:
        """Lay *draft* over its record as that is now, to be typed on."""
        job = self._page.desk.read(lambda: self._find(draft))
        job.succeeded.connect(self._lay)

    def _keep(self) -> None:
        pane = self._page.pane
        form: Form[Any] = pane.form
        if not pane.is_dirty or form.value is None:
            return
        was, now = form.value, form.draft()
        draft = draft_of(
            was,
            now,
            table=self._table,
            uid=pane.uid,
            is_new=pane.is_new,
            title=self._title(now),
            fields=tuple(
                Typed(label=each.label, was=each.was, typed=each.typed)
                for each in form.differences()
            ),
        )
        self._kept_uid = pane.uid
        job = self._page.desk.jobs.start(lambda _ticket: self._drafts.keep(draft), "write")
        job.on(OSError, self._tell_trouble)
        job.succeeded.connect(self._tell)

    def _settle(self, is_dirty: bool) -> None:
        """Forget the draft once nothing unsaved stands in the form."""
        if is_dirty:
            return
        self._soon.stop()
        if uid := self._kept_uid:
            self._kept_uid = ""
            self._page.desk.jobs.start(lambda _ticket: self._drafts.drop(self._table, uid), "write")
        self._page.pane.say_below("")

    def _tell(self, at: str) -> None:
        if self._kept_uid:
            self._page.pane.say_below(f"Đã giữ bản nháp {clock_words(at).split()[0]}")

    def _tell_trouble(self, _error: OSError) -> None:
        self._page.pane.say_below("Chưa giữ được bản nháp trên máy này", "amber")

    def _title(self, record: Any) -> str:
        kind = self._page.kind
        what = kind.face.new if self._page.pane.is_new else kind.one[0].upper() + kind.one[1:]
        return f"{what}: {kind.face.title(record)}"

    def _find(self, draft: Draft) -> Found:
        records = self._page.records
        try:
            present = records.get(draft.uid)
        except KeyError:
            present = None
        kind = type(present or records.new())
        was, typed = (Drafts.record(kind, plain) for plain in (draft.was, draft.now))
        return Found(draft, was, typed, present)

    def _lay(self, found: Found) -> None:
        pane = self._page.pane
        base = found.was if found.present is None else found.present
        self._page.resume(base, is_new=found.present is None)
        self._kept_uid = found.draft.uid
        for name in pane.form.names:
            field = attrgetter(name)
            if field(found.typed) != field(found.was):
                shown = pane.form.shown_words(name)
                pane.form.type_in({name: field(found.typed)})
                if field(base) != field(found.was):
                    said = f"thành “{shown}”" if shown else "thành trống"
                    pane.form.remark(name, f"Sau khi gõ nháp, ô này đã được sửa {said}.")
        self._say(found)

    def _say(self, found: Found) -> None:
        pane, when = self._page.pane, clock_words(found.draft.at)
        if not pane.is_dirty:
            self._settle(False)
            pane.say_below("Nội dung bản nháp đã được cất rồi")
        elif found.present is None and not found.draft.is_new:
            words = f"Bản nháp gõ lúc {when}; sau đó bản ghi đã bị xóa. Cất sẽ lấy lại bản ghi."
            pane.form.remark("", words)
        else:
            pane.form.remark("", f"Bản nháp gõ lúc {when}. Xem lại rồi Cất, hoặc Bỏ qua.")
