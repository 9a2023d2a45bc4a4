"""The dialog of merging, splitting, renaming and closing: what is asked left, what comes right."""

from collections.abc import Mapping, Sequence, Set
from typing import Any, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.lineage import is_over, meant
from thidua_desktop.domain.reorganising import KINDS, Change, Foreseen, Heir, Moves
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.foreseen import as_html
from thidua_desktop.ui.directory.units.unit_lines import Named, UnitLines
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.suggestions import Suggest
from thidua_desktop.ui.widgets.value_editors import DateEditor

_PAUSE = 250  # Milliseconds after a key before the preview is asked for.
_TITLES = {
    "merge": "Sáp nhập các đơn vị ở trái thành một đơn vị mới, hay vào một đơn vị có sẵn.",
    "split": "Chia một đơn vị thành nhiều, hay tách một phần ra thành đơn vị mới.",
    "rename": "Đơn vị mang tên cũ kết thúc, đơn vị mang tên mới kế thừa; sổ cũ giữ tên cũ.",
    "close": "Đơn vị thôi hoạt động. Đơn vị nhận việc phải có sẵn trong danh mục; có thể để trống.",
}


class Reorganises(Protocol):
    """What changes units, and tells first what would come of it."""

    def foresee(self, changes: Sequence[Change], moves: Moves) -> Foreseen:
        """Return what would come of *changes*."""

    def carry_out(self, changes: Sequence[Change], moves: Moves) -> Changed:
        """Store *changes* as one step; RuleError names what stands in the way."""


class ReorganisingDialog(QDialog):
    """Begins with *kind* and the units *ends*; accepted, the change is in the file.

    *units* has all units by uid; *suggest* proposes them.
    """

    def __init__(
        self,
        kind: str,
        ends: Sequence[Unit],
        units: Mapping[str, Unit],
        suggest: Suggest,
        service: Reorganises,
        desk: Desk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sắp xếp đơn vị")
        self._units = units
        self._by_name: dict[str, list[Unit]] = {}
        for unit in units.values():
            self._by_name.setdefault(fold(unit.name), []).append(unit)
        self._service = service
        self._desk = desk
        self._turn = 0
        self._is_touched = False
        self.seen = Foreseen()
        self.kind = QComboBox()
        self.ends = UnitLines("Đơn vị", suggest, desk)
        self.heirs = UnitLines("Đơn vị kế thừa", suggest, desk, has_code=True)
        self.date, self.basis = DateEditor(), LineEditor("số, ngày của nghị quyết, quyết định")
        self.stays = QCheckBox("Đơn vị cũ vẫn hoạt động (chỉ tách một phần)")
        self.people = QCheckBox("người và hộ gia đình")
        self.nominations = QCheckBox("đề nghị chưa quyết định")
        self.below = QCheckBox("đơn vị trực thuộc")
        self.to = QComboBox()
        self.preview, self._words, self._trouble = QTextBrowser(), QLabel(), QLabel()
        self.keep = QPushButton("Ghi vào danh mục")
        self._new: dict[str, Unit] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._fill(kind, ends)
        self._follow_kind()
        self._listen()
        self.date.setFocus()

    @property
    def change(self) -> Change:
        """Return what is asked for."""
        kind = str(self.kind.currentData())
        named = [self._known(each) for each in self.ends.value()]
        ends = tuple(unit for unit in named if unit)
        return Change(
            kind=kind,
            ends=ends,
            heirs=tuple(self._heir(each, ends) for each in self.heirs.value()),
            date=self.date.value(),
            basis=self.basis.value(),
            stays=kind == "split" and self.stays.isChecked(),
            to=str(self.to.currentData() or ""),
        )

    @property
    def moves(self) -> Moves:
        """Return what is to move along."""
        return Moves(
            people=self.people.isChecked(),
            nominations=self.nominations.isChecked(),
            units=self.below.isChecked(),
        )

    def accept(self) -> None:
        """Store the change, then close; what stands in the way is said, and nothing is stored."""
        change, moves = self.change, self.moves
        job = self._desk.write(lambda: self._service.carry_out([change], moves))
        job.on(RuleError, self._refused)
        job.succeeded.connect(self._done)

    def _done(self, _changed: Changed) -> None:
        super().accept()

    def _refused(self, error: RuleError) -> None:
        self._say_troubles(error.problems)

    def _heir(self, named: Named, ends: Sequence[Unit]) -> Heir:
        """Return the unit that is there already, or one that begins, made once for each name."""
        known = self._known(named, {unit.uid for unit in ends})
        if known:
            return Heir(unit=known, is_new=False)
        first = ends[0] if ends else Unit()
        made = self._new.setdefault(named.name, Unit(name=named.name))
        unit = Unit(
            uid=made.uid,
            name=named.name,
            kind=first.kind,
            parent_uid=first.parent_uid,
            code=named.code,
        )
        return Heir(unit=unit)

    def _known(self, named: Named, without: Set[str] = frozenset()) -> Unit | None:
        """Return the unit chosen, or else the one at work on that day that is called so."""
        if named.uid:
            return None if named.uid in without else self._units[named.uid]
        called = self._by_name.get(fold(named.name), ())
        there = [unit for unit in called if unit.uid not in without]
        found = meant(there, self.date.value())
        return found if found and not is_over(found, self.date.value()) else None

    def _fill(self, kind: str, ends: Sequence[Unit]) -> None:
        for name, words in KINDS.items():
            self.kind.addItem(words, name)
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.ends.show_units([Named(unit.name, unit.uid) for unit in ends])
        self.heirs.show_units([])
        for tick in (self.people, self.nominations, self.below):
            tick.setChecked(True)

    def _follow_kind(self) -> None:
        kind = str(self.kind.currentData())
        self.stays.setVisible(kind == "split")
        self._words.setText(_TITLES[kind])
        self._ask_soon()

    def _touch(self, *_said: Any) -> None:
        self._is_touched = True
        self._ask_soon()

    def _ask_soon(self) -> None:
        self._turn += 1
        self.keep.setEnabled(False)
        self._show_targets()
        self._pause.start()

    def _show_targets(self) -> None:
        """Offer the heirs as places to move to; it matters only where there are several."""
        was = self.to.currentData()
        heirs = [heir.unit for heir in self.change.heirs]
        self.to.blockSignals(True)
        self.to.clear()
        self.to.addItem("(không chuyển)", "")
        for unit in heirs:
            self.to.addItem(unit.name, unit.uid)
        self.to.setCurrentIndex(max(self.to.findData(was), 0))
        self.to.blockSignals(False)
        is_open = len(heirs) > 1 or (self.stays.isChecked() and bool(heirs))
        self.to.setVisible(is_open)
        self._to_words.setVisible(is_open)

    def _ask(self) -> None:
        turn, change, moves = self._turn, self.change, self.moves
        job = self._desk.read(lambda: (turn, self._service.foresee([change], moves)))
        job.succeeded.connect(self._show)

    def _show(self, answer: tuple[int, Foreseen]) -> None:
        turn, seen = answer
        if turn == self._turn:
            self.seen = seen
            self.preview.setHtml(as_html(seen, self._desk.look))
            self._say_troubles(seen.problems)

    def _say_troubles(self, problems: Sequence[Problem]) -> None:
        unknown = [each.name for each in self.ends.value() if not self._known(each)]
        words = [f"Danh mục không có đơn vị “{name}”; hãy chọn trong gợi ý." for name in unknown]
        words += [problem.text for problem in problems]
        self._trouble.setText("\n".join(dict.fromkeys(words)))
        self._trouble.setVisible(bool(words) and self._is_touched)
        self.keep.setEnabled(not words)
        self.keep.setToolTip(words[0] if words else "Ghi thành một bước, hoàn tác được")

    def _listen(self) -> None:
        self._pause.timeout.connect(self._ask)
        self.kind.currentIndexChanged.connect(self._follow_kind)
        for lines in (self.ends, self.heirs):
            lines.changed.connect(self._touch)
        for editor in (self.date, self.basis):
            editor.changed.connect(self._touch)
        for tick in (self.stays, self.people, self.nominations, self.below):
            tick.toggled.connect(self._touch)
        self.to.currentIndexChanged.connect(self._touch)

    def _lay_out(self) -> None:
        look = self._desk.look
        self._words.setWordWrap(True)
        self._words.setProperty("tone", "muted")
        self._trouble.setWordWrap(True)
        self._trouble.setProperty("tone", "red")
        self.preview.setAccessibleName("Xem trước")
        self.preview.setProperty("field", True)
        self.preview.document().setDocumentMargin(sizes.GAP)
        self.preview.setTabChangesFocus(True)
        across = QHBoxLayout()
        across.setSpacing(sizes.GROUP)
        across.addWidget(self._scrolled(self._asking()), 5)
        across.addWidget(self.preview, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.GAP, sizes.GAP, sizes.GAP, sizes.GAP)
        column.setSpacing(sizes.SPACE)
        column.addWidget(self._words)
        column.addLayout(across, 1)
        column.addWidget(self._trouble)
        hint = "Cả việc này là một bước, hoàn tác được."
        column.addLayout(dialog_foot(self, self.keep, hint))
        look.size(self, 880, 500)

    def _scrolled(self, rows: QVBoxLayout) -> QScrollArea:
        """Return *rows* in an area to scroll: many units, large letters, a low screen."""
        page, area = QWidget(), QScrollArea()
        rows.setContentsMargins(0, 0, sizes.SPACE, 0)
        page.setLayout(rows)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _asking(self) -> QVBoxLayout:
        rows = QFormLayout()
        rows.setHorizontalSpacing(sizes.GAP)
        rows.setVerticalSpacing(sizes.SPACE)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.kind.setAccessibleName("Việc")
        self.date.call("Có hiệu lực từ ngày", "Ngày đầu tiên của đơn vị mới")
        self.basis.call("Căn cứ", "Văn bản mà việc sắp xếp dựa vào")
        self.to.setAccessibleName("Chuyển về đơn vị")
        self._to_words = QLabel("Chuyển &về")
        self._to_words.setBuddy(self.to)
        rows.addRow("&Việc", self.kind)
        rows.addRow("&Từ ngày", self.date)
        rows.addRow("&Căn cứ", self.basis)
        rows.addRow("Đơn vị", self.ends)
        rows.addRow("", self.stays)
        rows.addRow("Kế thừa", self.heirs)
        rows.addRow("Chuyển theo", self._ticks())
        rows.addRow(self._to_words, self.to)
        column = QVBoxLayout()
        column.addLayout(rows)
        column.addStretch()
        return column

    def _ticks(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for tick in (self.people, self.nominations, self.below):
            column.addWidget(tick)
        return column
