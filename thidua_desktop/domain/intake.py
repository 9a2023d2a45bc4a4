"""Lists that came in: batches, rows that wait, what the office taught the reader. No Qt, no SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One intake of files from one *sender*; *files* one name per line."""

    kind: str = ""
    sender: str = ""
    files: str = ""
    at: str = ""
    accepted: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A source row that could not be taken as it is. *cells* and *problems* are JSON arrays.

    *context*: a JSON object of what stood around the row, needed to take it up later; "" without.
    """

    batch_uid: str = ""
    file: str = ""
    sheet: str = ""
    row: int = 0
    kind: str = ""
    cells: str = "[]"
    problems: str = "[]"
    context: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Where an accepted record came from: file, sheet, row, and its *cells* as a JSON array.

    *raw*: the cells as they were before old letters were converted, "" when nothing was.
    """

    batch_uid: str = ""
    owner_table: str = ""
    owner_uid: str = ""
    file: str = ""
    sheet: str = ""
    row: int = 0
    cells: str = "[]"
    raw: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntName:
    """What a written name means in this office: *table* and *target*, a uid or the id of a title.

    *text* is folded; *sender* "" when it holds whoever sends the list.
    """

    table: str = ""
    text: str = ""
    target: str = ""
    sender: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMeaning:
    """What a head of a list means, learnt once: of one *sender*, of all when that is ""."""

    kind: str = ""
    sender: str = ""
    head: str = ""
    column: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDuplicate:
    """Two records that look alike and are not the same."""

    table: str = ""
    first_uid: str = ""
    second_uid: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingWaiver:
    """A finding of a check set aside by the officer, with the reason kept.

    *subject* tells apart the findings of one rule, "" where there is only one.
    """

    nomination_uid: str = ""
    rule: str = ""
    subject: str = ""
    reason: str = ""
    uid: str = field(default_factory=new_uid)
