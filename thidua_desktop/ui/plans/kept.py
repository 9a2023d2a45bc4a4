"""Plans as papers to write: what the bench asks of them, answered by the services."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.blocks import Block, Spot
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.papers.bench import Written
from thidua_desktop.ui.plans.fields import plan_state

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

LIVE_TABLES = {"plan_tasks": "Bảng nhiệm vụ theo quý, lấy từ danh sách nhiệm vụ"}


class KeptPlans:
    """The plans of the office."""

    def __init__(self, services: "Services") -> None:
        self._plans = services.plans
        self._exporting = services.exporting

    def read(self, uid: str) -> Written[Plan]:
        """Return one plan; KeyError when it is gone."""
        plan = self._kept(uid)
        return Written(plan, self._plans.blocks(plan.uid), {})

    def keep(self, record: Plan, blocks: Sequence[Block]) -> Changed:
        """Write frame and text of a plan."""
        return self._plans.save_plan(record, blocks=blocks)

    def draw(self, path: Path, record: Plan, blocks: Sequence[Block], ticket: Ticket) -> None:
        """Draw the plan with the tasks it has now."""
        self._exporting.paper(self._paper(record, blocks), path, ticket)

    def lay_out(
        self, path: Path, record: Plan, blocks: Sequence[Block], ticket: Ticket
    ) -> Mapping[str, Sequence[Spot]]:
        """Draw it and tell where each of *blocks* stands."""
        return self._exporting.laid_out(self._paper(record, blocks), path, ticket)

    def title(self, record: Plan) -> str:
        """Return what the plan is called."""
        return f"Kế hoạch năm {record.year}"

    def line(self, record: Plan) -> str:
        """Return its state in words."""
        return plan_state(record.state)

    def file_name(self, record: Plan, suffix: str) -> str:
        """Return a name for its file."""
        return f"ke-hoach-{record.year}.{suffix}"

    def _paper(self, record: Plan, blocks: Sequence[Block]) -> Any:
        paper = self._exporting.plan_as_paper(self._kept(record.uid).year)
        return replace(paper, heading=record.heading, blocks=tuple(blocks))

    def _kept(self, uid: str) -> Plan:
        for plan in self._plans.all():
            if plan.uid == uid:
                return plan
        raise KeyError(uid)
