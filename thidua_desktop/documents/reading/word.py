"""Word files (.docx) to lines and grids. Knows nothing of reports and plans."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from thidua_desktop.documents.reading.guard import opened, parsed
from thidua_desktop.documents.reading.pasted import unpaste
from thidua_desktop.documents.reading.source import Grid, Line, Source
from thidua_desktop.documents.reading.word_body import Body
from thidua_desktop.documents.reading.word_letters import (
    convert_letters,
    give_back_letters,
    keep_all_letters,
    names_old_fonts,
)
from thidua_desktop.documents.reading.word_lists import Lists
from thidua_desktop.documents.reading.word_styles import Styles

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class WordTable:
    """One table; *before*: the same before its letters were converted from old fonts.

    *above*: the lines of text that stand above it.
    """

    grid: Grid
    before: Grid | None = None
    above: tuple[Line, ...] = ()


def read_word(path: Path) -> Source:
    """Return the lines and grids of the .docx file *path*, its real footnotes in place.

    What was deleted with changes tracked, hidden text, and headers and footers are left out.
    """
    with opened(path), zipfile.ZipFile(path) as package:
        main = parsed(package, _MAIN)
        if names_old_fonts(package):
            convert_letters(main, _styles(package))
        items = tuple(_body(package).items(main))
    return Source(unpaste(items))


def read_word_tables(path: Path) -> tuple[WordTable, ...]:
    """Return the tables of *path*, merged cells filled with what they show."""
    with opened(path), zipfile.ZipFile(path) as package:
        main = parsed(package, _MAIN)
        if not names_old_fonts(package):
            return tuple(_tables(package, main))
        keep_all_letters(main)
        before = [table.grid for table in _tables(package, main)]
        give_back_letters(main)
        convert_letters(main, _styles(package))
        pairs = zip(_tables(package, main), before, strict=True)
        return tuple(replace(table, before=raw) for table, raw in pairs)


def _tables(package: zipfile.ZipFile, main: Element) -> Iterator[WordTable]:
    above: list[Line] = []
    for item in _body(package, is_filled=True).items(main):
        if isinstance(item, Line):
            above.append(item)
        else:
            yield WordTable(item, above=tuple(above))
            above = []


def _body(package: zipfile.ZipFile, is_filled: bool = False) -> Body:
    parts = _related(package)

    def part(kind: str) -> Element | None:
        return parsed(package, parts[kind]) if kind in parts else None

    notes = {kind: root for kind in _NOTES if (root := part(kind)) is not None}
    styles, lists = Styles.of(part("styles")), Lists.of(part("numbering"))
    if names_old_fonts(package):
        for root in notes.values():
            convert_letters(root, styles)
    return Body(styles, lists, notes, is_filled)


def _styles(package: zipfile.ZipFile) -> Styles:
    parts = _related(package)
    return Styles.of(parsed(package, parts["styles"]) if "styles" in parts else None)


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
