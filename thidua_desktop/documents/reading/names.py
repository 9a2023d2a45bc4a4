"""Names in the cells of a list: of people, collectives and households. Knows no rows."""

import re

from thidua_desktop.documents.reading.cells import Doubt
from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.domain.text import clean

_LETTERS = (
    "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ƀčñĕĭŏŭ\u0306"  # Ba Na, Ê Đê, Gia Rai.
)
_STRANGE = re.compile(rf"[^{_LETTERS}\s.'’`-]")
_CALLED = re.compile(
    r"(?P<called>(?:Ông|Bà|Đ/c|Đồng chí|Thầy|Cô|Anh|Chị|Em|Cháu|Cụ|Mẹ|Liệt sĩ|Liệt sỹ|"
    r"Thương binh|Bệnh binh)[.:]?(?=\s)|(?:ThS|TS|BS|KS|CN)\.)\s*"
    r"(?P<name>\S+\s+\S.*)",
    re.I,
)
_COUNTED = re.compile(r"\d{1,4}\s*[.)/-]\s*(?P<name>\D+)")
_NOTED = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<note>[^()]*)\)\s*(?P<rest>[^()]*)")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_STARRED = re.compile(r"(?P<name>.*[^\s*¹²³†])\s*[*¹²³†]+")
_TOGETHER = re.compile(r"\s*[,;&+/]\s*|\s+(?:và|-|–)\s+")
# A name may be broken into two lines; a family name in the second one tells of two people.
_FAMILIES = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương mai hà a y"
)
_NEXT_LINE = re.compile(rf"\s*\n\s*(?=(?:{'|'.join(_FAMILIES.split())})\s+\S)", re.I)
# What the name of a collective begins with; with its marks, for "Tô" is a family name.
_COLLECTIVE = re.compile(
    r"(?:tập thể|trường|xã|phường|thị trấn|huyện|tỉnh|phòng|ban|ủy ban|uỷ ban|ubnd|ubmttq|"
    r"trung tâm|công an|công ty|hợp tác xã|htx|doanh nghiệp|tổ|đội|đoàn|hội|chi bộ|chi hội|"
    r"đảng bộ|đảng ủy|đảng uỷ|khối|cụm|văn phòng|cơ quan|đơn vị|thôn|làng|khoa|lớp|nhóm|câu lạc bộ|"
    r"ban chỉ huy|hạt|chi cục|kho bạc|ngân hàng|bệnh viện|trạm|mặt trận|liên đoàn|nhân dân|"
    r"cán bộ,? (?:và )?(?:nhân dân|công chức|giáo viên|viên chức)|mầm non|tiểu học|thcs|thpt|mn|"
    r"th&thcs|th|ptdt|ptdtbt)(?=[\s.,]|$)(?! (?:trưởng|phó|viên)\b).*",
    re.I | re.S,
)
_POSITION = re.compile(
    r"(?:phó|trưởng|giáo viên|gv|hiệu|hiệu trưởng|ht|kế toán|văn thư|thủ quỹ|nhân viên|chuyên viên|"
    r"cán bộ|công chức|viên chức|bí thư|chủ tịch|ủy viên|uỷ viên|giám đốc|tổ trưởng|tổ phó|đội|"
    r"bảo vệ|y tế|thư viện|tổng phụ trách|cv|cấp dưỡng|y sĩ|bác sĩ|thôn trưởng)\b",
    re.I,
)
_HOUSEHOLD = re.compile(r"(?:hộ|gia đình|hộ gia đình)\s+(?:ông|bà|anh|chị)?\s*.*", re.I)


def read_name(value: Value, *, is_sure: bool = False) -> str | Doubt:
    """Return a person's name. Two syllables are enough: "A Tik", "Y Hoa".

    *is_sure*: the officer has written or confirmed it, so that odd signs in it are meant.
    """
    name = text_of(value)
    if not name:
        return Doubt("Thiếu họ và tên.", "no_name")
    if found := _COUNTED.fullmatch(name):
        own = found["name"].strip()
        return Doubt(f"“{name}” có số thứ tự trong ô họ tên.", "counted_name", (own,))
    if re.search(r"\d", name):
        return Doubt(f"“{name}” có chữ số nên không phải họ tên.", "number_as_name")
    if is_sure:
        return name
    return _odd_name(value, name) or _offered(name)


def read_collective(value: Value) -> str | Doubt:
    """Return the name of a collective, unit or household: any words that are no mere number."""
    name = text_of(value)
    if not name:
        return Doubt("Thiếu tên tập thể hoặc cá nhân.", "no_name")
    if not re.search(r"[^\W\d_]", name):
        return Doubt(f"“{name}” không phải tên.", "number_as_name")
    return name


def is_collective_name(text: str) -> bool:
    """Say whether *text* begins as names of units, schools and teams do."""
    return bool(_COLLECTIVE.fullmatch(text)) and not text.casefold().startswith("hộ ")


def is_household_name(text: str) -> bool:
    """Say whether *text* names a household: "Hộ ông …", "Gia đình bà …"."""
    return bool(_HOUSEHOLD.fullmatch(text))


def is_person_name(text: str) -> bool:
    """Say whether *text* can well be a person's name: letters only, every word capitalised."""
    words = text.split()
    return 2 <= len(words) <= 7 and all(_is_capital(word) for word in words) and is_lettered(text)


def is_lettered(text: str) -> bool:
    """Say whether *text* has only the letters and signs that names of people have."""
    return not _STRANGE.search(text.casefold())


def is_position(text: str) -> bool:
    """Say whether *text* begins as positions do: "Phó Hiệu trưởng", "Kế toán"."""
    return bool(_POSITION.match(text))


def called(name: str) -> tuple[str, str]:
    """Return the form of address before *name*, "" without one, and the name alone."""
    found = _CALLED.fullmatch(name)
    return (found["called"], found["name"]) if found else ("", name)


def people_in(value: Value) -> list[str]:
    """Return the people whom one cell names, none when it names one or nobody."""
    text = value.strip() if isinstance(value, str) else text_of(value)
    text = _IN_BRACKETS.sub("", text)
    lines = _NEXT_LINE.split(text)
    parts = [clean(part) for line in lines for part in _TOGETHER.split(line)]
    whole = [part for part in parts if len(part.split()) > 1 and is_lettered(part)]
    return whole if len(parts) > 1 and len(whole) == len(parts) else []


def usual_form(name: str) -> str:
    """Return *name* as it is usually written: each word with one capital, "H'Yéo Niê"."""
    return " ".join(map(_usual_word, name.split()))


def _odd_name(value: Value, name: str) -> Doubt | None:
    """Return the doubt about a cell that has more in it than one name, or other letters."""
    return _with_more(value, name) or _with_signs(name)


def _with_more(value: Value, name: str) -> Doubt | None:
    parts = [clean(part) for part in _TOGETHER.split(name)]
    if len(parts) > 1 and any(map(is_position, parts[1:])):
        return Doubt(
            f"“{name}” có chức vụ trong ô họ tên.", "noted_name", (_without_address(parts[0]),)
        )
    if people := people_in(value):
        shown = "; ".join(people)
        return Doubt(f"Ô họ tên có nhiều người: {shown}. Mỗi người cần một dòng.", "several_people")
    if found := _NOTED.fullmatch(name):
        own = clean(f"{found['name']} {found['rest']}")
        reason = f"“{name}” có chú thích “{found['note']}” trong ô họ tên."
        return Doubt(reason, "noted_name", (_without_address(own),))
    return None


def _without_address(name: str) -> str:
    return called(name)[1]


def _with_signs(name: str) -> Doubt | None:
    if found := _STARRED.fullmatch(name):
        return Doubt(f"“{name}” có dấu chú thích trong ô họ tên.", "noted_name", (found["name"],))
    if found := _CALLED.fullmatch(name):
        reason = f"“{name}” có cách xưng hô “{found['called'].rstrip('.:')}”."
        return Doubt(reason, "called_name", (found["name"],))
    if strange := _STRANGE.search(name.casefold()):
        return Doubt(
            f"“{name}” có ký tự lạ “{strange[0]}”; có thể tệp dùng phông chữ cũ (.VnTime, VNI).",
            "strange_letters",
        )
    return None


def _offered(name: str) -> str | Doubt:
    """Return *name*, with an offer where it is written in capitals or in small letters only."""
    usual = usual_form(name)
    if usual == name or all(_is_capital(word) and not word.isupper() for word in name.split()):
        return name
    if name.isupper() and len(name) > 1 and any(len(word) > 1 for word in name.split()):
        reason = f"“{name}” viết toàn chữ hoa: có thể viết {usual}."
        return Doubt(reason, "capital_name", (usual,), name, is_offer=True)
    if any(word[:1].islower() for word in name.split()):
        reason = f"“{name}” có chữ đầu không viết hoa: có thể viết {usual}."
        return Doubt(reason, "lower_name", (usual,), name, is_offer=True)
    return name


def _is_capital(word: str) -> bool:
    first = word[:1]
    return first.isupper() or not first.isalpha()


def _usual_word(word: str) -> str:
    parts = re.split(r"(['’`-])", word)
    return "".join(part[:1].upper() + part[1:].lower() for part in parts)
