"""A formal paper in any file we read: heading, body, remarks. Knows no report and no plan."""

from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.documents.reading.closing import read_closing
from thidua_desktop.documents.reading.footnotes import anchor
from thidua_desktop.documents.reading.guard import foreign, kind_of, locked, too_heavy, unreadable
from thidua_desktop.documents.reading.html import read_html
from thidua_desktop.documents.reading.joining import join_broken
from thidua_desktop.documents.reading.opening import read_opening
from thidua_desktop.documents.reading.source import Item, Source
from thidua_desktop.documents.reading.text import read_text
from thidua_desktop.documents.reading.word import read_word
from thidua_desktop.domain.heading import Heading

_MOST_TEXT = 5 * 1024 * 1024  # Bytes: a thousand pages.
_WANTED = "văn bản Word (.docx) hoặc tệp chữ (.txt, .md)"
_PAGES = (".html", ".htm")
_AFTER = "Sau chữ ký còn nội dung; phần đó được đặt vào cuối bài."


@dataclass(frozen=True, slots=True)
class Parts:
    """A paper taken apart: what stands in its frame, and its text as joined lines and grids."""

    heading: Heading
    body: tuple[Item, ...]
    remarks: tuple[str, ...]


def read_parts(path: Path) -> Parts:
    """Return the parts of the paper in *path*; nothing of it is lost.

    Raises OutsideError, Refused or BadFile with a sentence when *path* cannot be read.
    """
    source = anchor(read_source(path))
    opening = read_opening(source.items)
    closing = read_closing(opening.rest)
    heading = replace(
        opening.heading,
        recipients=closing.recipients,
        authority=closing.authority,
        signer=closing.signer,
    )
    remarks = (*source.remarks, *([_AFTER] if closing.after else []))
    return Parts(heading, (*join_broken(closing.body), *join_broken(closing.after)), remarks)


def read_source(path: Path) -> Source:
    """Return the lines and grids of *path*, whatever it is called: its content decides.

    Where HTML does not begin as such, its name .html tells it from a text with marks.
    """
    kind = kind_of(path)
    if kind == "docx":
        return read_word(path)
    if kind in ("text", "html") and path.stat().st_size > _MOST_TEXT:
        raise too_heavy(path)
    if kind == "html" or (kind == "text" and path.suffix.lower() in _PAGES):
        return read_html(path)
    if kind in ("text", "html"):
        return read_text(path)
    if kind == "encrypted":
        raise locked(path)
    if kind in ("doc", "rtf", "odt", "pdf"):
        raise unreadable(path, kind, _WANTED)
    raise foreign(path, _WANTED)
