"""The members of one term of the council: list and form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.council import ROLES, CouncilMember, CouncilTerm, MemberRow, mismatches
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Query
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.council.banner import Banner
from thidua_desktop.ui.council.term import facts
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.buttons import menu_button
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, TickEditor
from thidua_desktop.ui.widgets.elided import ElidedLine
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor
from thidua_desktop.ui.widgets.within import Within

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TICKS = {1: "Thư ký", 0: "Không là thư ký"}


def columns(people: Suggest) -> tuple[Column[MemberRow], ...]:
    """Return the columns; *people* proposes names."""
    return (
        Column(
            "ordinal",
            "TT",
            lambda row: str(row.ordinal or ""),
            44,
            right=True,
            cell=kinds.number("ordinal"),
            values="number",
            frozen=True,
        ),
        Column(
            "full_name",
            "Họ và tên",
            lambda row: row.full_name,
            190,
            cell=kinds.line("full_name", lambda _row, text: people(text)),
            frozen=True,
        ),
        Column("position", "Chức vụ", lambda row: row.position, 230, cell=kinds.line("position")),
        Column(
            "role",
            "Vai trò",
            lambda row: ROLES.get(row.role, row.role),
            160,
            cell=kinds.choice("role", ROLES),
            words=ROLES,
        ),
        Column(
            "is_secretary",
            "Thư ký",
            lambda row: "Thư ký" if row.is_secretary else "",
            72,
            cell=kinds.tick("is_secretary", "Thư ký"),
            words=_TICKS,
        ),
        Column(
            "starts",
            "Từ ngày",
            lambda row: show_date(row.starts),
            90,
            cell=kinds.day("starts", lambda row: str(row.starts)),
            values="date",
        ),
        Column(
            "ends",
            "Đến ngày",
            lambda row: show_date(row.ends),
            90,
            cell=kinds.day("ends", lambda row: str(row.ends)),
            values="date",
        ),
    )


class MembersPage(FilteredPage[CouncilMember, MemberRow]):
    """Grid and form of the members; above the grid stands what is known of the term."""

    def __init__(
        self, services: "Services", desk: Desk, on_term: Sequence[QAction], banner: Banner
    ) -> None:
        self._services = services
        self._term: CouncilTerm | None = None
        self._facts = ElidedLine()
        self._on_term = on_term
        self.banner = banner
        council = services.council
        self._within = Within(council, "term_uid", lambda uid: council.new(term_uid=uid))
        kind = Kind(
            name="council",
            title="Thành viên Hội đồng",
            tables=("council_member",),
            one="thành viên",
            columns=columns(_proposing(services)),
            fields=_fields(services, desk),
            face=Face(_title, _line, "Thành viên mới", "Chọn một dòng để xem và sửa."),
            nothing="Nhiệm kỳ này chưa có thành viên nào.",
        )
        roles = Choosable("role", "Vai trò", ROLES)
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._within, desk, (roles,), lambda row: row.full_name, why)
        editor = self.pane.form.editor("full_name")
        if isinstance(editor, SuggestionEditor):
            editor.taken.connect(self._fill_position)

    @property
    def term_uid(self) -> str:
        """Return the term whose members are shown, or ""."""
        return self._within.owner

    def show_term(self, term: CouncilTerm | None) -> None:
        """Show the members of *term*."""
        self._term = term
        owner = term.uid if term else ""
        if owner != self._within.owner:
            self._within.owner = owner
            self.grid.ask()
        self._ask_facts()

    def set_year(self, year: int | None) -> None:
        """Members are listed by term, whatever the year."""

    def _ask_facts(self) -> None:
        if term := self._term:
            job = self.desk.read(lambda: (term, self._services.council.members(term.uid)))
            job.succeeded.connect(self._say_facts)

    def _say_facts(self, answer: tuple[CouncilTerm, list[CouncilMember]]) -> None:
        term, members = answer
        if term is self._term:
            self._facts.say(facts(term, members))
            self.banner.tell(mismatches(term, members))

    def _hear(self, changed: Changed) -> None:
        super()._hear(changed)
        if changed.touches("council_member"):
            self._ask_facts()

    def _fill_position(self, chosen: Suggestion) -> None:
        editor = self.pane.form.editor("position")
        if not editor.value():
            editor.show_value(chosen.detail)
            editor.changed.emit()

    def _lay_out(self) -> None:
        super()._lay_out()
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(sizes.GAP, sizes.TIGHT, sizes.SPACE, 0)
        row.setSpacing(sizes.SPACE)
        row.addWidget(self._facts, 1)
        row.addWidget(menu_button("Nhiệm kỳ", self._on_term, self))
        self.add_above(self.banner)
        self.add_above(bar)


def _proposing(services: "Services") -> Suggest:
    def people(text: str) -> list[Suggestion]:
        found = services.people.rows(services.people.find(Query(text=text))[:30])
        return [
            Suggestion(row.full_name, ", ".join(filter(None, (row.position, row.unit))), row.uid)
            for row in found
        ]

    return people


def _fields(services: "Services", desk: Desk) -> tuple[Field, ...]:
    people = _proposing(services)
    return (
        Field(
            "full_name",
            "Họ và tên",
            lambda: SuggestionEditor(people, desk),
            "Thành viên",
            needed=True,
        ),
        Field("position", "Chức vụ", LineEditor, tip="Chức vụ ghi trong quyết định"),
        Field("role", "Vai trò", lambda: ChoiceEditor(ROLES), "Trong Hội đồng"),
        Field("is_secretary", "Thư ký", lambda: TickEditor("Là thư ký Hội đồng")),
        Field("ordinal", "Thứ tự", NumberEditor, tip="Thứ tự trong quyết định"),
        Field("starts", "Từ ngày", DateEditor, "Thời gian", "Để trống khi theo cả nhiệm kỳ"),
        Field("ends", "Đến ngày", DateEditor, tip="Ghi khi thôi tham gia trước hết nhiệm kỳ"),
    )


def _title(member: CouncilMember) -> str:
    return member.full_name or "Thành viên"


def _line(member: CouncilMember) -> str:
    role = ROLES.get(member.role, member.role)
    return f"{role}, thư ký" if member.is_secretary else role
