"""The rows of lists that came in and wait: what they say, why they wait, and taking them up."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.intake import WaitingRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.importing.values import KINDS
from thidua_desktop.services.listed.others import WAITING
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.papers.outgoing import EXCEL, PDF, WORD, Outgoing
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.safety.log_dialog import LogDialog
from thidua_desktop.ui.safety.log_list import Head, Line, LogList, line

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_HEADS = (
    Head("Tệp", 170),
    Head("Trang", 80),
    Head("Dòng", 44, right=True),
    Head("Loại", 120),
    Head("Nội dung", 300),
    Head("Vì sao chờ"),
)
_LEAD = (
    "Các dòng chưa nhập được của những lần nhập trước. Chúng nằm trong tệp cho tới khi được làm "
    "tiếp hoặc bỏ."
)
_NONE = "Không có dòng nào đang chờ."
_SHOWN_CELLS = 4
_WIDTH, _HEIGHT = 1040, 500


class WaitingDialog(LogDialog):
    """All waiting rows; `taken_up` holds those the officer goes on with once it is accepted."""

    def __init__(self, services: "Services", desk: Desk, why_not: str = "") -> None:
        """*why_not*: why nothing can be written in this file, "" when it can."""
        table = LogList("Các dòng chờ", _HEADS, desk.look, many=True)
        super().__init__("Dòng chờ xử lý", _LEAD, table, desk.look)
        self._services = services
        self._desk = desk
        self._why_not = why_not
        self.taken_up: list[str] = []
        self._out = Outgoing(desk, self)
        self.go_on = self.add_button("Làm tiếp", self._go_on, is_main=True)
        self.export = self.add_button("Xuất ra tệp…", self._export)
        self.export.setToolTip("Ghi các dòng đang chọn ra tệp, để hỏi lại nơi gửi")
        self.drop = self.add_button("Bỏ hẳn", self._ask_to_drop)
        self.add_button("Đóng", self.reject)
        self.search.setPlaceholderText("Tìm theo tên, tệp, lý do…")
        table.chosen_changed.connect(self._say)
        self.empty.say("Đang đọc…", icon="inbox")
        self.show_table(False)
        desk.look.size(self, _WIDTH, _HEIGHT)
        self._read()

    @classmethod
    def ask(cls, services: "Services", desk: Desk, then: Callable[[Sequence[str]], None]) -> None:
        """Show the waiting rows, and call *then* with those to go on with."""
        why = "Tệp đang mở chỉ để đọc." if services.file.is_read_only else ""
        dialog = cls(services, desk, why)
        is_accepted = desk.prompts.run(dialog)
        uids = dialog.taken_up
        dialog.deleteLater()
        if is_accepted and uids:
            then(uids)

    def _read(self, _changed: object = None) -> None:
        job = self._desk.read(lambda: [_line(row) for row in self._services.importing.waiting()])
        job.succeeded.connect(self._show)

    def _show(self, lines: list[Line]) -> None:
        self.empty.say(_NONE, icon="circle-check")
        self.table.show_lines(lines, self.search.text())
        self.show_table(bool(lines))
        self.table.selectAll()
        self.table.setFocus()

    def _say(self) -> None:
        count = len(self.table.chosen)
        can = bool(count) and not self._why_not
        words = f"Chọn {grouped(count)} / {grouped(self.table.total)} dòng." if count else ""
        self.said.setText(self._why_not or words)
        for button in (self.go_on, self.drop):
            button.setEnabled(can)
        self.export.setEnabled(bool(count))
        self.go_on.setText(f"Làm tiếp {grouped(count)} dòng" if count else "Làm tiếp")

    def _go_on(self) -> None:
        self.taken_up = list(self.table.chosen)
        self.accept()

    def _export(self) -> None:
        services, chosen = self._services, frozenset(self.table.chosen)

        def draw(path: Path, ticket: Ticket) -> None:
            rows = [row for row in services.importing.waiting() if row.uid in chosen]
            rows.sort(key=lambda row: (row.file, row.sheet, row.row))
            services.exporting.rows(path, WAITING, rows, len(rows), ticket=ticket)

        kinds = (EXCEL, PDF, WORD)
        self._out.save("Xuất dòng chờ xử lý", f"{WAITING.file}.xlsx", kinds, draw)

    def _ask_to_drop(self) -> None:
        uids = list(self.table.chosen)
        answer = self._desk.prompts.ask(
            f"Bỏ hẳn {grouped(len(uids))} dòng chờ?",
            (Choice("drop", "Bỏ hẳn"), Choice("keep", "Giữ lại")),
            "Hoàn tác (Ctrl+Z) lấy lại được.",
        )
        if answer == "drop":
            job = self._desk.write(lambda: self._services.importing.drop_waiting(uids))
            job.succeeded.connect(self._read)


def _line(row: WaitingRow) -> Line:
    cells = [str(cell) for cell in json.loads(row.cells) if str(cell).strip()]
    reasons = [str(one.get("reason", "")) for one in json.loads(row.problems)]
    told = (
        row.file,
        row.sheet,
        str(row.row),
        _begun(KINDS.get(row.kind, row.kind)),
        " · ".join(cells[:_SHOWN_CELLS]),
        "; ".join(filter(None, reasons)) or "Để lại",
    )
    return line(row.uid, told)


def _begun(words: str) -> str:
    """Return *words* as they stand at the beginning of a cell."""
    return words[:1].upper() + words[1:]
