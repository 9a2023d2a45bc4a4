"""What is done to whole clusters: made, described, taken over, left. Each asks, then writes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.clusters import KINDS, Roll, cluster_problems
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.movements import Cluster
from thidua_desktop.domain.told_clusters import Told
from thidua_desktop.services.clusters import Shelf
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

CLUSTER: tuple[Field, ...] = (
    Field("name", "Tên", lambda: LineEditor("Cụm thi đua số 01"), needed=True),
    Field("kind", "Loại", lambda: ChoiceEditor(KINDS)),
    Field("note", "Ghi chú", lambda: ProseEditor(3), tip="Quyết định chia cụm, khối; giao ước"),
)
_UNDO = "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."


class ClusterWork(QObject):
    """Asks about clusters on *page*. `made` gives the uid of a cluster that was made."""

    made = Signal(str)

    def __init__(self, services: "Services", desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._clusters = services.clusters
        self._desk = desk
        self._page = page

    def begin(self, shelf: Shelf) -> None:
        """Ask for a new cluster and keep it."""
        self._write("Cụm, khối mới", Cluster(kind="cluster"), shelf)

    def describe(self, cluster: Cluster, shelf: Shelf) -> None:
        """Ask for name, kind and note of *cluster* and keep them."""
        self._write("Thông tin cụm, khối", cluster, shelf)

    def take_over(self, shelf: Shelf, before: int, after: int) -> None:
        """Take the make-up of *before* into *after*, after a question that counts it."""
        rolls = shelf.years.get(before, ())
        units = sum(len(roll.members) for roll in rolls)
        answer = self._desk.prompts.ask(
            f"Lấy {units} đơn vị trong {len(rolls)} cụm, khối của năm {before} sang năm {after}?",
            (Choice("take", f"Lấy {units} đơn vị"), Choice("leave", "Không lấy")),
            "Đơn vị đã có thì không lấy lại. Trưởng không lấy theo, vì mỗi năm một đơn vị; "
            f"hãy ghi Trưởng của năm {after} sau khi lấy.",
        )
        if answer == "take":
            self._desk.write(lambda: self._clusters.take_over(before, after))

    def leave(self, roll: Roll) -> None:
        """Take a cluster out of its year, after a question."""
        name, year, count = roll.cluster.name, roll.year, len(roll.members)
        units = f" cùng {count} đơn vị" if count else ""
        answer = self._desk.prompts.ask(
            f"Bỏ {name}{units} khỏi năm {year}?",
            (Choice("leave", "Bỏ khỏi năm này"), Choice("keep", "Giữ lại")),
            f"Các năm khác giữ nguyên. {_UNDO}",
        )
        if answer == "leave":
            job = self._desk.write(lambda: self._clusters.leave(roll.cluster.uid, year))
            job.on(KeyError, _gone)

    def offer(self, plan_uid: str) -> None:
        """Ask whether what the plan just taken in says of a cluster is to be entered."""
        job = self._desk.read(lambda: self._clusters.told(plan_uid))
        job.on(KeyError, _gone)
        job.succeeded.connect(while_here(self, self._ask_told))

    def _ask_told(self, told: Told | None) -> None:
        if told is None:
            return
        listed = "\n".join(f"• {name}" for name in (f"{told.office} (Trưởng)", *told.units))
        answer = self._desk.prompts.ask(
            f"Kế hoạch ghi cơ quan là Trưởng {told.cluster} năm {told.year}. Ghi vào cụm, khối?",
            (Choice("take", "Ghi cụm, khối"), Choice("leave", "Không ghi")),
            f"{listed}\n{_UNDO}",
        )
        if answer == "take":
            self._desk.write(lambda: self._clusters.take_told(told)).on(RuleError, self._tell)

    def _write(self, title: str, cluster: Cluster, shelf: Shelf) -> None:
        check = _checking(_known(shelf))
        dialog = FormDialog(title, "Cất", CLUSTER, cluster, check, self._desk.look, self._page)
        draft = dialog.answer(self._desk.prompts)
        if draft is not None and draft != cluster:
            job = self._desk.write(lambda: self._clusters.save_cluster(draft))
            job.on(RuleError, self._tell)
            job.succeeded.connect(while_here(self, lambda _changed: self.made.emit(draft.uid)))

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self._desk.prompts.tell(words, "Các cụm, khối được giữ nguyên như trước.")


def _known(shelf: Shelf) -> list[Cluster]:
    used = {roll.cluster.uid: roll.cluster for rolls in shelf.years.values() for roll in rolls}
    return [*used.values(), *shelf.unused]


def _checking(known: Sequence[Cluster]) -> Callable[[Cluster], list[Problem]]:
    return lambda draft: cluster_problems(draft, known)


def _gone(_error: KeyError) -> None:
    """Do nothing: the plan or cluster is gone already."""
