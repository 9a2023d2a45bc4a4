"""What the office's lists come to in a workbook: columns and rows as plain values."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from thidua_desktop.documents.sheets import Cell, Group, Line, Sheet, SheetColumn
from thidua_desktop.domain.awards import NATURES, AwardRow
from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.council import ROLES, MemberRow
from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.domain.numbers import roman
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.plans import TASK_STATES, TaskRow
from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.services.checking.values import Eligible

# Widths in letters: A4 lying takes 118 of them in full size, so 170 are printed at 8 points.
_REGISTER = (
    SheetColumn("TT", 5, "ordinal"),
    SheetColumn("Họ và tên / Tập thể", 23),
    SheetColumn("Đối tượng", 8, "code"),
    SheetColumn("Chức vụ", 13),
    SheetColumn("Đơn vị", 16),
    SheetColumn("Danh hiệu, hình thức khen thưởng", 19),
    SheetColumn("Cấp", 8, "code"),
    SheetColumn("Năm", 7, "year"),
    SheetColumn("Loại hình", 9, "code"),
    SheetColumn("Số quyết định", 14, "code"),
    SheetColumn("Ngày ký", 11, "date"),
    SheetColumn("Người quyết định", 18),
    SheetColumn("Tiền thưởng (đồng)", 13, "money", is_summed=True),
    SheetColumn("Ghi sổ", 7, "code"),
    SheetColumn("Ghi chú", 9),
)
_NOMINATIONS = (
    SheetColumn("TT", 5, "ordinal"),
    SheetColumn("Họ và tên / Tập thể", 22),
    SheetColumn("Đối tượng", 9, "code"),
    SheetColumn("Chức vụ", 15),
    SheetColumn("Đơn vị", 20),
    SheetColumn("Danh hiệu, hình thức đề nghị", 20),
    SheetColumn("Cấp", 8, "code"),
    SheetColumn("Năm", 7, "year"),
    SheetColumn("Loại hình", 11, "code"),
    SheetColumn("Tình trạng", 11, "code"),
    SheetColumn("Hồ sơ", 18),
)
_ELIGIBLE = (
    SheetColumn("TT", 5, "ordinal"),
    SheetColumn("Họ và tên / Tập thể", 26),
    SheetColumn("Chức vụ", 22),
    SheetColumn("Đơn vị", 28),
    SheetColumn("Kết luận", 18, "code"),
    SheetColumn("Vì sao", 60),
    SheetColumn("Căn cứ", 30),
)
_PLAN = (
    SheetColumn("TT", 6, "ordinal"),
    SheetColumn("Nội dung nhiệm vụ chủ yếu", 48),
    SheetColumn("Đơn vị thực hiện", 28),
    SheetColumn("Thời hạn", 12, "date"),
    SheetColumn("Tình trạng", 12, "code"),
    SheetColumn("Kết quả, minh chứng", 22),
)
_COUNCIL = (
    SheetColumn("TT", 6, "ordinal"),
    SheetColumn("Họ và tên", 28),
    SheetColumn("Chức vụ, cơ quan", 40),
    SheetColumn("Vai trò trong Hội đồng", 28),
    SheetColumn("Từ ngày", 12, "date"),
    SheetColumn("Đến ngày", 12, "date"),
)


def register_sheet(
    rows: Sequence[AwardRow], lines: Sequence[str], office: Office, made: datetime
) -> Sheet:
    """Return the register as a sheet; *lines* say what it was narrowed to."""
    return Sheet(
        name="Sổ khen thưởng",
        title="SỔ KHEN THƯỞNG",
        columns=_REGISTER,
        rows=(_award(n, row) for n, row in enumerate(rows, start=1)),
        row_count=len(rows),
        made=made,
        issuer=office.name,
        lines=tuple(lines),
        frozen=2,
    )


def nominations_sheet(
    rows: Sequence[NominationRow], lines: Sequence[str], office: Office, made: datetime
) -> Sheet:
    """Return the nominations as a sheet; *lines* say what they were narrowed to."""
    return Sheet(
        name="Đề nghị khen thưởng",
        title="DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        columns=_NOMINATIONS,
        rows=(_nomination(n, row) for n, row in enumerate(rows, start=1)),
        row_count=len(rows),
        made=made,
        issuer=office.name,
        lines=tuple(lines),
        frozen=2,
    )


def eligible_sheet(
    found: Sequence[Eligible], lines: Sequence[str], office: Office, made: datetime
) -> Sheet:
    """Return who meets a title, or may, as a sheet; *lines* say which title and year."""
    return Sheet(
        name="Đủ điều kiện",
        title="DANH SÁCH ĐỐI CHIẾU ĐIỀU KIỆN KHEN THƯỞNG",
        columns=_ELIGIBLE,
        rows=(_eligible(n, one) for n, one in enumerate(found, start=1)),
        row_count=len(found),
        made=made,
        issuer=office.name,
        lines=tuple(lines),
        frozen=2,
    )


def plan_sheet(year: int, rows: Sequence[TaskRow], office: Office, made: datetime) -> Sheet:
    """Return the tasks of a plan as a sheet, under a bold row for each quarter that has any."""
    return Sheet(
        name=f"Kế hoạch {year}",
        title=f"KẾ HOẠCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM {year}",
        columns=_PLAN,
        rows=_by_quarter(rows),
        row_count=len(rows),
        made=made,
        issuer=office.name,
        notes=_derived_note(rows),
        is_filtered=False,
    )


def council_sheet(rows: Sequence[MemberRow], office: Office, made: datetime) -> Sheet:
    """Return the council's roster as a sheet, under a bold row for each term."""
    return Sheet(
        name="Hội đồng",
        title="DANH SÁCH THÀNH VIÊN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
        columns=_COUNCIL,
        rows=_by_term(rows),
        row_count=len(rows),
        made=made,
        issuer=office.name,
        is_filtered=False,
    )


def _award(ordinal: int, row: AwardRow) -> Sequence[Cell]:
    return (
        ordinal,
        row.name,
        KINDS.get(row.recipient_kind, row.recipient_kind),
        row.position,
        row.unit,
        row.title_text,
        LEVELS.get(row.level, row.level),
        row.year,
        LOAI_HINH.get(row.loai_hinh, row.loai_hinh),
        row.decision_number,
        row.decision_date,
        row.authority,
        row.amount,
        NATURES.get(row.nature, row.nature),
        row.note,
    )


def _nomination(ordinal: int, row: NominationRow) -> Sequence[Cell]:
    return (
        ordinal,
        row.name,
        KINDS.get(row.recipient_kind, row.recipient_kind),
        row.position,
        row.unit,
        row.title_text,
        LEVELS.get(row.level, row.level),
        row.year,
        LOAI_HINH.get(row.loai_hinh, row.loai_hinh),
        STATES.get(row.state, row.state),
        row.dossier,
    )


def _eligible(ordinal: int, one: Eligible) -> Sequence[Cell]:
    gravest = one.checked.gravest
    return (
        ordinal,
        one.name,
        one.position,
        one.unit,
        VERDICTS[one.checked.verdict],
        one.why,
        gravest.article if gravest else "",
    )


def _by_quarter(rows: Sequence[TaskRow]) -> Iterator[Line]:
    quarter = ordinal = 0
    for row in rows:
        if row.quarter != quarter:
            quarter, ordinal = row.quarter, 0
            yield Group(f"QUÝ {roman(quarter)}")
        ordinal += 1
        yield _task(ordinal, row)


def _derived_note(rows: Sequence[TaskRow]) -> tuple[str, ...]:
    if not any(row.is_due_derived for row in rows):
        return ()
    return ("Nhiệm vụ không ghi ngày trong kế hoạch thì thời hạn là ngày cuối quý.",)


def _task(ordinal: int, row: TaskRow) -> Sequence[Cell]:
    state = TASK_STATES.get(row.state, row.state)
    return (ordinal, row.text, row.units, row.due, state, row.proof)


def _by_term(rows: Sequence[MemberRow]) -> Iterator[Line]:
    term, ordinal = "", 0
    for row in rows:
        if row.term_uid != term:
            term, ordinal = row.term_uid, 0
            yield Group(row.term)
        ordinal += 1
        yield _member(ordinal, row)


def _member(ordinal: int, row: MemberRow) -> Sequence[Cell]:
    role = ROLES.get(row.role, row.role)
    seat = f"{role}, Thư ký Hội đồng" if row.is_secretary else role
    return (ordinal, row.full_name, row.position, seat, row.starts, row.ends)
