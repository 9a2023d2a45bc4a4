"""The words of titles and forms as lists write them. Knows no law: it only tells them apart."""

import re

from thidua_desktop.domain.text import clean, fold

_PLACE = (
    r"(?: (?:cua )?(?:chu tich )?(?:(?:ubnd|uy ban nhan dan|cap) )?(?:tinh|huyen|xa|thi xa)\b)?"
)
_GRADE = r"(?: hang (?:nhat|nhi|ba|[i123]+))?"
_TITLES = (
    r"(?:danh hieu )?tap the (?:lao dong|ld) ?(?:tien tien|xuat sac|tt|xs)|tt ?ld ?(?:tt|xs)",
    r"don vi (?:quyet thang|tien tien)|dvqt|dvtt",
    r"(?:lao dong|ld) (?:tien tien|xuat sac)|ld ?(?:tt|xs)",
    r"chien si thi dua(?: (?:cap )?(?:co so|tinh|toan quoc|toan quan|bo|nganh))?",
    r"cstd ?(?:(?:cap )?(?:co so|tinh|toan quoc|bo|nganh)|cs|tq|ct|t|n)?",
    r"chien si tien tien|cstt",
    rf"giay khen{_PLACE}|gk{_PLACE}",
    rf"bang khen(?: cua)?(?: thu tuong(?: chinh phu)?| bo truong)?{_PLACE}|bk(?:tt|ttg)?{_PLACE}",
    r"co (?:thi dua|truyen thong)(?: (?:cua )?(?:chinh phu|ubnd tinh|tinh|bo))?",
    r"co (?:cp|tinh|bo|nganh)|ctd(?:cp|t)?",
    rf"huan chuong(?: (?:lao dong|doc lap|quan cong|chien cong|khang chien|sao vang))?{_GRADE}",
    rf"hcld{_GRADE}|huy chuong(?: \w+){{0,4}}{_GRADE}",
    r"ky niem chuong|nha giao (?:uu tu|nhan dan)|thay thuoc (?:uu tu|nhan dan)",
    r"gia dinh van hoa|(?:thon|lang|to dan pho|khu dan cu) van hoa|gdvh",
)
_ANY = "|".join(f"(?:{form})" for form in _TITLES)
_INSIDE = re.compile(rf"(?<!\w)(?:{_ANY})(?!\w)")
_BEFORE = r"(?:de nghi |dat |duoc |tang |danh hieu |hinh thuc |cong nhan |xet |khen )*"
_AFTER = r"(?: (?:cua|cap|nam|de nghi|theo|cho|do|hang)\b.*| ?\(.*\)| ?[/,+-] ?.*)?"
_WHOLE = re.compile(rf"{_BEFORE}(?:{_ANY}){_AFTER}")


def names_title(text: str) -> bool:
    """Say whether *text* is the name of a title or form, spelled out or short."""
    return bool(_WHOLE.fullmatch(fold(text).strip(" .:*")))


def titles_in(text: str) -> list[str]:
    """Return the titles that *text* speaks of, each as it is written there, in order."""
    words = clean(text).split()
    folded = [fold(word) for word in words]
    joined = " ".join(folded)
    found = []
    for match in _INSIDE.finditer(joined):
        first = joined[: match.start()].count(" ")
        last = joined[: match.end()].count(" ")
        found.append(" ".join(words[first : last + 1]).strip(" .,;:()"))
    return found


def listed_titles(text: str) -> list[str]:
    """Return the titles of a cell that names several and nothing else: "LĐTT, CSTĐCS"."""
    parts = [part for part in map(clean, re.split(r"[,;+\n]|\s+và\s+", text)) if part]
    return parts if len(parts) > 1 and all(map(names_title, parts)) else []
