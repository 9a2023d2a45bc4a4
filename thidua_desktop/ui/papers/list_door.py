"""The way of a page's list out of the window, to a file or to the preview, as it is narrowed now.

Knows no list by name.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from thidua_desktop.domain.listing import Query
from thidua_desktop.services.exporting import Exporting
from thidua_desktop.services.listed.forms import ListForm
from thidua_desktop.services.listed.pages import Source
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.papers.outgoing import EXCEL, PDF, WORD, Draw, Outgoing
from thidua_desktop.ui.prompts import Choice
from thidua_desktop.ui.widgets.records_page import RecordsPage

_NONE = "Chưa có dòng nào để xuất hay in."
_PRIVATE = "Ghi cả số định danh?"
_WHY = "Số định danh là dữ liệu cá nhân; chỉ ghi khi người nhận cần."


class ListDoor(QObject):
    """Answers export and print of *page* with the rows that it shows, in the columns of *form*.

    *source* has the rows; *narrowed* makes of what the grid asks what *source* is to be asked,
    where the page adds conditions of its own.
    """

    def __init__(
        self,
        page: RecordsPage[Any, Any],
        exporting: Exporting,
        form: ListForm,
        source: Source,
        narrowed: Callable[[Query], Query] | None = None,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._exporting = exporting
        self._form = form
        self._source = source
        self._narrowed = narrowed
        self._out = Outgoing(page.desk, page)
        page.offer_more(self.offers)
        page.grid.found.connect(page.offers_changed)

    def offers(self) -> Mapping[str, Offer]:
        """Return the two commands; without rows they say so."""
        none = "" if self._page.grid.count else _NONE
        return {"export": Offer(self.export, none), "print": Offer(self.print, none)}

    def export(self) -> None:
        """Write the rows shown to a workbook, or as a paper."""
        if draw := self._draw():
            title = f"Xuất {_begun_small(self._form.title)}"
            self._out.save(title, self._file_name("xlsx"), (EXCEL, PDF, WORD), draw)

    def print(self) -> None:
        """Show the rows shown as a paper, to be printed."""
        if draw := self._draw():
            self._out.preview(self._form.title, self._file_name("pdf"), draw)

    def _draw(self) -> Draw | None:
        """Return what draws the rows shown; None when the officer thinks better of it."""
        is_full = self._is_full()
        if is_full is None:
            return None
        exporting, form, source, query = self._exporting, self._form, self._source, self._query()
        return lambda path, ticket: exporting.listed(
            path, form, source, query, ticket, is_full=is_full
        )

    def _query(self) -> Query:
        asked = self._page.grid.query
        return self._narrowed(asked) if self._narrowed else asked

    def _is_full(self) -> bool | None:
        """Ask whether private columns go out too, where there are any; None to stay."""
        if not self._form.has_private:
            return False
        choices = (
            Choice("without", "Không ghi"),
            Choice("with", "Ghi cả số định danh"),
            Choice("stay", "Thôi"),
        )
        answer = self._page.desk.prompts.ask(_PRIVATE, choices, _WHY)
        return None if answer == "stay" else answer == "with"

    def _file_name(self, ending: str) -> str:
        year = self._query().year if self._form.has_years else None
        return f"{self._form.file}-{year}.{ending}" if year else f"{self._form.file}.{ending}"


def _begun_small(words: str) -> str:
    return words[:1].lower() + words[1:]
