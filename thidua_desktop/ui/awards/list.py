"""The register itself: grid and form of its awards."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.awards import NATURES, Award, AwardRow, Correction
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.ui.awards.columns import columns
from thidua_desktop.ui.awards.correcting import CorrectionDialog
from thidua_desktop.ui.awards.fields import fields
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.hints import day_or_none, money_hint
from thidua_desktop.ui.honours.honour_form import HonourForm, line_of, say
from thidua_desktop.ui.honours.kin_search import KinSearch
from thidua_desktop.ui.honours.linking import Links
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.honours.tied import Tied
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.page import Sought
from thidua_desktop.ui.papers.outgoing import EXCEL, PDF, WORD, Outgoing
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_FILTERS = (
    Choosable("level", "Cấp", LEVELS),
    Choosable("recipient_kind", "Đối tượng", KINDS),
    Choosable("loai_hinh", "Loại hình", LOAI_HINH),
    Choosable("nature", "Ghi sổ", NATURES),
)


class AwardsList(FilteredPage[Award, AwardRow]):
    """Every award as it was on the day of its decision."""

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        why = why_not(services.file.is_read_only)
        links, self.suggesting = Links(), Suggesting(services)
        kind = Kind(
            name="awards",
            title="Sổ khen thưởng",
            tables=("award", "decision"),
            one="khen thưởng",
            columns=columns(services),
            fields=fields(self.suggesting, desk),
            face=Face(_title, _line, "Khen thưởng mới", "Chọn một dòng để xem và sửa."),
            nothing="Sổ chưa có khen thưởng nào.",
        )
        self.tied = Tied(services.awards, links)
        super().__init__(kind, self.tied, desk, _FILTERS, name_of, why)
        self._honour = HonourForm(self.pane.form, services.laws, self.suggesting, links, law_day)
        self._out = Outgoing(desk, self)
        self.kin = KinSearch(self, services.units)
        self.grid.found.connect(self.offers_changed)
        self.pane.form.edited.connect(self._say_money)
        line_of(self.pane.form, "decision_number").taken.connect(self._take_decision)

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.grid.count else "Chưa có dòng nào để xuất hay in."
        return {
            **super().offers(),
            "export": Offer(self.export, none),
            "print": Offer(self.print, none),
        }

    def search(self, text: str) -> None:
        self.kin.search(text)

    def set_year(self, year: int | None) -> None:
        """Show the awards of *year*; new ones begin in it, so that they are seen."""
        self.tied.known = {} if year is None else {"year": year}
        super().set_year(year)

    def export(self) -> None:
        """Write the rows shown to a workbook, or as a paper."""
        exporting, query = self._services.exporting, self.tied.narrowed(self.grid.query)

        def draw(path: Any, ticket: Any) -> None:
            is_sheet = path.suffix.lower() == ".xlsx"
            (exporting.register if is_sheet else exporting.register_paper)(path, query, ticket)

        self._out.save("Xuất sổ khen thưởng", self._file_name("xlsx"), (EXCEL, PDF, WORD), draw)

    def print(self) -> None:
        """Show the rows shown as a paper, to be printed."""
        exporting, query = self._services.exporting, self.tied.narrowed(self.grid.query)
        self._out.preview(
            "Sổ khen thưởng",
            self._file_name("pdf"),
            lambda path, ticket: exporting.register_paper(path, query, ticket),
        )

    def show_place(self, conditions: tuple[Filter, ...]) -> None:
        """List only what meets *conditions*."""
        self.tied.conditions = conditions
        self.grid.ask()

    def show_decision(self, uid: str, number: str) -> None:
        """List only the awards of the decision *uid*, until its condition is dropped."""
        self.show_sought(
            Sought("", None, ((Filter("decision_uid", uid, "is"), f"Quyết định: {number}"),))
        )

    def _keep_form(self, then: Callable[[], None]) -> None:
        """Keep the draft; what changes the words of an issued decision is asked for as such."""
        form = self.pane.form
        if not self._uid or form.problems():
            self._keep_plainly(then)
            return
        draft = self.tied.linked(form.draft())

        def go_on(found: Sequence[Correction]) -> None:
            if found:
                self._correct(draft, found, then)
            else:
                self._keep_plainly(then)

        job = self.desk.read(lambda: self._services.awards.corrections(draft))
        job.succeeded.connect(go_on)

    def _keep_plainly(self, then: Callable[[], None]) -> None:
        super()._keep_form(then)

    def _correct(self, draft: Award, found: Sequence[Correction], then: Callable[[], None]) -> None:
        dialog = CorrectionDialog(found, draft.decision_number, self.desk.look, self)
        reason = dialog.answer(self.desk.prompts)
        if reason:
            job = self.desk.write(lambda: self._services.awards.correct(draft, reason))
            job.on(RuleError, self._mark)
            job.succeeded.connect(while_here(self, lambda _changed: self._saved(draft, then)))

    def _show(self, answer: tuple[int, Award]) -> None:
        super()._show(answer)
        self._say_all()

    def _show_new(self, draft: Award) -> None:
        super()._show_new(draft)
        self._say_all()

    def _say_all(self) -> None:
        self._honour.refresh()
        self._say_money()

    def _say_money(self, _name: str = "") -> None:
        if self.pane.form.value is None:
            return
        draft = self.pane.form.draft()
        date = day_or_none(draft.decision_date)
        hint = money_hint(self._services.laws, draft.title, date, draft.recipient.kind)
        say(self.pane.form, "coefficient", hint)

    def _take_decision(self, chosen: Suggestion) -> None:
        """Fill in day and authority of the decision chosen."""
        job = self.desk.read(lambda: self._services.decisions.get(chosen.key))
        job.succeeded.connect(self._fill_decision)

    def _fill_decision(self, decision: Any) -> None:
        for name, value in (("decision_date", decision.date), ("authority", decision.authority)):
            editor = self.pane.form.editor(name)
            editor.show_value(value)
            editor.changed.emit()

    def _file_name(self, suffix: str) -> str:
        year = self.grid.query.year
        return f"so-khen-thuong-{year}.{suffix}" if year else f"so-khen-thuong.{suffix}"


def name_of(row: AwardRow) -> str:
    """Return a row in words: "Y Hoa (Lao động tiên tiến, 2024)"."""
    return f"{row.name} ({row.title_text}, {row.year})"


def law_day(award: Award) -> str:
    """Return the date whose law holds: the decision's, else the year's."""
    year = str(award.year) if 1900 <= award.year <= 2100 else ""
    return day_or_none(award.decision_date) or year


def _title(award: Award) -> str:
    return award.recipient.name or "Khen thưởng"


def _line(award: Award) -> str:
    number = "Chỉ ghi năm, không có quyết định"
    if award.decision_number:
        number = f"Quyết định {award.decision_number}"
    return " · ".join(filter(None, (award.title_text, str(award.year or ""), number)))
