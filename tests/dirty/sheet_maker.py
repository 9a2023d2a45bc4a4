"""Makes one dirty sheet of a list from a seed: what stands around the rows, heads, groups, rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from tests.dirty.columns import (
    EMPTY_MARKS,
    MARKS,
    NAME_HEADS,
    ORDINAL_HEADS,
    PERSONAL,
    PIVOT_TITLES,
    PROPOSED,
    REGISTERED,
    TITLE_HEADS,
    TITLES,
    ColumnMaker,
)
from tests.dirty.people import Crowd, Someone
from tests.dirty.sheets import Cell, DirtySheet, TrueRow
from tests.dirty.smudging import smudged
from thidua_desktop.documents.reading.list_values import ListKind


def dirty_list(seed: int, kind: ListKind = "nominations", *, rows: int | None = None) -> DirtySheet:
    """Return a dirty sheet of *kind* (nominations, register, people or merits) drawn by *seed*.

    *rows*: how many rows of data it shall have, else a few.
    """
    maker = _Maker(Random(f"{kind} {seed}"), kind)
    return maker.make(rows if rows is not None else maker.random.randrange(1, 25))


@dataclass(frozen=True, slots=True)
class Group:
    """A group row: its words, the kind of its recipients, and what it says of the rows below."""

    words: str
    kind: str = "person"
    values: Mapping[str, str] = field(default_factory=dict)


_DECISIONS = [
    Group(
        "Quyết định số 12/QĐ-UBND ngày 05/6/2018 của Chủ tịch UBND huyện Mẫu Sơn",
        values={
            "decision_number": "12/QĐ-UBND",
            "decision_date": "2018-06-05",
            "authority": "Chủ tịch UBND huyện Mẫu Sơn",
        },
    ),
    Group(
        "QĐ số 345/QĐ-UBND ngày 17 tháng 11 năm 2020",
        values={"decision_number": "345/QĐ-UBND", "decision_date": "2020-11-17"},
    ),
]
_TITLE_GROUPS = [
    Group("I. Danh hiệu Lao động tiên tiến", values={"title": "Lao động tiên tiến"}),
    Group("II. Chiến sĩ thi đua cơ sở (03 người)", values={"title": "Chiến sĩ thi đua cơ sở"}),
]
# Of columns that tell the same, a list has one.
_APART = ({"position", "position_unit"}, {"unit", "position_unit"}, {"sex", "address"})


class _Maker:
    """Draws one sheet; what is drawn first (columns, groups) decides what its rows are."""

    def __init__(self, random: Random, kind: ListKind) -> None:
        self.random = random
        self.sheet = DirtySheet(kind, name=random.choice(("Sheet1", "DS", "Danh sách 2024")))
        self._crowd = Crowd(random)
        self._is_award = kind in ("nominations", "register")
        self._names = random.choice(("person", "any")) if self._is_award else "person"
        self._columns = self._drawn_columns(kind)
        self._pivot = self._drawn_pivot(kind)
        self._head: tuple[list[Cell], list[Cell]] = ([], [])
        self._has_ordinal = random.random() < 0.85
        self._in_group = Group("")
        self._title_column = self._is_award and not self._pivot and random.random() < 0.8

    @property
    def _width(self) -> int:
        fixed = self._has_ordinal + 1 + self._title_column
        return fixed + len(self._columns) + len(self._pivot)

    def make(self, count: int) -> DirtySheet:
        """Return the sheet with *count* rows of data."""
        self._opening()
        self._write_head()
        groups = self._drawn_groups()
        for number in range(count):
            if groups and number % max(1, count // len(groups)) == 0:
                self._group(groups.pop(0))
            self._between()
            self._data(number + 1)
        self._closing(count)
        self._hide()
        return self.sheet

    # What the sheet is made of

    def _drawn_columns(self, kind: ListKind) -> list[ColumnMaker]:
        more = {"nominations": PROPOSED, "register": REGISTERED}.get(kind, ())
        offered = [*PERSONAL, *more]
        drawn = self.random.sample(offered, self.random.randrange(2, len(offered) + 1))
        return _agreeing(drawn)

    def _drawn_pivot(self, kind: ListKind) -> list[str]:
        if kind == "merits":
            return ["Năm 2022", "Năm 2023"]
        if kind == "nominations" and self.random.random() < 0.35:
            return self.random.sample(PIVOT_TITLES, self.random.randrange(2, 5))
        return []

    def _drawn_groups(self) -> list[Group]:
        """Return the group rows to come."""
        schools = [self._crowd.unit() for _ in range(3)]
        units = [
            Group(f"{sign}. {name}", values={"unit": name})
            for sign, name in zip("ABC", schools, strict=True)
        ]
        if self._names == "any":
            return [Group("I. TẬP THỂ", kind="collective"), Group("II. Cá nhân")]
        choices = [[], units]
        if self.sheet.kind == "register" and not self._has("decision_number"):
            choices.append(_DECISIONS)
        if self._is_award and not self._title_column and not self._pivot:
            return list(_TITLE_GROUPS)
        return list(self.random.choice(choices))

    def _has(self, meaning: str) -> bool:
        return any(column.meaning == meaning for column in self._columns)

    # Around the rows

    def _opening(self) -> None:
        random, sheet = self.random, self.sheet
        if random.random() < 0.5:
            school = self._crowd.unit()
            sheet.add(
                "title", ["PHÒNG GD&ĐT HUYỆN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
            )
            sheet.add("title", [school.upper(), None, None, "Độc lập - Tự do - Hạnh phúc"])
            sheet.facts["unit"] = school.upper()
        if random.random() < 0.7:
            for text in ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "Năm học 2023 - 2024"):
                row = sheet.add("title", [text])
                if random.random() < 0.6:
                    sheet.merge(row, 0, self._width - 1)
            sheet.facts["period"] = "2023-2024"
        if random.random() < 0.5:
            sheet.add("blank", [])

    def _write_head(self) -> None:
        """Write the head: in one row, or in two with the titles under words that span them."""
        random = self.random
        top: list[Cell] = [random.choice(ORDINAL_HEADS)] if self._has_ordinal else []
        top.append(random.choice(NAME_HEADS[self._names]))
        top += [random.choice(column.heads) for column in self._columns]
        top += [random.choice(TITLE_HEADS)] if self._title_column else []
        below: list[Cell] = [None] * len(top)
        first = len(top)
        if self._pivot and random.random() < 0.5:
            words = "Xếp loại" if self.sheet.kind == "merits" else "Danh hiệu đề nghị"
            top += [words, *[None] * (len(self._pivot) - 1)]
            below += self._pivot
        else:
            top += self._pivot
            below = []
        self._head = top, below
        self._repeat_head(first)
        if random.random() < 0.25:
            self.sheet.add("head", [f"({n})" for n in range(1, self._width + 1)])

    def _repeat_head(self, first: int) -> None:
        top, below = self._head
        row = self.sheet.add("head", list(top))
        if below:
            self.sheet.add("head", list(below))
            if self.random.random() < 0.7:
                self.sheet.merge(row, first, self._width - 1)
                for column in range(first):
                    self.sheet.merge(row, column, column, rows=2)

    def _group(self, group: Group) -> None:
        self._in_group = group
        sign, _, rest = group.words.partition(". ")
        if self._has_ordinal and rest and self.random.random() < 0.5:
            self.sheet.add("group", [sign, rest])
        else:
            row = self.sheet.add("group", [group.words])
            if self.random.random() < 0.6:
                self.sheet.merge(row, 0, self._width - 1)

    def _between(self) -> None:
        draw = self.random.random()
        if draw < 0.04:
            self.sheet.add("blank", [None] * self._width)
        elif draw < 0.07:
            self._repeat_head(self._width - len(self._pivot))

    def _closing(self, count: int) -> None:
        random, sheet = self.random, self.sheet
        if random.random() < 0.5:
            words = f"Tổng cộng: {count}" if random.random() < 0.5 else "Tổng cộng"
            sheet.add("total", [words, *([count] if words == "Tổng cộng" else [])])
        if random.random() < 0.6:
            sheet.add("blank", [])
            last = max(self._width - 1, 2)
            sheet.add("signature", [*[None] * last, "Đắk Mẫu, ngày 5 tháng 6 năm 2024"])
            sheet.add("signature", ["Người lập biểu", *[None] * (last - 1), "HIỆU TRƯỞNG"])
            sheet.add("blank", [])
            sheet.add("signature", ["Trần Thị Bưởi", *[None] * (last - 1), "Y Rừng"])

    def _hide(self) -> None:
        data = [row.number for row in self.sheet.true_rows]
        if self.random.random() < 0.3:
            self.sheet.hidden_rows |= set(self.random.sample(data, min(2, len(data))))
        if self.random.random() < 0.2:
            self.sheet.hidden_columns.add(self.random.randrange(self._width))

    # The rows

    def _data(self, number: int) -> None:
        one = self._crowd.someone()
        is_person = self._in_group.kind == "person"
        values: dict[str, str] = {}
        waits: set[str] = set()
        cells: list[Cell] = [number] if self._has_ordinal else []
        cells.append(self._named(one, is_person, values))
        for column in self._columns:
            cells.append(self._filled(column, one, is_person, values, waits))
        if self._title_column:
            title = self.random.choice(TITLES)
            values["title"] = title
            cells.append(smudged(title, self.random))
        marks = self._marked(cells, waits)
        values = {**self._in_group.values, **values}
        row = self.sheet.add("data", cells)
        self.sheet.true_rows.append(TrueRow(row, values, marks, frozenset(waits)))

    def _named(self, one: Someone, is_person: bool, values: dict[str, str]) -> Cell:
        name = self._as_typed(one.name) if is_person else one.unit
        is_plain_list = self.sheet.kind == "people"
        values["full_name" if is_plain_list else "name"] = name
        if not is_plain_list:
            values["recipient_kind"] = "person" if is_person else "collective"
        return smudged(name, self.random)

    def _as_typed(self, name: str) -> str:
        """Return *name* as a hasty hand types it: it is taken as it is, another form is offered."""
        draw = self.random.random()
        return name.upper() if draw < 0.1 else name.lower() if draw < 0.15 else name

    def _filled(
        self,
        column: ColumnMaker,
        one: Someone,
        is_person: bool,
        values: dict[str, str],
        waits: set[str],
    ) -> Cell:
        if not is_person and column in PERSONAL and column.meaning != "note":
            return None
        cell, value, problem = column.make(one, self.random)
        if column.meaning == "position_unit":
            values["position"], _, values["unit"] = value.partition(" | ")
        elif value:
            values["sex" if column.meaning == "address" else column.meaning] = value
        if problem:
            waits.add(problem)
        return smudged(cell, self.random) if isinstance(cell, str) else cell

    def _marked(self, cells: list[Cell], waits: set[str]) -> tuple[str, ...]:
        """Append the cells of the pivot; return what is marked."""
        marked = []
        for words in self._pivot:
            is_marked = self.random.random() < 0.5
            filled = ("HTTNV", "Hoàn thành xuất sắc nhiệm vụ") if words[:3] == "Năm" else MARKS
            cells.append(self.random.choice(filled if is_marked else EMPTY_MARKS))
            marked += [words] if is_marked else []
        if self._pivot and self._is_award and not marked:
            waits.add("no_mark")
        return tuple(marked)


def _agreeing(columns: list[ColumnMaker]) -> list[ColumnMaker]:
    """Return *columns* without those that tell what an earlier one tells."""
    kept: list[ColumnMaker] = []
    for column in columns:
        others = {one.meaning for one in kept}
        apart = (pair for pair in _APART if column.meaning in pair)
        if not any(pair & others for pair in apart):
            kept.append(column)
    return kept
