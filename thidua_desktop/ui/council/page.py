"""The tab of the council: its terms at the left, the members of the chosen one beside them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.council import CouncilTerm, term_problems
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui.council.members import MembersPage
from thidua_desktop.ui.council.term import TERM
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.page import Offer
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage, not_yet
from thidua_desktop.ui.widgets.places import Place, Places

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


def make(services: "Services", desk: Desk) -> "CouncilPage":
    """Return the tab over *services*."""
    return CouncilPage(services, desk)


class CouncilPage(PlacedPage):
    """Terms by decision; a term is written in a small dialog, its members in the form."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        super().__init__("council", desk)
        self._services = services
        self._terms: dict[str, CouncilTerm] = {}
        self._wanted = ""
        self._out = Outgoing(desk, self)
        self._new = QAction("Nhiệm kỳ mới", self)
        self.places = Places("Nhiệm kỳ", desk.look, self._new)
        self.members = MembersPage(services, desk)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.members)
        self._empty.say(
            "Chưa có nhiệm kỳ Hội đồng nào. Bắt đầu bằng quyết định thành lập hoặc kiện toàn.",
            "Nhiệm kỳ mới",
            self.add_term,
            "users",
        )
        self.place(self.places, self._pages)
        self._listen()
        self._list()

    @property
    def inner(self) -> MembersPage:
        return self.members

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self._terms else "Hãy lập nhiệm kỳ của Hội đồng trước."
        offers = dict(self.members.offers())
        if not self._terms:
            offers |= {**not_yet(none), "add": Offer(self.add_term, self.members.why_read_only)}
        return {**offers, "export": Offer(self.export, none), "print": Offer(self.print, none)}

    def set_year(self, year: int | None) -> None:
        """Stand on the term that sat in *year*, where one did."""
        if year is None:
            return
        sat = [term.uid for term in self._terms.values() if _sat(term, year)]
        if sat and sat[0] != self.places.current:
            self._go(sat[0])

    def reload(self) -> None:
        self._list()
        self.members.reload()

    def export(self) -> None:
        """Write the roster of all terms to a workbook."""
        exporting = self._services.exporting
        self._out.save("Xuất danh sách Hội đồng", "hoi-dong.xlsx", (EXCEL,), exporting.council)

    def print(self) -> None:
        """Show the members shown as a paper, to be printed."""
        exporting, asked = self._services.exporting, self.members.grid.query
        mine = Filter("term_uid", self.members.term_uid, "is")
        query = replace(asked, filters=(mine, *asked.filters), year=None)
        self._out.preview(
            "Danh sách Hội đồng",
            "hoi-dong.pdf",
            lambda path, ticket: exporting.council_paper(path, query, ticket),
        )

    def add_term(self) -> None:
        """Ask for a new term and keep it."""
        self._write_term("Nhiệm kỳ mới", CouncilTerm())

    def change_term(self) -> None:
        """Ask for changes of the chosen term and keep them."""
        self._write_term("Sửa nhiệm kỳ", self._terms[self.places.current])

    def delete_term(self) -> None:
        """Delete the chosen term with its members, after a question."""
        term = self._terms[self.places.current]
        answer = self.desk.prompts.ask(
            f"Xóa nhiệm kỳ “{entry(term)}” cùng các thành viên của nhiệm kỳ này?",
            (Choice("delete", "Xóa nhiệm kỳ"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self.drop_draft()
            self.desk.write(lambda: self._services.council.delete_term(term.uid))

    def _write_term(self, title: str, term: CouncilTerm) -> None:
        dialog = FormDialog(title, "Cất", TERM, term, term_problems, self.desk.look, self)
        kept = dialog.answer(self.desk.prompts)
        if kept is not None:
            self._wanted = kept.uid
            self.desk.write(lambda: self._services.council.save_term(kept))

    def _list(self) -> None:
        self.desk.read(self._services.council.terms).succeeded.connect(self._show)

    def _show(self, terms: list[CouncilTerm]) -> None:
        self._terms = {term.uid: term for term in terms}
        self.places.show_places([Place(term.uid, entry(term), _tip(term)) for term in terms])
        if self._wanted in self._terms:
            self.places.stand_on(self._wanted)
            self._wanted = ""
        self._pages.setCurrentIndex(1 if terms else 0)
        if not self.has_draft():
            self._open(self.places.current)
        self.offers_changed.emit()

    def _go(self, uid: str) -> None:
        self.settle(lambda: self._open(uid), self._back)

    def _back(self) -> None:
        self.places.stand_on(self.members.term_uid)

    def _open(self, uid: str) -> None:
        self.places.stand_on(uid)
        self.members.show_term(self._terms.get(uid))

    def _hear(self, changed: Changed) -> None:
        if changed.touches("council_term"):
            self._list()

    def _listen(self) -> None:
        self.follow(self.members)
        self._new.triggered.connect(self.add_term)
        self._new.setIcon(self.desk.look.icon("plus"))
        why = self.members.why_read_only
        self._new.setEnabled(not why)
        self._new.setToolTip(why or "Ghi một nhiệm kỳ theo quyết định")
        self.places.chosen.connect(self._go)
        self.members.term_change_asked.connect(self.change_term)
        self.members.term_delete_asked.connect(self.delete_term)
        self.desk.bus.changed.connect(self._hear)


def entry(term: CouncilTerm) -> str:
    """Return a term as the list of places shows it: its years, else its decision."""
    first = (term.starts or term.decision_date)[:4]
    last = term.ends[:4]
    if first and last:
        return f"{first}–{last}"
    return f"Từ năm {first}" if first else term.decision_number or term.name


def _tip(term: CouncilTerm) -> str:
    decision = f"Quyết định {term.decision_number}" if term.decision_number else ""
    day = f"ngày {show_date(term.decision_date)}" if term.decision_date else ""
    return "\n".join(filter(None, (term.name, f"{decision} {day}".strip())))


def _sat(term: CouncilTerm, year: int) -> bool:
    first = (term.starts or term.decision_date)[:4] or "0000"
    return first <= str(year) <= (term.ends[:4] or "9999")
