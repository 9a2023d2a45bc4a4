"""The lists of one sheet, one below the other: where each begins, and what each row of it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.documents.reading.head_columns import HeadHints
from thidua_desktop.documents.reading.heads import MOST_ROWS, Head, chosen_head, head_at, may_name
from thidua_desktop.documents.reading.list_rows import Listed
from thidua_desktop.documents.reading.list_values import Role
from thidua_desktop.documents.reading.row_cells import repeated
from thidua_desktop.documents.reading.row_kinds import (
    Look,
    is_data_again,
    is_numbered,
    kind_of_row,
    look_at,
)
from thidua_desktop.documents.reading.sheets import Cells, ReadRow, text_of
from thidua_desktop.documents.reading.surroundings import Groups, is_title_row


@dataclass(frozen=True, slots=True)
class SectionHints:
    """What is known of a sheet beside its rows.

    *meanings*: by name of a list and column, what the officer chose. *roles*: by sheet and row
    number, what the officer says a row is.
    """

    heads: HeadHints
    meanings: Mapping[tuple[str, int], str]
    roles: Mapping[tuple[str, int], Role]

    def chosen(self, name: str) -> dict[int, str]:
        """Return the meanings that the officer chose for the list *name*, by column."""
        return {column: chosen for (of, column), chosen in self.meanings.items() if of == name}


@dataclass(slots=True)
class Section:
    """The stretch of a sheet under one head.

    *words*: the head as it stands there, None when it goes on from another sheet. *titles*: the
    rows above it. *after_signature*: how many rows follow the first one of the signature.
    """

    name: str
    head: Head
    words: Head | None
    titles: list[ReadRow] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    data: list[Listed] = field(default_factory=list)
    totals: list[Look] = field(default_factory=list)
    signed: list[ReadRow] = field(default_factory=list)
    after_signature: int = 0

    def without_tail(self) -> list[ReadRow]:
        """Take away and return the rows behind the signature that are titles of what follows."""
        first = next((n for n, row in enumerate(self.signed) if is_title_row(texts(row))), None)
        if first is None:
            return []
        taken, self.signed = self.signed[first:], self.signed[:first]
        for row in taken:
            del self.roles[row.number]
        return taken


class SectionFinder:
    """Goes through the rows of one sheet; its state is the head and group the rows are under."""

    def __init__(self, sheet: str, rows: Sequence[ReadRow], hints: SectionHints) -> None:
        self._sheet = sheet
        self._rows = rows
        self._hints = hints
        self._sections: list[Section] = []
        self._above: list[ReadRow] = []
        self._groups = Groups()
        self._is_signed = False
        self._may_name = [may_name(row, hints.heads) for row in rows]

    def find(self, last: Head | None) -> list[Section]:
        """Return the sections of the sheet; *last* is the head of the table before it."""
        if last and _continues(self._rows, last):
            self._open(last, None)
        self._walk()
        if not self._sections and any(self._hints.chosen(self._sheet).values()):
            self._walk_as_chosen()
        return self._sections

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
        told = self._hints.roles.get((self._sheet, self._rows[at].number), "head")
        if not any(self._may_name[at : at + MOST_ROWS]):
            return None  # This spares most rows the rest.
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
        name = self._sheet if number == 1 else f"{self._sheet} ({number})"
        if chosen := self._hints.chosen(name):
            width = max((len(row.cells) for row in self._rows), default=0)
            head = chosen_head(head, chosen, width, self._hints.heads.kind)
        titles = self._sections[-1].without_tail() if self._sections else self._above
        if head is not None:
            section = Section(name, head, words, titles)
            section.roles |= {row.number: "title" if texts(row) else "blank" for row in titles}
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
            last = section.data[-1] if section.data else None
            cells = repeated(row.cells, last.cells if last else ())
            name = look_at(last.row, section.head).name or last.above if last else ""
            unit = _unit_in(last.cells, section.head) or last.unit_above if last else ""
            section.data.append(Listed(row, self._groups.facts, cells, name, unit))

    def _role(self, row: ReadRow, look: Look, at: int) -> Role:
        told = self._hints.roles.get((self._sheet, row.number))
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


def texts(row: ReadRow) -> list[str]:
    """Return the different texts of *row*, in order; a merged range counts once."""
    return list(dict.fromkeys(text for cell in row.cells if (text := text_of(cell))))


def _unit_in(cells: Cells, head: Head) -> str:
    column = head.places.get("unit", len(cells))
    return text_of(cells[column]) if column < len(cells) else ""


def texts_of(rows: Iterable[ReadRow]) -> list[str]:
    """Return the texts of all *rows*, in order."""
    return [text for row in rows for text in texts(row)]


def _continues(rows: Sequence[ReadRow], head: Head) -> bool:
    """Say whether *rows* go on under *head*: the same width, and numbered from the first row on."""
    return bool(rows) and len(rows[0].cells) == len(head.columns) and is_numbered(rows[0], head)
