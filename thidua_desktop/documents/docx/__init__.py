"""Draws a paper as a Word document that the officer can go on editing. Knows no records."""

from datetime import UTC
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.section import Section
from docx.shared import Mm

from thidua_desktop.documents.docx.elements import Element, mm, paragraph, run, w
from thidua_desktop.documents.docx.footnotes import Footnotes
from thidua_desktop.documents.docx.styles import FOOTER, HEADER, restyle
from thidua_desktop.documents.docx.text import Text
from thidua_desktop.documents.output import whole_file
from thidua_desktop.documents.paper import Paper
from thidua_desktop.domain.work import Ticket

_A4 = (210, 297)  # mm
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 15, 20, 20  # mm
_FROM_EDGE = 10  # mm, from the edge of the sheet to the page number
_NOT_OURS = (
    "customXml",
    "extended-properties",
    "fontTable",
    "numbering",
    "stylesWithEffects",
    "thumbnail",
    "webSettings",
)
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the first a package knows: the same paper gives the same bytes


def write(paper: Paper, path: Path, ticket: Ticket) -> None:
    """Draw *paper* at *path*, whole or not at all.

    Raises Cancelled when the ticket says so, OutsideError when the disk fails.
    """
    document = Document()
    _strip(document)
    restyle(document)
    room = _set_page(document.sections[0], paper)
    _set_properties(document, paper)
    notes = Footnotes()
    end = document.sections[0]._sectPr
    for element in Text(paper, notes, room).elements(ticket):
        end.addprevious(element)
    notes.attach(document)
    with whole_file(path) as target:
        _save(document, target)


def _strip(document: WordDocument) -> None:
    """Take out what the library's empty document brings along and a paper does not use."""
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _NOT_OURS:
                del relations[key]


def _set_page(section: Section, paper: Paper) -> int:
    """Set sheet, margins and page numbers; return the width of the text in twips."""
    width, height = reversed(_A4) if paper.is_landscape else _A4
    section.orientation = (
        WD_ORIENTATION.LANDSCAPE if paper.is_landscape else WD_ORIENTATION.PORTRAIT
    )
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.header_distance = section.footer_distance = Mm(_FROM_EDGE)
    if paper.is_counted:
        number = [run("Trang "), _field("PAGE"), run("/"), _field("NUMPAGES")]
        section.footer._element[:] = [paragraph(FOOTER, *number)]
    else:
        section.different_first_page_header_footer = True
        section.header._element[:] = [paragraph(HEADER, _field("PAGE"))]
    return mm(width - _LEFT - _RIGHT)


def _field(name: str) -> Element:
    return w("fldSimple", run("2"), instr=f" {name} ")


def _set_properties(document: WordDocument, paper: Paper) -> None:
    told = document.core_properties
    told.title, told.author, told.last_modified_by = paper.title, paper.author, paper.author
    told.created = told.modified = paper.made.astimezone(UTC)
    told.comments, told.language = "", "vi-VN"


def _save(document: WordDocument, path: Path) -> None:
    """Write the package with fixed times inside."""
    packed = BytesIO()
    document.save(packed)
    with ZipFile(packed) as made, ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name in made.namelist():
            item = ZipInfo(name, _ZIP_TIME)
            item.compress_type = ZIP_DEFLATED
            file.writestr(item, made.read(name))
