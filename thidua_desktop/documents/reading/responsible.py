"""The cell "Đơn vị thực hiện" to units with their roles. Knows no list of units."""

import re
from collections.abc import Iterator

from thidua_desktop.domain.text import clean

# A comma parts two units only where a unit's name begins: "Phòng Văn hóa, Thể thao" is one.
_BEGINS = (
    r"(?:Ủy ban|Uỷ ban|UBND|UBMT|UBMTTQ|HĐND|Hội|HĐ|Phòng|Ban|Sở|Trung tâm|Trường|Các|Công an|"
    r"Huyện ủy|Huyện đoàn|Tỉnh ủy|Đảng ủy|Đoàn|Văn phòng|Liên đoàn|Mặt trận|MTTQ|LĐLĐ|BCH|Cơ quan|"
    r"Cụm|Khối|Chi cục|Tòa án|Viện|Thanh tra|Chủ tịch|Thường trực|Thành viên|Tổ|Đội|Bưu điện|"
    r"Ngân hàng|Kho bạc|Bảo hiểm|Bộ|Lãnh đạo|Đài)\b"
)
_APART = re.compile(
    rf"(?P<stop>\s*\n\s*|\s*;\s*|\.(?:\s+|$))|,\s*(?={_BEGINS}|\x00)"
    rf"|\s+(?:và|cùng)\s+(?={_BEGINS}|các )"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LEAD = re.compile(r"\s*\bchủ trì\b\s*:?\s*", re.I)
_SUPPORT = re.compile(r"\s*\bphối hợp\b(?:\s+(?:với|cùng))?(?P<list>\s*:)?\s*", re.I)
_ADVISE = re.compile(r"\s*\btham mưu\b(?:\s+(?:cho|giúp))?\s*:?\s*", re.I)
_STANDING = re.compile(r"\s*\b(?:là\s+)?cơ quan\s+thường trực\b\s*:?\s*", re.I)
_ORDER = re.compile(r"^(?:giao|do)\s+|\s+(?:thực hiện|chịu trách nhiệm)$", re.I)
_EDGES = " \t.,;:-–"
_LIST, _ONE = "\x00list\x00", "\x00one\x00"  # Where supporting units begin, in text being split.

Pair = tuple[str, str]


def units_in(text: str) -> tuple[Pair, ...]:
    """Return the units that *text* names, in order, with role lead, advise or support.

    What stands in brackets with "tham mưu" or "phối hợp" has that role; what follows "phối hợp
    với" supports; all others lead. Lines, full stops and semicolons part units.
    """
    found: list[Pair] = []
    at = 0
    for bracket in _BRACKETS.finditer(text):
        found += _running(text[at : bracket.start()])
        at = bracket.end()
        _take_bracket(bracket[1], found)
    found += _running(text[at:])
    return tuple(dict.fromkeys(found))


def _take_bracket(text: str, found: list[Pair]) -> None:
    """Add the units in brackets to *found*; a role alone or a remark belongs to the last unit."""
    role = _role_of(text)
    names = [name for name, _ in _running(_STANDING.sub(" ", _bare(text)))]
    if role and names:
        found += [(name, role) for name in names]
    elif found:
        last, usual = found.pop()
        found.append((last, role) if role else (f"{last} ({clean(text)})", usual))
    else:
        found += [(name, "lead") for name in names]


def _role_of(text: str) -> str:
    if _ADVISE.search(text):
        return "advise"
    if _SUPPORT.search(text):
        return "support"
    return "lead" if _LEAD.search(text) else ""


def _bare(text: str) -> str:
    for form in (_ADVISE, _SUPPORT, _LEAD):
        text = form.sub(" ", text)
    return text


def _running(text: str) -> Iterator[Pair]:
    """Give the units of *text* outside brackets."""
    marked = _SUPPORT.sub(lambda found: f",{_LIST if found['list'] else _ONE}", text)
    role = "lead"
    for part, is_after_stop in _split(marked):
        if is_after_stop == "stop" and role == _ONE:
            role = "lead"
        if part.startswith((_LIST, _ONE)):
            role = _LIST if part.startswith(_LIST) else _ONE
        elif _LEAD.match(part):
            role = "lead"
        name = part.replace(_LIST, "").replace(_ONE, "")
        yield from _named(name, "lead" if role == "lead" else "support")


def _split(text: str) -> Iterator[tuple[str, str]]:
    at, mark = 0, ""
    for found in _APART.finditer(text):
        yield text[at : found.start()], mark
        at, mark = found.end(), "stop" if found["stop"] else ""
    yield text[at:], mark


def _named(text: str, role: str) -> Iterator[Pair]:
    advised = _ADVISE.search(text)
    if advised:
        yield from _named(text[: advised.start()], "advise")
        yield from _named(text[advised.end() :], "lead")
        return
    name = _ORDER.sub("", clean(_STANDING.sub(" ", _LEAD.sub(" ", text))).strip(_EDGES)).strip(
        _EDGES
    )
    if name:
        yield name, role
