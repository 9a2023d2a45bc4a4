"""Numbers in a report's prose that figures could say: found, underlined, replaced when told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.reports import Report
from thidua_desktop.services.reports_offers import Offer
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import Job
from thidua_desktop.ui.papers.bench import Bench
from thidua_desktop.ui.papers.placing import FigurePlace
from thidua_desktop.ui.reports.figure_names import countable
from thidua_desktop.ui.reports.offers_dialog import OffersDialog, Taken

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

Found = tuple[str, list[Offer]]


class Numbers(QObject):
    """Looks through the text of *bench* off the window's thread; a band above it tells of some."""

    found = Signal()

    def __init__(self, services: "Services", bench: Bench[Report], desk: Desk) -> None:
        super().__init__(bench)
        self._services = services
        self._bench = bench
        self._desk = desk
        self._offers: Sequence[Offer] = ()
        self._silenced: set[str] = set()
        self._job: Job | None = None

    def why_not(self) -> str:
        """Return why there is nothing to replace; "" when there is."""
        return "" if self._offers else "Không có con số nào trong lời văn bằng số liệu của sổ."

    def look_for(self, report: Report) -> None:
        """Look for numbers in the text of *report*."""
        self._offers = ()
        if self._job is not None and not self._job.is_done:
            self._job.cancel()
        self._job = self._desk.jobs.start(lambda _ticket: self._find(report), "paper")
        self._job.succeeded.connect(self._show)

    def ask(self) -> None:
        """Ask which numbers are to become figures, and replace them in the text."""
        bench = self._bench
        taken = OffersDialog.ask(self._offers, self._desk.look, self._desk.prompts, bench)
        if bench.text.replace_by_figures(_place(each) for each in taken):
            replaced = {each.offer for each in taken}
            self._offers = [offer for offer in self._offers if offer not in replaced]
            self._mark()

    def _find(self, report: Report) -> Found:
        reports = self._services.reports
        names = countable(self._services.laws.pack_for(report.period_to))
        blocks = reports.blocks(report.uid)
        return report.uid, reports.offers(report, blocks, names)

    def _show(self, found: Found) -> None:
        uid, offers = found
        if uid == self._bench.uid:
            self._offers = offers
            self._mark()

    def _mark(self) -> None:
        numbers: dict[str, set[str]] = {}
        for offer in self._offers:
            numbers.setdefault(offer.block, set()).add(offer.text)
        self._bench.text.mark_numbers(numbers)
        self._say()
        self.found.emit()

    def _say(self) -> None:
        banner, uid = self._bench.banner, self._bench.uid
        if not self._offers or uid in self._silenced:
            banner.hide()
            return
        old = sum(offer.is_old for offer in self._offers)
        words = f"{old} con số trong lời văn còn là của kỳ trước."
        if not old:
            words = f"{len(self._offers)} con số trong lời văn có thể tự lấy từ sổ."
        icon = "triangle-alert" if old else "hash"
        banner.say(words, "Xem và thay…", self.ask, icon, lambda: self._silenced.add(uid))


def _place(taken: Taken) -> FigurePlace:
    offer, choice = taken
    return FigurePlace(offer.block, offer.place, offer.text, choice.name, choice.now)
