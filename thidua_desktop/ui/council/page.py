"""The tab of the council: its terms at the left, the members of the chosen one beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.council import CouncilMember, CouncilTerm, sitting, term_problems
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Filter
from thidua_desktop.ui.council.banner import Banner
from thidua_desktop.ui.council.members import MembersPage
from thidua_desktop.ui.council.term import TERM
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.placed_page import PlacedPage, not_yet
from thidua_desktop.ui.widgets.places import Place, Places
from thidua_desktop.ui.widgets.reading_only import why_not

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
        self._taking = ("", "")
        self._out = Outgoing(desk, self)
        self._make_actions()
        on_term = (self._change, self._take, self._delete)
        self.members = MembersPage(services, desk, on_term, Banner(desk.look))
        self.places = Places("Nhiệm kỳ", desk.look, self._new)
        self._empty = EmptyState(desk.look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.members)
        self._empty.say(
            "Chưa có nhiệm kỳ Hội đồng nào. Bắt đầu bằng quyết định thành lập hoặc kiện toàn.",
            "" if self.members.why_read_only else "Nhiệm kỳ mới",
            self.add_term,
            "users",
        )
        self.place(self.places, self._pages)
        self.setFocusProxy(self.members)
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

    def reveal(self, table: str, uid: str) -> None:
        if table == "council_term":
            self._come_to(uid)
        else:
            job = self.desk.read(lambda: self._services.council.get(uid))
            job.on(KeyError, self._stay)
            job.succeeded.connect(self._reveal_member)

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
        """Ask for a new term and keep it; then whether members of the last one sit on."""
        term = self._write_term("Nhiệm kỳ mới", CouncilTerm())
        if term is not None and (last := self._before(term)):
            self._taking = (term.uid, last.uid)

    def change_term(self) -> None:
        """Ask for changes of the chosen term and keep them."""
        self._write_term("Sửa nhiệm kỳ", self._terms[self.places.current])

    def take_over(self) -> None:
        """Ask whether those who sat in the term before sit in the chosen one too."""
        term = self._terms[self.places.current]
        if last := self._before(term):
            self._ask_to_take(term.uid, last.uid)

    def delete_term(self) -> None:
        """Delete the chosen term with its members, after a question."""
        term = self._terms[self.places.current]
        answer = self.desk.prompts.ask(
            f"Xóa nhiệm kỳ {entry(term)} cùng các thành viên của nhiệm kỳ này?",
            (Choice("delete", "Xóa nhiệm kỳ"), Choice("keep", "Giữ lại")),
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z).",
        )
        if answer == "delete":
            self.drop_draft()
            self.desk.write(lambda: self._services.council.delete_term(term.uid))

    def _ask_to_take(self, term_uid: str, last_uid: str) -> None:
        council, last = self._services.council, self._terms[last_uid]

        def ask(members: Sequence[CouncilMember]) -> None:
            if count := len(sitting(last, members)):
                answer = self.desk.prompts.ask(
                    f"Lấy {count} thành viên của nhiệm kỳ {entry(last)} sang nhiệm kỳ này?",
                    (Choice("take", f"Lấy {count} thành viên"), Choice("leave", "Không lấy")),
                    "Vai trò và chức vụ được giữ như trước; người đã có tên thì không lấy lại.",
                )
                if answer == "take":
                    self.desk.write(lambda: council.take_over(term_uid, last_uid))

        self.desk.read(lambda: council.members(last_uid)).succeeded.connect(ask)

    def _before(self, term: CouncilTerm) -> CouncilTerm | None:
        """Return the term that ended when *term* began: the newest of those that began before."""
        earlier = [each for each in self._terms.values() if each.uid != term.uid]
        begins = _begins(term)
        older = [each for each in earlier if not begins or _begins(each) <= begins]
        return older[0] if older else None

    def _write_term(self, title: str, term: CouncilTerm) -> CouncilTerm | None:
        dialog = FormDialog(title, "Cất", TERM, term, term_problems, self.desk.look, self)
        kept = dialog.answer(self.desk.prompts)
        if kept is not None:
            self._wanted = kept.uid
            job = self.desk.write(lambda: self._services.council.save_term(kept))
            job.on(RuleError, self._tell)
        return kept

    def _tell(self, error: RuleError) -> None:
        words = " ".join(problem.text for problem in error.problems)
        self.desk.prompts.tell(words, "Nhiệm kỳ được giữ nguyên như trước.")

    def _list(self) -> None:
        self.desk.read(self._services.council.terms).succeeded.connect(self._show)

    def _show(self, terms: list[CouncilTerm]) -> None:
        self._terms = {term.uid: term for term in terms}
        self.places.show_places([Place(term.uid, _words(term), _tip(term)) for term in terms])
        if self._wanted in self._terms:
            self.places.stand_on(self._wanted)
            self._wanted = ""
        self._pages.setCurrentIndex(1 if terms else 0)
        if not self.has_draft():
            self._open(self.places.current)
        self.offers_changed.emit()
        if self._taking[0] in self._terms:
            taking, self._taking = self._taking, ("", "")
            self._ask_to_take(*taking)

    def _go(self, uid: str) -> None:
        self.settle(lambda: self._open(uid), self._back)

    def _back(self) -> None:
        self.places.stand_on(self.members.term_uid)

    def _stay(self, _error: KeyError) -> None:
        """A member who is gone leads nowhere."""

    def _reveal_member(self, member: CouncilMember) -> None:
        self._come_to(member.term_uid)
        self.members.reveal("council_member", member.uid)

    def _come_to(self, uid: str) -> None:
        """Stand on the term *uid*, once it is listed."""
        if uid in self._terms:
            self._go(uid)
        else:
            self._wanted = uid
            self._list()

    def _open(self, uid: str) -> None:
        self.places.stand_on(uid)
        term = self._terms.get(uid)
        self.members.show_term(term)
        alone = "" if term and self._before(term) else "Chưa có nhiệm kỳ nào trước đó."
        why = self.members.why_read_only or alone
        self._take.setEnabled(not why)
        self._take.setToolTip(why)

    def _hear(self, changed: Changed) -> None:
        if changed.touches("council_term"):
            self._list()

    def _make_actions(self) -> None:
        why = why_not(self._services.file.is_read_only)
        self._new = QAction("Nhiệm kỳ mới", self)
        self._change = QAction("Sửa nhiệm kỳ…", self)
        self._take = QAction("Lấy thành viên từ nhiệm kỳ trước…", self)
        self._delete = QAction("Xóa nhiệm kỳ…", self)
        for action, icon, run in (
            (self._new, "plus", self.add_term),
            (self._change, "pencil", self.change_term),
            (self._take, "users", self.take_over),
            (self._delete, "trash-2", self.delete_term),
        ):
            action.triggered.connect(run)
            self.desk.look.mark(action, icon)
            action.setEnabled(not why)
            action.setToolTip(why)
        self._new.setToolTip(why or "Ghi một nhiệm kỳ theo quyết định")

    def _listen(self) -> None:
        self.follow(self.members)
        self.places.chosen.connect(self._go)
        self.places.entered.connect(self.setFocus)
        self.members.banner.row_asked.connect(self.members.grid.seek)
        self.members.banner.term_asked.connect(self.change_term)
        self.desk.bus.changed.connect(self._hear)


def entry(term: CouncilTerm) -> str:
    """Return the years of a term, else its decision or name: "2019–2022", "từ năm 2024"."""
    first = (term.starts or term.decision_date)[:4]
    last = term.ends[:4]
    if first and last:
        return f"{first}–{last}"
    return f"từ năm {first}" if first else term.decision_number or term.name


def _words(term: CouncilTerm) -> str:
    """Return a term as the list of places shows it, its decision below its years."""
    years = entry(term)
    decision = f"QĐ {term.decision_number}" if term.decision_number else ""
    lines = [years[:1].upper() + years[1:], "" if term.decision_number == years else decision]
    return "\n".join(filter(None, lines))


def _begins(term: CouncilTerm) -> str:
    return term.starts or term.decision_date


def _tip(term: CouncilTerm) -> str:
    decision = f"Quyết định {term.decision_number}" if term.decision_number else ""
    day = f"ngày {show_date(term.decision_date)}" if term.decision_date else ""
    return "\n".join(filter(None, (term.name, f"{decision} {day}".strip())))


def _sat(term: CouncilTerm, year: int) -> bool:
    first = (term.starts or term.decision_date)[:4] or "0000"
    return first <= str(year) <= (term.ends[:4] or "9999")
