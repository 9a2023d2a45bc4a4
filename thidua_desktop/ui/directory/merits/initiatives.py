"""The page of initiatives and research: title, authors, scope, recognition, what they serve."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.merits import INITIATIVE_KINDS, SCOPES, Initiative, InitiativeRow
from thidua_desktop.domain.nominations import NominationRow
from thidua_desktop.services.listed.merits import INITIATIVES
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.of_year import OfYear
from thidua_desktop.ui.directory.merits.uses_dialog import UsesDialog
from thidua_desktop.ui.directory.merits.whose import Choosing
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor, TickEditor
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_APPLIED = {1: "Đã áp dụng", 0: "Chưa áp dụng"}


def make(services: "Services", desk: Desk) -> "InitiativesPage":
    """Return the page over *services*."""
    return InitiativesPage(services, desk)


class InitiativesPage(FilteredPage[Initiative, InitiativeRow]):
    """Authors are written one after another; who is meant is found by the name and the unit."""

    list_kind = "merits"

    def __init__(self, services: "Services", desk: Desk) -> None:
        self._services = services
        self._of_year: OfYear[Initiative, InitiativeRow] = OfYear(services.initiatives)
        authors = Authors(Choosing(services))
        kind = Kind(
            name="initiatives",
            title="Sáng kiến, đề tài",
            tables=("initiative", "initiative_use", "initiative_author"),
            one="sáng kiến",
            columns=_columns(authors),
            fields=_fields(authors, desk),
            face=Face(_title, _line, "Sáng kiến mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có sáng kiến, đề tài nào.",
        )
        choosables = (
            Choosable("kind", "Loại", INITIATIVE_KINDS),
            Choosable("scope", "Phạm vi", SCOPES),
        )
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._of_year, desk, choosables, lambda row: row.title, why)
        self.grid.set_menu([desk.actions["use_initiative"]])
        ListDoor(self, services.exporting, INITIATIVES, services.initiatives)

    def offers(self) -> Mapping[str, Offer]:
        none = "" if self.grid.current else "Hãy chọn một sáng kiến trước."
        use = Offer(self.choose_uses, self.why_read_only or none)
        return {**super().offers(), "use_initiative": use}

    def set_year(self, year: int | None) -> None:
        """Show the initiatives of *year*; new ones are of it."""
        self._of_year.year = year
        super().set_year(year)

    def choose_uses(self) -> None:
        """Ask which nominations of its authors the chosen initiative serves."""
        initiatives, uid = self._services.initiatives, self.grid.current
        job = self.desk.read(
            lambda: (
                initiatives.get(uid),
                initiatives.candidates(uid),
                initiatives.uses(uid),
            )
        )
        job.succeeded.connect(self._ask_uses)

    def _ask_uses(self, known: tuple[Initiative, list[NominationRow], list[str]]) -> None:
        initiative, candidates, uses = known
        titles = asking_titles(self._services.laws)
        dialog = UsesDialog(initiative, candidates, uses, titles, self.desk.look, self)
        chosen = dialog.answer(self.desk.prompts)
        if chosen is not None:
            initiatives = self._services.initiatives
            self.desk.write(lambda: initiatives.use_for(initiative.uid, *chosen))


def asking_titles(book: LawBook) -> dict[str, str]:
    """Return by id the titles of people that ask for an initiative, in any of the packs."""
    known = (title for pack in book.packs for title in pack.titles)
    return {t.id: t.name for t in known if t.initiative and t.recipient == "person"}


class Authors:
    """Completes the last of several names; a namesake is written with the unit in brackets."""

    def __init__(self, choosing: Choosing) -> None:
        self._choosing = choosing

    def propose(self, text: str) -> Sequence[Suggestion]:
        """Return *text* with its last name completed to each person who may be meant."""
        before, mark, last = text.rpartition(";")
        head = f"{before}{mark} " if mark else ""
        found = self._choosing.people(last.strip()) if last.strip() else ()
        names = [each.text for each in found]
        units = self._choosing.units_of([each.key for each in found])
        return [
            Suggestion(head + _called(each, names, units.get(each.key, "")), each.detail, each.key)
            for each in found
        ]


def _called(one: Suggestion, names: Sequence[str], unit: str) -> str:
    has_namesake = names.count(one.text) > 1
    return f"{one.text} ({unit})" if has_namesake and unit else one.text


def _columns(authors: Authors) -> tuple[Column[InitiativeRow], ...]:
    return (
        Column(
            "title",
            "Tên sáng kiến, đề tài",
            lambda row: row.title,
            240,
            cell=kinds.line("title"),
            frozen=True,
        ),
        Column(
            "authors",
            "Tác giả",
            lambda row: row.authors,
            180,
            cell=kinds.line("authors", lambda _row, text: authors.propose(text)),
        ),
        *_COLUMNS,
    )


_COLUMNS: tuple[Column[InitiativeRow], ...] = (
    Column(
        "year",
        "Năm",
        lambda row: str(row.year or ""),
        56,
        right=True,
        cell=kinds.number("year"),
        values="number",
    ),
    Column(
        "scope",
        "Phạm vi",
        lambda row: SCOPES.get(row.scope, row.scope),
        110,
        cell=kinds.choice("scope", SCOPES),
        words=SCOPES,
    ),
    Column(
        "kind",
        "Loại",
        lambda row: INITIATIVE_KINDS.get(row.kind, row.kind),
        120,
        cell=kinds.choice("kind", INITIATIVE_KINDS),
        words=INITIATIVE_KINDS,
    ),
    Column(
        "is_applied",
        "Áp dụng",
        lambda row: "Đã áp dụng" if row.is_applied else "",
        96,
        cell=kinds.tick("is_applied", "Đã áp dụng"),
        words=_APPLIED,
    ),
    Column(
        "recognised_by",
        "Nơi công nhận",
        lambda row: row.recognised_by,
        170,
        cell=kinds.line("recognised_by"),
    ),
    Column(
        "decision_number",
        "Số quyết định",
        lambda row: row.decision_number,
        110,
        cell=kinds.line("decision_number"),
    ),
    Column(
        "decision_date",
        "Ngày ký",
        lambda row: show_date(row.decision_date),
        90,
        cell=kinds.day("decision_date", lambda row: str(row.decision_date)),
        values="date",
    ),
    Column(
        "uses",
        "Đã dùng",
        lambda row: str(row.uses or ""),
        76,
        right=True,
        values="number",
    ),
)


def _fields(authors: Authors, desk: Desk) -> tuple[Field, ...]:
    return (
        Field("title", "Tên", lambda: ProseEditor(2), "Sáng kiến, đề tài", needed=True),
        Field(
            "authors",
            "Tác giả",
            lambda: SuggestionEditor(authors.propose, desk),
            tip="Nhiều tác giả cách nhau bằng dấu chấm phẩy; trùng tên thì ghi đơn vị trong ngoặc",
            needed=True,
        ),
        Field("kind", "Loại", lambda: ChoiceEditor(INITIATIVE_KINDS)),
        Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
        Field("scope", "Phạm vi", lambda: ChoiceEditor(SCOPES), "Công nhận"),
        Field("is_applied", "Áp dụng", lambda: TickEditor("Đã áp dụng có hiệu quả")),
        Field("recognised_by", "Nơi công nhận", LineEditor),
        Field("decision_number", "Số quyết định", lambda: LineEditor(width=18)),
        Field("decision_date", "Ngày ký", DateEditor),
    )


def _title(initiative: Initiative) -> str:
    return initiative.title or "Sáng kiến"


def _line(initiative: Initiative) -> str:
    year = str(initiative.year or "")
    return " · ".join(filter(None, (initiative.authors, year, SCOPES.get(initiative.scope, ""))))
