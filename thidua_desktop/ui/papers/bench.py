"""Where one paper is written: its places, its text and frame, and the paper beside it.

Knows no report and no plan: a `Papers` reads, keeps and draws them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.blocks import Block, Spot
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.papers import following, outgoing
from thidua_desktop.ui.papers.asking import Asking
from thidua_desktop.ui.papers.banner import Banner
from thidua_desktop.ui.papers.outline import FRAME, Outline
from thidua_desktop.ui.papers.paper_text import PaperText
from thidua_desktop.ui.papers.preview import Preview
from thidua_desktop.ui.papers.text_bar import TextBar
from thidua_desktop.ui.widgets.form import Field, Form

T = TypeVar("T")

_SOON = 150  # Milliseconds after which what was typed is looked at.


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """One paper: its frame as a record, its text, what its figures show."""

    record: T
    blocks: Sequence[Block]
    figures: Mapping[str, str]
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What each figure counts, in words."""


class Papers(Protocol[T]):
    """What keeps papers of one kind; `read`, `keep` and `draw` run off the window's thread."""

    def read(self, uid: str) -> Written[T]:
        """Return one paper; KeyError when it is gone."""

    def keep(self, record: T, blocks: Sequence[Block]) -> Changed:
        """Write frame and text as one step; RuleError names what stands in the way."""

    def draw(self, path: Path, record: T, blocks: Sequence[Block], ticket: Ticket) -> None:
        """Write the paper as it would be, kept or not, to a .pdf or .docx."""

    def lay_out(
        self, path: Path, record: T, blocks: Sequence[Block], ticket: Ticket
    ) -> Mapping[str, Sequence[Spot]]:
        """Write the same to a .pdf; return where each of *blocks* stands, by its uid."""

    def title(self, record: T) -> str:
        """Return what the paper is called."""

    def line(self, record: T) -> str:
        """Return its state in words."""

    def file_name(self, record: T, suffix: str) -> str:
        """Return a name for its file, with *suffix*."""


class Bench(QWidget, Generic[T]):
    """Text or frame of one paper with Cất and Bỏ qua. `outline` and `preview` stand beside it.

    What is typed is a draft until Cất; the preview follows after a pause.
    """

    dirty_changed = Signal(bool)
    shown = Signal()
    """Another paper is shown, or none."""

    def __init__(
        self,
        papers: Papers[T],
        fields: Sequence[Field],
        desk: Desk,
        live_tables: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._papers = papers
        self._desk = desk
        self._uid = ""
        self._turn = 0
        self._is_dirty = False
        self._record: T | None = None
        self.outline = Outline(desk.look)
        self.preview = Preview(desk.look)
        self.form: Form[T] = Form(fields, desk.look)
        self.text = PaperText("Nội dung văn bản", desk.look, live_tables)
        self.bar = TextBar(self.text, desk.look)
        self.banner = Banner(desk.look)
        self._asking = Asking(self.text, desk, self)
        self._title, self._line = QLabel(), QLabel()
        self._save, self._drop = QPushButton("Cất"), QPushButton("Bỏ qua")
        self._stack = QStackedWidget()
        self._look_soon = self._timer(_SOON, self._look)
        self._following = following.Following(self.preview, self._laying_out, desk)
        self._lay_out()
        self._listen()
        self._dress()

    @property
    def uid(self) -> str:
        """Return the uid of the paper shown, or ""."""
        return self._uid

    @property
    def record(self) -> T | None:
        """Return the frame of the paper shown, as it is kept."""
        return self._record

    @property
    def is_dirty(self) -> bool:
        """Say whether something typed here is not kept yet."""
        return self._is_dirty

    def offer_figures(self, ask: Callable[[T], None]) -> None:
        """Let the officer write live figures; *ask* is called with the record and puts one."""

        def ask_now() -> None:
            if self._record is not None:
                ask(self._record)

        self.bar.add_figures(ask_now)

    def set_read_only(self, on: bool) -> None:
        """Let papers be read only, or be changed too."""
        self.text.setReadOnly(on)
        self.form.set_read_only(on)
        self.bar.setVisible(not on)
        self._save.setVisible(not on)
        self._drop.setVisible(not on)

    def show_paper(self, uid: str) -> None:
        """Show the paper *uid*, or none; what was typed in another is forgotten."""
        if not uid:
            self.clear()
            return
        if uid != self._uid:
            self.text.begin()
        self._uid = uid
        self._turn += 1
        turn = self._turn
        job = self._desk.read(lambda: (turn, self._papers.read(uid)))
        job.on(KeyError, self._gone)
        job.succeeded.connect(self._show)

    def clear(self) -> None:
        """Show no paper."""
        self._uid = ""
        self._turn += 1
        self._record = None
        self._set_dirty(False)
        self.outline.clear()
        self._following.clear()
        self.banner.hide()
        self.setEnabled(False)
        self.shown.emit()

    def reload(self) -> None:
        """Read the paper again, unless something is typed."""
        if self._uid and not self._is_dirty:
            self.show_paper(self._uid)

    def keep(self, then: Callable[[], None]) -> None:
        """Write what is typed, then call *then*; or show what stands in the way."""
        if problems := self.form.problems():
            self._go_to(FRAME)
            self.form.mark(problems)
            return
        record, blocks = self.draft()
        revision = self.text.document().revision()
        job = self._desk.write(lambda: self._papers.keep(record, blocks))
        job.on(RuleError, self._mark)
        job.succeeded.connect(
            while_here(self, lambda _changed: self._kept(record, blocks, revision, then))
        )

    def drop(self) -> None:
        """Throw away what was typed and show the paper as it is kept."""
        self._set_dirty(False)
        self.show_paper(self._uid)

    def draft(self) -> tuple[T, list[Block]]:
        """Return frame and text as they stand."""
        return self.form.draft(), self.text.blocks()

    def drawing(self) -> outgoing.Draw:
        """Return what draws the paper as it stands now."""
        record, blocks = self.draft()

        def draw(path: Path, ticket: Ticket) -> None:
            self._papers.draw(path, record, blocks, ticket)

        return draw

    def begin(self) -> None:
        """Put the caret into the text."""
        self._go_to("")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_frame(self) -> None:
        """Show the frame."""
        self._go_to(FRAME)
        self.form.begin()

    def _show(self, answer: tuple[int, Written[T]]) -> None:
        turn, paper = answer
        if turn != self._turn:
            return
        self._record = paper.record
        self.form.show_value(paper.record)
        self.text.show_blocks(paper.blocks)
        self.text.show_figures(paper.figures, paper.meanings)
        self.outline.show_places(paper.blocks)
        self._say(paper.record)
        self.setEnabled(True)
        self._set_dirty(False)
        self.shown.emit()
        self._following.draw()

    def _gone(self, _error: KeyError) -> None:
        self.clear()

    def _kept(
        self, record: T, blocks: Sequence[Block], revision: int, then: Callable[[], None]
    ) -> None:
        self.form.rebase(record)
        self.text.keep(blocks, revision)
        self._say(record)
        self._look()
        if not self._is_dirty:
            self.show_paper(self._uid)
        then()

    def _mark(self, error: RuleError) -> None:
        self._go_to(FRAME)
        self.form.mark(error.problems)

    def _say(self, record: T) -> None:
        self._title.setText(self._papers.title(record))
        self._line.setText(self._papers.line(record))

    def _go_to(self, place: str) -> None:
        is_frame = place == FRAME
        self._stack.setCurrentIndex(1 if is_frame else 0)
        if is_frame:
            self.outline.stand_on(FRAME)
            self._following.stand_at_top()
        if not is_frame and place:
            self.text.go_to(place)

    def _look(self) -> None:
        """Look at what is typed: is it another, which places has it."""
        if self._record is not None:
            self.outline.show_places(self.text.blocks())
            self._set_dirty(self.form.is_dirty or self.text.document().isModified())

    def _touched(self, *_what: Any) -> None:
        self._look_soon.start()
        self._following.draw_soon()

    def _set_dirty(self, on: bool) -> None:
        for button in (self._save, self._drop):
            button.setEnabled(on)
            button.setToolTip("" if on else "Không có gì chưa cất.")
        if on != self._is_dirty:
            self._is_dirty = on
            self.dirty_changed.emit(on)

    def _laying_out(self) -> following.Draw | None:
        if self._record is None or self.form.problems():
            return None
        record, blocks = self.draft()
        return lambda path, ticket: self._papers.lay_out(path, record, blocks, ticket)

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._line)
        self._line.setProperty("tone", "muted")
        self._title.setWordWrap(True)
        self._save.setProperty("main", True)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.GAP, sizes.SPACE, sizes.GAP, sizes.SPACE)
        foot.setSpacing(sizes.SPACE)
        foot.addStretch()
        foot.addWidget(self._save)
        foot.addWidget(self._drop)
        writing = QWidget()
        inner = QVBoxLayout(writing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bar)
        inner.addWidget(self.text)
        self._stack.addWidget(writing)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._stack)
        column.addLayout(foot)
        self.clear()

    def _listen(self) -> None:
        self.outline.chosen.connect(self._go_to)
        self.text.edited.connect(self._touched)
        self.form.edited.connect(self._touched)
        self.text.note_opened.connect(self._asking.open_note)
        self.text.placed_in.connect(self.outline.stand_on)
        self.text.placed_at.connect(self._following.stand_at)
        self.text.table_opened.connect(self._asking.open_table)
        self.bar.note_asked.connect(self._asking.ask_note)
        self.bar.table_asked.connect(self._asking.ask_table)
        self._save.clicked.connect(lambda: self.keep(self.text.setFocus))
        self._drop.clicked.connect(self.drop)
        self._desk.look.changed.connect(self._dress)

    def _dress(self) -> None:
        self._title.setFont(self._desk.look.font(sizes.TITLE_POINTS, bold=True))
