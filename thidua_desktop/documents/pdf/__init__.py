"""Draws a paper as a PDF file, letters inside, footnotes where cited. Knows no records."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from thidua_desktop.documents.fonts import FontFolder
from thidua_desktop.documents.output import whole_file
from thidua_desktop.documents.paper import GroupRow, Paper, Table, TotalRow
from thidua_desktop.documents.pdf.boxes import draw_line
from thidua_desktop.documents.pdf.flow import Flow
from thidua_desktop.documents.pdf.letters import ASCENT, Letters, Style
from thidua_desktop.documents.pdf.lines import Line
from thidua_desktop.documents.pdf.notes import Notes
from thidua_desktop.documents.pdf.pages import Page, Paging, units
from thidua_desktop.documents.pdf.pen import Pen
from thidua_desktop.documents.pdf.sheet import MM, SheetOfPaper
from thidua_desktop.documents.prose import Paragraph, content
from thidua_desktop.domain.blocks import Spot
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.work import Ticket

Spots = Mapping[str, Sequence[Spot]]

_PROGRESS = 200  # boxes between two words to the ticket
_NUMBER_SIZE, _FOOT_SIZE = 14.0, 11.0
_FROM_EDGE = 10 * MM  # from the edge of the sheet to the page number


def write(paper: Paper, path: Path, fonts: FontFolder, ticket: Ticket) -> Spots:
    """Draw *paper* at *path*, whole or not at all; return where each block stands, by its uid.

    Raises Cancelled when the ticket says so, OutsideError when the disk fails, Refused when a
    font is gone. A character the letters do not have is drawn as "□"; `problems` names them.
    """
    letters = Letters(fonts)
    sheet = SheetOfPaper(paper.is_landscape)
    notes = Notes(letters, sheet.room[0])
    pages = _pages(paper, letters, notes, sheet, ticket)
    spots, count = _spots(pages, sheet), len(pages)
    pages.reverse()
    with whole_file(path) as target:
        pen = Pen(target, sheet.size, letters)
        pen.properties(title=paper.title, author=paper.author, made=paper.made)
        for number in range(1, count + 1):
            ticket.step(count + number - 1, 2 * count, f"Đang vẽ trang {number}/{count}")
            page = pages.pop()  # Let go when drawn: many at once would hold Python's lock.
            _draw(page, notes, sheet, pen)
            _number(number, count, paper, sheet, letters, pen)
            pen.end_page()
        pen.save()
    return spots


def problems(paper: Paper, fonts: FontFolder) -> list[Problem]:
    """Return a warning for characters of *paper* that its letters cannot show."""
    missing = fonts.not_covered(_texts(paper))
    if not missing:
        return []
    shown = ", ".join(f"“{character}” (U+{ord(character):04X})" for character in missing[:10])
    return [Problem("body", f"Phông chữ không có ký tự {shown}; trên giấy sẽ in ô vuông “□”.")]


def _pages(
    paper: Paper, letters: Letters, notes: Notes, sheet: SheetOfPaper, ticket: Ticket
) -> list[Page]:
    width, height = sheet.room
    expected = len(paper.blocks) + sum(len(table.rows) for table in paper.tables.values())
    paging = Paging(height, notes)
    for number, unit in enumerate(units(Flow(paper, letters, notes, width).boxes())):
        if number % _PROGRESS == 0:
            ticket.step(min(number, expected), 2 * expected, "Đang dàn trang")
        paging.add(unit)
    return paging.pages()


def _spots(pages: Sequence[Page], sheet: SheetOfPaper) -> Spots:
    """Return one spot for each block on each page it stands on."""
    found: dict[str, list[Spot]] = {}
    for number, page in enumerate(pages):
        for top, box in page.boxes:
            if box.block:
                spots = found.setdefault(box.block, [])
                first = spots.pop().top if spots and spots[-1].page == number else sheet.top + top
                spots.append(Spot(number, first, sheet.top + top + box.height - first))
    return found


def _draw(page: Page, notes: Notes, sheet: SheetOfPaper, pen: Pen) -> None:
    for top, box in page.boxes:
        if box.mark:
            pen.mark(box.mark.title, box.mark.level, sheet.top + top)
        box.draw(pen, sheet.left, sheet.top + top)
    if page.notes:
        bottom = sheet.top + sheet.room[1]
        notes.draw(pen, page.notes, sheet.left, bottom, goes_on=page.carried > 0)


def _number(
    number: int, count: int, paper: Paper, sheet: SheetOfPaper, letters: Letters, pen: Pen
) -> None:
    """Number the page: at its top from page 2 (Mục II.8 b), or at its foot with the count."""
    room = (sheet.left, sheet.room[0])
    if paper.is_counted:
        line = _line(f"Trang {number}/{count}", letters.style(_FOOT_SIZE))
        draw_line(pen, line, "right", room, sheet.size[1] - _FROM_EDGE)
    elif number > 1:
        line = _line(str(number), letters.style(_NUMBER_SIZE))
        draw_line(pen, line, "center", room, _FROM_EDGE + ASCENT * _NUMBER_SIZE)


def _line(text: str, style: Style) -> Line:
    return Line(((text, style),), style.width(text))


def _texts(paper: Paper) -> Iterator[str]:
    """Return every text of *paper*, markup and all."""
    if heading := paper.heading:
        yield from (heading.parent, heading.issuer, heading.number, heading.symbol, heading.place)
        yield from (heading.type_name, heading.subject, heading.authority, heading.signer)
        yield heading.recipients
    yield from paper.subtitle
    for part in content(paper):
        if isinstance(part, Paragraph):
            yield from (piece.text for piece in part.pieces)
        else:
            yield from _cells(part)


def _cells(table: Table) -> Iterator[str]:
    yield from (column.title for column in table.columns)
    for row in table.rows:
        values = row.cells if isinstance(row, GroupRow | TotalRow) else row
        yield from (value for value in values if isinstance(value, str))
