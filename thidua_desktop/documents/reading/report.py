"""A report out of a .txt, .md or .docx file: heading, blocks and period."""

from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.documents.reading.outline import outline
from thidua_desktop.documents.reading.papers import read_parts
from thidua_desktop.documents.reading.period import kind_and_half, year_of
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import plain


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A report as read: *kind*, *year* and *half* are guessed (0: not found).

    *remarks* are sentences for the officer about what could not be understood; no word is lost.
    """

    heading: Heading
    blocks: tuple[Block, ...]
    kind: str
    year: int
    half: int
    remarks: tuple[str, ...] = ()


def read_report(path: Path) -> ReadPaper:
    """Return the report in *path*. Raises OutsideError, Refused or BadFile with a sentence."""
    parts = read_parts(path)
    blocks = outline(parts.body)
    kind, half = kind_and_half(parts.heading.subject)
    text = (plain(block.body) for block in blocks)
    year = year_of(parts.heading.subject, parts.heading.date, text)
    return ReadPaper(parts.heading, blocks, kind, year, half, parts.remarks)
