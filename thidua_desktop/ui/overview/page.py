"""The first tab: what is due and late, what the year counts, how safe the file is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.nominations import STATES as NOMINATION_STATES
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.plans import TaskRow
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.domain.reports import STATES as REPORT_STATES
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.overview.card import Card
from thidua_desktop.ui.overview.counted import SOON, Overview, overview
from thidua_desktop.ui.page import Page

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_LATER_SHOWN = 4
_OLD_BACKUP = 7  # Days after which a backup is told in amber.
_TABLES = ("office", "plan", "plan_task", "task_unit", "nomination", "award", "report", "decision")


def make(services: "Services", desk: Desk) -> "OverviewPage":
    """Return the tab over *services*."""
    return OverviewPage(services, desk)


class OverviewPage(Page):
    """Numbers and days as they are now; asked again when something of theirs changed."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._desk = desk
        self._year: int | None = None
        self._turn = 0
        self._title, self._line = QLabel(), QLabel()
        self.due = Card("Việc theo kế hoạch", desk.look)
        self.awards = Card("Khen thưởng", desk.look)
        self.nominations = Card("Đề nghị khen thưởng", desk.look)
        self.reports = Card("Báo cáo", desk.look)
        self.safety = Card("An toàn dữ liệu", desk.look)
        self._lay_out()
        desk.bus.changed.connect(self._hear)
        desk.look.changed.connect(self.reload)
        self.reload()

    def set_year(self, year: int | None) -> None:
        if year != self._year:
            self._year = year
            self.reload()

    def reload(self) -> None:
        self._turn += 1
        turn, year = self._turn, self._year
        job = self._desk.read(lambda: (turn, overview(self._services, year)))
        job.succeeded.connect(self._show)

    def _show(self, answer: tuple[int, Overview]) -> None:
        turn, now = answer
        if turn != self._turn:
            return
        self._title.setText(now.office.name or "Cơ quan chưa có tên")
        sample = " · Tệp mẫu: người và số liệu đặt ra" if now.office.is_sample else ""
        self._line.setText(f"Năm {now.year} · Hôm nay {show_date(now.today.isoformat())}{sample}")
        self._show_due(now)
        self._show_awards(now)
        self._show_nominations(now)
        self._show_reports(now)
        self._show_safety(now)

    def _show_due(self, now: Overview) -> None:
        counts = (
            f"{len(now.late)} quá hạn, {len(now.soon)} trong {SOON} ngày tới, {now.done} đã xong"
        )
        self.due.show_title(f"Việc theo kế hoạch năm {now.year}: {counts}")
        lines = [(_due(task), _task(task), "red") for task in now.late]
        lines += [(_due(task), _task(task), "amber") for task in now.soon]
        lines += [(_due(task), _task(task), "muted") for task in now.later[:_LATER_SHOWN]]
        if rest := len(now.later) - _LATER_SHOWN:
            lines += [("", f"… và {rest} việc sau đó", "muted")] if rest > 0 else []
        if lines:
            self.due.show_lines(lines)
        elif now.has_plan:
            self.due.show_words("Mọi việc của kế hoạch đã xong.")
        else:
            self.due.show_title(f"Việc theo kế hoạch năm {now.year}")
            self.due.show_words(
                f"Chưa có kế hoạch năm {now.year}. Lập hoặc nhập kế hoạch ở thẻ Kế hoạch (Ctrl+2)."
            )

    def _show_awards(self, now: Overview) -> None:
        self.awards.show_title(f"Khen thưởng quyết định trong năm {now.year}")
        if now.awards:
            has_homes = any(row.households != "00" for row in now.awards)
            heads = ["Cấp", "Tập thể", "Lượt cá nhân", "Hộ gia đình"]
            rows = [
                [LEVELS[row.level], row.collectives, row.people, row.households]
                for row in now.awards
            ]
            width = 4 if has_homes else 3
            self.awards.show_rows(heads[:width], [row[:width] for row in rows])
        else:
            self.awards.show_words(f"Sổ chưa có khen thưởng nào quyết định trong năm {now.year}.")

    def _show_nominations(self, now: Overview) -> None:
        total = sum(count for _state, count in now.nominations)
        self.nominations.show_title(f"Đề nghị khen thưởng năm {now.year}: {grouped(total)}")
        rows = [[NOMINATION_STATES[state], grouped(count)] for state, count in now.nominations]
        if rows:
            self.nominations.show_rows((), rows)
        else:
            self.nominations.show_words("Chưa có đề nghị nào.")

    def _show_reports(self, now: Overview) -> None:
        self.reports.show_title(f"Báo cáo năm {now.year}")
        lines = [
            (
                REPORT_STATES.get(one.state, one.state),
                one.heading.subject or "Chưa có trích yếu",
                "muted",
            )
            for one in now.reports
        ]
        if lines:
            self.reports.show_lines(lines)
        else:
            self.reports.show_words("Chưa có báo cáo nào. Lập báo cáo ở thẻ Báo cáo (Ctrl+6).")

    def _show_safety(self, now: Overview) -> None:
        if now.backup is None:
            backup = ("Chưa sao lưu", "Chưa có bản sao lưu nào; chọn Tệp → Sao lưu.", "amber")
        else:
            days = (now.today - now.backup.date()).days
            when = f"Bản gần nhất lúc {now.backup:%H:%M} ngày {now.backup:%d/%m/%Y}."
            tone = "amber" if days > _OLD_BACKUP else "green"
            backup = ("Đã sao lưu" if days <= _OLD_BACKUP else f"{days} ngày trước", when, tone)
        self.safety.show_lines([backup, ("Tệp", str(now.path), "muted")])

    def _hear(self, changed: Changed) -> None:
        if changed.touches(*_TABLES):
            self.reload()

    def _lay_out(self) -> None:
        self._title.setFont(self._desk.look.font(sizes.TITLE_POINTS, bold=True))
        self._line.setProperty("tone", "muted")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(sizes.GROUP, sizes.GAP, sizes.GROUP, sizes.GROUP)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(sizes.SPACE)
        sides = QHBoxLayout()
        sides.setSpacing(sizes.GROUP)
        sides.addLayout(_stack(self.due, self.reports), 3)
        sides.addLayout(_stack(self.awards, self.nominations, self.safety), 2)
        column.addLayout(sides)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Tổng quan")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(scroll)


def _stack(*cards: Card) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(sizes.GROUP)
    for card in cards:
        column.addWidget(card)
    column.addStretch()
    return column


def _due(task: TaskRow) -> str:
    day = show_date(task.due) if task.due else "Chưa có hạn"
    return f"{day} (suy ra)" if task.due and task.is_due_derived else day


def _task(task: TaskRow) -> str:
    words = " ".join(task.text.split())
    return f"{words} — {task.units}" if task.units else words
