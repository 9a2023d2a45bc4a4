"""What the tab of nominations asks the law: of what it lists, of its dossier, of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.checking.findings import VERDICTS, Verdict
from thidua_desktop.domain.listing import Filter
from thidua_desktop.services.checking.verdicts import VERDICT
from thidua_desktop.ui.checks.counting import VerdictCounting
from thidua_desktop.ui.checks.door import Asked, CheckDoor
from thidua_desktop.ui.checks.eligible_door import EligibleDoor, Into
from thidua_desktop.ui.checks.results import Results
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.nominations.head import Head
from thidua_desktop.ui.nominations.list import NominationsList
from thidua_desktop.ui.nominations.places import ALL, NO_DOSSIER, Where, spoken
from thidua_desktop.ui.offer import Offer

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one is: the key of the place, what stands there, the year of the window."""

    key: str
    where: Where
    year: int | None


class ListChecking(QObject):
    """Checks *rows*, shows their counts in *head*; *standing* tells where one is now.

    *settle* calls what it is given once nothing typed is left unsaved.
    """

    def __init__(
        self,
        services: "Services",
        desk: Desk,
        rows: NominationsList,
        head: Head,
        standing: Callable[[], Standing],
        settle: Callable[[Callable[[], None]], None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._rows = rows
        self._standing = standing
        self._settle = settle
        self.counting = VerdictCounting(services, desk, self)
        self._door = CheckDoor(services, desk, page)
        self._seeking = EligibleDoor(services, desk, page)
        head.verdicts.pressed.connect(self._narrow)
        self.counting.counted.connect(head.show_verdicts)
        self._door.checked.connect(self._count)

    def offers(self) -> Mapping[str, Offer]:
        """Return the commands that are answered here."""
        here = self._standing()
        none = "" if self._rows.grid.count else "Chưa có đề nghị nào để kiểm tra."
        no_dossier = "" if here.where.dossier else NO_DOSSIER
        return {
            "check": Offer(lambda: self._settle(self._check), none),
            "eligible": Offer(self.find_eligible),
            "appraisal": Offer(self.appraise, no_dossier),
            "sent_back": Offer(self.list_returned, _why_none_returned(here)),
        }

    def find_eligible(self) -> None:
        """Look for who meets a title; those chosen go to the dossier one is in."""
        here = self._standing()
        row = here.where.dossier
        into = Into(row.uid, f"hồ sơ {row.number or row.subject}".strip()) if row else Into()
        self._seeking.begin(row.year if row else here.year, into)

    def appraise(self) -> None:
        """Make the appraisal of the dossier one is in."""
        if row := self._standing().where.dossier:
            self._door.papers.appraise(row.uid)

    def list_returned(self) -> None:
        """Make the list of what was returned of the dossier one is in, or of the year."""
        here = self._standing()
        row = here.where.dossier
        self._door.papers.list_returned(row.uid if row else "", None if row else here.year)

    def _check(self) -> None:
        here, query = self._standing(), self._rows.query
        words = spoken(here.key, here.where, here.year)
        if self._is_narrowed:
            words = f"{words} (chỉ những dòng đang lọc)"
        row = here.where.dossier
        self._door.check(Asked(query, words, row.uid if row else ""))

    def _count(self, asked: Asked, results: Results) -> None:
        """Show the counts of what was checked, unless another list is looked at by now."""
        if asked.query == self._rows.query and not self._is_narrowed:
            self.counting.begin(asked.query, results.verdicts)

    def _narrow(self, verdict: Verdict) -> None:
        words = f"Kiểm tra: {VERDICTS[verdict]}"
        self._rows.filters.put(Filter(VERDICT, verdict, "is"), words)

    @property
    def _is_narrowed(self) -> bool:
        return bool(self._rows.query.text or self._rows.filters.filters)


def _why_none_returned(here: Standing) -> str:
    if here.key != ALL and here.where.dossier is None:
        return "Hãy mở một hồ sơ, hoặc “Tất cả đề nghị”, ở bên trái trước."
    return "" if here.where.states.get("returned") else "Ở đây không có đề nghị nào trả lại."
