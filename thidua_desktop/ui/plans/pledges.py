"""What units registered for one year: list and form, above it who has not sent anything yet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.movements import Pledge
from thidua_desktop.domain.pledges import PledgeRow, Returns
from thidua_desktop.services.edits import Edit, Edited
from thidua_desktop.services.listed.others import PLEDGES
from thidua_desktop.services.pledges import Pledges
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.papers.outgoing import Outgoing
from thidua_desktop.ui.plans.pledge_head import PledgeHead
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import LineEditor, ProseEditor
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import NumberEditor
from thidua_desktop.ui.widgets.within import Within

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_MOST = 30


class OfYear(Within[Pledge, PledgeRow]):
    """What was registered for *year*."""

    def __init__(self, pledges: Pledges) -> None:
        super().__init__(pledges, "year", lambda year: pledges.new(year=int(year)))

    @property
    def year(self) -> int:
        """Return the year, 0 while there is none."""
        return int(self.owner or 0)

    def find(self, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        return self._records.find(self.narrowed(query)) if self.year else []

    def narrowed(self, query: Query) -> Query:
        """Return *query* narrowed to the year."""
        return replace(query, year=self.year)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored; new ones are of this year."""
        return self._records.edit(edits, label, year=self.year, **known)


class PledgesPage(FilteredPage[Pledge, PledgeRow]):
    """Grid and form of what was registered; above them how many have sent and who has not."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        self._mine = OfYear(services.pledges)
        self._returns = Returns(0)
        units = _proposing(services)
        kind = Kind(
            name="pledges",
            title="Đăng ký thi đua",
            tables=("pledge",),
            one="đăng ký",
            columns=columns(units),
            fields=_fields(units, desk),
            face=Face(_title, _line, "Đăng ký mới", "Chọn một dòng để xem và sửa."),
            nothing="Năm này chưa có đơn vị nào gửi đăng ký.",
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._mine, desk, (), lambda row: row.unit_name, why)
        ListDoor(self, services.exporting, PLEDGES, services.pledges, self._mine.narrowed)
        self._out = Outgoing(desk, self)
        self.head = PledgeHead(desk.actions["not_pledged"], desk.look)
        self.add_above(self.head)

    def show_year(self, year: int) -> None:
        """Show what was registered for *year*."""
        if str(year) != self._mine.owner:
            self._mine.owner = str(year)
            self.head.show_returns(Returns(year))
            self._ask_returns()
            self.grid.ask()

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self._returns.waiting else "Không có đơn vị nào chưa gửi."
        return {**super().offers(), "not_pledged": Offer(self.list_waiting, none)}

    def list_waiting(self) -> None:
        """Show the units that have not sent anything as a paper, to go with a reminder."""
        exporting, year = self._services.exporting, self._mine.year
        self._out.preview(
            f"Đơn vị chưa gửi đăng ký thi đua năm {year}",
            f"chua-gui-dang-ky-{year}.pdf",
            lambda path, ticket: exporting.not_pledged_paper(path, year, ticket),
        )

    def set_year(self, year: int | None) -> None:
        """What is shown is of the year of the place, whatever the window's."""

    def _ask_returns(self) -> None:
        if year := self._mine.year:
            job = self.desk.read(lambda: self._services.pledges.returns(year))
            job.succeeded.connect(self._show_returns)

    def _show_returns(self, returns: Returns) -> None:
        if returns.year == self._mine.year:
            self._returns = returns
            self.head.show_returns(returns)
            self.offers_changed.emit()

    def _hear(self, changed: Changed) -> None:
        super()._hear(changed)
        if changed.touches("pledge", "unit"):
            self._ask_returns()


def columns(units: Suggest) -> tuple[Column[PledgeRow], ...]:
    """Return the columns; *units* proposes names."""
    return (
        Column(
            "unit_name",
            "Đơn vị",
            lambda row: row.unit_name,
            240,
            cell=kinds.line("unit_name", lambda _row, text: units(text)),
            frozen=True,
        ),
        Column(
            "title_text",
            "Danh hiệu, hình thức đăng ký",
            lambda row: row.title_text,
            240,
            cell=kinds.line("title_text"),
        ),
        Column(
            "quantity",
            "Số lượng",
            lambda row: str(row.quantity or ""),
            80,
            right=True,
            cell=kinds.number("quantity"),
            values="number",
            sums=True,
        ),
        Column(
            "text", "Chỉ tiêu, nội dung khác", lambda row: row.text, 240, cell=kinds.prose("text")
        ),
    )


def _proposing(services: "Services") -> Suggest:
    def units(text: str) -> list[Suggestion]:
        found = services.units.rows(services.units.find(Query(text=text))[:_MOST])
        return [Suggestion(row.name, row.parent, row.uid) for row in found]

    return units


def _fields(units: Suggest, desk: Desk) -> tuple[Field, ...]:
    return (
        Field(
            "unit_name",
            "Đơn vị",
            lambda: SuggestionEditor(units, desk, "tên đơn vị"),
            "Đăng ký",
            needed=True,
        ),
        Field("title_text", "Danh hiệu", LineEditor, tip="Danh hiệu, hình thức đơn vị đăng ký"),
        Field("quantity", "Số lượng", NumberEditor, tip="Bao nhiêu tập thể, cá nhân"),
        Field("text", "Chỉ tiêu", lambda: ProseEditor(4), tip="Chỉ tiêu, nội dung khác"),
    )


def _title(pledge: Pledge) -> str:
    return pledge.unit_name or "Đăng ký"


def _line(pledge: Pledge) -> str:
    count = str(pledge.quantity) if pledge.quantity else ""
    return " · ".join(filter(None, (pledge.title_text, count, f"năm {pledge.year}")))
