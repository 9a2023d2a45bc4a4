"""One paper to write in, beside it how it prints; and its ways into files and the printer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.papers.bench import Bench, Papers
from thidua_desktop.ui.papers.outgoing import PDF, WORD, Outgoing
from thidua_desktop.ui.papers.panes import Panes
from thidua_desktop.ui.prompts import FileKind
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import kept_from_writing

T = TypeVar("T")


class PaperPage(Page, Generic[T]):
    """A page over a bench. *name* keys what is remembered, *one* is such a paper in words.

    *live_tables*: what a live table of each name lists.
    """

    def __init__(
        self,
        name: str,
        one: str,
        papers: Papers[T],
        fields: Sequence[Field],
        desk: Desk,
        live_tables: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._papers = papers
        self._why = ""
        self._none = f"Hãy chọn hoặc lập một {one} trước."
        self._out = Outgoing(desk, self)
        self.bench: Bench[T] = Bench(papers, fields, desk, live_tables)
        self.panes = Panes(name, self.bench, desk)
        self.panes.add_menu(
            "Xuất",
            {
                "Xuất PDF…": lambda: self.export(PDF),
                "Xuất Word…": lambda: self.export(WORD),
            },
        )
        self.panes.add_tool("In…", self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.bench.dirty_changed.connect(lambda _on: self.offers_changed.emit())
        self.bench.shown.connect(self.offers_changed)
        self.setFocusProxy(self.bench.text)

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.bench.record else self._none
        offers = {
            "change": Offer(self.bench.begin, none),
            "save": Offer(self.save, "" if self.has_draft() else "Không có gì chưa cất."),
            "export": Offer(lambda: self.export(PDF, WORD), none),
            "print": Offer(self.print, none),
            "fold": Offer(self.panes.fold, none),
        }
        return kept_from_writing(offers, self._why)

    def set_read_only(self, why: str) -> None:
        """With a *why*, let papers be read, exported and printed only."""
        self._why = why
        self.bench.set_read_only(bool(why))

    def reload(self) -> None:
        self.bench.reload()

    def has_draft(self) -> bool:
        return self.bench.is_dirty

    def keep_draft(self, then: Callable[[], None]) -> None:
        self.bench.keep(then)

    def drop_draft(self) -> None:
        self.bench.drop()

    def save(self) -> None:
        """Write what is typed."""
        self.bench.keep(self.bench.begin)

    def export(self, *kinds: FileKind) -> None:
        """Write the paper as it stands to a file of one of *kinds*."""
        self._desk.gate.enter(lambda: self._export(*kinds))

    def _export(self, *kinds: FileKind) -> None:
        if record := self.bench.record:
            name = self._papers.file_name(record, kinds[0].suffixes[0])
            title = f"Xuất {_small(self._papers.title(record))}"
            self._out.save(title, name, kinds, self.bench.drawing())

    def print(self) -> None:
        """Show the paper as it stands, to be printed."""
        self._desk.gate.enter(self._print)

    def _print(self) -> None:
        if record := self.bench.record:
            name = self._papers.file_name(record, "pdf")
            self._out.preview(self._papers.title(record), name, self.bench.drawing())


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
