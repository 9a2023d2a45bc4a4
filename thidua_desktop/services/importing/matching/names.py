"""How written names are compared: people by letters and tones, units by their proper name.

Knows no record.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from thidua_desktop.domain.text import clean, fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_CACHED = 1 << 15
_SHORTEST = 3

# Usual short forms of words in names of units, folded; what may mean two things stands twice.
_SHORT = {
    "mn": "mam non",
    "mg": "mau giao",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "ptdtbt": "pho thong dan toc ban tru",
    "ptdtnt": "pho thong dan toc noi tru",
    "gdnn": "giao duc nghe nghiep",
    "gdtx": "giao duc thuong xuyen",
    "gd": "giao duc",
    "dt": "dao tao",
    "gddt": "giao duc dao tao",
    "tx": "thi xa",
    "tp": "thanh pho",
    "tdp": "to dan pho",
    "h": "huyen",
    "x": "xa",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "nd": "nong dan",
    "ldld": "lien doan lao dong",
    "tncs": "thanh nien cong san",
    "tnmt": "tai nguyen moi truong",
    "tn": "tai nguyen",
    "mt": "moi truong",
    "tckh": "tai chinh ke hoach",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "nnptnt": "nong nghiep phat trien nong thon",
    "vhtt": "van hoa thong tin",
    "ttvh": "trung tam van hoa",
    "vp": "van phong",
    "htx": "hop tac xa",
    "dntn": "doanh nghiep tu nhan",
    "cty": "cong ty",
    "tnhh": "trach nhiem huu han",
    "bch": "ban chi huy",
    "qs": "quan su",
    "chqs": "chi huy quan su",
    "ca": "cong an",
}
_KEPT = (_SHORT.keys() - {"ca"}) | {
    "th&thcs",
    "thcs&thpt",
    "gd&dt",
    "gd-dt",
    "vh-tt",
    "tn&mt",
    "tc-kh",
}
_USUAL = (
    "Mầm non", "Mẫu giáo", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông",
    "Phổ thông dân tộc bán trú", "Phổ thông dân tộc nội trú", "Ủy ban nhân dân", "Uỷ ban nhân dân",
    "Hội đồng nhân dân", "Mặt trận Tổ quốc", "Liên hiệp Phụ nữ", "Liên đoàn Lao động",
    "Cựu chiến binh", "Nông dân", "Giáo dục và Đào tạo", "Nội vụ", "Văn hóa", "Thông tin", "Y tế",
    "Tài chính", "Kế hoạch", "Nông nghiệp", "Môi trường", "Tư pháp", "Thanh tra", "Công an",
    " và ", " của ", " xã ", " phường ", " thị trấn ", " thị xã ", " huyện ", " tỉnh ",
    " thành phố ", " quận ",
)  # fmt: skip
_DOUBTFUL = {"p": ("phong", "phuong"), "tt": ("thi tran", "trung tam")}
# Words of the kind a unit is of, the longest first: units of two kinds are two units.
_KINDS = (
    "pho thong dan toc ban tru", "pho thong dan toc noi tru", "trung hoc pho thong",
    "trung hoc co so", "tieu hoc", "mam non", "mau giao", "uy ban nhan dan",
    "hoi dong nhan dan", "uy ban mat tran to quoc", "mat tran to quoc", "thi tran", "thi xa",
    "thanh pho", "to dan pho", "trung tam", "van phong", "cong ty", "hop tac xa", "ngan hang",
    "phong", "phuong", "huyen", "thon", "lang", "xa", "ban", "so", "chi cuc", "hoi", "doan",
    "dang uy", "dang bo", "chi bo", "tram", "doi", "to", "khoi", "cong an", "cong doan",
)  # fmt: skip
_MANY = frozenset(_KINDS[: _KINDS.index("hoi dong nhan dan")]) | {
    "phuong", "thi tran", "to dan pho", "thon", "lang", "xa", "cong ty", "hop tac xa",
}  # fmt: skip
_COMMITTEES = frozenset(("uy ban nhan dan", "hoi dong nhan dan", "dang uy"))
_IDLE = frozenset(("va", "truong", "cac", "cua", "tap", "the", "don", "vi", "can", "bo"))


@lru_cache(maxsize=_CACHED)
def same_name(name: str) -> str:
    """Return what two writings of one person's name share: letters, marks and tones.

    Case, spaces, and where a tone stands in its syllable make no difference: Thuý is Thúy, while
    Hoa and Hòa are two names.
    """
    return " ".join(map(_syllable, clean(name).casefold().split()))


def given_name(name: str) -> str:
    """Return the folded given name: the last word."""
    return fold(name).rpartition(" ")[2]


def in_normal_case(unit: str) -> str:
    """Return a unit's name written in capitals, as title rows have it, in its usual letters."""
    if not unit.isupper():
        return unit
    words = [word if fold(word) in _KEPT else word.capitalize() for word in unit.split()]
    text = " ".join(words)
    for usual in _USUAL:
        text = re.sub(re.escape(usual), usual, text, flags=re.I)
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=_CACHED)
def unit_key(name: str) -> str:
    """Return what two writings of a unit's name share: its letters without marks and signs."""
    return " ".join(re.sub(r"[^\w&+/]+|_", " ", fold(name)).split())


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit's name in parts: *proper* its own words, *kinds* the words of what it is.

    *numbers* are compared one by one: number 1 is never nearly number 2.
    """

    proper: str
    kinds: frozenset[str]
    numbers: tuple[str, ...]

    def may_be(self, other: "UnitWords") -> bool:
        """Say whether both can be one unit: no number differs, nor what they are."""
        if self.numbers != other.numbers:
            return False
        return self.kinds <= other.kinds or other.kinds <= self.kinds

    def distance(self, other: "UnitWords") -> int:
        """Return how far apart, of 100, the words of what they are put two units that may be one.

        A commune and its committee are hardly told apart; a primary school is one thing, one that
        goes on to grade nine another; and of short words, An and Anh, each letter tells.
        """
        left_out = self.kinds ^ other.kinds
        is_near = not self.kinds or not other.kinds or left_out <= _COMMITTEES
        if (left_out and not is_near) or _differ_in_a_short_word(self.proper, other.proper):
            return 15
        return 5 if left_out else 0


@lru_cache(maxsize=_CACHED)
def unit_words(name: str) -> tuple[UnitWords, ...]:
    """Return the parts of a unit's name, short forms written out; two where a form has two."""
    words = re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=\w)-(?=\w)", "", fold(name))).split()
    written = [[]]  # type: list[list[str]]
    for word in words:
        forms = _DOUBTFUL.get(word, (_SHORT.get(word, word),))
        written = [[*before, form] for before in written for form in forms][:4]
    return tuple(dict.fromkeys(_parts(" ".join(one)) for one in written))


def is_vague(name: str) -> bool:
    """Say whether *name* has but words of a kind of which there are many: "Trường THCS", "UBND xã".

    "Công an huyện" is not: a district has one.
    """
    parts = unit_words(name)
    is_bare = not any(words.proper or words.numbers for words in parts)
    return is_bare and any(not words.kinds or words.kinds & _MANY for words in parts)


def _differ_in_a_short_word(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if len(first) != len(second):
        return False
    pairs = zip(first, second, strict=True)
    return any(a != b and min(len(a), len(b)) <= _SHORTEST for a, b in pairs)


def _parts(text: str) -> UnitWords:
    rest, kinds = f" {text} ", set()
    for kind in _KINDS:
        if f" {kind} " in rest:
            rest = rest.replace(f" {kind} ", " ", 1)
            kinds.add(kind)
    words = [word for word in rest.split() if word not in _IDLE]
    numbers = tuple(word for word in words if any(map(str.isdigit, word)))
    proper = " ".join(word for word in words if word not in numbers)
    return UnitWords(proper, frozenset(kinds), numbers)


@lru_cache(maxsize=_CACHED)
def _syllable(word: str) -> str:
    """Return a syllable with its tone at the end."""
    letters = normalize("NFD", word)
    tones = "".join(sign for sign in letters if sign in _TONES)
    return normalize("NFC", "".join(sign for sign in letters if sign not in _TONES)) + tones
