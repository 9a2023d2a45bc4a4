"""Lists that came in: batches, rows that wait, what the office taught the reader. No Qt, no SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One intake of files; *files* one name per line."""

    kind: str = ""
    files: str = ""
    at: str = ""
    accepted: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """A source row that could not be taken as it is. *cells* and *problems* are JSON arrays."""

    batch_uid: str = ""
    file: str = ""
    sheet: str = ""
    row: int = 0
    kind: str = ""
    cells: str = "[]"
    problems: str = "[]"
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMeaning:
    """What a head of a list means in this office, learnt once."""

    kind: str = ""
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
    """A finding of a check set aside by the officer, with the reason kept."""

    nomination_uid: str = ""
    rule: str = ""
    reason: str = ""
    uid: str = field(default_factory=new_uid)
