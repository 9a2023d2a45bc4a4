"""Vietnamese letters: how text is tidied, searched and ordered. Knows no people and no titles."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, normalize

_CACHED_WORDS = 1 << 16  # Syllables and numbers of one large register: a few megabytes at most.


def clean(text: str) -> str:
    """Return *text* as it is stored: NFC, one kind of Đ, no controls, single spaces, trimmed.

    Text in a legacy font (TCVN3, VNI) is converted before this: there a soft hyphen is a letter.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(normalize("NFC", text.translate(_TIDY)).split())


def clean_prose(text: str) -> str:
    """Return *text* cleaned line by line; empty lines stay inside and go at both ends."""
    lines = text.replace("\r\n", "\n").translate(_LINES).split("\n")
    return "\n".join(map(clean, lines)).strip("\n")


def fold(text: str) -> str:
    """Return *text* for searching: no case, no marks, plain quotes and dashes, single spaces.

    Where a tone stands in its syllable makes no difference, because the tone is gone.
    """
    return " ".join(filter(None, map(_fold_word, text.split())))


def words(query: str) -> list[str]:
    """Return the folded words of *query*, in order."""
    return fold(query).split()


def sort_key(text: str) -> bytes:
    """Return bytes that put *text* in dictionary order when they are compared as they are.

    All letters decide first, then all tones, then capitals: An, Anh, Ánh, Ăn, Ân, Ẩn.
    """
    return b"\0".join(_levels(text.split()))


def name_key(full_name: str) -> bytes:
    """Return bytes that order people: the given name (the last word), then family and middle name.

    Capitals decide last of all, so that AN of one list stands beside An of another.
    """
    parts = full_name.split()
    given, given_tones, given_capitals = _levels(parts[-1:])
    family, family_tones, family_capitals = _levels(parts[:-1])
    levels = (given, given_tones, family, family_tones, given_capitals, family_capitals)
    return b"\0".join(levels)


# What is tidied away

_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_SPACES = "\t\x1c\x1d\x1e\x1f"  # Controls that str.split() takes for spaces; so do we.
_INVISIBLE = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFFF9, 0xFFFB))
_SURROGATES = range(0xD800, 0xE000)  # Half a UTF-16 pair cannot be written to any file.


def _unseen() -> Iterator[int]:
    """Give the code points that print nothing: controls, joiners, direction marks, soft hyphen."""
    yield from (code for code in range(0xA0) if category(chr(code)) == "Cc")
    yield from (0x00AD, 0x061C, 0x180E, 0xFEFF, 0xFFFE, 0xFFFF)
    for first, last in _INVISIBLE:
        yield from range(first, last + 1)


_TIDY: dict[int, str] = {
    **dict.fromkeys(_SURROGATES, "\ufffd"),
    **dict.fromkeys(_unseen(), ""),
    **dict.fromkeys(map(ord, _BREAKS + _SPACES), " "),
    **dict.fromkeys(map(ord, "\u00d0\u0189"), "Đ"),
    **dict.fromkeys(map(ord, "\u00f0\u0256"), "đ"),
}
_LINES: dict[int, str] = dict.fromkeys(map(ord, _BREAKS), "\n")

# What searching does not see

_PLAIN: dict[int, str] = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʹʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
}
# Ba Na and Gia Rai write ƀ.
_SEARCHED: dict[int, str] = {**_PLAIN, ord("đ"): "d", ord("ƀ"): "b"}


@lru_cache(maxsize=_CACHED_WORDS)
def _fold_word(word: str) -> str:
    letters = normalize("NFD", normalize("NFD", word.translate(_TIDY)).casefold())
    bare = "".join(letter for letter in letters if category(letter) != "Mn")
    return bare.translate(_SEARCHED)


# The order of the dictionary

_SIGNS = "_,;:!?.\"()[]{}@*/\\&#%^+<=>|~$'-"
_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTERS = {letter: bytes([n]) for n, letter in enumerate(" " + _SIGNS + _ALPHABET, start=1)}
_LETTERS["ƀ"] = _LETTERS["b"]
_SPACE = _LETTERS[" "]
_OTHER_SCRIPT = b"\xfe"

# Ngang is 1, then huyền, hỏi, ngã, sắc, nặng; the marks of other languages come after them.
_TONES = {mark: bytes([n]) for n, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=2)}
_SHAPES = frozenset("\u0302\u0306\u031b")  # Circumflex, breve and horn make other letters.
_FOREIGN_MARK = b"\x07"
_PLAINEST = b"\x01"  # No tone, no capital.
_CAPITAL = b"\x02"

Levels = tuple[bytes, bytes, bytes]


def _levels(parts: list[str]) -> Levels:
    """Return letters, tones and capitals of *parts* joined by spaces.

    Plain ends are cut off: the 0 that follows in a key is below every weight, so order stays.
    """
    if not parts:
        return b"", b"", b""
    letters, tones, capitals = zip(*map(_word_levels, parts), strict=True)
    return (
        _SPACE.join(letters),
        _PLAINEST.join(tones).rstrip(_PLAINEST),
        _PLAINEST.join(capitals).rstrip(_PLAINEST),
    )


@lru_cache(maxsize=_CACHED_WORDS)
def _word_levels(word: str) -> Levels:
    letters, tones, capitals = b"", b"", b""
    for marked in _marked_letters(word.translate(_TIDY)):
        letter, tone, capital = _weights(marked)
        letters, tones, capitals = letters + letter, tones + tone, capitals + capital
    return letters, tones, capitals


def _marked_letters(word: str) -> list[str]:
    """Split *word* into letters, each followed by its marks."""
    letters: list[str] = []
    for sign in normalize("NFD", word).translate(_PLAIN):
        if letters and category(sign) == "Mn":
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def _weights(marked: str) -> Levels:
    """Return the letter, tone and capital weight of one letter with its marks."""
    base, marks = marked[0].lower(), marked[1:]
    shape = "".join(mark for mark in marks if mark in _SHAPES)
    shaped = _LETTERS.get(normalize("NFC", base + shape))
    letter = shaped or _LETTERS.get(base) or _OTHER_SCRIPT + ord(marked[0]).to_bytes(3, "big")
    tones = [_TONES[mark] for mark in marks if mark in _TONES]
    foreign = base == "ƀ" or (shaped is None and shape) or len(marks) > len(tones) + len(shape)
    tone = tones[0] if tones else _FOREIGN_MARK if foreign else _PLAINEST
    return letter, tone, _CAPITAL if marked[0] != base else _PLAINEST
