"""What each column of a list means, by all the words over it. Knows no rows."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.award_cells import is_year, period_in, rating_of, year_in
from thidua_desktop.documents.reading.list_values import ListColumn, ListKind
from thidua_desktop.documents.reading.meanings import meaning_of
from thidua_desktop.documents.reading.title_words import names_title
from thidua_desktop.domain.text import clean, fold

SEVERAL = ("mark", "mark_date", "past", "")
"""Meanings that any number of columns may have."""

_PAIRED = re.compile(r"nam|nu")  # Under "Năm sinh" or "Giới tính".
_PIVOTED = ("title", "rating", "decision_number", "past", "achievement")
_MORE_TITLES = re.compile(r"\b(?:danh hieu|hinh thuc|khen)\b")  # In columns of their own.
# Who gives it, or of what level it is, under the name of a title.
_GIVER = re.compile(
    r"(?:cap |cua )?(?:chu tich )?(?:ubnd|uy ban nhan dan|co so|toan quoc|tinh|huyen|xa|bo|nganh|"
    r"so|thu tuong|truong|phong|ttg|cp)\b(?: .{1,20})?"
)
_ASKS = re.compile(r"\b(?:de nghi|dang ky)\b")
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


def columns_of(parts: list[list[str]], hints: HeadHints) -> list[ListColumn]:
    """Return what each column means; of two alike the first counts."""
    found = [_column(index, part, hints) for index, part in enumerate(parts)]
    if hints.has_marks:
        found = _settled(found)
        if hints.kind == "nominations":
            found = _past_apart(found)
    best: dict[str, ListColumn] = {}
    for column in found:
        there = best.setdefault(column.meaning, column)
        if _is_better(column, there):
            best[column.meaning] = column
    return [_alone(column, best) for column in found]


def chosen_column(column: ListColumn, meaning: str) -> ListColumn:
    """Return *column* with a *meaning* that was chosen or taught; its words are what marks mark."""
    is_mark = meaning in ("mark", "past") and not column.title and not is_year(column.words)
    return replace(column, meaning=meaning, title=column.words if is_mark else column.title)


def is_part(text: str, above: Sequence[str], hints: HeadHints) -> bool:
    """Say whether *text* can be words of a head's lower row, with *above* over it."""
    if meaning_of(text, hints.kind) or _PAIRED.fullmatch(fold(text)):
        return True
    if not hints.has_marks:
        return False
    is_giver = bool(_GIVER.fullmatch(fold(text))) and any(map(hints.names_title, above))
    return is_giver or bool(is_year(text) or hints.names_title(text) or rating_of(text))


def _is_better(column: ListColumn, there: ListColumn) -> bool:
    """Say whether *column* says its meaning more plainly: "Chức vụ" beside "Cấp bậc"."""
    says, said = (fold(c.words).startswith("chuc") for c in (column, there))
    return column.meaning == "position" and says and not said


def _alone(column: ListColumn, best: Mapping[str, ListColumn]) -> ListColumn:
    """Return *column*; without meaning, or as one of marks, where another has its meaning."""
    if column is best[column.meaning] or column.meaning in SEVERAL:
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
        meaning = hints.learnt[fold(words)]
        return chosen_column(_marked(replace(column, meaning=meaning), names, hints), meaning)
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
        elif not has_name and _may_name(column, meaning, counts):
            meaning = "collective" if counts["unit"] else "name"
        seen_name = seen_name or meaning == "name"
        settled.append(replace(column, meaning=meaning))
    return settled


def _past_apart(columns: list[ListColumn]) -> list[ListColumn]:
    """Return *columns*; of those by year, beside one that asks the others tell of the past."""
    by_year = [column for column in columns if column.meaning == "mark" and column.year]
    asking = [column for column in by_year if _ASKS.search(fold(column.words))]
    if not asking or len(asking) == len(by_year):
        return columns
    told = [one for one in by_year if one not in asking and one.year < asking[0].year]
    return [replace(one, meaning="past") if one in told else one for one in columns]


def _may_name(column: ListColumn, meaning: str, counts: Counter[str]) -> bool:
    """Say whether *column* names the recipients where no other does; an address never does."""
    is_address = fold(column.words).startswith(("dia chi", "noi o"))
    return meaning == ("unit" if counts["unit"] else "address") and not is_address


def _year(words: str) -> str:
    return period_in(words) or ("" if _DATED.search(words) else year_in(words))
