"""Text in the letters of old fonts: the way back from Unicode to TCVN3 and VNI, for files to read.

Knows nothing of the reader's own tables, so that one checks the other.
"""

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
