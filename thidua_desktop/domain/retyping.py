"""Markup whose words were typed anew without their look: what stays keeps it. Knows no screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from thidua_desktop.domain.markup import Field, Footnote, Inline, Run, parse, render

_WORDS = re.compile(r"\w+|\s|[^\w\s]")


def retyped(body: str, text: str) -> str:
    """Return the markup of *text*, plain words that took the place of those of *body*.

    Words that stayed are italic or bold as before, and fields where they stayed whole; footnotes
    stay where they were. New words look like those they replace, or like both their neighbours.
    """
    old = _words(body)
    new = _WORDS.findall(text)
    matcher = SequenceMatcher(None, [word.text for word in old], new, autojunk=False)
    made: list[Inline] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            made += _again(old[first:last])
            continue
        look = _look(old, first, last)
        made.append(Run("".join(new[start:end]), look.italic, look.bold))
        made += (note for word in old[first:last] for note in word.notes)
    return render(parse(render(made)))


@dataclass(slots=True)
class _Word:
    """One word or sign as it stood: its look, the live field it is part of, the notes after it."""

    text: str
    look: Run
    live: Field | None = None
    notes: tuple[Footnote, ...] = ()


_PLAIN = Run("")


def _words(body: str) -> list[_Word]:
    words: list[_Word] = []
    for piece in parse(body):
        if isinstance(piece, Footnote):
            if not words:
                words.append(_Word("", _PLAIN))
            words[-1].notes += (piece,)
        else:
            look = Run("", piece.italic, piece.bold)
            live = piece if isinstance(piece, Field) else None
            words += (_Word(text, look, live) for text in _WORDS.findall(piece.text))
    return words


def _again(words: Sequence[_Word]) -> Iterator[Inline]:
    """Give *words* as they stood; a field of which a word is missing is text from now on."""
    for live, group in groupby(words, key=lambda word: word.live):
        same = list(group)
        text = "".join(word.text for word in same)
        if live is not None and text == live.text:
            yield live
            yield from (note for word in same for note in word.notes)
            continue
        for word in same:
            yield replace(word.look, text=word.text)
            yield from word.notes


def _look(old: Sequence[_Word], first: int, last: int) -> Run:
    """Return how the words look that come in the place of those from *first* to before *last*."""
    looks = {word.look for word in old[first:last] if word.text.strip()}
    if not looks:
        beside = (*old[max(first - 1, 0) : first], *old[last : last + 1])
        looks = {word.look for word in beside}
    return looks.pop() if len(looks) == 1 else _PLAIN
