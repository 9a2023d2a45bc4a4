"""What proves that a task is done: lines of text, papers of the office added from proposals."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.text import fold, words
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import Editor, ProseEditor
from thidua_desktop.ui.widgets.suggestions import Suggest, Suggestion, SuggestionEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_MOST = 20
_LINES = 2


class ProofEditor(Editor):
    """Its value is text; below it a line in which a paper is looked for, and taken as a line."""

    def __init__(self, suggest: Suggest, desk: Desk) -> None:
        super().__init__()
        self.prose = ProseEditor(_LINES)
        self.paper = SuggestionEditor(suggest, desk, "thêm văn bản: gõ số hoặc trích yếu")
        self.prose.changed.connect(self.changed)
        self.paper.changed.connect(self.changed)
        self.field = self.prose.field
        self.paper.taken.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(self.prose)
        column.addWidget(self.paper)
        self.setFocusProxy(self.prose)

    def value(self) -> Any:
        """Return the text; words left in the line of papers are its last line."""
        return "\n".join(filter(None, (self.prose.value(), self.paper.value())))

    def words(self) -> str:
        return str(self.value())

    def show_value(self, value: Any) -> None:
        self.prose.show_value(value)
        self.paper.show_value("")

    def set_read_only(self, on: bool) -> None:
        self.prose.set_read_only(on)
        self.paper.setVisible(not on)

    def call(self, name: str, tip: str) -> None:
        self.prose.call(name, tip)
        self.paper.call(f"{name}: thêm văn bản", "Báo cáo và quyết định có trong tệp này")

    def _take(self, paper: Suggestion) -> None:
        """Put the paper taken below the text, and have the line ready for another."""
        kept = filter(None, (self.prose.value(), paper.text))
        self.prose.show_value("\n".join(kept))
        self.paper.show_value("")
        self.changed.emit()


class Papers:
    """Proposes the papers of the office that have the words typed: reports and decisions."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def __call__(self, text: str) -> list[Suggestion]:
        """Return the papers with a number whose number, date or subject has all words of *text*."""
        return [*self._reports(text), *self._decisions(text)][:_MOST]

    def _reports(self, text: str) -> list[Suggestion]:
        found = []
        for report in self._services.reports.all():
            head = report.heading
            if not head.number:
                continue
            named = f"Báo cáo số {head.number}/{head.symbol} {_day(head.date)}".strip()
            said = fold(f"{named} {head.subject}")
            if all(word in said for word in words(text)):
                found.append(Suggestion(named, head.subject, report.uid))
        return found

    def _decisions(self, text: str) -> list[Suggestion]:
        decisions = self._services.decisions
        uids = decisions.find(Query(text=text))[:_MOST]
        return [
            Suggestion(f"Quyết định số {row.number} {_day(row.date)}".strip(), row.subject, row.uid)
            for row in decisions.rows(uids)
            if row.number
        ]


def _day(date: str) -> str:
    return f"ngày {show_date(date)}" if len(date) > len("2024-01") else ""
