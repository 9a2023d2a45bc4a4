"""Looks through the file for who meets a title, and puts those chosen forward."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import Cancelled, RuleError
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.checking.values import Eligible
from thidua_desktop.ui.checks.eligible_dialog import EligibleDialog
from thidua_desktop.ui.checks.seeking import Sought, sought
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.widgets.reading_only import why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class Into(NamedTuple):
    """The dossier that new nominations go to: its uid and what it is called; "" for none."""

    uid: str = ""
    words: str = ""


class EligibleDoor(QObject):
    """The way from a list of nominations to who could be in it; *page* is the window below."""

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk

    def begin(self, year: int | None, into: Into) -> None:
        """Ask for a title of *year*, this year where it is None, and show who meets it."""
        office = self._services.office
        job = self._desk.read(lambda: (year or office.year(), office.get().level, into))
        job.succeeded.connect(self._open)

    def _open(self, asked: tuple[int, str, Into]) -> None:
        year, level, into = asked
        laws, desk = self._services.laws, self._desk
        why = why_not(self._services.file.is_read_only)
        dialog = EligibleDialog(
            lambda kind, of_year: sought(laws, kind, of_year, level),
            year,
            into.words,
            why,
            desk.look,
        )
        dialog.seek_asked.connect(lambda wanted, of_year: self._seek(dialog, wanted, of_year))
        dialog.propose_asked.connect(partial(self._propose, dialog, into))
        dialog.past_asked.connect(self._show_past)
        out = Outgoing(desk, dialog)
        dialog.export_asked.connect(lambda: self._export(dialog, out))
        desk.bus.wanted.connect(dialog.reject)  # What is wanted is seen in the window below.
        desk.prompts.run(dialog)
        dialog.deleteLater()

    def _seek(self, dialog: EligibleDialog, wanted: Sought, year: int) -> None:
        checks = self._services.checks
        job = self._desk.jobs.start(
            lambda ticket: checks.eligible(wanted.title, wanted.kind, year, ticket), "paper"
        )
        job.on(Cancelled, while_here(dialog, lambda _cancelled: dialog.stop()))
        job.succeeded.connect(while_here(dialog, dialog.show_found))
        dialog.rejected.connect(job.cancel)
        dialog.follow(job)

    def _show_past(self, one: Eligible) -> None:
        self._desk.bus.past_wanted.emit(one.name, one.person_uid or one.unit_uid or "")

    def _propose(self, dialog: EligibleDialog, into: Into, chosen: Sequence[Eligible]) -> None:
        if dialog.asked is None:
            return
        wanted, year = dialog.asked
        nominations, taken = self._services.nominations, {one.checked.uid for one in chosen}
        dialog.set_busy(True)
        job = self._desk.write_long(
            lambda _ticket: nominations.propose(chosen, wanted.title, wanted.kind, year, into.uid),
            "Thêm đề nghị",
        )
        job.on(RuleError, self._tell)

        def leave_out(_changed: object) -> None:
            dialog.show_found([one for one in dialog.found if one.checked.uid not in taken])
            where = f"vào {into.words}" if into.words else "vào thẻ Đề nghị"
            self._desk.prompts.tell(
                f"Đã thêm {grouped(len(chosen))} đề nghị {where}.",
                "Hoàn tác (Ctrl+Z) lấy lại cả lần thêm.",
            )

        job.succeeded.connect(while_here(dialog, leave_out))
        job.finished.connect(while_here(dialog, lambda: dialog.set_busy(False)))

    def _export(self, dialog: EligibleDialog, out: Outgoing) -> None:
        if dialog.asked is None:
            return
        wanted, year = dialog.asked
        exporting, found = self._services.exporting, dialog.found
        lines = [f"Danh hiệu: {wanted.name}", f"Năm {year}"]
        out.save(
            "Xuất danh sách đủ điều kiện",
            f"du-dieu-kien-{year}.xlsx",
            (EXCEL,),
            lambda path, ticket: exporting.eligible(path, found, lines, ticket),
        )

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Chưa có đề nghị nào được thêm.")
