"""What a list was narrowed to and how it is sorted, in words for the top of a paper or sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thidua_desktop.domain import awards, council, nominations, recipients
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Filter, Order, Query


@dataclass(frozen=True, slots=True)
class Told:
    """How the columns of a list are told: *names* of each, *words* of codes, which are *dates*."""

    names: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    dates: frozenset[str]


_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "name": "Tên",
        "full_name": "Họ và tên",
        "recipient_kind": "Đối tượng",
        "position": "Chức vụ",
        "unit": "Đơn vị",
        "title": "Danh hiệu",
        "title_text": "Danh hiệu",
        "level": "Cấp",
        "year": "Năm thành tích",
        "loai_hinh": "Loại hình",
        "nature": "Ghi sổ",
        "state": "Tình trạng",
        "decision_number": "Số quyết định",
        "decision_date": "Ngày ký",
        "authority": "Người quyết định",
        "amount": "Tiền thưởng",
        "dossier": "Hồ sơ",
        "verdict": "Kết quả kiểm tra",
        "note": "Ghi chú",
        "role": "Vai trò",
    }
)
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "recipient_kind": recipients.KINDS,
        "level": recipients.LEVELS,
        "loai_hinh": recipients.LOAI_HINH,
        "nature": awards.NATURES,
        "state": nominations.STATES,
        "verdict": {str(code): words for code, words in VERDICTS.items()},
        "role": council.ROLES,
    }
)
_JOINTS: Mapping[str, str] = MappingProxyType({"isnt": "khác", "from": "từ", "to": "đến"})
_DATES = frozenset({"decision_date", "due", "starts", "ends"})
_HONOURS = Told(_COLUMNS, _WORDS, _DATES)


def lines(query: Query, told: Told = _HONOURS) -> list[str]:
    """Return what a list was narrowed to, so that its reader does not take it for the whole.

    The order is told only where the officer chose one; a filter by a key, which has no words of
    its own, is left to the list that knows it.
    """
    found = [f"Năm {query.year}"] if query.year else []
    if query.text:
        also = "".join(f", gồm cả “{text}”" for text in query.also)
        found.append(f"Chỉ gồm các dòng có “{query.text}”{also}")
    known = (each for each in query.filters if each.column in told.names)
    if conditions := [_condition(each, told) for each in known]:
        found.append(f"Đã lọc: {'; '.join(dict.fromkeys(conditions))}")
    if order := list(_order(query.order, told)):
        found.append(f"Xếp theo {', '.join(order)}")
    return found


def _condition(condition: Filter, told: Told) -> str:
    name, value = told.names[condition.column].lower(), _value(condition, told)
    if condition.match == "empty" or (condition.match == "is" and not value):
        return f"{name} còn trống"
    joint = _JOINTS.get(condition.match, "")
    return " ".join(filter(None, (name, joint, value or "trống")))


def _value(condition: Filter, told: Told) -> str:
    value = condition.value
    if condition.column in told.dates:
        return show_date(value)
    if condition.column in told.words and condition.match in ("is", "isnt"):
        known = told.words[condition.column].get(value, value)
        return f"“{known}”" if known else ""
    return f"“{value}”" if value and condition.match in ("is", "isnt", "contains") else value


def _order(order: tuple[Order, ...], told: Told) -> Iterator[str]:
    for each in order:
        if each.column in told.names:
            name = told.names[each.column].lower()
            yield f"{name}, {'giảm dần' if each.descending else 'tăng dần'}"
