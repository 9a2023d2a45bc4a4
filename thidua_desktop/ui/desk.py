"""The desk: what every tab and widget works with, handed over in one hand. Knows no tab."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.ui.actions import Actions
from thidua_desktop.ui.bus import Bus
from thidua_desktop.ui.jobs import Job, Jobs, Work
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.memory import Memory
from thidua_desktop.ui.papers.gate import PaperGate
from thidua_desktop.ui.prompts import Prompts


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Signals hold what they tell weakly.
class Desk:
    """Commands, look, bus, jobs, prompts, memory; services come beside it once a file is open.

    Papers pass the *gate* before they are made.
    """

    actions: Actions
    look: Look
    bus: Bus
    jobs: Jobs
    prompts: Prompts
    memory: Memory
    gate: PaperGate = field(default_factory=PaperGate)

    def read(self, work: Callable[[], Any]) -> Job:
        """Ask a service something short; its answer comes with `succeeded`."""
        return self.jobs.start(lambda _ticket: work(), "find")

    def write(self, work: Callable[[], Changed]) -> Job:
        """Let a service write one step; the bus tells of it before `succeeded` does."""
        return self._telling(self.jobs.start(lambda _ticket: work(), "write"))

    def write_long(self, work: Work, label: str) -> Job:
        """Write with progress and cancel, such as an import; the outcome is or carries Changed."""
        return self._telling(self.jobs.start(work, "write", label))

    def paper(self, work: Work, label: str) -> Job:
        """Draw a paper or a workbook; *label* says it while it lasts ("Xuất sổ khen thưởng")."""
        return self.jobs.start(work, "paper", label)

    def _telling(self, job: Job) -> Job:
        job.succeeded.connect(self._tell)
        return job

    def _tell(self, outcome: object) -> None:
        changed = getattr(outcome, "changed", outcome)
        if isinstance(changed, Changed) and changed.rows:
            self.bus.changed.emit(changed)
