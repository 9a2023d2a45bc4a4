"""What the office's lists come to on paper: register, nominations, council as plain values."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table, TotalRow
from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.council import ROLES, CouncilTerm, MemberRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.markup import escape
from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.pledges import Returns
from thidua_desktop.domain.recipients import PERSON_KINDS

_LIST = "list"
_SIZE = 11.0  # points; NĐ 30/2020/NĐ-CP lets annexes be smaller than the text

_REGISTER = (
    Column("TT", 11.0, "ordinal"),
    Column("Họ và tên / Tập thể", 48.0),
    Column("Chức vụ, đơn vị"),
    Column("Danh hiệu, hình thức khen thưởng"),
    Column("Năm", 13.0, "year"),
    Column("Số quyết định", 33.0),
    Column("Ngày ký", 23.0, "date"),
    Column("Tiền thưởng (đồng)", 26.0, "money"),
)
_NOMINATIONS = (
    Column("TT", 11.0, "ordinal"),
    Column("Họ và tên / Tập thể", 50.0),
    Column("Chức vụ, đơn vị"),
    Column("Danh hiệu, hình thức đề nghị"),
    Column("Năm", 13.0, "year"),
    Column("Tình trạng", 30.0),
    Column("Hồ sơ", 46.0),
)
_COUNCIL = (
    Column("TT", 12.0, "ordinal"),
    Column("Họ và tên", 46.0),
    Column("Chức vụ, cơ quan"),
    Column("Vai trò trong Hội đồng", 44.0),
)

_NOT_PLEDGED = (
    Column("TT", 12.0, "ordinal"),
    Column("Đơn vị"),
    Column("Ghi chú", 40.0),
)


def register_paper(
    rows: Sequence[AwardRow], lines: Sequence[str], office: Office, made: datetime
) -> Paper:
    """Return the register as a list on landscape pages; *lines* say what it was narrowed to."""
    table = Table(columns=_REGISTER, rows=tuple(_register_rows(rows)), size=_SIZE)
    return _paper("Sổ khen thưởng", table, lines, office, made, is_landscape=True)


def extract_paper(
    rows: Sequence[AwardRow], lines: Sequence[str], office: Office, made: datetime
) -> Paper:
    """Return what the register has of one name, on landscape pages; *lines* say of whom."""
    table = Table(columns=_REGISTER, rows=tuple(_register_rows(rows)), size=_SIZE)
    return _paper("Trích lục khen thưởng", table, lines, office, made, is_landscape=True)


def nominations_paper(
    rows: Sequence[NominationRow], lines: Sequence[str], office: Office, made: datetime
) -> Paper:
    """Return nominations as a list on landscape pages; *lines* say what they were narrowed to."""
    table = Table(columns=_NOMINATIONS, rows=tuple(_nomination_rows(rows)), size=_SIZE)
    title = "Danh sách đề nghị khen thưởng"
    return _paper(title, table, lines, office, made, is_landscape=True)


def council_paper(
    rows: Sequence[MemberRow], lines: Sequence[str], office: Office, made: datetime
) -> Paper:
    """Return the council's roster on upright pages, a bold row above each of several terms."""
    table = Table(columns=_COUNCIL, rows=tuple(_member_rows(rows)), size=_SIZE + 1)
    title = "Danh sách thành viên Hội đồng Thi đua - Khen thưởng"
    return _paper(title, table, lines, office, made, is_landscape=False)


def not_pledged_paper(returns: Returns, office: Office, made: datetime) -> Paper:
    """Return the units that have not registered yet, by kind, to go with a reminder."""
    table = Table(columns=_NOT_PLEDGED, rows=tuple(_not_pledged_rows(returns)), size=_SIZE + 1)
    title = f"Danh sách đơn vị chưa gửi đăng ký thi đua năm {returns.year}"
    count = f"{len(returns.waiting)} đơn vị chưa gửi, {returns.sent} đơn vị đã gửi"
    return _paper(title, table, [count], office, made, is_landscape=False)


def dossier_line(rows: Sequence[NominationRow], query: Query) -> list[str]:
    """Return which dossier *rows* are of, when *query* asked for those of one."""
    if rows and any(each.column == "dossier_uid" and each.value for each in query.filters):
        return [f"Hồ sơ: {rows[0].dossier}"]
    return []


def term_line(rows: Sequence[MemberRow], terms: Iterable[CouncilTerm]) -> list[str]:
    """Return the decision of the term of *rows*, when they are all of one."""
    uids = {row.term_uid for row in rows}
    found = [term for term in terms if uids == {term.uid} and term.decision_number]
    return [
        f"Theo Quyết định số {term.decision_number} {_day(term.decision_date)}".strip()
        for term in found
    ]


def _paper(
    title: str,
    table: Table,
    lines: Sequence[str],
    office: Office,
    made: datetime,
    *,
    is_landscape: bool,
) -> Paper:
    heading = Heading(parent=office.parent, issuer=office.name, type_name=title.upper(), subject="")
    return Paper(
        title=title,
        made=made,
        heading=heading,
        subtitle=tuple(lines),
        blocks=(Block(kind="table", body=f'<field name="{_LIST}"/>'),),
        tables={_LIST: table},
        author=office.name,
        is_landscape=is_landscape,
        is_counted=True,
    )


def _register_rows(rows: Sequence[AwardRow]) -> Iterator[Row]:
    """Give the rows of the register and, when there are any, how many and how much in all."""
    for ordinal, row in enumerate(rows, start=1):
        yield (
            ordinal,
            escape(row.name),
            _place(row.recipient_kind, row.position, row.unit),
            escape(row.title_text),
            row.year,
            escape(row.decision_number),
            row.decision_date,
            row.amount,
        )
    if rows:
        total = sum(row.amount or 0 for row in rows)
        yield TotalRow((f"Cộng: {grouped(len(rows))} dòng", total))


def _nomination_rows(rows: Iterable[NominationRow]) -> Iterator[Row]:
    for ordinal, row in enumerate(rows, start=1):
        yield (
            ordinal,
            escape(row.name),
            _place(row.recipient_kind, row.position, row.unit),
            escape(row.title_text),
            row.year,
            STATES.get(row.state, row.state),
            escape(row.dossier),
        )


def _not_pledged_rows(returns: Returns) -> Iterator[Row]:
    ordinal = 0
    for kind, names in returns.by_kind():
        yield GroupRow((escape(f"{kind}: {len(names)}"),))
        for name in names:
            ordinal += 1
            yield (ordinal, escape(name), "")


def _member_rows(rows: Sequence[MemberRow]) -> Iterator[Row]:
    has_terms = len({row.term_uid for row in rows}) > 1
    term, ordinal = "", 0
    for row in rows:
        if row.term_uid != term:
            term, ordinal = row.term_uid, 0
            if has_terms:
                yield GroupRow((row.term,))
        ordinal += 1
        role = ROLES.get(row.role, row.role)
        seat = f"{role}, Thư ký Hội đồng" if row.is_secretary else role
        yield (ordinal, escape(row.full_name), escape(row.position), seat)


def _place(recipient_kind: str, position: str, unit: str) -> str:
    """Return position and unit of a person, the unit alone of any other."""
    parts = (position, unit) if recipient_kind in PERSON_KINDS else (unit,)
    return escape(", ".join(filter(None, parts)))


def _day(date: str) -> str:
    return f"ngày {show_date(date)}" if date else ""
