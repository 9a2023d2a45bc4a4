"""The head of a formal paper: issuer, number, place, date, type and subject, found in lines."""

import re
from dataclasses import dataclass, field, replace

from thidua_desktop.documents.reading.joining import goes_on
from thidua_desktop.documents.reading.numbering import number_of
from thidua_desktop.documents.reading.source import (
    Item,
    Line,
    all_words,
    cut,
    is_bold,
    joined,
    lines_of,
    words_of,
)
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.text import clean, fold

_LONGEST_HEAD = 300  # Letters of a line above the type name; a longer one is text.
_FAR = 30  # A paper's type stands within its first lines, or it has none.
_LONGEST_TYPE = 6  # Words; what follows in a longer line is the subject.
_TYPES = (
    *("bao cao", "ke hoach", "de cuong", "to trinh", "quyet dinh", "bien ban", "thong bao"),
    *("huong dan", "chuong trinh", "phuong an", "nghi quyet", "chi thi", "de an", "quy che"),
)
_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(rf"Số\s*:?\s*(?P<number>\w*){_BLANK}/\s*(?P<symbol>\S.*)$", re.I)
_DATE = re.compile(
    rf"(?P<place>[^,]*?)\s*,?\s*ngày{_BLANK}(?P<day>\d{{0,2}}){_BLANK}"
    rf"tháng{_BLANK}(?P<month>\d{{0,2}}){_BLANK}năm{_BLANK}(?P<year>\d{{4}})?{_BLANK}$",
    re.I,
)
_STATE = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc")
_ISSUER = re.compile(r"(?:uy ban|ubnd|hoi dong|hdnd|so|phong|ban|chi cuc|truong|huyen|tinh|xa)\b")
_NO_ISSUER = re.compile(r"(?:du thao|mat|khan|thuong khan|hoa toc|phu luc|luu hanh)\b")
_NO_SUBJECT = re.compile(r"\(|(?:kinh gui|can cu)\b")
_ORNAMENT = re.compile(r"[\s\-–—_*.=•]*$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the head says, and the items that follow it or that it could not name."""

    heading: Heading
    rest: tuple[Item, ...]


def read_opening(items: tuple[Item, ...]) -> Opening:
    """Return the head of the paper *items* and all the rest of it, in order."""
    at = _type_at(items)
    top = _Top()
    for item in items[:at]:
        for line in lines_of(item):
            top.take(line)
    name, subject, after = _title(items, at)
    heading = replace(top.heading(), type_name=name, subject=subject)
    return Opening(heading, (*top.unknown, *items[after:]))


def _type_at(items: tuple[Item, ...]) -> int:
    """Return where the type name stands, or where the head of a paper without one ends."""
    last = 0
    for at, item in enumerate(items[:_FAR]):
        if isinstance(item, Line) and _is_type(item):
            return at
        if any(map(_is_head, lines_of(item))):
            last = at + 1
    return last


def _is_type(line: Line) -> bool:
    text = words_of(line)
    folded = fold(text)
    return folded in _TYPES or (text.isupper() and folded.startswith(_TYPES))


def _is_head(line: Line) -> bool:
    text = words_of(line)[:_LONGEST_HEAD]
    return bool(_NUMBER.match(text) or _DATE.match(text)) or fold(text) in _STATE


def _title(items: tuple[Item, ...], at: int) -> tuple[str, str, int]:
    """Return type name, subject, and where the text after them begins."""
    line = items[at] if at < len(items) else None
    if not isinstance(line, Line) or not _is_type(line):
        return "", "", at
    name, subject = words_of(line), None
    if len(name.split()) > _LONGEST_TYPE:
        name = " ".join(name.split()[:2])
        subject = cut(line, len(name))
    subject, after = _subject(items, at + 1, subject)
    return name, all_words(subject) if subject else "", after


def _subject(items: tuple[Item, ...], at: int, begun: Line | None) -> tuple[Line | None, int]:
    while at < len(items) and isinstance(line := items[at], Line):
        if _ORNAMENT.match(words_of(line)):
            at += 1
            continue
        if not _is_subject(line, begun):
            break
        begun = line if begun is None else joined(begun, line)
        at += 1
    return begun, at


def _is_subject(line: Line, begun: Line | None) -> bool:
    text = words_of(line)
    if line.number or number_of(text) or _NO_SUBJECT.match(fold(text)):
        return False
    if begun is None or goes_on(begun, line):
        return True
    is_titled = line.is_title and begun.is_title
    return is_titled or (is_bold(line) and is_bold(begun) and line.is_centred)


@dataclass(slots=True)
class _Top:
    """Reads the lines above the type name, each once."""

    number: str = ""
    symbol: str = ""
    place: str = ""
    date: str = ""
    issuers: list[Line] = field(default_factory=list)
    unknown: list[Line] = field(default_factory=list)

    def take(self, line: Line) -> None:
        text = clean(all_words(line))
        if _ORNAMENT.match(text) or fold(text) in _STATE:
            return  # The name of the State is printed on every paper again.
        if len(text) > _LONGEST_HEAD:
            self.unknown.append(line)
        elif found := _NUMBER.match(text):
            self.number, self.symbol = found["number"], found["symbol"]
        elif (found := _DATE.match(text)) and not self.date:
            self.place, self.date = found["place"], _date(found)
        elif self._is_issuer(text):
            self.issuers.append(line)
        else:
            self.unknown.append(line)

    def heading(self) -> Heading:
        parents, issuers = _split_issuers(self.issuers)
        return Heading(
            parent=" ".join(map(all_words, parents)),
            issuer=" ".join(map(all_words, issuers)),
            number=self.number,
            symbol=self.symbol,
            place=self.place,
            date=self.date,
        )

    def _is_issuer(self, text: str) -> bool:
        folded = fold(text)
        is_next = bool(self.issuers) and not self.symbol
        return (
            text.isupper()
            and not _NO_ISSUER.match(folded)
            and (is_next or bool(_ISSUER.match(folded)))
        )


def _date(found: re.Match[str]) -> str:
    """Return the partial date of a date line; a day without a month says nothing."""
    parts = [found["year"] or ""]
    if parts[0] and found["month"]:
        parts.append(f"{int(found['month']):02}")
        if found["day"]:
            parts.append(f"{int(found['day']):02}")
    return "-".join(parts)


def _split_issuers(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the body above and of the issuer, who alone is bold on paper."""
    light = [line for line in lines if not is_bold(line)]
    if light and len(light) < len(lines) and lines[: len(light)] == light:
        return light, lines[len(light) :]
    folded = [fold(words_of(line)) for line in lines]
    if len(lines) < 2 or folded[0].endswith("uy ban nhan dan") or not _ISSUER.match(folded[1]):
        return [], lines
    return lines[:1], lines[1:]
