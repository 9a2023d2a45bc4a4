"""The list of nominations: grid and form, and what is done to the chosen ones at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import STATES, Nomination, NominationRow
from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.services.checking.verdicts import VERDICT
from thidua_desktop.ui.checks.beside import CheckBeside
from thidua_desktop.ui.checks.verdicts import Verdicts
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.honour_form import HonourForm
from thidua_desktop.ui.honours.kin_search import KinSearch
from thidua_desktop.ui.honours.linking import Links
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.honours.tied import Tied
from thidua_desktop.ui.nominations.columns import columns
from thidua_desktop.ui.nominations.deciding import Deciding
from thidua_desktop.ui.nominations.fields import fields
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.outgoing import EXCEL, Outgoing
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_FILTERS = (
    Choosable("state", "Tình trạng", STATES),
    Choosable(VERDICT, "Kiểm tra", {str(code): words for code, words in VERDICTS.items()}),
    Choosable("recipient_kind", "Đối tượng", KINDS),
    Choosable("level", "Cấp", LEVELS),
    Choosable("loai_hinh", "Loại hình", LOAI_HINH),
)


class NominationsList(FilteredPage[Nomination, NominationRow]):
    """Who is put forward for what, and how far it is."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        why = why_not(services.file.is_read_only)
        links, self.suggesting = Links(), Suggesting(services)
        self._known_here: Mapping[str, Any] = {}
        self._verdicts = Verdicts(services.checks, desk)
        kind = Kind(
            name="nominations",
            title="Đề nghị khen thưởng",
            tables=("nomination", "dossier"),
            one="đề nghị",
            columns=columns(services, self._verdicts),
            fields=fields(self.suggesting, desk),
            face=Face(_title, _line, "Đề nghị mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có đề nghị khen thưởng nào.",
        )
        self.tied = Tied(services.nominations, links)
        super().__init__(kind, self.tied, desk, _FILTERS, name_of, why)
        self.deciding = Deciding(services, desk, self)
        self._honour = HonourForm(self.pane.form, services.laws, self.suggesting, links, law_day)
        self._out = Outgoing(desk, self)
        self.check = CheckBeside(self.pane, self.tied.linked, services, desk)
        self._verdicts.setParent(self)
        self._verdicts.came.connect(self.grid.view.viewport().update)
        self.kin = KinSearch(self, services.units)
        for told in (self.grid.selection_changed, self.grid.found):
            told.connect(self.offers_changed)

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.grid.count else "Chưa có dòng nào để xuất."
        several = "" if self.grid.view.chosen_count() else "Hãy chọn đề nghị trước."
        wanting = self.why_read_only or several
        return {
            **super().offers(),
            "export": Offer(self.export, none),
            "print": Offer(self.print, none),
            "set_state": Offer(lambda: self._settle(self._set_state), wanting),
            "move": Offer(lambda: self._settle(self._move), wanting),
            "enter": Offer(lambda: self._settle(self._enter), wanting),
        }

    def search(self, text: str) -> None:
        self.kin.search(text)

    def show_place(self, conditions: tuple[Filter, ...], known: Mapping[str, Any]) -> None:
        """List only what meets *conditions*; new nominations begin with what is *known*."""
        self.tied.conditions, self._known_here = conditions, known
        self._know(self.grid.query.year)
        self.grid.ask()

    def set_year(self, year: int | None) -> None:
        """Show the nominations of *year*; new ones begin in it, so that they are seen."""
        self._know(year)
        super().set_year(year)

    def _know(self, year: int | None) -> None:
        of_year = {} if year is None else {"year": year}
        self.tied.known = {**of_year, **self._known_here}

    def narrow_to_cell(self) -> None:
        """Show only the rows that say the same as the cell in focus, of a verdict too."""
        index = self.grid.view.currentIndex()
        column, uid = self.grid.model.columns[index.column()], self.grid.current
        if column.name != VERDICT:
            super().narrow_to_cell()
        elif uid and (code := self._verdicts.code(uid)):
            words = f"{column.title}: {self._verdicts.words(uid)}"
            self.filters.put(Filter(VERDICT, code, "is"), words)

    @property
    def query(self) -> Query:
        """Return the question whose answer is listed, with the conditions of the place."""
        return self.tied.narrowed(self.grid.query)

    def export(self) -> None:
        """Write the rows shown to a workbook."""
        exporting, query = self._services.exporting, self.query
        year = f"-{query.year}" if query.year else ""
        self._out.save(
            "Xuất danh sách đề nghị",
            f"danh-sach-de-nghi{year}.xlsx",
            (EXCEL,),
            lambda path, ticket: exporting.nominations(path, query, ticket),
        )

    def print(self) -> None:
        """Show the rows shown as a paper, to be printed."""
        exporting, query = self._services.exporting, self.query
        self._out.preview(
            "Danh sách đề nghị khen thưởng",
            "de-nghi.pdf",
            lambda path, ticket: exporting.nominations_paper(path, query, ticket),
        )

    def _set_state(self) -> None:
        self.deciding.set_state(self.grid.selected())

    def _move(self) -> None:
        self.deciding.move(self.grid.selected())

    def _enter(self) -> None:
        self.deciding.enter(self.grid.selected())

    def _lay_out(self) -> None:
        super()._lay_out()
        actions = self.desk.actions
        self.grid.set_menu([actions[name] for name in ("set_state", "move", "enter")])

    def _show(self, answer: tuple[int, Nomination]) -> None:
        super()._show(answer)
        self._honour.refresh()

    def _show_new(self, draft: Nomination) -> None:
        super()._show_new(draft)
        self._honour.refresh()


def name_of(row: NominationRow) -> str:
    """Return a row in words: "Y Hoa (Lao động tiên tiến, 2024)"."""
    return f"{row.name} ({row.title_text}, {row.year})"


def law_day(nomination: Nomination) -> str:
    """Return the date whose law holds: the year's, as long as nothing is decided."""
    return str(nomination.year) if 1900 <= nomination.year <= 2100 else ""


def _title(nomination: Nomination) -> str:
    return nomination.recipient.name or "Đề nghị"


def _line(nomination: Nomination) -> str:
    state = STATES.get(nomination.state, nomination.state)
    year = str(nomination.year or "")
    return " · ".join(filter(None, (nomination.title_text, year, state)))
