"""The head of a list: which row it is, and what each column means. Knows no file format."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from thidua_desktop.documents.reading.sheets import ReadRow, text_of
from thidua_desktop.domain.text import clean, fold

_LONGEST_HEAD = 80
_MOST_ROWS = 4
_ORDINAL = r"s?tt|so tt|so thu tu"
_NOTE = r"ghi chu"
# What may follow the word for a unit in a head; more would be a unit's own name.
_OF_UNIT = (
    r"(?:[ ,/&()-]+(?:va|hoac|don vi|co quan|to chuc|phong|ban|truong|doan the|doanh nghiep|"
    r"cong tac|lam viec|sinh hoat|hien nay|day du|truc tiep|quan ly|cap tren|chu quan))*\)?"
)
# What a folded head may say; the first form that fits gives the meaning.
_PEOPLE = {
    "ordinal": _ORDINAL,
    "birth_male": r".*(?:sinh|tuoi) nam",
    "birth_female": r".*(?:sinh|tuoi) nu",
    "family_name": r"ho|ho (?:va )?(?:(?:chu|ten) )?(?:dem|lot)|ho va ten (?:dem|lot)",
    "citizen_id": r".*(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh).*",
    "birth": r".*(?:ngay|nam|thang).*\bsinh\b.*|sinh (?:ngay|nam)|ns|ntns",
    "sex_male": r"(?:gioi tinh |phai )?nam",
    "sex_female": r"(?:gioi tinh |phai )?nu",
    "sex": r"gioi tinh.*|phai|gt|nam ?[/,-] ?nu",
    "address": r"ong ?[/,(-]? ?ba\)?|danh xung|xung ho",
    "ethnicity": r"(?:thanh phan )?dan toc",
    "position_unit": r"chuc (?:vu|danh).*(?:don vi|noi|co quan).*",
    "position": r"chuc (?:vu|danh).*|cong viec.*|nghe nghiep.*|vi tri viec lam",
    "unit": rf"(?:ten )?(?:don vi|co quan|to chuc|truong|phong ban|noi){_OF_UNIT}",
    "full_name": r"ho,? (?:va )?ten.*|ca nhan|ten|"
    r"ten (?:ca nhan|can bo|giao vien|nguoi|cong chuc|vien chuc).*",
    "note": _NOTE,
}
_UNITS = {
    "ordinal": _ORDINAL,
    "valid_from": r"(?:hieu luc )?tu(?: ngay)?|ngay (?:thanh lap|bat dau|co hieu luc|hieu luc).*",
    "valid_to": r"(?:hieu luc )?den(?: ngay)?|ngay (?:giai the|ket thuc|het).*|het hieu luc.*",
    "parent": rf"(?:don vi |co quan |noi )?(?:truc |)(?:thuoc|cap tren|chu quan|quan ly){_OF_UNIT}",
    "code": r"ma(?: so)?(?: (?:don vi|dinh danh|co quan|hanh chinh))?",
    "kind": r"(?:phan )?loai.*|nhom(?: don vi)?|cap",
    "name": rf"(?:ten )?(?:cac )?(?:don vi|co quan|to chuc|phong ban|truong|tap the){_OF_UNIT}|ten",
    "note": _NOTE,
}
_FORMS = {"people": _PEOPLE, "units": _UNITS}
_NEEDED = {"people": "full_name", "units": "name"}
_PAIRED = re.compile(r"nam|nu")  # Under "Năm sinh" or "Giới tính".


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one list: how many *rows* it takes, the words over each column, their meanings.

    *columns*: meaning to column, from 0. *unknown*: words over columns that mean nothing to us.
    """

    rows: int
    words: tuple[str, ...]
    columns: Mapping[str, int]
    unknown: tuple[str, ...]


def head_at(rows: Sequence[ReadRow], at: int, kind: str, learnt: Mapping[str, str]) -> Head | None:
    """Return the head of a list of *kind* that begins in row *at*, or None when none does.

    *learnt*: what this office has taught, folded head to meaning. A head of several rows, merged
    or left empty below, is one: "Năm sinh" over "Nam" and "Nữ" are two columns of birth.
    """
    if not _may_be_head(rows[at]):
        return None
    parts, columns = _combined(rows[at : at + _MOST_ROWS], kind, learnt)
    if _NEEDED[kind] not in columns or (len(columns) < 2 and _is_wide(rows[at : at + 5])):
        return None
    count = len(parts[0])
    if count > 1:
        _, below = _combined(rows[at + 1 : at + 1 + _MOST_ROWS], kind, learnt)
        if below.keys() >= columns.keys():
            return None  # A title above says nothing more than the head below it.
    if at + count < len(rows) and _numbers_columns(rows[at + count]):
        count += 1
    words = tuple(clean(" ".join(dict.fromkeys(part))) for part in parts)
    known = set(columns.values())
    unknown = dict.fromkeys(text for n, text in enumerate(words) if text and n not in known)
    return Head(count, words, columns, tuple(unknown))


def _combined(
    rows: Sequence[ReadRow], kind: str, learnt: Mapping[str, str]
) -> tuple[list[list[str]], dict[str, int]]:
    """Return the words over each column, from top to bottom, and what the columns mean."""
    parts = [[text] for text in _texts(rows[0])] or [[""]]
    for row in rows[1:]:
        if not _goes_on(parts, _texts(row), kind, learnt):
            break
        parts = _under(parts, _texts(row))
    return parts, dict(_columns(parts, kind, learnt))


def _columns(
    parts: list[list[str]], kind: str, learnt: Mapping[str, str]
) -> Iterator[tuple[str, int]]:
    """Give the meaning of each column that has one; of two alike the first counts."""
    seen = set()
    for column, part in enumerate(parts):
        meaning = _meaning(part, kind, learnt)
        if meaning and meaning not in seen:
            seen.add(meaning)
            yield meaning, column


def _meaning(part: list[str], kind: str, learnt: Mapping[str, str]) -> str:
    """Return what the words over one column mean: the lowest ones first, then those above."""
    names = [text for text in dict.fromkeys(part) if text]
    whole = " ".join(names)
    if fold(whole) in learnt:
        return learnt[fold(whole)]
    is_paired = len(names) > 1 and _PAIRED.fullmatch(fold(names[-1]))
    tried = [whole, *reversed(names)] if is_paired else [*reversed(names), whole]
    return next(filter(None, (_single(text, kind) for text in tried)), "")


def _under(parts: list[list[str]], below: list[str]) -> list[list[str]]:
    """Return *parts* with the next row of the head; names reach over the empty cells after them."""
    width = max(len(parts), len(below))
    parts = [*parts, *([""] for _ in range(width - len(parts)))]
    reached: list[list[str]] = []
    for part, text in zip_longest(parts, below, fillvalue=""):
        above = list(part)
        if text and not any(above) and reached:
            above = reached[-1][:-1]
        reached.append([*above, text])
    return reached


def _single(text: str, kind: str) -> str:
    folded = fold(text).strip(" .:*")
    if "ă" in text.casefold() and _PAIRED.fullmatch(folded):
        return ""  # "Năm" alone is a year, and not "Nam".
    if re.search(r":\s*\S", text):
        return ""  # "Đơn vị: Trường …" is a title and no head.
    forms = _FORMS[kind].items()
    return next((meaning for meaning, form in forms if re.fullmatch(form, folded)), "")


def _goes_on(
    parts: list[list[str]], below: list[str], kind: str, learnt: Mapping[str, str]
) -> bool:
    """Say whether the row *below* is of the head: all it says repeats or parts what is above."""
    filled = [(part, text) for part, text in zip_longest(parts, below, fillvalue="") if text]
    return bool(filled) and all(
        text in part or _meaning([text], kind, learnt) or _PAIRED.fullmatch(fold(text))
        for part, text in filled
    )


def _may_be_head(row: ReadRow) -> bool:
    texts = [text for text in _texts(row) if text]
    return bool(texts) and all(
        len(text) <= _LONGEST_HEAD and not text.replace("/", "").isdigit() for text in texts
    )


def _is_wide(rows: Sequence[ReadRow]) -> bool:
    return any(sum(map(bool, _texts(row))) > 1 for row in rows)


def _numbers_columns(row: ReadRow) -> bool:
    """Say whether *row* numbers the columns: (1) (2) (3), or A B 1 2."""
    texts = [fold(text).strip("()") for text in _texts(row) if text]
    letters = list(takewhile(str.isalpha, texts))
    counted = [chr(ord("a") + n) for n in range(len(letters))]
    counted += [str(n) for n in range(1, len(texts) - len(letters) + 1)]
    return len(texts) > 1 and texts == counted


def _texts(row: ReadRow) -> list[str]:
    return [text_of(cell) for cell in row.cells]
