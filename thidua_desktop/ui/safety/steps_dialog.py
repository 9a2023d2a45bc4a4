"""All that was done in the file, by whom and when; the way back to a point. Knows no record."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import ChangedSince
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.safety.kept_rows import rows_words
from thidua_desktop.ui.safety.log_dialog import LogDialog
from thidua_desktop.ui.safety.log_list import Head, Line, LogList, line, moment

if TYPE_CHECKING:
    from thidua_desktop.services.history import History, Point, WentBack

_HEADS = (
    Head("Lúc", 118),
    Head("Người làm", 130),
    Head("Việc đã làm"),
    Head("Số dòng", 64, right=True),
    Head("Tình trạng", 96),
)
_MANY = 1_000  # Steps read at first; older ones are asked for.
_NAMED = 8  # Steps that the question names one by one.
_LEAD = (
    "Mọi lần sửa của tệp, mới nhất ở trên. Có thể đưa tệp về lúc vừa xong một bước; "
    "những bước bị hoàn tác vẫn làm lại được (Ctrl+Y)."
)
_READ_ONLY = "Tệp đang mở chỉ để đọc nên không hoàn tác được."
_UNDONE = "Bước này đã được hoàn tác."
_PASSED = "Không hoàn tác về đến bước này được; muốn về lúc ấy, hãy khôi phục từ bản sao lưu."


class StepsDialog(LogDialog):
    """The steps of a file; stays open while it goes back, so that one sees where one is."""

    def __init__(self, history: "History", desk: Desk, *, is_read_only: bool) -> None:
        table = LogList("Các bước đã làm", _HEADS, desk.look, many=False)
        super().__init__("Các bước đã làm", _LEAD, table, desk.look)
        self._history = history
        self._desk = desk
        self._is_read_only = is_read_only
        self._limit = _MANY
        self._points: Sequence[Point] = ()
        self.older = self.add_button("Xem các bước cũ hơn", self._read_older)
        self.back = self.add_button("Trở về sau bước này", self._ask, is_main=True)
        self.alone = self.add_button("Chỉ hoàn tác bước này", self._undo_alone)
        self.add_button("Đóng", self.reject)
        self.search.setPlaceholderText("Tìm theo việc, người làm, ngày…")
        table.chosen_changed.connect(self._say)
        self.empty.say("Đang đọc…", icon="history")
        self.show_table(False)
        self._read()

    def _read(self) -> None:
        job = self._desk.read(lambda: _read(self._history, self._limit))
        job.succeeded.connect(self._show)

    def _read_older(self) -> None:
        self._limit *= 10
        self._read()

    def _show(self, read: "tuple[Sequence[Point], Sequence[Line]]") -> None:
        self._points, lines = read
        self.older.setVisible(len(lines) >= self._limit)
        self.table.show_lines(lines, self.search.text())
        self.show_table(bool(lines))
        self.table.setFocus()

    def _say(self) -> None:
        """Say what going back to the chosen step takes with it, or why it cannot be done."""
        chosen = self._chosen
        why_not = _why_not(chosen, is_read_only=self._is_read_only)
        if chosen and not why_not:
            why_not = "" if chosen.later else "Đây là bước cuối cùng; tệp đang ở lúc này."
        self.back.setEnabled(bool(chosen and not why_not))
        self.alone.setEnabled(bool(chosen and self._can_be_undone(chosen)))
        taken = self._taken(chosen) if chosen and not why_not else []
        rows = sum(point.step.rows for point in taken)
        going = f"Trở về đây hoàn tác {len(taken)} bước, {grouped(rows)} dòng."
        self.said.setText(going if taken else why_not)
        self.back.setToolTip(self.said.text())

    @property
    def _chosen(self) -> "Point | None":
        return next(iter(self.table.chosen), None)

    def _taken(self, chosen: "Point") -> "list[Point]":
        """Return the steps that going back to *chosen* undoes, the newest first."""
        standing = [point for point in self._points if point.later is not None]
        later = [point for point in standing if (point.later or 0) < (chosen.later or 0)]
        return sorted(later, key=lambda point: point.later or 0)

    def _can_be_undone(self, point: "Point") -> bool:
        return not _why_not(point, is_read_only=self._is_read_only) and point.is_undoable

    def _ask(self) -> None:
        chosen = self._chosen
        if not chosen or not chosen.later:
            return
        taken = self._taken(chosen)
        labels = [f"• {moment(point.step.at)}  {point.step.label}" for point in taken[:_NAMED]]
        if len(taken) > _NAMED:
            labels.append(f"… và {len(taken) - _NAMED} bước khác")
        answer = self._desk.prompts.ask(
            f"Hoàn tác {len(taken)} bước làm sau “{chosen.step.label}”?",
            (Choice("back", f"Hoàn tác {len(taken)} bước"), Choice("leave", "Để nguyên")),
            "\n".join(labels),
        )
        if answer == "back":
            self._go_back(chosen, confirmed=False)

    def _go_back(self, to: "Point", *, confirmed: bool) -> None:
        self._be_busy()
        job = self._desk.write_long(
            lambda ticket: self._history.go_back(to.step.uid, ticket, confirmed=confirmed),
            "Đang trở về bước đã chọn",
        )
        job.succeeded.connect(while_here(self, partial(self._went_back, to)))
        job.failed.connect(self._read)

    def _went_back(self, to: "Point", went: "WentBack") -> None:
        self._read()
        if went.blocked and self._asked_to_keep(went.blocked, went.done):
            self._go_back(to, confirmed=True)

    def _undo_alone(self) -> None:
        if chosen := self._chosen:
            self._be_busy()
            job = self._desk.write(lambda: self._history.undo(chosen.step.uid))
            job.on(ChangedSince, partial(self._ask_alone, chosen))
            job.finished.connect(self._read)

    def _ask_alone(self, point: "Point", blocked: ChangedSince) -> None:
        if self._asked_to_keep(blocked, 0):
            job = self._desk.write(lambda: self._undo_confirmed(point))
            job.finished.connect(self._read)

    def _undo_confirmed(self, point: "Point") -> Changed:
        return self._history.undo(point.step.uid, confirmed=True)

    def _asked_to_keep(self, blocked: ChangedSince, done: int) -> bool:
        """Ask whether rows changed since are left as they are and the rest is undone."""
        so_far = f"Đã hoàn tác {done} bước. " if done else ""
        answer = self._desk.prompts.ask(
            f"{so_far}{blocked.what} Giữ nguyên các dòng ấy và hoàn tác phần còn lại?",
            (Choice("rest", "Hoàn tác phần còn lại"), Choice("leave", "Dừng ở đây")),
            rows_words(blocked),
        )
        return answer == "rest"

    def _be_busy(self) -> None:
        for button in (self.back, self.alone):
            button.setEnabled(False)
        self.said.setText("Đang hoàn tác…")


def _read(history: "History", limit: int) -> "tuple[Sequence[Point], Sequence[Line]]":
    points = history.points(limit)
    return points, [_line(point) for point in points]


def _line(point: "Point") -> Line:
    step = point.step
    state = "Đã hoàn tác" if step.undone else ""
    cells = (moment(step.at), step.who, step.label, grouped(step.rows), state)
    return line(point, cells, is_faint=step.undone)


def _why_not(point: "Point | None", *, is_read_only: bool) -> str:
    """Return why the file cannot go back to *point*, "" when it can."""
    if point is None:
        return ""
    if is_read_only:
        return _READ_ONLY
    if point.step.undone:
        return _UNDONE
    return "" if point.later is not None else _PASSED
