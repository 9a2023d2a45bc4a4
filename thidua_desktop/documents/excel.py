"""Draws a sheet as a workbook that prints well as it is. Knows no records and no database."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range

from thidua_desktop.documents.letter_widths import DIGIT, line_count
from thidua_desktop.documents.output import whole_file
from thidua_desktop.documents.sheet_rows import MOST_ROWS, Pen, RowsSheet, row_height, tidy
from thidua_desktop.documents.sheets import Cell, Group, Kind, Sheet
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.work import Ticket

_BUTTON = 2  # digits that the button of a filter takes in the head
_AIR = 6  # points around the words of the head, and above it
_PROGRESS = 500  # rows between two words to the ticket

_FONT, _SIZE, _TITLE_SIZE = "Times New Roman", 12, 14
_Look = Mapping[str, object]
_PLAIN: _Look = {"valign": "vcenter", "text_wrap": True}
_ISSUER: _Look = {**_PLAIN, "bold": True}
_TITLE: _Look = {**_ISSUER, "font_size": _TITLE_SIZE, "align": "center"}
_LINE: _Look = {**_PLAIN, "italic": True, "align": "center"}
_NOTE: _Look = {**_PLAIN, "italic": True}
_BODY: _Look = {**_PLAIN, "border": 1}
_STRONG: _Look = {**_BODY, "bold": True}
_HEAD: _Look = {**_STRONG, "align": "center"}
_ALIGN = {"text": "left", "number": "right", "money": "right"}  # other kinds stand in the middle
_NUMBERS = {"money": "#,##0", "date": "dd/mm/yyyy"}

_INCH = 25.4
_A4 = 9
_MARGINS = {"left": 30, "right": 15, "top": 20, "bottom": 20}  # mm, NĐ 30/2020/NĐ-CP
_FOOT = f'&C&"{_FONT},Regular"&{_SIZE}Trang &P/&N'


def write(sheet: Sheet, path: Path, ticket: Ticket) -> None:
    """Draw *sheet* at *path*, whole or not at all.

    Raises Cancelled when the ticket says so, OutsideError when the disk fails, Refused when a
    text or the number of rows is more than a workbook can hold.
    """
    # The library leaves the files of its rows behind on failure, so they get a folder of our own;
    # and it leaves its archive open on a full disk, so that is packed in memory.
    with whole_file(path) as target, TemporaryDirectory() as folder:
        packed = BytesIO()
        _Drawing(sheet, packed, folder).draw(ticket)
        target.write_bytes(packed.getbuffer())


class _Drawing:
    """One sheet on its way into a workbook, from the top down; *_row* is the next free row."""

    def __init__(self, sheet: Sheet, file: BytesIO, folder: str) -> None:
        self._sheet = sheet
        self._book = Workbook(file, _options(folder))
        page = self._book.add_worksheet(_tab_name(sheet.name), RowsSheet)
        self._page = cast(RowsSheet, page)
        self._last = len(sheet.columns) - 1
        self._row = 0

    def draw(self, ticket: Ticket) -> None:
        try:
            self._set_page()
            self._titles()
            self._table(ticket)
            self._notes()
            ticket.step(self._sheet.row_count, self._sheet.row_count, "Đang đóng gói tệp Excel")
            self._book.close()
        except FileCreateError as failure:
            raise failure.args[0] from failure  # the OSError it hides
        finally:
            self._page.let_go()

    def _set_page(self) -> None:
        sheet, page = self._sheet, self._page
        issuer = tidy(sheet.issuer)
        self._book.set_properties(
            {
                "title": tidy(sheet.title),
                "author": issuer,
                "company": issuer,
                "created": sheet.made.astimezone(UTC),
            }
        )
        page.set_paper(_A4)
        page.set_landscape()
        page.set_margins(**{side: mm / _INCH for side, mm in _MARGINS.items()})
        page.set_footer(_FOOT, {"margin": 10 / _INCH})
        page.center_horizontally()
        page.fit_to_pages(1, 0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)

    def _titles(self) -> None:
        if self._sheet.issuer:
            self._across(self._sheet.issuer, _ISSUER)
        self._across(self._sheet.title, _TITLE, _TITLE_SIZE)
        for line in self._sheet.lines:
            self._across(line, _LINE)
        self._page.set_row(self._row, _AIR)
        self._row += 1

    def _table(self, ticket: Ticket) -> None:
        self._head()
        first = self._row
        sums = self._body(ticket)
        last = max(first, self._row - 1)
        if self._sheet.is_filtered:
            self._page.autofilter(first - 1, 0, last, self._last)
        # Identity numbers are text on purpose; Excel need not mark each of them as doubtful.
        self._page.ignore_errors({"number_stored_as_text": xl_range(first, 0, last, self._last)})
        if sums and self._row > first:
            self._totals(first, sums)

    def _head(self) -> None:
        look = self._format(_HEAD)
        self._page.set_row(self._row, self._head_height())
        for place, column in enumerate(self._sheet.columns):
            self._page.write_string(self._row, place, _words(column.title), look)
        self._page.repeat_rows(self._row)
        self._row += 1
        self._page.freeze_panes(self._row, self._sheet.frozen)

    def _head_height(self) -> float:
        columns = self._sheet.columns
        rooms = [max(1.0, column.width - _BUTTON * self._sheet.is_filtered) for column in columns]
        lines = [
            line_count(tidy(column.title), room * DIGIT, bold=True)
            for column, room in zip(columns, rooms, strict=True)
        ]
        return row_height(max(lines)) + _AIR

    def _body(self, ticket: Ticket) -> dict[int, int | Decimal]:
        """Write the rows and return the sums of the columns that want one, by place."""
        sheet, pens = self._sheet, self._pens()
        sums: dict[int, int | Decimal] = {
            place: 0 for place, column in enumerate(sheet.columns) if column.is_summed
        }
        for done, line in enumerate(sheet.rows):
            if done % _PROGRESS == 0:
                ticket.step(done, max(done, sheet.row_count), "Đang ghi các dòng vào tệp Excel")
            if isinstance(line, Group):
                self._across(line.text, _STRONG)
                continue
            self._line(pens, line)
            for place in sums:
                sums[place] += _amount(line[place])
        return sums

    def _line(self, pens: Sequence[Pen], line: Sequence[Cell]) -> None:
        row, self._row = self._row, self._row + 1
        if row >= MOST_ROWS:
            raise Refused(
                "Danh sách dài quá 1.048.576 dòng, tệp Excel không chứa hết.",
                "Chưa có tệp nào được ghi.",
                "Hãy lọc theo năm hoặc theo đơn vị rồi xuất từng phần.",
            )
        cells = [pen.cell(self._row, value) for pen, value in zip(pens, line, strict=True)]
        lines = max(map(Pen.lines, pens, line))
        self._page.write_cells(row, "".join(cells), lines)

    def _totals(self, first: int, sums: Mapping[int, int | Decimal]) -> None:
        """Write the sums as formulas, so that they follow what a filter leaves in sight."""
        row, last = self._row, self._row - 1
        for place in range(self._last + 1):
            self._page.write_blank(row, place, None, self._format(_STRONG))
        self._merged(row, min(sums) - 1, "Tổng cộng", _HEAD)
        for place, value in sums.items():
            formula = f"=SUBTOTAL(109,{xl_range(first, place, last, place)})"
            look = self._format(_STRONG, self._sheet.columns[place].kind)
            self._page.write_formula(row, place, formula, look, value)
        self._row += 1

    def _notes(self) -> None:
        for note in self._sheet.notes:
            self._across(note, _NOTE)

    def _across(self, text: str, look: _Look, size: int = _SIZE) -> None:
        """Write *text* over all columns, in letters of *size*."""
        room = sum(column.width for column in self._sheet.columns) * DIGIT * _SIZE / size
        lines = line_count(tidy(text), room, bold="bold" in look)
        self._page.set_row(self._row, row_height(lines, size) + _AIR / 2)
        self._merged(self._row, self._last, text, look)
        self._row += 1

    def _merged(self, row: int, last: int, text: str, look: _Look) -> None:
        """Write *text* from the first column to *last*; nothing where there is no such column."""
        if last > 0:
            self._page.merge_range(row, 0, row, last, _words(text), self._format(look))
        elif last == 0:
            self._page.write_string(row, 0, _words(text), self._format(look))

    def _pens(self) -> list[Pen]:
        pens = []
        for place, column in enumerate(self._sheet.columns):
            words = {**_BODY, "align": _ALIGN.get(column.kind, "center")}
            numbers = self._format(_BODY, column.kind)
            pens.append(Pen(place, column, self._format(words), numbers))
        return pens

    def _format(self, look: _Look, kind: Kind | None = None) -> Format:
        """Return *look* as the workbook knows it, for numbers of *kind* when one is given."""
        if kind is not None:
            look = {
                **look,
                "align": _ALIGN.get(kind, "center"),
                "num_format": _NUMBERS.get(kind, "General"),
                "text_wrap": False,  # a number that does not fit shows as ###, never as half
            }
        return self._book.add_format(dict(look))


def _options(folder: str) -> dict[str, object]:
    return {
        "constant_memory": True,
        "tmpdir": folder,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": _FONT, "font_size": _SIZE},
        "default_column_width": 72,  # in pixels, as Times New Roman 12 has it
        "default_row_height": 21,
    }


_NOT_IN_TAB_NAMES = re.compile(r"[\[\]:*?/\\]")


def _tab_name(name: str) -> str:
    return _NOT_IN_TAB_NAMES.sub("-", tidy(name))[:31].strip(" '") or "Danh sách"


def _words(text: str) -> str:
    """Return *text* for the library's own doors, where "<r>…</r>" would pass as ready XML."""
    text = tidy(text)
    return f"{text} " if text.startswith("<r>") else text


def _amount(value: Cell) -> int | Decimal:
    return value if isinstance(value, int | Decimal) else 0
