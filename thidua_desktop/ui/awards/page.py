"""The tab of the register: its awards, those with a year only, and its decisions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.awards import Award, AwardRow
from thidua_desktop.domain.decisions import Decision, DecisionRow
from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui.awards.decisions import DecisionsList
from thidua_desktop.ui.awards.list import AwardsList
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.placed_page import PlacedPage
from thidua_desktop.ui.widgets.places import Place, Places

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_WIDTH = 130
ALL, YEAR_ONLY, DECISIONS = "awards", "year only", "decisions"
_PLACES = (
    Place(ALL, "Khen thưởng", "Mọi khen thưởng trong sổ"),
    Place(YEAR_ONLY, "Chỉ ghi năm", "Dòng của sổ cũ: có năm, không có quyết định"),
    Place(DECISIONS, "Quyết định", "Các quyết định, mỗi quyết định một dòng"),
)
_CONDITIONS = {YEAR_ONLY: (Filter("decision_number", "", "empty"),)}


def make(services: "Services", desk: Desk) -> "AwardsPage":
    """Return the tab over *services*."""
    return AwardsPage(services, desk)


class AwardsPage(PlacedPage):
    """Every award as it was on the day of its decision, and the decisions themselves."""

    list_kind = "register"

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("awards", desk)
        self._services = services
        self._at = ALL
        self._text = ""
        self._year: int | None = None
        self._decisions: DecisionsList | None = None
        self.list = AwardsList(services, desk)
        self.places = Places("Sổ", desk.look)
        self.places.show_places(_PLACES)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self.place(self.places, self._pages, _WIDTH)
        self._listen()
        self.setFocusProxy(self.list)

    @property
    def inner(self) -> FilteredPage[Award, AwardRow] | FilteredPage[Decision, DecisionRow]:
        return self.decisions if self._at == DECISIONS else self.list

    @property
    def decisions(self) -> DecisionsList:
        """Return the list of decisions, which is made when it is first wanted."""
        if self._decisions is None:
            self._decisions = DecisionsList(self._services, self.desk)
            self._take_in(self._decisions)
        return self._decisions

    def offers(self) -> Mapping[str, Offer]:
        return self.inner.offers()

    def search(self, text: str) -> None:
        self._text = text
        self.list.search(text)
        if self._decisions:
            self._decisions.search(text)

    def set_year(self, year: int | None) -> None:
        self._year = year
        self.list.set_year(year)
        if self._decisions:
            self._decisions.set_year(year)

    def reload(self) -> None:
        self.list.reload()
        if self._decisions:
            self._decisions.reload()

    def reveal(self, table: str, uid: str) -> None:
        self._go(DECISIONS if table == "decision" else ALL)
        self.inner.reveal(table, uid)

    def show_sought(self, sought: Sought) -> None:
        self._go(ALL)
        self.list.show_sought(sought)

    def _take_in(self, decisions: DecisionsList) -> None:
        """Give the new list its place, and what is sought in this tab."""
        decisions.search(self._text)
        decisions.set_year(self._year)
        self._pages.addWidget(decisions)
        self.follow(decisions)
        decisions.awards_asked.connect(self._open_awards)
        self.grown.emit(decisions)

    def _go(self, key: str) -> None:
        self.settle(lambda: self._open(key), self._back)

    def _back(self) -> None:
        self.places.stand_on(self._at)

    def _open(self, key: str) -> None:
        self.places.stand_on(key)
        is_other, self._at = key != self._at, key
        if key != DECISIONS:
            self.list.show_place(_CONDITIONS.get(key, ()))
        self._pages.setCurrentWidget(self.inner)
        self.setFocusProxy(self.inner)
        if is_other:
            self.chosen.emit(self.inner.chosen_words())
            self.offers_changed.emit()

    def _open_awards(self, uid: str, number: str) -> None:
        """Show the awards of a decision, of whatever year."""
        self.set_year(None)
        self.search("")
        self.conditions_dropped.emit()
        self._open(ALL)
        self.list.show_decision(uid, number)
        self.list.setFocus()

    def _listen(self) -> None:
        self.follow(self.list)
        self.places.chosen.connect(self._go)
        self.places.entered.connect(self.setFocus)
