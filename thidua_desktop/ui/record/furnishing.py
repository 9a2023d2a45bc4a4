"""Furnishes every list of records of an open file with files, history and drafts.

And tells of the drafts that the last run of the program left behind. Knows no tab by name.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from thidua_desktop.services.drafts import Draft
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.past_door import PastDoor
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Page
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.record.beside import Beside
from thidua_desktop.ui.record.drafts_dialog import DraftsDialog
from thidua_desktop.ui.record.paper_keeping import TABLES, PaperKeeping
from thidua_desktop.ui.widgets.records_page import RecordsPage

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_OWNERS = {
    "plan_task": ("plan", "task.plan_uid"),
    "council_member": ("council_term", "term_uid"),
}
"""Records that are listed by what they belong to: its table, and where a draft names it."""


class Furnishing(QObject):
    """The pages of one open file. *reveal* shows the record of a table and uid in its tab."""

    def __init__(
        self,
        services: "Services",
        desk: Desk,
        reveal: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._reveal = reveal
        self._beside: dict[str, Beside] = {}
        self._papers: list[PaperKeeping] = []
        self._past = PastDoor(services, desk, self)
        if not services.file.is_read_only:
            desk.read(services.drafts.found).succeeded.connect(self._tell)

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands that are answered whatever tab is in front."""
        return {"history": Offer(self._past.begin)}

    def furnish(self, page: Page) -> None:
        """Put files and history beside the form of every list of records in *page*."""
        inner: list[RecordsPage[Any, Any]] = page.findChildren(RecordsPage)
        for each in [page, *inner]:
            if isinstance(each, RecordsPage):
                self._beside[each.kind.tables[0]] = Beside(each, self._services)
        if not self._services.file.is_read_only:
            benches: list[Bench[Any]] = page.findChildren(Bench)
            drafts = self._services.drafts
            self._papers += [PaperKeeping(bench, drafts, self._desk) for bench in benches]

    def take_up(self, draft: Draft) -> None:
        """Go to the record of *draft* and lay the draft over it."""
        self._reveal(*_place(draft))
        if beside := self._beside.get(draft.table):
            beside.take_up(draft)
        for paper in self._papers if draft.table in TABLES else ():
            paper.take_up(draft)

    def _tell(self, drafts: list[Draft]) -> None:
        if not drafts:
            return
        dialog = DraftsDialog(drafts, self._drop, self._desk.look)
        if self._desk.prompts.run(dialog):
            self.take_up(dialog.chosen)
        dialog.deleteLater()

    def _drop(self, draft: Draft) -> bool:
        answer = self._desk.prompts.ask(
            f"Bỏ bản nháp “{draft.title}”?",
            (Choice("drop", "Bỏ bản nháp"), Choice("keep", "Giữ lại")),
            "Những gì đã cất vẫn nguyên. Phần gõ dở không lấy lại được.",
        )
        if answer == "drop":
            drafts = self._services.drafts
            self._desk.jobs.start(lambda _ticket: drafts.drop(draft.table, draft.uid), "write")
        return answer == "drop"


def _place(draft: Draft) -> tuple[str, str]:
    """Return table and uid of what must be shown before *draft* can be laid out."""
    if draft.table not in _OWNERS:
        return draft.table, "" if draft.is_new else draft.uid
    table, path = _OWNERS[draft.table]
    owner: Any = draft.now
    for name in path.split("."):
        owner = owner[name]
    return table, owner
