"""Word files (.docx) to lines and grids. Knows nothing of reports and plans."""

import zipfile
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from thidua_desktop.documents.reading.guard import opened, parsed
from thidua_desktop.documents.reading.pasted import unpaste
from thidua_desktop.documents.reading.source import Grid, Source
from thidua_desktop.documents.reading.word_body import Body
from thidua_desktop.documents.reading.word_lists import Lists
from thidua_desktop.documents.reading.word_styles import Styles

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


def read_word(path: Path) -> Source:
    """Return the lines and grids of the .docx file *path*, its real footnotes in place.

    What was deleted with changes tracked, hidden text, and headers and footers are left out.
    """
    with opened(path), zipfile.ZipFile(path) as package:
        body = _body(package)
        items = tuple(body.items(parsed(package, _MAIN)))
    return Source(unpaste(items))


def read_word_tables(path: Path) -> tuple[Grid, ...]:
    """Return the tables of *path*, merged cells filled with what they show."""
    with opened(path), zipfile.ZipFile(path) as package:
        body = _body(package, is_filled=True)
        return tuple(i for i in body.items(parsed(package, _MAIN)) if isinstance(i, Grid))


def _body(package: zipfile.ZipFile, is_filled: bool = False) -> Body:
    parts = _related(package)

    def part(kind: str) -> Element | None:
        return parsed(package, parts[kind]) if kind in parts else None

    notes = {kind: part(kind) for kind in _NOTES}
    styles, lists = Styles.of(part("styles")), Lists.of(part("numbering"))
    return Body(
        styles, lists, {kind: root for kind, root in notes.items() if root is not None}, is_filled
    )


def _related(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts beside the main one that are there: kind to name."""
    main = PurePosixPath(_MAIN)
    relations = str(main.parent / "_rels" / f"{main.name}.rels")
    names = set(package.namelist())
    found = {}
    for relation in parsed(package, relations) if relations in names else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        name = target.lstrip("/") if target.startswith("/") else str(main.parent / target)
        if name in names:
            found[kind] = name
    return found
