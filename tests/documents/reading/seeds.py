"""The source documents that stand beside the checkout, and their words told by other means."""

import html
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import notes, plain

_FOLDER = Path(__file__).resolve().parents[4] / "shared" / "seeds"
_TAG = re.compile(r"<sup>[^<]*</sup>|</?(?:ul|li|b|i)\b[^>]*>")
_NOTE_LINE = re.compile(r"<sup>\d+</sup>")


def seed(start: str) -> Path:
    """Return the source document whose name begins by *start*, or skip the test."""
    found = sorted(_FOLDER.glob(f"{start}*.txt"))
    if not found:
        pytest.skip(f"the source documents are not at {_FOLDER}")
    return found[0]


def words(text: str) -> list[str]:
    """Return the words of *text*, numbers and marks between spaces counting as words."""
    return text.split()


def source_words(text: str) -> tuple[list[str], list[list[str]]]:
    """Return the words of a marked-up *text* in order, and those of its footnotes."""
    running: list[list[str]] = []
    footnotes: list[list[str]] = []
    for line in text.splitlines():
        bare = re.sub(r"^#+ ", "", line).replace("**", "").replace("*", "")
        bare = html.unescape(_TAG.sub(" " if "<li>" in line else "", bare))
        (footnotes if _NOTE_LINE.match(line) else running).append(words(bare))
    return [word for line in running for word in line], footnotes


def block_words(blocks: Iterable[Block]) -> list[str]:
    """Return the words of *blocks* in order, footnotes left out."""
    return [w for block in blocks for w in words(f"{block.number} {plain(block.body)}")]


def footnote_words(blocks: Iterable[Block]) -> list[list[str]]:
    """Return the words of each footnote in the order of the references."""
    return [words(note.text) for block in blocks for note in notes(block.body)]


def heading_words(heading: Heading) -> tuple[list[str], list[str]]:
    """Return the words that *heading* puts before the text and after it."""
    date = f"ngày tháng năm {heading.date}" if heading.date else ""
    number = f"Số: {heading.number}/{heading.symbol}" if heading.symbol else ""
    place = f"{heading.place}, {date}" if heading.place else date
    before = (heading.parent, heading.issuer, number, place, heading.type_name, heading.subject)
    receivers = f"Nơi nhận: {heading.recipients}" if heading.recipients else ""
    after = (receivers, heading.authority, heading.signer)
    return words(" ".join(before)), words(" ".join(after))
