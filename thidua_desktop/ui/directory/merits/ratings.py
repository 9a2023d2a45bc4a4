"""The page of yearly ratings, of people and of collectives."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.merits import RATINGS, RATINGS_SHORT, Rating, RatingRow
from thidua_desktop.domain.text import fold
from thidua_desktop.services.listed.merits import RATINGS_LIST
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.of_year import OfYear
from thidua_desktop.ui.directory.merits.whose import Choosing, who
from thidua_desktop.ui.papers.list_door import ListDoor
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.cells.kinds import Cell
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.filter_bar import Choosable
from thidua_desktop.ui.widgets.filtered_page import FilteredPage
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.reading_only import why_not
from thidua_desktop.ui.widgets.record_pane import Face
from thidua_desktop.ui.widgets.records_page import Kind
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.value_editors import NumberEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_SHORT = {fold(short): rating for rating, short in RATINGS_SHORT.items()}
_TONES = {"EXCELLENT": "green", "FAIL": "red"}


def make(services: "Services", desk: Desk) -> "RatingsPage":
    """Return the page over *services*."""
    return RatingsPage(services, desk)


class RatingsPage(FilteredPage[Rating, RatingRow]):
    """Typed and pasted like a sheet: a name, its unit, the year, the rating."""

    list_kind = "merits"

    def __init__(self, services: "Services", desk: Desk) -> None:
        choosing = Choosing(services)
        self._of_year: OfYear[Rating, RatingRow] = OfYear(services.ratings)
        columns: tuple[Column[RatingRow], ...] = (*choosing.columns(), *_COLUMNS)
        kind = Kind(
            name="ratings",
            title="Xếp loại hằng năm",
            tables=("rating", "person", "unit"),
            one="xếp loại",
            columns=columns,
            fields=(*choosing.fields(desk), *_FIELDS),
            face=Face(_title, _line, "Xếp loại mới", "Chọn một dòng để xem và sửa."),
            nothing="Chưa có xếp loại nào. Có thể dán cả bảng từ Excel vào đây.",
        )
        ratings = Choosable("rating", "Mức xếp loại", RATINGS)
        why = why_not(services.file.is_read_only)
        super().__init__(kind, self._of_year, desk, (ratings,), who, why)
        ListDoor(self, services.exporting, RATINGS_LIST, services.ratings)

    def set_year(self, year: int | None) -> None:
        """Show the ratings of *year*; new ones are of it."""
        self._of_year.year = year
        super().set_year(year)


def _rating_cell() -> Cell:
    """Return the cell of a rating, which takes the usual short forms too."""

    def read(text: str) -> Any:
        return _SHORT.get(fold(text).replace(" ", "")) or kinds.key_of(RATINGS, text)

    return replace(kinds.choice("rating", RATINGS), read=read)


_COLUMNS: tuple[Column[RatingRow], ...] = (
    Column(
        "year",
        "Năm",
        lambda row: str(row.year or ""),
        48,
        right=True,
        cell=kinds.number("year"),
        values="number",
    ),
    Column(
        "rating",
        "Mức xếp loại",
        lambda row: RATINGS.get(row.rating, row.rating),
        180,
        state=lambda row: _TONES.get(row.rating, ""),
        cell=_rating_cell(),
        words=RATINGS,
    ),
)
_FIELDS = (
    Field("year", "Năm", lambda: NumberEditor(grouped=False), "Xếp loại", needed=True),
    Field("rating", "Mức xếp loại", lambda: ChoiceEditor(RATINGS), needed=True),
)


def _title(rating: Rating) -> str:
    return f"Xếp loại năm {rating.year}" if rating.year else "Xếp loại"


def _line(rating: Rating) -> str:
    return RATINGS.get(rating.rating, rating.rating)
