"""XML of a package read as events, without entities. Knows no format of files."""

from collections.abc import Callable
from typing import IO, Any
from xml.parsers import expat

Attributes = dict[str, str]


def read_events(
    part: IO[bytes],
    start: Callable[[str, Attributes], Any],
    end: Callable[[str], Any],
    text: Callable[[str], Any],
) -> None:
    """Tell what *part* holds: names of elements and attributes come without their prefixes.

    Raises ValueError when it is damaged or defines entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(_bare(name), _plain(attributes))
    parser.EndElementHandler = lambda name: end(_bare(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.ParseFile(part)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _plain(attributes: Attributes) -> Attributes:
    for name in attributes:
        if ":" in name:
            return {_bare(name): text for name, text in attributes.items()}
    return attributes


def _refuse(*_: object) -> None:
    raise ValueError("a document type is no part of a workbook")
