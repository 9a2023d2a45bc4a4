"""The footnotes of a Word document: a part of its own, cited from the text. Knows no paper."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from thidua_desktop.documents.docx.elements import Element, paragraph, run, w
from thidua_desktop.documents.docx.styles import NOTE, NOTE_MARK
from thidua_desktop.domain.markup import Footnote, Run


class Footnotes:
    """Collects footnotes as they are cited; Word numbers them and keeps them at the page's foot."""

    def __init__(self) -> None:
        self._notes = w(
            "footnotes", _separator(-1, "separator"), _separator(0, "continuationSeparator")
        )

    def cite(self, note: Footnote) -> Element:
        """Keep *note* and return the run that cites it."""
        number = len(self._notes) - 1
        mark = w("r", w("rPr", w("rStyle", val=NOTE_MARK)), w("footnoteRef"))
        words = paragraph(NOTE, mark, run(" "), *map(styled, note.runs))
        self._notes.append(w("footnote", words, id=number))
        return w("r", w("rPr", w("rStyle", val=NOTE_MARK)), w("footnoteReference", id=number))

    def attach(self, document: Document) -> None:
        """Make the footnotes a part of *document*."""
        name = PackURI("/word/footnotes.xml")
        package = document.part.package
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, self._notes, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def styled(piece: Run, size: float | None = None) -> Element:
    """Return the run of *piece*, bold and italic as it says."""
    return run(piece.text, bold=piece.bold, italic=piece.italic, size=size)


def _separator(number: int, kind: str) -> Element:
    line = w("p", w("r", w(kind)))
    return w("footnote", line, type=kind, id=number)
