"""A report issued, and taken up again: what is asked before, and what is written."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain import markup
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.reports import Report
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.reports.naming import title_of
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TO_WRITE = re.compile(r"\[[^\[\]]{3,}\]")
_WHOLE_DATE = len("2024-06-30")

ISSUED: tuple[Field, ...] = (
    Field("heading.number", "Số", lambda: LineEditor("", 24), needed=True),
    Field("heading.symbol", "Ký hiệu", lambda: LineEditor("", 24), tip="Ví dụ: BC-UBND"),
    Field("heading.date", "Ngày ký", DateEditor, needed=True),
    Field("heading.signer", "Người ký", LineEditor),
)


class Issuing(QObject):
    """Asks about the report that *page* shows and writes its state."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._page = page

    def issue(self, report: Report, blocks: Iterable[Block]) -> None:
        """Ask for number and date; from then on figures and text stay as they are."""
        if not self._is_written(blocks):
            return
        title = f"Ban hành {_small(title_of(report))}"
        dialog = FormDialog(
            title, "Ban hành", ISSUED, report, problems, self._desk.look, self._page
        )
        issued = dialog.answer(self._desk.prompts)
        if issued is not None:
            self._write(replace(issued, state="issued"), "Ban hành báo cáo")

    def reopen(self, report: Report) -> None:
        """Ask whether the figures of an issued report may be counted anew."""
        heading = report.heading
        number = "/".join(filter(None, (heading.number, heading.symbol)))
        said = f" số {number}" if number else ""
        said += f" ngày {show_date(heading.date)}" if heading.date else ""
        answer = self._desk.prompts.ask(
            f"Mở lại {_small(title_of(report))} để sửa?",
            (Choice("reopen", "Mở lại để sửa"), Choice("keep", "Giữ bản đã ban hành")),
            f"Báo cáo đã ban hành{said}. "
            "Khi mở lại, số liệu tính lại từ sổ và có thể khác bản đã ký. "
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "reopen":
            self._write(replace(report, state="draft"), "Mở lại báo cáo đã ban hành")

    def _is_written(self, blocks: Iterable[Block]) -> bool:
        """Ask when places of the outline are still to be written; say whether to go on."""
        count = sum(len(_TO_WRITE.findall(markup.plain(block.body))) for block in blocks)
        if not count:
            return True
        answer = self._desk.prompts.ask(
            f"Báo cáo còn {count} chỗ chưa viết, đang để trong ngoặc vuông [ ].",
            (
                Choice("stay", "Viết tiếp"),
                Choice("issue", "Vẫn ban hành"),
                Choice("leave", "Bỏ qua"),
            ),
        )
        return answer == "issue"

    def _write(self, report: Report, label: str) -> None:
        reports = self._services.reports
        job = self._desk.write(lambda: reports.save(report, label))
        job.on(RuleError, self._tell)

    def _tell(self, error: RuleError) -> None:
        words = "\n".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Báo cáo chưa thay đổi.")


def problems(report: Report) -> list[Problem]:
    """Return what an issued report still needs: its number and the whole day of signing."""
    found = []
    if not report.heading.number:
        found.append(Problem("heading.number", "Báo cáo ban hành phải có số."))
    if len(report.heading.date) != _WHOLE_DATE:
        found.append(Problem("heading.date", "Ngày ký phải đủ ngày, tháng, năm."))
    return found


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
