"""How the command line answers: rows as JSON objects and as lines. Decides nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.council import ROLES, MemberRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.decisions import STATES as DECISION_STATES
from thidua_desktop.domain.decisions import DecisionRow
from thidua_desktop.domain.nominations import STATES, DossierRow, NominationRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.people import PersonRow
from thidua_desktop.domain.plans import TASK_STATES, TaskRow, TaskUnit
from thidua_desktop.domain.units import KINDS, UnitRow

Object = dict[str, Any]
_WIDEST = 44


def award(row: AwardRow) -> Object:
    """Return a row of the register."""
    return {
        "uid": row.uid,
        "recipient": row.name,
        "recipient_kind": row.recipient_kind,
        "title": row.title,
        "title_vi": row.title_text,
        "year": row.year,
        "unit": row.unit,
        "state": "revoked" if row.nature == "revoked" else "awarded",
        "verdict": None,
        "decision_number": row.decision_number,
        "decision_date": row.decision_date,
        "level": row.level,
        "loai_hinh": row.loai_hinh,
        "amount": row.amount,
        "nature": row.nature,
        "position": row.position,
        "authority": row.authority,
        "note": row.note,
    }


def nomination(row: NominationRow, verdict: str | None = None) -> Object:
    """Return a nomination with the *verdict* of its check."""
    return {
        "uid": row.uid,
        "recipient": row.name,
        "recipient_kind": row.recipient_kind,
        "title": row.title,
        "title_vi": row.title_text,
        "year": row.year,
        "unit": row.unit,
        "state": row.state,
        "verdict": verdict,
        "level": row.level,
        "loai_hinh": row.loai_hinh,
        "position": row.position,
        "dossier": row.dossier,
    }


def dossier(row: DossierRow, left: TimeLeft | None) -> Object:
    """Return a dossier with the time *left* for it, None without a limit."""
    return {
        "uid": row.uid,
        "unit": row.unit,
        "number": row.number,
        "subject": row.subject,
        "year": row.year,
        "received": row.received,
        "due": left.due if left else row.due,
        "left": left.words if left else "",
        "days_left": left.days if left else None,
        "state": row.state,
        "reason": row.reason,
        "nominations": row.count,
    }


def task(row: TaskRow, parts: Sequence[TaskUnit], seq: int) -> Object:
    """Return a task; *seq* is its number in its quarter, *parts* the units that do it."""
    return {
        "uid": row.uid,
        "year": row.year,
        "quarter": row.quarter,
        "seq": seq,
        "text": row.text,
        "units": [part.unit_name for part in parts],
        "due": row.due,
        "state": row.state,
        "due_derived": row.is_due_derived,
        "roles": [{"unit": part.unit_name, "role": part.role} for part in parts],
        "units_text": row.units,
        "proof": row.proof,
    }


def person(row: PersonRow) -> Object:
    """Return a person; citizen number and ethnicity stay in the file."""
    return {
        "uid": row.uid,
        "full_name": row.full_name,
        "birth": row.birth,
        "position": row.position,
        "unit": row.unit,
        "sex": row.sex,
        "awards": row.awards,
    }


def member(row: MemberRow) -> Object:
    """Return a member of the council."""
    return {
        "uid": row.uid,
        "full_name": row.full_name,
        "role": row.role,
        "position": row.position,
        "from": row.starts,
        "to": row.ends,
        "is_secretary": row.is_secretary,
        "term": row.term,
    }


def unit(row: UnitRow) -> Object:
    """Return a unit."""
    return {
        "uid": row.uid,
        "name": row.name,
        "kind": row.kind,
        "parent": row.parent,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "code": row.code,
    }


def decision(row: DecisionRow) -> Object:
    """Return a decision with the number of its awards."""
    return {
        "uid": row.uid,
        "number": row.number,
        "date": row.date,
        "authority": row.authority,
        "signer": row.signer,
        "state": row.state,
        "awards": row.awards,
        "subject": row.subject,
        "level": row.level,
    }


_Column = tuple[str, Callable[[Mapping[str, Any]], str]]


def _of(name: str, words: Mapping[Any, str] | None = None) -> Callable[[Mapping[str, Any]], str]:
    """Return how a field is shown: a code by its words, the rest as it is."""
    return lambda row: (words or {}).get(str(row[name]), str(row[name]))


def _date(name: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda row: show_date(row[name])


def _money(row: Mapping[str, Any]) -> str:
    return grouped(row["amount"]) if row["amount"] is not None else ""


COLUMNS: Mapping[str, Sequence[_Column]] = MappingProxyType(
    {
        "awards": (
            ("Tên", _of("recipient")),
            ("Đơn vị", _of("unit")),
            ("Danh hiệu, hình thức", _of("title_vi")),
            ("Năm", _of("year")),
            ("Quyết định", _of("decision_number")),
            ("Ngày", _date("decision_date")),
            ("Tiền thưởng", _money),
        ),
        "nominations": (
            ("Tên", _of("recipient")),
            ("Đơn vị", _of("unit")),
            ("Danh hiệu, hình thức", _of("title_vi")),
            ("Năm", _of("year")),
            ("Tình trạng", _of("state", STATES)),
            ("Kiểm tra", _of("verdict", VERDICTS)),
        ),
        "dossiers": (
            ("Đơn vị", _of("unit")),
            ("Tờ trình", _of("number")),
            ("Nội dung", _of("subject")),
            ("Nhận", _date("received")),
            ("Đề nghị", _of("nominations")),
            ("Tình trạng", _of("state", STATES)),
            ("Thời hạn", _of("left")),
            ("uid", _of("uid")),
        ),
        "tasks": (
            ("Quý", _of("quarter")),
            ("TT", _of("seq")),
            ("Nội dung", _of("text")),
            ("Đơn vị thực hiện", _of("units_text")),
            ("Thời hạn", _date("due")),
            ("Tình trạng", _of("state", TASK_STATES)),
        ),
        "people": (
            ("Họ và tên", _of("full_name")),
            ("Sinh", _date("birth")),
            ("Chức vụ", _of("position")),
            ("Đơn vị", _of("unit")),
            ("Khen thưởng", _of("awards")),
        ),
        "members": (
            ("Họ và tên", _of("full_name")),
            ("Vai trò", _of("role", ROLES)),
            ("Chức vụ", _of("position")),
            ("Từ", _date("from")),
            ("Đến", _date("to")),
        ),
        "units": (
            ("Tên đơn vị", _of("name")),
            ("Loại", _of("kind", KINDS)),
            ("Trực thuộc", _of("parent")),
            ("Đến ngày", _date("valid_to")),
        ),
        "decisions": (
            ("Số", _of("number")),
            ("Ngày", _date("date")),
            ("Người quyết định", _of("authority")),
            ("Tình trạng", _of("state", DECISION_STATES)),
            ("Số dòng", _of("awards")),
        ),
    }
)
"""The columns of each list as lines show them."""


def lines(kind: str, rows: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    """Give *rows* of the list *kind* as lines under a head, in columns."""
    columns = COLUMNS[kind]
    cells = [[title for title, _ in columns]]
    cells += [[_short(show(row)) for _, show in columns] for row in rows]
    widths = [max(len(row[at]) for row in cells) for at in range(len(columns))]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
