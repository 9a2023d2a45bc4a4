"""The small inline markup of a block's body: italic, bold, footnote, field. Knows no Qt, no SQL.

`<i>…</i>`, `<b>…</b>`, `<fn>…</fn>` (a footnote at this place, its text inside, which may be
italic or bold), `<field name="…">frozen text</field>` (a live figure; the text inside is what it
showed last, or the imported words). `&lt;` and `&amp;` stand for the letters themselves.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'<(/?)(i|b|fn|field)(?: name="([^"<>]*)")?\s*(/?)>')


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote anchored here."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the words of the footnote without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Field:
    """A live figure named *name*; *text* is what it showed last."""

    name: str
    text: str = ""
    italic: bool = False
    bold: bool = False


Inline = Run | Footnote | Field


def escape(text: str) -> str:
    """Return *text* with the two letters of the markup written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def parse(body: str) -> tuple[Inline, ...]:
    """Return the pieces of *body*; a tag not ours is text, an open one ends with the body."""
    return tuple(_merge(_Reader(body).pieces()))


def render(pieces: Iterable[Inline]) -> str:
    """Return the markup of *pieces*; `parse` gives them back."""
    return "".join(_render(piece) for piece in pieces)


def plain(body: str, *, footnotes: bool = False) -> str:
    """Return the words of *body*; with *footnotes*, each in brackets where it is anchored."""
    words = []
    for piece in parse(body):
        if not isinstance(piece, Footnote):
            words.append(piece.text)
        elif footnotes:
            words.append(f" ({piece.text})")
    return "".join(words)


def notes(body: str) -> list[Footnote]:
    """Return the footnotes of *body* in order."""
    return [piece for piece in parse(body) if isinstance(piece, Footnote)]


class _Reader:
    """Reads one body once; its state is which styles and which note or field are open."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._depth = {"i": 0, "b": 0}
        self._note: list[Run] | None = None
        self._field: tuple[str, list[str]] | None = None

    def pieces(self) -> Iterator[Inline]:
        at = 0
        for token in _TOKEN.finditer(self._body):
            yield from self._text(self._body[at : token.start()])
            yield from self._tag(token)
            at = token.end()
        yield from self._text(self._body[at:])
        yield from self._close_field()
        yield from self._close_note()

    def _text(self, raw: str) -> Iterator[Inline]:
        if not raw:
            return
        text = raw.replace("&lt;", "<").replace("&amp;", "&")
        run = Run(text, self._depth["i"] > 0, self._depth["b"] > 0)
        if self._field is not None:
            self._field[1].append(text)
        elif self._note is not None:
            self._note.append(run)
        else:
            yield run

    def _tag(self, token: re.Match[str]) -> Iterator[Inline]:
        closing, tag, name, alone = token.groups()
        if tag in self._depth:
            self._depth[tag] = max(0, self._depth[tag] + (-1 if closing else 1))
        elif tag == "fn":
            yield from self._close_note()
            self._note = None if closing else []
        else:
            yield from self._close_field()
            if not closing:
                self._field = (name or "", [])
                if alone:
                    yield from self._close_field()

    def _close_note(self) -> Iterator[Inline]:
        if self._note is not None:
            yield Footnote(tuple(_merge_runs(self._note)))
            self._note = None

    def _close_field(self) -> Iterator[Inline]:
        if self._field is None:
            return
        name, words = self._field
        self._field = None
        italic, bold = self._depth["i"] > 0, self._depth["b"] > 0
        if self._note is None:
            yield Field(name, "".join(words), italic, bold)
        else:
            self._note.append(Run("".join(words), italic, bold))


def _merge(pieces: Iterable[Inline]) -> Iterator[Inline]:
    waiting: Run | None = None
    for piece in pieces:
        if isinstance(piece, Run) and waiting and _style(piece) == _style(waiting):
            waiting = Run(waiting.text + piece.text, *_style(piece))
            continue
        if waiting:
            yield waiting
        waiting = piece if isinstance(piece, Run) else None
        if waiting is None:
            yield piece
    if waiting:
        yield waiting


def _merge_runs(runs: Iterable[Run]) -> Iterator[Run]:
    return (piece for piece in _merge(runs) if isinstance(piece, Run))


def _style(run: Run) -> tuple[bool, bool]:
    return run.italic, run.bold


def _render(piece: Inline) -> str:
    if isinstance(piece, Footnote):
        return f"<fn>{render(piece.runs)}</fn>"
    text = escape(piece.text)
    if isinstance(piece, Field):
        text = f'<field name="{piece.name}">{text}</field>'
    if piece.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if piece.bold else text
