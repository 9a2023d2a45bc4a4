"""Text in the letters of old fonts: the way back from Unicode to TCVN3 and VNI, for files to read.

Knows nothing of the reader's own tables, so that one checks the other.
"""

from dataclasses import replace

from tests.dirty.sheets import DirtySheet
from thidua_desktop.domain.text import clean

_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        strict=True,
    )
)
_VNI_TONES = {"`": "ø", "'": "ù", "?": "û", "~": "õ", ".": "ï"}
_VNI_ROUND = {"": "â", "`": "à", "'": "á", "?": "å", "~": "ã", ".": "ä"}
_VNI_SHORT = {"": "ê", "`": "è", "'": "é", "?": "ú", "~": "ü", ".": "ë"}
_TONES = ("", "`", "?", "~", "'", ".")
_ROWS = ("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
         "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ")  # fmt: skip
_VNI_BASES = {"a": "a", "ă": "a", "â": "a", "e": "e", "ê": "e", "o": "o", "ô": "o", "ơ": "ô",
              "u": "u", "ư": "ö", "y": "y"}  # fmt: skip


def in_old_font(sheet: DirtySheet, font: str) -> DirtySheet:
    """Return *sheet* in the letters of *font*, .VnTime or VNI-…

    Texts that this font cannot write, such as a capital with a tone in .VnTime, keep their own.
    """
    ways = (can_be_tcvn3, in_tcvn3) if font.startswith(".Vn") else (_can_be_vni, in_vni)
    can_be, letters = ways
    rows = [list(row) for row in sheet.rows]
    places = set()
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and can_be(clean(cell)):
                row[column] = letters(clean(cell))
                places.add((number, column))
    return replace(sheet, rows=rows, font=font, in_font=places)


def in_tcvn3(text: str) -> str:
    """Return *text* as it stands in a cell with the font .VnTime.

    That font has no capitals with tones; whoever has one in *text* gets a KeyError.
    """
    return "".join(_TCVN3[letter] if ord(letter) > 127 else letter for letter in text)


def in_vni(text: str) -> str:
    """Return *text* as it stands in a cell with a font VNI-…"""
    return "".join(_VNI.get(letter, letter) for letter in text)


def can_be_tcvn3(text: str) -> bool:
    """Say whether the font .VnTime has all letters of *text*."""
    return all(ord(letter) < 128 or letter in _TCVN3 for letter in text)


def _can_be_vni(text: str) -> bool:
    return all(ord(letter) < 128 or letter in _VNI for letter in text)


def _vni_table() -> dict[str, str]:
    table = {"đ": "ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò"}
    for row in _ROWS:
        base = _VNI_BASES[row[0]]
        round_or_short = {"ă": _VNI_SHORT, "â": _VNI_ROUND, "ê": _VNI_ROUND, "ô": _VNI_ROUND}
        tones = round_or_short.get(row[0], {"": "", **_VNI_TONES})
        for letter, tone in zip(row, _TONES, strict=True):
            table[letter] = base + tones[tone]
    table["ỵ"] = "î"
    return table | {letter.upper(): old.upper() for letter, old in table.items()}


_VNI = _vni_table()
