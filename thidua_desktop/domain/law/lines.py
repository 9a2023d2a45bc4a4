"""Finds the line of a law file that an entry, or one word inside it, stands on. Reads no file."""

import re
from collections.abc import Iterator, Sequence

_HEADER = re.compile(r"\s*\[\[?\s*([\w.]+)\s*\]\]?")
_QUOTED = re.compile("“(.+?)”")
_PLACE = re.compile(r"\(tại [^)]*?(\w+)[\]\[\d.]*\)$")
_PATH = re.compile(r"\bpath\[(\d+)\]")


def line_of(text: str, section: str, number: int, reason: str = "") -> int:
    """Return the line, from 1, of the entry *number* (from 0) of *section* in *text*.

    Where *reason* puts a word in quotes, or says where inside ("(tại path[0].id)"), that line.
    The first line where there is no such entry.
    """
    lines = text.splitlines()
    begin, end = _entry(lines, section, number)
    if found := _PATH.search(reason):
        begin, end = _part(lines, begin, end, f"{section}.path", int(found[1]))
    for word in _QUOTED.findall(reason) + _PLACE.findall(reason):
        for n in range(begin, end):
            if _names(lines[n], word):
                return n + 1
    return begin + 1


def _entry(lines: Sequence[str], section: str, number: int) -> tuple[int, int]:
    """Return where the entry begins, and where the next entry of any section does."""
    headers = list(_headers(lines))
    own = [place for place, (_, name) in enumerate(headers) if name == section]
    if number >= len(own):
        return 0, 0
    begin = headers[own[number]][0]
    after = headers[own[number] + 1 :]
    next_ones = (line for line, name in after if not name.startswith(f"{section}."))
    return begin, next(next_ones, len(lines))


def _part(lines: Sequence[str], begin: int, end: int, name: str, number: int) -> tuple[int, int]:
    """Return the lines of one part of an entry; those of the entry where it has no such part."""
    headers = [(line, found) for line, found in _headers(lines) if begin <= line < end]
    own = [line for line, found in headers if found == name]
    if number >= len(own):
        return begin, end
    return own[number], next((line for line, _ in headers if line > own[number]), end)


def _headers(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines):
        if found := _HEADER.match(line):
            yield number, found[1]


def _names(line: str, word: str) -> bool:
    """Say whether *line* has *word* as a key or as a whole text."""
    return bool(re.search(rf'(^|[\s{{,]){re.escape(word)}\s*=|"{re.escape(word)}"', line))
