"""The page of people and units that may stand twice."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.duplicates import STRENGTHS, Pair
from thidua_desktop.domain.errors import Cancelled, RuleError
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.duplicates import Side
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.duplicates.bars import Bars
from thidua_desktop.ui.directory.duplicates.choosing import Two, fields, problems
from thidua_desktop.ui.directory.duplicates.comparing import Comparison
from thidua_desktop.ui.directory.duplicates.lines import (
    APART,
    CHOSEN,
    HEADS,
    mergeable,
    pair_line,
)
from thidua_desktop.ui.directory.duplicates.many_dialog import ManyDialog, Planned
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.safety.log_list import Line, LogList
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.reading_only import why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TABLES = {"person": "Cá nhân", "unit": "Đơn vị"}
_LABELS = {"person": "Tìm người có thể trùng", "unit": "Tìm đơn vị có thể trùng"}
_OWN = ("person", "unit", "not_duplicate")
_TOP, _BELOW = 200, 300


def make(services: "Services", desk: Desk) -> "DuplicatesPage":
    """Return the page over *services*."""
    return DuplicatesPage(services, desk)


class Found(NamedTuple):
    """What a search brought, a line a pair: those that may be one, and those told apart."""

    turn: int
    lines: Sequence[Line]
    apart: Sequence[Line]


class DuplicatesPage(Page):
    """Pairs above, the chosen one side by side below; looked for when the page is first seen."""

    searches = True
    has_years = False

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._duplicates = services.duplicates
        self._why_read_only = why_not(services.file.is_read_only)
        self.desk = desk
        self._turn = 0
        self._is_stale = True
        self._is_searching = False
        self._text = ""
        self._wanted = ""
        self._lines: Sequence[Line] = ()
        self._chosen: list[Line] = []
        self._apart: Sequence[Line] = ()
        self.which, self.level = QComboBox(), QComboBox()
        self.list = LogList("Các cặp có thể trùng", HEADS, desk.look, many=True)
        self.comparison = Comparison(desk.look)
        self._count = QLabel()
        self._empty = EmptyState(desk.look)
        self._stack = QStackedWidget()
        self.bars = Bars(desk.actions)
        self._lay_out()
        self._listen()

    def offers(self) -> Mapping[str, Offer]:
        chosen = self.list.chosen
        none = "" if chosen else "Hãy chọn một cặp trước."
        two = none or ("" if self.comparison.is_showing else "Chưa đọc xong hai bản ghi.")
        no_pairs = "" if self._lines else "Chưa có cặp nào để gộp."
        why = self._why_read_only
        return {
            "merge": Offer(self.merge, why or two),
            "swap_master": Offer(self.comparison.swap, two),
            "tell_apart": Offer(self.tell_apart, why or none),
            "merge_many": Offer(self.merge_many, why or no_pairs),
            "compare_two": Offer(self.compare_two),
        }

    def chosen_words(self) -> str:
        count = len(self.list.shown)
        return f"Chọn {grouped(len(self.list.chosen))} / {grouped(count)} cặp" if count else ""

    def search(self, text: str) -> None:
        self._text = text
        self._narrow()

    def reload(self) -> None:
        """Look for duplicates again."""
        self._is_stale = False
        self._is_searching = True
        self._turn += 1
        turn, table, duplicates = self._turn, self._table, self._duplicates

        def work(ticket: Ticket) -> Found:
            found, apart = duplicates.find(table, ticket), duplicates.apart(table)
            return Found(turn, list(map(pair_line, found)), list(map(pair_line, apart)))

        self._count.setText("Đang tìm…")
        job = self.desk.paper(work, _LABELS[table])
        job.succeeded.connect(self._show_found)
        job.on(Cancelled, self._stopped)

    def merge(self) -> None:
        """Make one record of the two that are compared, as they are chosen."""
        join = self.comparison.join()
        if join is not None:
            pairs = self.list.chosen[:1]
            job = self.desk.write(lambda: self._duplicates.merge(join))
            job.on(RuleError, self._tell)
            job.succeeded.connect(while_here(self, lambda _changed: self._settled(pairs)))

    def tell_apart(self) -> None:
        """Remember that the chosen pairs are not the same, or forget that they are not."""
        pairs, duplicates = self.list.chosen, self._duplicates
        if self._shows_apart:
            job = self.desk.write(lambda: duplicates.take_back(pairs))
        else:
            job = self.desk.write(lambda: duplicates.tell_apart(pairs))
        job.succeeded.connect(while_here(self, lambda _changed: self._settled(pairs)))

    def merge_many(self) -> None:
        """Show what merging many pairs would do, then do it."""
        duplicates, table = self._duplicates, self._table

        def plan(pairs: Sequence[Pair]) -> Planned:
            joins = duplicates.plan(table, pairs)
            return Planned(joins, duplicates.told(joins))

        chosen = [] if self._shows_apart else self.list.chosen
        dialog = ManyDialog(mergeable(self._lines, chosen), plan, self.desk, self)
        joins = dialog.answer(self.desk.prompts)
        if joins:
            self._wanted = ""
            job = self.desk.write_long(
                lambda ticket: duplicates.merge_many(joins, ticket), "Gộp bản ghi trùng"
            )
            job.on(RuleError, self._tell)

    def compare_two(self) -> None:
        """Ask for any two records and compare them."""
        table, duplicates = self._table, self._duplicates
        dialog = FormDialog(
            "So hai bản ghi",
            "So",
            fields(self._services, table, self.desk),
            Two(),
            problems,
            self.desk.look,
            self,
        )
        two = dialog.answer(self.desk.prompts)
        if two is not None:
            job = self.desk.read(lambda: duplicates.pair(table, two.first or "", two.second or ""))
            job.on(KeyError, self._gone)
            job.succeeded.connect(self._add_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    @property
    def _table(self) -> str:
        return str(self.which.currentData())

    @property
    def _shows_apart(self) -> bool:
        return bool(self.level.currentData() == APART)

    def _show_found(self, found: Found) -> None:
        if found.turn == self._turn:
            self._is_searching = False
            self._lines, self._apart = found.lines, found.apart
            self._narrow()

    def _stopped(self, _error: Cancelled) -> None:
        self._is_searching = False
        self._is_stale = True
        self._say("Đã dừng tìm.", "Tìm lại")

    def _narrow(self) -> None:
        """Show the pairs of the level chosen that have the words sought, the one wanted chosen."""
        at, here = self.list.currentIndex().row(), [pair.key for pair in self.list.chosen[:1]]
        if self._shows_apart:
            self.list.show_lines(self._apart, self._text)
        else:
            lines = [*self._chosen, *self._lines]
            self.list.show_lines(lines, self._text, self.level.currentData())
        rows = {each.key.key: row for row, each in enumerate(self.list.shown)}
        if rows:
            known = [rows[key] for key in (self._wanted, *here) if key in rows]
            self.list.stand_on(known[0] if known else min(max(at, 0), len(rows) - 1))
            self._wanted = "" if self._wanted in rows else self._wanted
            self._stack.setCurrentIndex(1)
        else:
            self._say(*self._nothing())
        self._say_count()

    def _nothing(self) -> tuple[str, str]:
        if self._is_searching:
            return "Đang tìm…", ""
        if self._shows_apart:
            return "Chưa ghi cặp nào là không phải trùng.", ""
        if self._lines:
            return "Không có cặp nào như vậy.", ""
        one = "người" if self._table == "person" else "đơn vị"
        return f"Không thấy {one} nào có thể trùng.", "Tìm lại"

    def _say(self, words: str, button: str) -> None:
        self._empty.say(words, button, self.reload, "circle-check")
        self._stack.setCurrentIndex(0)
        self.comparison.clear()
        self._say_count()

    def _say_count(self) -> None:
        shown = self.list.shown if self._stack.currentIndex() else ()
        self._count.setText("" if self._is_searching else f"{grouped(len(shown))} cặp")

    def _choose(self) -> None:
        """Compare the pair that is chosen, the first of several."""
        self.chosen.emit(self.chosen_words())
        chosen = self.list.chosen
        if not chosen:
            self.comparison.clear()
            return
        pair, duplicates = chosen[0], self._duplicates
        job = self.desk.read(
            lambda: (pair, duplicates.sides(pair.table, [pair.first, pair.second]))
        )
        job.succeeded.connect(self._compare)

    def _compare(self, answer: tuple[Pair, list[Side]]) -> None:
        pair, sides = answer
        chosen = self.list.chosen
        if not chosen or chosen[0] != pair:
            return
        if len(sides) < 2:
            self.comparison.clear()
            return
        first, second = sorted(sides, key=lambda side: -len(side.awards))
        self.comparison.show_sides(pair.table, (first, second))

    def _settled(self, pairs: Sequence[Pair]) -> None:
        """Go on to the next pair at once; what else changed is being looked for meanwhile."""
        gone = {pair.key for pair in pairs}
        self._wanted = pairs[0].key  # An undo brings it back, and the officer to it.
        self._lines = [each for each in self._lines if each.key.key not in gone]
        self._chosen = [each for each in self._chosen if each.key.key not in gone]
        self._apart = [each for each in self._apart if each.key.key not in gone]
        self._narrow()

    def _add_chosen(self, pair: Pair) -> None:
        self._chosen = [pair_line(pair, CHOSEN), *self._chosen]
        self._wanted = pair.key
        self.level.setCurrentIndex(0)
        self._narrow()

    def _gone(self, _error: KeyError) -> None:
        self.desk.prompts.tell("Một trong hai bản ghi không còn trong tệp.")

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self.desk.prompts.tell(words, "Chưa gộp gì; mọi bản ghi được giữ nguyên.")

    def _hear(self, changed: Changed) -> None:
        if changed.touches(*_OWN):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    def _turn_table(self) -> None:
        self._lines, self._apart, self._chosen = (), (), []
        self.reload()
        self._narrow()

    def _turn_level(self) -> None:
        self.bars.call("tell_apart", "Bỏ ghi này" if self._shows_apart else APART)
        self._narrow()

    def _listen(self) -> None:
        self.list.chosen_changed.connect(self._choose)
        self.comparison.changed.connect(self.offers_changed)
        self.offers_changed.connect(self._offer)
        self.which.currentIndexChanged.connect(self._turn_table)
        self.level.currentIndexChanged.connect(self._turn_level)
        self.desk.bus.changed.connect(self._hear)
        self.desk.look.changed.connect(self._dress)

    def _offer(self) -> None:
        self.bars.offer(self.offers())

    def _dress(self) -> None:
        """Take heights and widths of the present scale."""
        px = self.desk.look.px
        self.list.verticalHeader().setDefaultSectionSize(px(sizes.ROW))
        for section, head in enumerate(HEADS):
            if head.width:
                self.list.setColumnWidth(section, px(head.width))

    def _lay_out(self) -> None:
        for table, words in _TABLES.items():
            self.which.addItem(words, table)
        self.level.addItem("Mọi khả năng", "")
        for words in (*STRENGTHS.values(), APART):
            self.level.addItem(words, words)
        self.which.setAccessibleName("Tìm trong")
        self.level.setAccessibleName("Khả năng")
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.comparison)
        split.setHandleWidth(sizes.SPACE)
        split.setChildrenCollapsible(False)
        split.setSizes([self.desk.look.px(_TOP), self.desk.look.px(_BELOW)])
        self._stack.addWidget(self._empty)
        self._stack.addWidget(split)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.SPACE, sizes.SPACE, sizes.SPACE, sizes.SPACE)
        column.setSpacing(sizes.SPACE)
        column.addLayout(self.bars.head((self.which, self.level, self._count)))
        column.addWidget(self._stack, 1)
        column.addLayout(self.bars.foot())
        self.setFocusProxy(self.list)
        self._offer()
