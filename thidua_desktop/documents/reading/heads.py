"""The head of a list: which row it is, and what each column means. Knows no file format."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile, zip_longest

from thidua_desktop.documents.reading.award_cells import is_year, period_in, rating_of, year_in
from thidua_desktop.documents.reading.list_values import ListColumn, ListKind
from thidua_desktop.documents.reading.meanings import meaning_of
from thidua_desktop.documents.reading.sheets import ReadRow, text_of
from thidua_desktop.documents.reading.title_words import names_title
from thidua_desktop.domain.text import clean, fold

_LONGEST_HEAD = 80
_MOST_ROWS = 4
_TRIED = 8  # Rows of data by which is told whether given names have a column of their own.
_NAMES: Mapping[ListKind, tuple[str, ...]] = {
    "people": ("full_name",),
    "units": ("name",),
    "nominations": ("full_name", "name", "collective", "household"),
    "register": ("full_name", "name", "collective", "household"),
    "merits": ("full_name", "name", "collective", "household"),
}
_PAIRED = re.compile(r"nam|nu")  # Under "Năm sinh" or "Giới tính".
_PIVOTED = ("title", "rating", "decision_number", "past", "achievement")
_SEVERAL = ("mark", "mark_date", "past", "")  # Meanings that any number of columns may have.
_MORE_TITLES = re.compile(r"\b(?:danh hieu|hinh thuc|khen)\b")  # In columns of their own.
_SAYS_NAME = re.compile(r"(?:ho|ten)\b")  # "Tập thể" may be the cell of a row of data as well.
# Who gives it, or of what level it is, under the name of a title.
_GIVER = re.compile(
    r"(?:cap |cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan|co so|toan quoc|tinh|huyen|xa|bo|nganh|"
    r"so|thu tuong|truong|phong|ttg|cp)\b(?: .{1,20})?"
)
_DATED = re.compile(r"\bngày\b.*\d", re.I)


@dataclass(frozen=True, slots=True)
class HeadHints:
    """What is known of heads beside their words.

    *learnt*: folded head to meaning, as this office taught it. *is_title*: whether words name a
    title that the caller knows, beside those known here.
    """

    kind: ListKind
    learnt: Mapping[str, str]
    is_title: Callable[[str], bool] | None = None

    def names_title(self, text: str) -> bool:
        """Say whether *text* names a title or form."""
        return names_title(text) or (self.is_title is not None and self.is_title(text))

    @property
    def has_marks(self) -> bool:
        """Say whether lists of this kind may be pivoted."""
        return self.kind not in ("people", "units")


@dataclass(frozen=True)
class Head:
    """The head of one list: how many *rows* it takes, and its columns from the left."""

    rows: int
    columns: tuple[ListColumn, ...]
    kind: ListKind

    @cached_property
    def places(self) -> dict[str, int]:
        """Return the column of each meaning, from 0; of those with several, the first."""
        found: dict[str, int] = {}
        for column in self.columns:
            if column.meaning:
                found.setdefault(column.meaning, column.index)
        return found

    @cached_property
    def names(self) -> tuple[int, ...]:
        """Return the columns where names of recipients stand."""
        return tuple(column.index for column in self.columns if column.meaning in self.name_words)

    @property
    def name_words(self) -> tuple[str, ...]:
        """Return the meanings of which one at least makes a list of this kind."""
        return _NAMES[self.kind]

    def words(self, column: int) -> str:
        """Return the words over *column*, "" where there are none."""
        return self.columns[column].words if column < len(self.columns) else ""

    def says_as(self, other: "Head | None") -> bool:
        """Say whether *other* has the same words over the same columns."""
        return other is not None and [(c.index, fold(c.words)) for c in self.columns] == [
            (c.index, fold(c.words)) for c in other.columns
        ]


def head_at(rows: Sequence[ReadRow], at: int, hints: HeadHints) -> Head | None:
    """Return the head of a list that begins in row *at*, or None when none does.

    A head of several rows, merged or left empty below, is one: "Năm sinh" over "Nam" and "Nữ" are
    two columns of birth, "Danh hiệu" over "LĐTT" and "CSTĐCS" two columns of marks.
    """
    if not _may_be_head(rows[at]):
        return None
    parts = _combined(rows[at : at + _MOST_ROWS], hints)
    columns = _columns(parts, hints)
    if not _is_head(columns, hints.kind, rows[at : at + 5]):
        return None
    count = len(parts[0])
    if count > 1 and not _has_meaning(rows[at], hints):
        lower = _columns(_combined(rows[at + 1 : at + 1 + _MOST_ROWS], hints), hints)
        if _is_head(lower, hints.kind, rows[at : at + 5]) and _meant(lower) >= _meant(columns):
            return None  # A title above says nothing more than the head below it.
    if at + count < len(rows) and numbers_columns(rows[at + count]):
        count += 1
    below = rows[at + count : at + count + _TRIED]
    return Head(count, tuple(_with_given_names(columns, below)), hints.kind)


def chosen_head(head: Head | None, chosen: Mapping[int, str], width: int, kind: ListKind) -> Head:
    """Return *head* with the meanings that the officer has *chosen* by column; "" leaves it out.

    Without a head the chosen columns are one, of no rows.
    """
    columns = head.columns if head else tuple(ListColumn(index=n) for n in range(width))
    taken = {meaning for meaning in chosen.values() if meaning not in _SEVERAL}
    told = [
        replace(column, meaning=chosen[column.index])
        if column.index in chosen
        else replace(column, meaning="" if column.meaning in taken else column.meaning)
        for column in columns
    ]
    return Head(head.rows if head else 0, tuple(told), kind)


def numbers_columns(row: ReadRow) -> bool:
    """Say whether *row* numbers the columns: (1) (2) (3), or A B 1 2."""
    texts = [fold(text).strip("()") for text in _texts(row) if text]
    letters = list(takewhile(str.isalpha, texts))
    counted = [chr(ord("a") + n) for n in range(len(letters))]
    counted += [str(n) for n in range(1, len(texts) - len(letters) + 1)]
    return len(texts) > 1 and (texts == counted or _counts_over_merged(texts))


def _counts_over_merged(texts: list[str]) -> bool:
    """Say whether *texts* count 1 2 3 with some of them repeated by merged cells."""
    once = list(dict.fromkeys(texts))
    return len(once) > 2 and once == [str(n) for n in range(1, len(once) + 1)]


def _is_head(columns: Sequence[ListColumn], kind: ListKind, rows: Sequence[ReadRow]) -> bool:
    """Say whether *columns* have a name and something beside it, in as many as *rows* are wide."""
    meant = [column for column in columns if column.meaning]
    if not any(column.meaning in _NAMES[kind] for column in meant):
        return False
    if len(meant) < 2:
        return not any(column.words for column in columns[2:]) and not _is_wide(rows)
    if kind in ("people", "units"):
        return True
    others = [column for column in meant if column.meaning not in (*_NAMES[kind], "mark")]
    named = {fold(column.words) for column in columns if column.words}
    known = {fold(column.words) for column in meant if column.words}
    is_plain = any(_SAYS_NAME.match(fold(c.words)) for c in meant if c.meaning in _NAMES[kind])
    return bool(others or is_plain) and 2 * len(known) >= len(named)


def _with_given_names(
    columns: Sequence[ListColumn], below: Sequence[ReadRow]
) -> Iterator[ListColumn]:
    """Give *columns*; where "Họ và tên" stands over two, family and given name are apart."""
    at = next((c.index for c in columns if c.meaning == "full_name"), -1)
    is_apart = 0 <= at < len(columns) - 1 and _holds_given_names(columns, at, below)
    for column in columns:
        if is_apart and column.index == at:
            yield replace(column, meaning="family_name")
        elif is_apart and column.index == at + 1:
            yield replace(column, meaning="full_name")
        else:
            yield column


def _holds_given_names(columns: Sequence[ListColumn], at: int, below: Sequence[ReadRow]) -> bool:
    """Say whether the column after *at* has no other words and but one word in its cells."""
    following = columns[at + 1]
    if following.meaning or following.words not in ("", columns[at].words):
        return False
    pairs = [(_texts(row) + [""] * len(columns))[at : at + 2] for row in below]
    given = [last for first, last in pairs if last and first != last]
    return bool(given) and all(last.isalpha() for last in given)


def _combined(rows: Sequence[ReadRow], hints: HeadHints) -> list[list[str]]:
    """Return the words over each column, from top to bottom."""
    parts = [[text] for text in _texts(rows[0])] or [[""]]
    if _is_title(parts):
        return parts
    for row in rows[1:]:
        below = _texts(row)
        if not _goes_on(parts, below, hints):
            break
        parts = _under(parts, below)
    return parts


def _is_title(parts: list[list[str]]) -> bool:
    """Say whether a row says but one thing, from its left: a title, and not the top of a head."""
    texts = [part[0] for part in parts]
    return len(set(filter(None, texts))) == 1 and any(texts[:2])


def _columns(parts: list[list[str]], hints: HeadHints) -> list[ListColumn]:
    """Return what each column means; of two alike the first counts."""
    found = [_column(index, part, hints) for index, part in enumerate(parts)]
    if hints.has_marks:
        found = _settled(found)
    best: dict[str, ListColumn] = {}
    for column in found:
        there = best.setdefault(column.meaning, column)
        if _is_better(column, there):
            best[column.meaning] = column
    return [_alone(column, best) for column in found]


def _is_better(column: ListColumn, there: ListColumn) -> bool:
    """Say whether *column* says its meaning more plainly: "Chức vụ" beside "Cấp bậc"."""
    says, said = (fold(c.words).startswith("chuc") for c in (column, there))
    return column.meaning == "position" and says and not said


def _alone(column: ListColumn, best: Mapping[str, ListColumn]) -> ListColumn:
    """Return *column*; without meaning, or as one of marks, where another has its meaning."""
    if column is best[column.meaning] or column.meaning in _SEVERAL:
        return column
    is_title = column.meaning == "title" and _MORE_TITLES.search(fold(column.words))
    return replace(column, meaning="mark" if is_title else "")


def _column(index: int, part: list[str], hints: HeadHints) -> ListColumn:
    """Return what the words over one column mean: the lowest ones first, then those above."""
    names = [text for text in dict.fromkeys(part) if text]
    words = clean(" ".join(names))
    column = ListColumn(index=index, words=words)
    if not names:
        return column
    if fold(words) in hints.learnt:
        return _marked(replace(column, meaning=hints.learnt[fold(words)]), names, hints)
    if hints.has_marks and (pivoted := _pivoted(column, names, hints)):
        return pivoted
    return replace(column, meaning=_plain(names, words, hints.kind), year=_year(words))


def _plain(names: list[str], words: str, kind: ListKind) -> str:
    is_paired = len(names) > 1 and _PAIRED.fullmatch(fold(names[-1]))
    tried = [words, *reversed(names)] if is_paired else [*reversed(names), words]
    return next(filter(None, (meaning_of(text, kind) for text in tried)), "")


def _pivoted(column: ListColumn, names: list[str], hints: HeadHints) -> ListColumn | None:
    """Return *column* as one of marks, when a title, a rating or a year stands over it."""
    lowest, words = names[-1], column.words
    above = names[:-1]
    is_past = any(meaning_of(text, hints.kind) == "past" for text in names)
    if hints.names_title(lowest) or rating_of(lowest):
        return _marked(replace(column, meaning="past" if is_past else "mark"), names, hints)
    if is_year(lowest) and meaning_of(" ".join(above), hints.kind) != "birth":
        return _marked(replace(column, meaning="past" if is_past else "mark"), names, hints)
    below = meaning_of(lowest, hints.kind)
    title = next((text for text in reversed(above) if hints.names_title(text)), "")
    if title and _GIVER.fullmatch(fold(lowest)) and below in ("", "unit", "level"):
        meaning = "past" if is_past else "mark"
        return replace(column, meaning=meaning, title=f"{title} {lowest}", year=_year(words))
    is_under = any(hints.names_title(text) or is_year(text) for text in above)
    if is_under and below in (*_PIVOTED, "decision_date"):
        meaning = "mark_date" if below == "decision_date" else "past" if is_past else "mark"
        return _marked(replace(column, meaning=meaning), names, hints)
    return None


def _marked(column: ListColumn, names: list[str], hints: HeadHints) -> ListColumn:
    """Return *column* with the title and the year that its words name."""
    if column.meaning not in ("mark", "mark_date", "past"):
        return column
    told = (text for text in reversed(names) if hints.names_title(text) or rating_of(text))
    return replace(column, title=next(told, ""), year=_year(column.words))


def _settled(columns: list[ListColumn]) -> list[ListColumn]:
    """Settle what only the whole head tells: whose names these are, what stands by year."""
    counts = Counter(column.meaning for column in columns)
    by_year = [column for column in columns if column.meaning in ("title", "rating", "past")]
    is_by_year = sum(bool(column.year) for column in by_year if column.meaning != "past") > 1
    has_name = any(counts[name] for name in ("full_name", "name", "collective", "household"))
    seen_name = False
    settled = []
    for column in columns:
        meaning = column.meaning
        if meaning in ("title", "rating") and column.year and is_by_year:
            meaning = "mark"
        elif meaning == "name" and (seen_name or counts["full_name"]):
            meaning = "" if column.words.casefold().startswith("tên") else "recipient_kind"
        elif meaning == "name" and counts["family_name"]:
            meaning = "full_name"
        elif not has_name and meaning == ("unit" if counts["unit"] else "address"):
            meaning = "collective" if counts["unit"] else "name"
        seen_name = seen_name or meaning == "name"
        settled.append(replace(column, meaning=meaning))
    return settled


def _year(words: str) -> str:
    return period_in(words) or ("" if _DATED.search(words) else year_in(words))


def _under(parts: list[list[str]], below: list[str]) -> list[list[str]]:
    """Return *parts* with the next row of the head; names reach over the empty cells after them."""
    width = max(len(parts), len(below))
    depth = len(parts[0])
    parts = [*parts, *([""] * depth for _ in range(width - len(parts)))]
    reached: list[list[str]] = []
    for part, text in zip_longest(parts, below, fillvalue=""):
        above = list(part)
        if text and not any(above) and reached:
            above = reached[-1][:-1]
        reached.append([*above, text])
    return reached


def _goes_on(parts: list[list[str]], below: list[str], hints: HeadHints) -> bool:
    """Say whether the row *below* is of the head: all it says repeats or parts what is above."""
    new = {n: text for n, text in enumerate(below) if text and text not in _at(parts, n)}
    if len(set(new.values())) == 1 and all(any(_at(parts, n)) for n in new):
        return False  # The only words of a row are a group, and no part of a head.
    return any(below) and all(
        _is_part(text, hints) or _is_giver(text, _reached(parts, n), hints)
        for n, text in new.items()
    )


def _reached(parts: list[list[str]], index: int) -> list[str]:
    """Return the words that stand over column *index*, or reach it from the left."""
    over = (part for part in reversed(parts[: index + 1]) if any(part))
    return next(over, [])


def _is_giver(text: str, above: list[str], hints: HeadHints) -> bool:
    """Say whether *text* tells who gives the title that stands *above* it."""
    return bool(_GIVER.fullmatch(fold(text))) and any(map(hints.names_title, above))


def _at(parts: list[list[str]], index: int) -> list[str]:
    return parts[index] if index < len(parts) else []


def _has_meaning(row: ReadRow, hints: HeadHints) -> bool:
    """Say whether *row* is of a head by itself: several words, and most of them with a meaning."""
    texts = set(filter(None, _texts(row)))
    return len(texts) > 1 and 2 * sum(_is_part(text, hints) for text in texts) > len(texts)


def _is_part(text: str, hints: HeadHints) -> bool:
    """Say whether *text* can be words of a head's lower row."""
    if meaning_of(text, hints.kind) or _PAIRED.fullmatch(fold(text)):
        return True
    return hints.has_marks and bool(is_year(text) or hints.names_title(text) or rating_of(text))


def _may_be_head(row: ReadRow) -> bool:
    texts = [text for text in _texts(row) if text]
    return bool(texts) and all(
        len(text) <= _LONGEST_HEAD and (is_year(text) or not text.replace("/", "").isdigit())
        for text in texts
    )


def _is_wide(rows: Sequence[ReadRow]) -> bool:
    return any(len(set(filter(None, _texts(row)))) > 1 for row in rows)


def _meant(columns: Sequence[ListColumn]) -> set[tuple[str, int]]:
    return {(column.meaning, column.index) for column in columns if column.meaning}


def _texts(row: ReadRow) -> list[str]:
    return [text_of(cell) for cell in row.cells]
