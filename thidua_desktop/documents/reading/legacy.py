"""Letters of the fonts before Unicode, TCVN3 (ABC) and VNI, to Unicode. Knows no files.

Which encoding a text has is told by its font alone and never guessed from its words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal
from unicodedata import category, normalize

Encoding = Literal["", "tcvn3", "tcvn3 capitals", "vni"]
FontRun = tuple[str, str]  # The name of a font and the text set in it.

_STYLE = re.compile(r"[\s,]+(?:bold|italic|regular)\b.*$")


def encoding_of(font: str) -> Encoding:
    """Return the encoding that texts set in *font* have; "" for every font of today.

    A TCVN3 font has no capitals with marks; its sister ending in H draws all letters as capitals.
    """
    name = _STYLE.sub("", font.strip(" \t\"'@").casefold())
    if name.startswith(".vn"):
        return "tcvn3 capitals" if name.endswith("h") else "tcvn3"
    return "vni" if name.startswith("vni-") else ""


def is_legacy(font: str) -> bool:
    """Say whether *font* draws an encoding of before Unicode."""
    return bool(encoding_of(font))


def converted(runs: Iterable[FontRun]) -> str:
    """Return the text of *runs* in Unicode (NFC), each converted as its font asks.

    A letter and its mark may stand in two runs of one encoding. What was typed in Unicode over an
    old font stays as it is.
    """
    parts: list[str] = []
    for encoding, group in groupby(runs, key=lambda run: encoding_of(run[0])):
        parts.append(decoded("".join(text for _, text in group), encoding))
    return "".join(parts)


def decoded(text: str, encoding: Encoding) -> str:
    """Return *text* of one *encoding* in Unicode (NFC); "" leaves it as it is.

    The bytes of the old font may stand as Latin-1 or as Windows-1252 letters.
    """
    if not encoding or _is_unicode(text):
        return text
    text = text.translate(_SIGNS)
    read, strays = _from_vni(text) if encoding == "vni" else _from_tcvn3(text)
    if strays:
        return text
    read = normalize("NFC", read)
    return read.upper() if encoding == "tcvn3 capitals" else read


def decoded_pieces(pieces: Sequence[str], encoding: Encoding) -> list[str]:
    """Return the *pieces* of one text as `decoded` would give the whole, cut where they are cut.

    A mark that begins a piece goes with its letter, which ends the piece before.
    """
    whole = "".join(pieces)
    if decoded(whole, encoding) == whole:
        return list(pieces)
    moved = list(pieces)
    for at in range(1, len(moved)):
        pair = moved[at - 1][-1:] + moved[at][:1]
        if len(pair) == 2 and pair in _VNI:
            moved[at - 1], moved[at] = moved[at - 1] + pair[1], moved[at][1:]
    return [decoded(piece, encoding) for piece in moved]


# What both have: the signs of Windows, where some programs left bytes as control characters.

_SIGNS = {
    code: sign for code in range(0x80, 0xA0) if (sign := bytes([code]).decode("cp1252", "ignore"))
}
_WINDOWS = frozenset(_SIGNS.values())


def _is_unicode(text: str) -> bool:
    """Say whether *text* holds a letter that no byte stands for: it was typed in Unicode."""
    return not text.isascii() and any(
        letter > "\xff" and letter not in _WINDOWS and category(letter)[0] in "LM"
        for letter in text
    )


# TCVN3

_RANGES = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {first + n: letter for first, row in _RANGES.items() for n, letter in enumerate(row)}
# After a vowel these are its tone; elsewhere they stay the signs ° ± ² ³ ´.
_TONES = dict(zip("\xb0\xb1\xb2\xb3\xb4", "\u0300\u0309\u0303\u0301\u0323", strict=True))
_TONED = re.compile(r"(?<=[AEIOUYaeiouyĂÂÊÔƠƯăâêôơư])[\xb0-\xb4]")


def _from_tcvn3(text: str) -> tuple[str, bool]:
    """Return *text* converted, and whether as many letters are none of the encoding as are."""
    known = sum(ord(letter) in _TCVN3 for letter in text)
    strays = sum(letter > "~" and letter.isalpha() and ord(letter) not in _TCVN3 for letter in text)
    read = _TONED.sub(lambda found: _TONES[found[0]], text.translate(_TCVN3))
    return read, strays > 0 and strays >= known


# VNI: a letter and a mark after it; a few letters of one sign

_PAIRS = {
    "a": ("aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("eù eø eû eõ eï eâ eá eà eå eã eä", "éèẻẽẹêếềểễệ"),
    "i": ("í ì æ ó ò", "íìỉĩị"),
    "o": ("où oø oû oõ oï oâ oá oà oå oã oä", "óòỏõọôốồổỗộ"),
    "ơ": ("ô ôù ôø ôû ôõ ôï", "ơớờởỡợ"),
    "u": ("uù uø uû uõ uï", "úùủũụ"),
    "ư": ("ö öù öø öû öõ öï", "ưứừửữự"),
    "y": ("yù yø yû yõ î", "ýỳỷỹỵ"),
    "đ": ("ñ", "đ"),
}


def _spellings() -> Iterator[tuple[str, str]]:
    """Give every way a letter is written: the letter's case decides, not the mark's."""
    for signs, letters in _PAIRS.values():
        for sign, letter in zip(signs.split(), letters, strict=True):
            for mark in {sign[1:], sign[1:].upper()}:
                yield sign[0] + mark, letter
                yield sign[0].upper() + mark, letter.upper()


_VNI = dict(_spellings())
_VNI_SIGN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def _from_vni(text: str) -> tuple[str, bool]:
    """Return *text* converted, and whether as many marks follow no letter they fit as do."""
    read, known = _VNI_SIGN.subn(lambda found: _VNI[found[0]], text)
    left = _VNI_SIGN.sub("", text)
    strays = sum(letter > "~" and letter.isalpha() for letter in left)
    return read, strays > 0 and strays >= known
