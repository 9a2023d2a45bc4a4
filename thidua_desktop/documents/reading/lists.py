"""Lists of any kind to rows that can be taken and rows that wait. Knows no file and writes none."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from thidua_desktop.documents.reading.cells import types_dates
from thidua_desktop.documents.reading.heads import Head, HeadHints, chosen_head, head_at
from thidua_desktop.documents.reading.list_rows import Listed, ListReader, SeenNumbers
from thidua_desktop.documents.reading.list_values import Facts, ListKind, ReadList, Role
from thidua_desktop.documents.reading.remarks import no_head, remarks_on
from thidua_desktop.documents.reading.row_cells import repeated
from thidua_desktop.documents.reading.row_kinds import (
    Look,
    is_data_again,
    is_numbered,
    kind_of_row,
    look_at,
)
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, Value, text_of
from thidua_desktop.documents.reading.surroundings import Groups, facts_of, is_title_row, signer_of

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
    hints = _Hints(HeadHints(kind, learnt, known.is_title), meanings, known, today)
    last: Head | None = None
    found: list[ReadList] = []
    for sheet in sheets:
        reader = _SheetReader(sheet, hints, last)
        found += reader.read(file)
        last = reader.last_head or last
    return found


@dataclass(frozen=True, slots=True)
class _Hints:
    """What is known beside the sheets."""

    heads: HeadHints
    meanings: Mapping[tuple[str, int], str]
    known: Known
    today: date
    numbers: SeenNumbers = field(default_factory=SeenNumbers)

    def chosen(self, name: str) -> dict[int, str]:
        """Return the meanings that the officer chose for the list *name*, by column."""
        return {column: chosen for (of, column), chosen in self.meanings.items() if of == name}

    def corrected(self, sheet: ReadSheet) -> tuple[tuple[ReadRow, ...], dict[int, frozenset[int]]]:
        """Return the rows as the officer put them right, and by row number the columns changed."""
        told: dict[int, dict[int, str]] = {}
        for (name, number, column), text in self.known.corrections.items():
            if name == sheet.name:
                told.setdefault(number, {})[column] = text
        if not told:
            return sheet.rows, {}
        rows = tuple(_corrected(row, told.get(row.number, {})) for row in sheet.rows)
        return rows, {number: frozenset(columns) for number, columns in told.items()}


@dataclass(slots=True)
class _Section:
    """The stretch of a sheet under one head, as it is read."""

    name: str
    head: Head
    words: Head | None
    titles: list[ReadRow] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    data: list[Listed] = field(default_factory=list)
    totals: list[Look] = field(default_factory=list)
    signed: list[ReadRow] = field(default_factory=list)
    after_signature: int = 0

    def tail(self) -> list[ReadRow]:
        """Take away and return the rows behind the last row of data that are titles by now."""
        first = next((n for n, row in enumerate(self.signed) if is_title_row(_texts(row))), None)
        if first is None:
            return []
        taken, self.signed = self.signed[first:], self.signed[:first]
        for row in taken:
            del self.roles[row.number]
        return taken


class _SheetReader:
    """Reads one sheet from top to bottom; its state is the head and group the rows are under."""

    def __init__(self, sheet: ReadSheet, hints: _Hints, last: Head | None) -> None:
        self._sheet = sheet
        self._hints = hints
        self._rows, self._sure = hints.corrected(sheet)
        self._sections: list[_Section] = []
        self._above: list[ReadRow] = []
        self._groups = Groups()
        self._is_signed = False
        if last and _continues(self._rows, last):
            self._open(last, None)

    @property
    def last_head(self) -> Head | None:
        """Return the head that the last rows of the sheet stand under."""
        return self._sections[-1].head if self._sections else None

    def read(self, file: str) -> list[ReadList]:
        """Return the lists of the sheet, one at least."""
        if self._sheet.is_hidden:
            return [self._unread(file, f"Trang “{self._sheet.name}” đang ẩn nên không được nhập.")]
        self._walk()
        if not self._sections and any(self._hints.chosen(self._sheet.name).values()):
            self._walk_as_chosen()
        if not self._sections:
            return [self._unread(file, no_head(self._sheet, self._hints.heads.kind))]
        return list(self._lists(file))

    def _walk(self) -> None:
        at = 0
        while at < len(self._rows):
            row = self._rows[at]
            head = self._head_at(at)
            if head:
                self._enter(head, at)
            elif self._sections:
                self._take(row, at)
            else:
                self._above.append(row)
            at += head.rows if head else 1

    def _walk_as_chosen(self) -> None:
        """Read a sheet without a head by the meanings that the officer chose for its columns."""
        self._above = []
        self._open(None, None)
        for at, row in enumerate(self._rows):
            self._take(row, at)

    def _head_at(self, at: int) -> Head | None:
        told = self._hints.known.roles.get((self._sheet.name, self._rows[at].number), "head")
        head = head_at(self._rows, at, self._hints.heads) if told == "head" else None
        if head is None or head.rows < 2 or not self._sections:
            return head
        # A row of data and the head repeated below it are no head of two rows.
        words = self._sections[-1].words
        below = head_at(self._rows, at + 1, self._hints.heads)
        return None if below and below.says_as(words) and not head.says_as(words) else head

    def _enter(self, head: Head, at: int) -> None:
        """Go on under *head*: in the same list when it only repeats the one above."""
        self._is_signed = False
        if not (self._sections and head.says_as(self._sections[-1].words)):
            self._open(head, head)
        for row in self._rows[at : at + head.rows]:
            self._sections[-1].roles[row.number] = "head"

    def _open(self, head: Head | None, words: Head | None) -> None:
        number = len(self._sections) + 1
        name = self._sheet.name if number == 1 else f"{self._sheet.name} ({number})"
        if chosen := self._hints.chosen(name):
            width = max((len(row.cells) for row in self._rows), default=0)
            head = chosen_head(head, chosen, width, self._hints.heads.kind)
        titles = self._sections[-1].tail() if self._sections else self._above
        if head is not None:
            section = _Section(name, head, words, titles)
            section.roles |= {row.number: _title_role(row) for row in titles}
            self._sections.append(section)

    def _take(self, row: ReadRow, at: int) -> None:
        section = self._sections[-1]
        look = look_at(row, section.head)
        role = self._role(row, look, at)
        section.roles[row.number] = role
        if role == "group":
            self._groups.enter(look)
        elif role == "total":
            section.totals.append(look)
        elif role == "signature":
            section.after_signature += self._is_signed
            self._is_signed = True
            section.signed.append(row)
        elif role == "data":
            self._is_signed = False
            cells = repeated(row.cells, section.data[-1].cells if section.data else ())
            sure = self._sure.get(row.number, frozenset())
            section.data.append(Listed(row, self._groups.facts, cells, sure))

    def _role(self, row: ReadRow, look: Look, at: int) -> Role:
        told = self._hints.known.roles.get((self._sheet.name, row.number))
        if told:
            return told
        head = self._sections[-1].head
        following = self._following(at, head) if len(look.different) == 1 else ""
        role = kind_of_row(look, head, following, self._groups.facts.recipient_kind)
        if self._is_signed and role != "blank" and not is_data_again(look, head):
            return "signature"
        return role

    def _following(self, at: int, head: Head) -> str:
        """Return the number of the next row that is not blank."""
        looks = (look_at(row, head) for row in self._rows[at + 1 : at + 4])
        return next((look.ordinal for look in looks if look.texts), "")

    def _lists(self, file: str) -> Iterator[ReadList]:
        facts = Facts()
        for section in self._sections:
            own = facts_of(chain.from_iterable(map(_texts, section.titles)))
            facts = own.over(replace(facts, title="", recipient_kind=""))
            signer = signer_of([_texts(row) for row in section.signed])
            facts = replace(facts, signer=signer or facts.signer)
            reader = ListReader(
                self._sheet,
                section.head,
                self._hints.today,
                facts,
                types_dates(_births(section)),
                self._hints.numbers,
            )
            rows = tuple(reader.read(listed) for listed in section.data)
            yield ReadList(
                file=file,
                sheet=self._sheet,
                name=section.name,
                kind=section.head.kind,
                columns=tuple(
                    replace(column, is_hidden=column.index in self._sheet.hidden_columns)
                    for column in section.head.columns
                ),
                roles=section.roles,
                rows=rows,
                facts=facts,
                remarks=tuple(
                    remarks_on(
                        self._sheet,
                        section.name,
                        section.head,
                        rows,
                        section.totals,
                        section.after_signature,
                    )
                ),
            )

    def _unread(self, file: str, remark: str) -> ReadList:
        roles = {row.number: _other_role(row) for row in self._rows}
        return ReadList(
            file=file,
            sheet=self._sheet,
            name=self._sheet.name,
            kind=self._hints.heads.kind,
            roles=roles,
            remarks=(*self._sheet.remarks, *filter(None, (remark,))),
        )


def _continues(rows: Sequence[ReadRow], head: Head) -> bool:
    """Say whether *rows* go on under *head*: the same width, and numbered from the first row on."""
    return bool(rows) and len(rows[0].cells) == len(head.columns) and is_numbered(rows[0], head)


def _corrected(row: ReadRow, told: Mapping[int, str]) -> ReadRow:
    if not told:
        return row
    width = max(len(row.cells), max(told) + 1)
    cells: list[Value] = [*row.cells, *[""] * (width - len(row.cells))]
    for column, text in told.items():
        cells[column] = text
    return replace(row, cells=tuple(cells))


def _births(section: _Section) -> Iterable[Value]:
    columns = [c.index for c in section.head.columns if c.meaning.startswith("birth")]
    for listed in section.data:
        cells = listed.row.cells
        yield from (cells[column] for column in columns if column < len(cells))


def _texts(row: ReadRow) -> list[str]:
    return list(dict.fromkeys(text for cell in row.cells if (text := text_of(cell))))


def _title_role(row: ReadRow) -> Role:
    return "title" if _texts(row) else "blank"


def _other_role(row: ReadRow) -> Role:
    return "remark" if _texts(row) else "blank"
