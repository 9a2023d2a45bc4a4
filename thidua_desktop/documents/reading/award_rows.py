"""A row of a list of nominations, awards or merits to its fields, each read or in doubt."""

import re
from collections.abc import Iterator

from thidua_desktop.documents.reading.award_cells import (
    read_amount,
    read_decision,
    read_decision_date,
    read_discipline,
    read_kind,
    read_level,
    read_loai_hinh,
    read_rating,
    read_scope,
    read_year,
    year_in,
)
from thidua_desktop.documents.reading.cells import Doubt, read_birth, read_date
from thidua_desktop.documents.reading.name_parts import NameParts, name_parts
from thidua_desktop.documents.reading.names import (
    is_collective_name,
    is_household_name,
    is_person_name,
    people_in,
    read_collective,
    read_name,
)
from thidua_desktop.documents.reading.people_rows import personal, place, whole_name
from thidua_desktop.documents.reading.row_cells import Field, RowCells, parted
from thidua_desktop.documents.reading.sheets import Value, text_of
from thidua_desktop.documents.reading.title_words import listed_titles
from thidua_desktop.domain.recipients import KINDS, PERSON_KINDS
from thidua_desktop.domain.text import fold

_TEXTS = (
    "group", "field", "achievement", "signer", "certificate_number",
    "initiative", "initiative_number", "ethnicity",
)  # fmt: skip
_NAMED = {"full_name": "person", "collective": "collective", "household": "household"}
_WITHDRAWN = re.compile(
    r"(?:(?:xin|da|de nghi) )?rut\b(?! kinh nghiem).*|"
    r".*\bkhong (?:de nghi|xet|du dieu kien|dong y|nhat tri)\b.*|loai\.?|bo\.?|huy\.?"
)
_FIRST_AWARDS = 1945
_BIRTHS = frozenset(("birth", "birth_male", "birth_female"))
_UNKNOWN = "Không rõ đây là cá nhân, tập thể hay hộ."


def read_awarded(row: RowCells) -> Iterator[Field]:
    """Give the fields of the recipient in *row* and of what is put forward for them."""
    parts = _parts(row)
    kind = _kind(row, parts)
    known = kind[2] if isinstance(kind[2], str) else ""
    yield kind
    if parts:
        yield from _told(row, parts)
    else:
        yield _name(row, known)
        yield from _place(row)
    if known in PERSON_KINDS or not known:
        yield from (one for one in personal(row) if one[2])  # Else the cell of the name tells it.
    yield from _award(row)
    for meaning in _TEXTS:
        yield row.read(meaning)
    yield row.read("note", text_of if row.is_sure(row.places.get("note")) else _note)
    yield _authors(row)


def _note(value: Value) -> str | Doubt:
    """Return a remark; one by which the row seems to be taken back is asked about."""
    text = text_of(value)
    if not _WITHDRAWN.fullmatch(fold(text)):
        return text
    reason = (
        f"Ghi chú “{text}”: có thể không đề nghị dòng này. "
        "Hãy để dòng lại, hoặc sửa ô ghi chú nếu vẫn nhập."
    )
    return Doubt(reason, "withdrawn", value=text)


def _parts(row: RowCells) -> NameParts | None:
    """Return the parts of a cell that tells more than a name, where no other column tells it."""
    column = row.places.get(_name_meaning(row))
    parts = None if row.is_sure(column) else name_parts(row.text(_name_meaning(row)))
    if parts is None or (parts.birth and row.places.keys() & _BIRTHS):
        return None
    is_placed = bool(row.places.keys() & {"position", "unit", "position_unit", "initiative"})
    return None if parts.place and is_placed else parts


def _told(row: RowCells, parts: NameParts) -> Iterator[Field]:
    """Give what the cell of the name tells, name and all."""
    column = row.places.get(_name_meaning(row))
    position, unit, _ = ("", parts.place, ()) if parts.is_household else parted(parts.place)
    yield "name", column, parts.name if parts.is_household else read_name(parts.name)
    yield "sex", column, parts.sex
    yield "birth", column, read_birth(parts.birth, row.hints.today)
    if not parts.place:
        yield from _place(row)
        return
    yield "position", column, position
    yield "unit", column, unit or row.hints.group.unit


def _kind(row: RowCells, parts: NameParts | None) -> Field:
    """Return the kind of the recipient: its column says it, else where the name stands and how."""
    column = row.places.get("recipient_kind")
    told = read_kind(row.cell(column))
    if told:
        return "recipient_kind", column, told
    meaning = _name_meaning(row)
    if parts:
        return (
            "recipient_kind",
            row.places.get(meaning),
            ("household" if parts.is_household else "person"),
        )
    found: str | Doubt = row.hints.group.recipient_kind or _by_name(row, meaning)
    if isinstance(found, Doubt) and row.hints.listed_kind:
        found = row.hints.listed_kind
    return "recipient_kind", row.places.get(meaning), found


def _by_name(row: RowCells, meaning: str) -> str | Doubt:
    name = row.text(meaning)
    if is_household_name(name) or meaning == "household":
        return "household"
    if meaning == "full_name" and not (is_collective_name(name) and not _has_person(row)):
        return "person"
    if meaning == "collective" or is_collective_name(name):
        return "collective"
    if is_person_name(name) or _has_person(row):
        return "person"
    if not any(map(str.isalpha, name)):
        return ""
    return Doubt(_UNKNOWN, "unknown_kind", (KINDS["person"], KINDS["collective"]))


def _has_person(row: RowCells) -> bool:
    """Say whether cells of *row* tell what only people have."""
    told = ("birth", "birth_male", "birth_female", "sex", "sex_male", "sex_female", "citizen_id")
    return any(row.text(meaning) for meaning in told)


def _name_meaning(row: RowCells) -> str:
    """Return the meaning of the column where the name of this row stands."""
    there = [meaning for meaning in ("full_name", "name", "collective", "household")
             if meaning in row.places]  # fmt: skip
    return next((meaning for meaning in there if row.text(meaning)), there[0] if there else "name")


def _name(row: RowCells, kind: str) -> Field:
    meaning = _name_meaning(row)
    column = row.places.get(meaning)
    value = whole_name(row) if meaning == "full_name" else row.value(meaning)
    if (authors := people_in(value)) and row.text("initiative"):
        return "name", column, authors[0]
    if kind in PERSON_KINDS or (not kind and not text_of(value)):
        return "name", column, read_name(value, is_sure=row.is_sure(column))
    return "name", column, read_collective(value)


def _authors(row: RowCells) -> Field:
    """Return the other authors of an initiative; the column of its author may name them all."""
    column = row.places.get(_name_meaning(row))
    others = people_in(row.cell(column))[1:] if row.text("initiative") else []
    told = row.text("authors")
    return "authors", row.places.get("authors", column), told or "; ".join(others)


def _place(row: RowCells) -> Iterator[Field]:
    """Give position and unit; beside a person's name a column of collectives tells the unit."""
    for name, column, value in place(row):
        if name != "unit":
            yield name, column, value
        elif not row.text("unit") and _name_meaning(row) == "full_name" and row.text("collective"):
            yield "unit", row.places["collective"], row.text("collective")
        else:
            yield name, column, value


def _award(row: RowCells) -> Iterator[Field]:
    group = row.hints.group
    yield "title", row.places.get("title"), _title(row) or group.title
    yield from _years(row)
    yield row.read("rating", read_rating)
    yield row.read("amount", read_amount)
    yield row.read("scope", read_scope)
    yield row.read("discipline", read_discipline)
    yield row.read("until", read_date)
    name, column, loai_hinh = row.read("loai_hinh", read_loai_hinh)
    yield name, column, loai_hinh or group.loai_hinh
    yield from _decision(row)


def _title(row: RowCells) -> str:
    """Return the words of the titles; those that stand below one another are parted by commas."""
    value = row.value("title")
    titles = listed_titles(value) if isinstance(value, str) else []
    return ", ".join(titles) or text_of(value)


def _years(row: RowCells) -> Iterator[Field]:
    """Give year and period: from either column, for "2023-2024" stands under "Năm" too."""
    year, period = _likely(read_year(row.value("year")), row)
    own_year, own_period = _likely(read_year(row.value("period")), row)
    group = row.hints.group
    column = row.places.get("year", row.places.get("period"))
    is_told = year or period or own_year or own_period
    around = group.year or ("" if group.period else _year_of_decision(row))
    yield "year", column, (year or own_year) if is_told else around
    yield (
        "period",
        row.places.get("period", column),
        own_period or period or ("" if is_told else group.period),
    )


def _year_of_decision(row: RowCells) -> str:
    """Return the year in the cell of a decision that says no day: "12/QĐ-UBND năm 2015"."""
    number, day = read_decision(row.value("decision_number"))
    return year_in(row.text("decision_number")) if number and not day else ""


def _likely(read: tuple[str | Doubt, str], row: RowCells) -> tuple[str | Doubt, str]:
    """Return *read*, year and period; in doubt where no list can speak of that year."""
    year, period = read
    last = period[-4:] or (year if isinstance(year, str) else "")
    if last and int(last) > row.hints.today.year + 1:
        return Doubt(f"Năm {last} chưa tới; có thể gõ nhầm.", "future_year"), ""
    if last and int(last) < _FIRST_AWARDS:
        return Doubt(f"Năm {last} chưa có khen thưởng; có thể gõ nhầm.", "early_year"), ""
    return read


def _decision(row: RowCells) -> Iterator[Field]:
    """Give number and date of the decision, from two columns or one, and who decided."""
    number, day = read_decision(row.value("decision_number"))
    column = row.places.get("decision_number")
    group = row.hints.group
    own = bool(number or day)
    yield "decision_number", column, number if own else group.decision_number
    own_day = read_decision_date(row.value("decision_date"), row.hints.today)
    place_of_day = row.places.get("decision_date") if own_day else column
    yield "decision_date", place_of_day, own_day or day or ("" if own else group.decision_date)
    yield from _authority(row)


def _authority(row: RowCells) -> Iterator[Field]:
    """Give level and authority; under "Cấp" may stand either."""
    level = read_level(row.value("level"))
    is_body = isinstance(level, Doubt) and not row.text("authority")
    authority = row.text("authority") or (row.text("level") if is_body else "")
    column = row.places.get("level" if is_body else "authority")
    yield "level", row.places.get("level"), "" if is_body else level
    yield "authority", column, authority or row.hints.group.authority
