"""What is done to whole plans: made, described, taken over, deleted. Each asks, then writes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.plans import Plan, plan_problems
from thidua_desktop.services.plans import Shelved
from thidua_desktop.services.taking_over import Proposal
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.plans.fields import PLAN, YEAR
from thidua_desktop.ui.plans.take_over_dialog import TakeOverDialog
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class PlanWork(QObject):
    """Asks about plans on *page*. `made` says the year whose plan was made or got tasks."""

    made = Signal(int)

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._desk = desk
        self._page = page

    def begin(self, year: int | None, taken: Sequence[int]) -> None:
        """Ask for a year, *year* or this one proposed, and begin its plan; *taken* have one."""
        job = self._desk.read(lambda: self._services.office.now)
        job.succeeded.connect(while_here(self, lambda now: self._ask_year(now, year, taken)))

    def describe(self, plan: Plan, taken: Sequence[int]) -> None:
        """Ask for number, day, subject and signer of *plan*, and keep them."""
        check = _checking([year for year in taken if year != plan.year])
        dialog = FormDialog(
            "Thông tin kế hoạch", "Cất", PLAN, plan, check, self._desk.look, self._page
        )
        draft = dialog.answer(self._desk.prompts)
        if draft is not None and draft != plan:
            job = self._desk.write(lambda: self._services.plans.save_plan(draft))
            job.on(RuleError, self._tell)

    def take_over(self, before: int, after: int, years: Sequence[int]) -> None:
        """Ask which tasks of the plan of *before* go into that of *after*, and take them there.

        The officer may choose other years; *years* have a plan.
        """
        job = self._desk.read(lambda: self._services.taking_over.propose(before, after))
        job.succeeded.connect(while_here(self, lambda proposal: self._ask_tasks(proposal, years)))

    def delete(self, each: Shelved) -> None:
        """Delete a plan, after a question that says what goes with it."""
        year, count = each.plan.year, each.counts.tasks
        tasks = f" cùng {count} nhiệm vụ và văn bản" if count else " cùng văn bản"
        answer = self._desk.prompts.ask(
            f"Xóa kế hoạch năm {year}{tasks}?",
            (Choice("delete", "Xóa kế hoạch"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self._desk.write(lambda: self._services.plans.delete_plan(each.plan.uid))

    def _ask_year(self, now: datetime, year: int | None, taken: Sequence[int]) -> None:
        wanted = year or now.year
        while wanted in taken:
            wanted += 1
        dialog = FormDialog(
            "Kế hoạch mới",
            "Lập kế hoạch",
            (YEAR,),
            Plan(year=wanted),
            _checking(taken),
            self._desk.look,
            self._page,
        )
        draft = dialog.answer(self._desk.prompts)
        if draft is not None:
            plans, asked = self._services.plans, draft.year
            job = self._desk.write(lambda: plans.save_plan(plans.new_plan(asked)))
            job.on(RuleError, self._tell)
            job.succeeded.connect(while_here(self, lambda _changed: self.made.emit(asked)))

    def _ask_tasks(self, proposal: Proposal, years: Sequence[int]) -> None:
        dialog = TakeOverDialog(years, self._desk.look, self._page)
        dialog.show_proposal(proposal)
        dialog.years_chosen.connect(lambda before, after: self._propose(dialog, before, after))
        answer = dialog.answer(self._desk.prompts)
        if answer is not None:
            wanted, uids, with_prose = answer
            taking = self._services.taking_over
            job = self._desk.write(lambda: taking.take(wanted, uids, with_prose=with_prose))
            job.on(RuleError, self._tell)
            job.succeeded.connect(while_here(self, lambda _changed: self.made.emit(wanted.after)))

    def _propose(self, dialog: TakeOverDialog, before: int, after: int) -> None:
        job = self._desk.read(lambda: self._services.taking_over.propose(before, after))
        job.succeeded.connect(dialog.show_proposal)

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Các kế hoạch được giữ nguyên như trước.")


def _checking(taken: Sequence[int]) -> Callable[[Plan], list[Problem]]:
    """Return what stands in the way of a plan whose year must be none of *taken*."""

    def check(draft: Plan) -> list[Problem]:
        if draft.year in taken:
            return [Problem("year", f"Đã có kế hoạch của năm {draft.year}.")]
        return plan_problems(draft)

    return check
