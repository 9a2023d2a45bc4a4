"""Lists of any kind to rows that can be taken and rows that wait. Knows no file and writes none."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.documents.reading.cells import types_dates
from thidua_desktop.documents.reading.head_columns import HeadHints
from thidua_desktop.documents.reading.heads import Head
from thidua_desktop.documents.reading.list_rows import ListReader, SeenNumbers
from thidua_desktop.documents.reading.list_values import Facts, ListKind, ReadList, Role
from thidua_desktop.documents.reading.remarks import by_name, no_head, remarks_on
from thidua_desktop.documents.reading.sections import (
    Section,
    SectionFinder,
    SectionHints,
    texts,
    texts_of,
)
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, Value
from thidua_desktop.documents.reading.surroundings import (
    facts_of,
    is_title_row,
    named_by,
    signer_of,
)

_NO_MEANINGS: Mapping[tuple[str, int], str] = {}
_NO_WORDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of single cells and rows beside the sheets.

    *corrections*: by sheet, row number and column, the text that the officer put into a cell.
    *roles*: by sheet and row number, what the officer says a row is. *is_title*: whether words
    name a title, beside those that every list uses.
    """

    corrections: Mapping[tuple[str, int, int], str] = field(default_factory=dict, hash=False)
    roles: Mapping[tuple[str, int], Role] = field(default_factory=dict, hash=False)
    is_title: Callable[[str], bool] | None = None


_NOTHING_KNOWN = Known()


def read_lists(
    sheets: Sequence[ReadSheet],
    kind: ListKind,
    *,
    file: str,
    today: date,
    learnt: Mapping[str, str] = _NO_WORDS,
    meanings: Mapping[tuple[str, int], str] = _NO_MEANINGS,
    known: Known = _NOTHING_KNOWN,
) -> list[ReadList]:
    """Return the lists of *kind* in the *sheets* of *file*, in order; one at least of each sheet.

    *learnt*: folded head to meaning, as this office taught it. *meanings*: by name of the list
    (`ReadList.name`) and column, what the officer chose; "" leaves the column out. Nothing is
    dropped: every row of a sheet has one role in one of its lists. Values of people: full_name
    birth sex position unit citizen_id ethnicity note; of units: name kind parent code valid_from
    valid_to note; of the other kinds: recipient_kind name and those of `meanings.LABELS`, kinds,
    levels and ratings as keys, dates as partial dates, amounts in đồng.
    """
    hints = SectionHints(HeadHints(kind, learnt, known.is_title), meanings, known.roles)
    numbers = SeenNumbers()
    last: Head | None = None
    above = Facts()
    found: list[ReadList] = []
    for sheet in sheets:
        rows, sure = _corrected(sheet, known.corrections)
        sections = [] if sheet.is_hidden else SectionFinder(sheet.name, rows, hints).find(last)
        reading = _Reading(file, sheet, kind, today, numbers, sure)
        found += reading.lists(sections, above) if sections else [reading.unread()]
        if any(one.above for one in sheets):
            above = found[-1].facts if sections else _facts_above(sheet).over(above)
        last = sections[-1].head if sections else last
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the rows of the sections of one sheet. *sure*: by row, the columns put right."""

    file: str
    sheet: ReadSheet
    kind: ListKind
    today: date
    numbers: SeenNumbers
    sure: Mapping[int, frozenset[int]]

    def lists(self, sections: Iterable[Section], facts: Facts) -> Iterator[ReadList]:
        """Give the list of each section.

        What one's titles say holds for those below it too, and what *facts* say for all of them.
        """
        lines = self.sheet.above
        named = named_by(self.file, self.sheet.name)
        for section in sections:
            lines = (*lines, *texts_of(section.titles))
            if lines or section.words:
                facts = replace(facts, recipient_kind="")
            facts = facts_of(lines).over(replace(facts, title="") if is_title_row(lines) else facts)
            lines = ()
            signer = signer_of([texts(row) for row in section.signed])
            facts = replace(facts, signer=signer or facts.signer)
            yield self._list(section, facts, named)

    def unread(self) -> ReadList:
        """Return the list that the sheet is when nothing of it is read."""
        hidden = f"Trang “{self.sheet.name}” đang ẩn nên không được nhập."
        remark = hidden if self.sheet.is_hidden else no_head(self.sheet, self.kind)
        roles: dict[int, Role] = {
            row.number: "remark" if texts(row) else "blank" for row in self.sheet.rows
        }
        return ReadList(
            file=self.file,
            sheet=self.sheet,
            name=self.sheet.name,
            kind=self.kind,
            roles=roles,
            remarks=(*self.sheet.remarks, *filter(None, (remark,))),
        )

    def _list(self, section: Section, own: Facts, named: Facts) -> ReadList:
        facts = own.over(replace(named, title="") if _tells_titles(section.head) else named)
        reader = ListReader(
            self.sheet,
            section.head,
            self.today,
            facts,
            types_dates(_births(section)),
            self.numbers,
            self.sure,
        )
        rows = tuple(map(reader.read, section.data))
        hidden = self.sheet.hidden_columns
        return ReadList(
            file=self.file,
            sheet=self.sheet,
            name=section.name,
            kind=self.kind,
            columns=tuple(replace(c, is_hidden=c.index in hidden) for c in section.head.columns),
            roles=section.roles,
            rows=rows,
            facts=facts,
            remarks=(
                *by_name(own, facts),
                *remarks_on(
                    self.sheet,
                    section.name,
                    section.head,
                    rows,
                    section.totals,
                    section.after_signature,
                ),
            ),
        )


def _tells_titles(head: Head) -> bool:
    return bool({"title", "mark"} & head.places.keys())


def _facts_above(sheet: ReadSheet) -> Facts:
    """Return what a table without a list says of those below it: it may hold a paper's heading."""
    return facts_of((*sheet.above, *texts_of(sheet.rows)))


def _corrected(
    sheet: ReadSheet, corrections: Mapping[tuple[str, int, int], str]
) -> tuple[tuple[ReadRow, ...], dict[int, frozenset[int]]]:
    """Return the rows as the officer put them right, and by row number the columns changed."""
    told: dict[int, dict[int, str]] = {}
    for (name, number, column), text in corrections.items():
        if name == sheet.name:
            told.setdefault(number, {})[column] = text
    if not told:
        return sheet.rows, {}
    rows = tuple(_put_right(row, told.get(row.number, {})) for row in sheet.rows)
    return rows, {number: frozenset(columns) for number, columns in told.items()}


def _put_right(row: ReadRow, told: Mapping[int, str]) -> ReadRow:
    if not told:
        return row
    width = max(len(row.cells), max(told) + 1)
    cells: list[Value] = [*row.cells, *[""] * (width - len(row.cells))]
    for column, text in told.items():
        cells[column] = text
    return replace(row, cells=tuple(cells))


def _births(section: Section) -> Iterator[Value]:
    columns = [c.index for c in section.head.columns if c.meaning.startswith("birth")]
    for listed in section.data:
        cells = listed.row.cells
        yield from (cells[column] for column in columns if column < len(cells))
