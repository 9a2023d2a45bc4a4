"""Keeps what is typed in the text or frame of a paper as a draft until it is saved."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.drafts import Draft, Drafts, Typed, draft_of
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.record.soon import Soon

PAUSE = 1500  # Milliseconds after a key before a text is kept; it is longer than a form.
TABLES = ("report", "plan_text")
"""The tables that drafts of papers are kept under."""

_MOST = 40  # Blocks that the list of drafts shows of one.


class PaperKeeping(QObject):
    """Watches *bench*, whatever papers it shows."""

    def __init__(self, bench: Bench[Any], drafts: Drafts, desk: Desk) -> None:
        super().__init__(bench)
        self._bench = bench
        self._drafts = drafts
        self._desk = desk
        self._kept: tuple[str, str] | None = None
        self._waiting: Draft | None = None
        self._soon = Soon(PAUSE, self)
        self._soon.timeout.connect(self._keep)
        bench.text.edited.connect(self._soon.touch)
        bench.form.edited.connect(self._soon.touch)
        bench.dirty_changed.connect(self._settle)
        bench.shown.connect(self._lay)

    def take_up(self, draft: Draft) -> None:
        """Lay *draft* over its paper, now or when the bench shows it."""
        self._waiting = draft
        self._lay()

    def _keep(self) -> None:
        bench = self._bench
        if not bench.is_dirty or bench.record is None:
            return
        record, blocks = bench.draft()
        was = {"record": bench.record, "blocks": list(bench.text.kept)}
        table, title = _named(bench.record)
        draft = draft_of(
            was,
            {"record": record, "blocks": blocks},
            table=table,
            uid=bench.uid,
            is_new=False,
            title=title,
            fields=tuple(self._fields(blocks)),
        )
        self._kept = (table, bench.uid)
        job = self._desk.jobs.start(lambda _ticket: self._drafts.keep(draft), "write")
        job.on(OSError, self._pass_over)

    def _fields(self, blocks: Sequence[Block]) -> Iterator[Typed]:
        for each in self._bench.form.differences():
            yield Typed(label=each.label, was=each.was, typed=each.typed)
        kept = {block.uid: block.body for block in self._bench.text.kept}
        changed = [block for block in blocks if kept.get(block.uid) != block.body]
        for block in changed[:_MOST]:
            was = markup.plain(kept.get(block.uid, ""))
            yield Typed(label="Lời văn", was=was, typed=markup.plain(block.body))

    def _settle(self, is_dirty: bool) -> None:
        """Forget the draft once nothing unsaved stands in the text."""
        if is_dirty:
            self._soon.touch()
            return
        self._soon.stop()
        if kept := self._kept:
            self._kept = None
            self._desk.jobs.start(lambda _ticket: self._drafts.drop(*kept), "write")

    def _pass_over(self, _error: OSError) -> None:
        """Leave the earlier draft: the text itself is still on the screen."""

    def _lay(self) -> None:
        draft, bench = self._waiting, self._bench
        if draft is None or bench.record is None or bench.uid != draft.uid or bench.is_dirty:
            return
        self._waiting = None
        record = Drafts.record(type(bench.record), draft.now["record"])
        blocks, was = (
            Drafts.record(list[Block], each["blocks"]) for each in (draft.now, draft.was)
        )
        if was != list(bench.text.kept) and not self._is_wanted(draft):
            return
        self._kept = (draft.table, draft.uid)
        bench.form.type_in(_changed(bench.form.names, bench.record, record))
        bench.text.type_blocks(blocks)

    def _is_wanted(self, draft: Draft) -> bool:
        """Ask whether a draft is to stand over a text that was changed since."""
        answer = self._desk.prompts.ask(
            f"“{draft.title}” đã được sửa sau khi gõ bản nháp này.",
            (Choice("draft", "Mở bản nháp"), Choice("present", "Giữ bản đang có")),
            "Mở bản nháp thì lời văn của bản nháp đứng thay cả bản đang có, cho đến khi Cất hoặc "
            "Bỏ qua. Giữ bản đang có thì bản nháp vẫn còn, hỏi lại khi mở tệp lần sau.",
        )
        return answer == "draft"


def _named(record: object) -> tuple[str, str]:
    """Return the table under which drafts of *record* are kept, and what it is called."""
    match record:
        case Report(heading=heading, year=year):
            return "report", f"Báo cáo năm {year}: {heading.subject}".removesuffix(": ")
        case Plan(year=year):
            return "plan_text", f"Văn bản kế hoạch năm {year}"
    raise TypeError(f"no paper: {type(record).__name__}")


def _changed(names: Sequence[str], kept: Any, typed: Any) -> dict[str, Any]:
    """Return the fields of *names* in which *typed* differs from *kept*."""
    values = {name: (attrgetter(name)(kept), attrgetter(name)(typed)) for name in names}
    return {name: now for name, (was, now) in values.items() if was != now}
