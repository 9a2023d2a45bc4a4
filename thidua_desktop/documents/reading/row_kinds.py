"""What each row of a list is: a recipient, or what only stands between and around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.documents.reading.award_cells import kind_of_words
from thidua_desktop.documents.reading.heads import Head
from thidua_desktop.documents.reading.list_values import Role
from thidua_desktop.documents.reading.names import is_collective_name
from thidua_desktop.documents.reading.sheets import ReadRow, text_of
from thidua_desktop.documents.reading.title_words import names_title, titles_in
from thidua_desktop.domain.text import fold

_NUMBER = re.compile(r"\d{1,5}\.?")
_GROUP_NUMBER = re.compile(r"(?:[IVX]+|[A-ZĐ])[./)]?")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-ZĐ])\s*[./):–-]\s*\S.*")
_BULLET = re.compile(
    r"^\s*(?:(?:(?:phần|mục)\s+)?(?P<roman>[IVX]+)\s*[./):–-]|(?P<capital>[A-ZĐ])\s*[./):–-]|"
    r"(?P<arabic>\d{1,2}(?:\.\d{1,2})*)\s*[./):–-](?!\d)|(?P<small>[a-zđ])\s*[./):–-]|"
    r"(?P<sign>[*+•–-]))\s*(?=\S)"
)
_STYLES = (
    ("roman", re.compile(r"[IVX]+[./)]?")),
    ("capital", re.compile(r"[A-ZĐ][./)]?")),
    ("small", re.compile(r"[a-zđ][./)]?")),
    ("arabic", re.compile(r"\d{1,3}(?:\.\d{1,2})*[./)]?")),
)
_COUNTED = re.compile(
    r"\s*[:;,(–-]*\s*\(?\s*(?:tổng(?: số| cộng)?\s*)?[:]?\s*\d+\s*"
    r"(?:người|cá nhân|tập thể|hộ|đ/c|đồng chí|gv|cbgvnv)\s*\)?\s*$",
    re.I,
)
# With their marks, because "Tô", "Trương" and "Khôi" are names of people.
_GROUP = re.compile(
    r"(?:khối|cụm|nhóm|cấp|các|tập thể|cá nhân|hộ gia đình|hộ|đoàn thể|doanh nghiệp|danh hiệu|"
    r"hình thức|năm học|năm \d|quyết định|qđ|theo qđ|danh sách)\b.*",
    re.I,
)
_UNIT = re.compile(
    r"(?:trường|xã|phường|thị trấn|thành phố|huyện|phòng|ubnd|[uủ][ỷy] ban|trung tâm|công an|tổ|"
    r"đơn vị|cơ quan|văn phòng|ban (?:chỉ huy|quản lý|tổ chức|tuyên giáo|dân vận))\b.*",
    re.I,
)
_PART = re.compile(r"(?:tổ|đơn vị|cơ quan)\b", re.I)  # Of a unit, or no name of one.
_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số)?|cộng)(?: .{0,40})?[:.]?(?: ?\d.*)?|.*ấn định danh sách.*|"
    r".*danh sách (?:này )?(?:có|gồm)\b.*|tổng (?:cộng|số)\s*:.*|"
    r"(?:cộng )?(?:trang trước )?(?:mang|chuyển) sang(?: trang (?:sau|trước))?\s*:?[\d., ]*|"
    r"trang trước (?:mang|chuyển) sang\s*:?[\d., ]*",
    re.I,
)
_PAGE = re.compile(r"(?:trang|page) \d+(?: ?/ ?\d+| (?:trên|của|of) \d+)?", re.I)
_COUNT = re.compile(r"[\d.,% ]+(?: [\w ]{1,20})?")
_SIGNATURE = re.compile(
    r"(?:nguoi|can bo) (?:lap|tong hop|ky)\b.*|lap (?:bieu|bang|danh sach)|ke toan(?: truong)?|"
    r"(?:pho )?(?:thu truong|hieu truong|chu tich|truong phong|giam doc)\b.*|xac nhan .*|"
    r"\((?:da )?ky\b.*|da ky|ky ten.*|ky,? (?:va )?ghi .*|(?:tm|kt|tl|tuq)\..*|"
    r"(?:.*, ?)?ngay .{0,8} ?thang .{0,8} ?nam .{0,6}"
)
# What stands in these columns is of a row of data, though its name be missing.
_OF_DATA = frozenset(
    ("title", "mark", "birth", "citizen_id", "decision_number", "year", "rating", "amount")
)
_REMARK = re.compile(r"[(*]*(?:ghi chu|luu y|chu y)\b.*")


@dataclass(frozen=True, slots=True)
class Look:
    """What a row shows: its *texts* by column without its number, the number, the names in it."""

    ordinal: str
    texts: dict[int, str]
    name: str

    @property
    def different(self) -> list[str]:
        """Return its different texts; a merged range counts once."""
        return list(dict.fromkeys(self.texts.values()))

    @property
    def words(self) -> str:
        """Return the words that a group row says."""
        texts = [text for text in self.different if not _COUNT.fullmatch(text)]
        return next(iter(texts), self.ordinal)


def look_at(row: ReadRow, head: Head) -> Look:
    """Return what *row* shows under *head*."""
    texts = {n: text for n, cell in enumerate(row.cells) if (text := text_of(cell))}
    ordinal = texts.pop(head.places.get("ordinal", -1), "")
    name = next((texts[column] for column in head.names if column in texts), "")
    return Look(ordinal, texts, name)


def kind_of_row(look: Look, head: Head, following: str = "", group_kind: str = "") -> Role:
    """Return what a row is that looks as *look*.

    *following*: the number of the row after it; *group_kind*: the kind of recipients that the
    group rows above it speak of.

    A row that is numbered is data, unless it only names what the rows after it belong to. One
    that is not is data too unless it is plainly something else: in doubt it waits for the officer
    rather than vanish.
    """
    texts, ordinal = look.texts, look.ordinal
    if not texts and (not ordinal or _NUMBER.fullmatch(ordinal)):
        return "blank"  # Rows of a template are numbered long before they are filled.
    if {ordinal, *look.different} - {""} == {look.words} and _PAGE.fullmatch(look.words):
        return "remark"
    if _NUMBER.fullmatch(ordinal):
        return "group" if _heads_rows(look, head, following) else "data"
    return _closing(look, head) or _kind_without_number(look, head, group_kind)


def is_numbered(row: ReadRow, head: Head) -> bool:
    """Say whether *row* has a number in the column of numbers, and something beside it."""
    look = look_at(row, head)
    return bool(_NUMBER.fullmatch(look.ordinal) and look.texts)


def group_level(look: Look) -> str:
    """Return how a group row is numbered: roman, capital, small, arabic, sign or ""."""
    bare = look.ordinal.strip()
    if bare in look.different or not bare:
        found = _BULLET.match(look.words)
        return str(found.lastgroup) if found else ""
    return next((name for name, form in _STYLES if form.fullmatch(bare)), "")


def bare_words(text: str) -> str:
    """Return the words of a group row without its number before and the count after them."""
    return _COUNTED.sub("", _BULLET.sub("", text)).strip(" :.")


def group_unit(text: str) -> str:
    """Return the unit that the bare words of a group row name, or ""."""
    bare = re.sub(r"^(?:đơn vị|cơ quan)\s*:\s*", "", text, flags=re.I).strip(" :")
    return bare if _UNIT.fullmatch(bare) and not _PART.match(bare) else ""


def sum_in(look: Look) -> int | None:
    """Return the number of people that the words of a total row tell, when they tell just one."""
    found: Sequence[str] = re.findall(
        r"\d+", look.ordinal if look.words == look.ordinal else look.words
    )
    return int(found[0]) if len(found) == 1 else None


def is_data_again(look: Look, head: Head) -> bool:
    """Say whether a row behind a signature is of the list all the same.

    It is numbered; or, in a list without numbers, it has a name and two more of the columns.
    """
    if _NUMBER.fullmatch(look.ordinal) and look.texts:
        return True
    known = {column.index for column in head.columns if column.meaning}
    is_full = len(look.texts.keys() & known) > 2 and len(look.different) > 2
    return "ordinal" not in head.places and bool(look.name) and is_full


def _closing(look: Look, head: Head) -> Role | None:
    """Tell totals by their first words, and signatures by those, or any where no name stands."""
    texts = look.different
    first, *others = dict.fromkeys([look.ordinal, *texts] if look.ordinal else texts)
    if _TOTAL.fullmatch(first) and all(map(_COUNT.fullmatch, others)):
        return "total"
    name = look.name
    speaking = [name or look.ordinal] if name or look.ordinal else texts
    is_signed = any(_SIGNATURE.fullmatch(fold(text)) for text in speaking)
    is_row = not name and any(_is_of_data(n, text, head) for n, text in look.texts.items())
    return "signature" if is_signed and len(texts) <= 3 and not is_row else None


def _is_only_data(look: Look, head: Head) -> bool:
    """Say whether all a row shows stands in one column of data: a title under the one above."""
    ((column, text), *others) = [*look.texts.items(), (-1, "")]
    return len(others) == 1 and not look.ordinal and _is_of_data(column, text, head)


def _is_of_data(column: int, text: str, head: Head) -> bool:
    """Say whether *text* in *column* is of a row of data, and is no signature there."""
    meaning = head.columns[column].meaning if column < len(head.columns) else ""
    return meaning in _OF_DATA and not _SIGNATURE.fullmatch(fold(text))


def _kind_without_number(look: Look, head: Head, group_kind: str) -> Role:
    """Tell a group from data and remarks: many cells are data, a few words head what follows."""
    if _is_counted_group(look):
        return "group"
    if len(look.different) > 1 or _is_only_data(look, head):
        return "data"
    if _GROUP_NUMBER.fullmatch(look.ordinal) or not look.texts or _is_group(look, head, group_kind):
        return "group"
    known = {column.index for column in head.columns if column.meaning}
    is_named = bool(look.texts.keys() & known)
    return "data" if is_named and not _REMARK.match(fold(look.words)) else "remark"


def _is_counted_group(look: Look) -> bool:
    """Say whether a row has a roman number or a letter, words, and but counts beside them."""
    texts = [text for text in look.different if not _COUNT.fullmatch(text)]
    if len(texts) != 1 or len(look.different) < 2:
        return False
    return bool(_GROUP_NUMBER.fullmatch(look.ordinal) or _NUMBERED.fullmatch(texts[0]))


def _heads_rows(look: Look, head: Head, following: str) -> bool:
    """Say whether a row "1. Trường …" heads the rows after it, which are numbered anew."""
    if len(look.different) != 1 or not _says_group(look.words):
        return False
    number = look.ordinal.rstrip(".")
    is_anew = following.rstrip(".") == "1" or following.startswith(f"{number}.")
    return is_anew or (head.kind == "people" and bool(_UNIT.fullmatch(look.words)))


def _says_group(words: str) -> bool:
    return bool(
        _GROUP.fullmatch(words)
        or _UNIT.fullmatch(words)
        or is_collective_name(words)
        or kind_of_words(words)
        or names_title(words)
    )


def _is_group(look: Look, head: Head, group_kind: str) -> bool:
    """Say whether the only words of a row head the rows below."""
    words, filled = look.words, len(look.texts)
    if filled > 1 or _NUMBERED.fullmatch(words) or _GROUP.fullmatch(words):
        return True
    if head.kind == "units":
        return False
    bare = bare_words(words)
    if kind_of_words(bare) or names_title(bare) or (titles_in(bare) and not look.name):
        return True
    if _BULLET.match(words) and _says_group(bare):
        return True
    is_listed = group_kind == "collective" and bool(look.name)
    return bool(_UNIT.fullmatch(bare)) and _is_beside_names(head) and not is_listed


def _is_beside_names(head: Head) -> bool:
    """Say whether a unit alone in a row must be a group: the rows are people, or are numbered."""
    if not {column.meaning for column in head.columns} & {"name", "collective"}:
        return True
    return "ordinal" in head.places or bool({"title", "mark"} & head.places.keys())
