"""The nominations that were sent back, with their reasons, on paper and as a sheet."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from thidua_desktop.documents.paper import Column, Paper, Row, Table
from thidua_desktop.documents.sheets import Sheet, SheetColumn
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import escape
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.recipients import PERSON_KINDS
from thidua_desktop.services.checking.appraisals import SentBack

_LIST = "list"
_SIZE = 11.0  # points, as in other lists on landscape pages

_SENT_BACK = (
    Column("TT", 11.0, "ordinal"),
    Column("Họ và tên / Tập thể", 46.0),
    Column("Chức vụ, đơn vị"),
    Column("Danh hiệu, hình thức đề nghị", 44.0),
    Column("Ngày trả lại", 24.0, "date"),
    Column("Lý do"),
)
_SHEET = (
    SheetColumn("TT", 6, "ordinal"),
    SheetColumn("Họ và tên / Tập thể", 26),
    SheetColumn("Chức vụ", 18),
    SheetColumn("Đơn vị", 24),
    SheetColumn("Danh hiệu, hình thức đề nghị", 26),
    SheetColumn("Năm", 7, "year"),
    SheetColumn("Ngày trả lại", 12, "date"),
    SheetColumn("Lý do", 48),
)


def paper(rows: Sequence[SentBack], lines: Sequence[str], office: Office, made: datetime) -> Paper:
    """Return the nominations that were sent back on landscape pages; *lines* say of what."""
    title = "Danh sách đề nghị trả lại"
    return Paper(
        title=title,
        made=made,
        heading=Heading(parent=office.parent, issuer=office.name, type_name=title.upper()),
        subtitle=tuple(lines),
        blocks=(Block(kind="table", body=f'<field name="{_LIST}"/>'),),
        tables={_LIST: Table(columns=_SENT_BACK, rows=tuple(_rows(rows)), size=_SIZE)},
        author=office.name,
        is_landscape=True,
        is_counted=True,
    )


def sheet(rows: Sequence[SentBack], lines: Sequence[str], office: Office, made: datetime) -> Sheet:
    """Return the nominations that were sent back as a sheet; *lines* say of what."""
    return Sheet(
        name="Đề nghị trả lại",
        title="DANH SÁCH ĐỀ NGHỊ TRẢ LẠI",
        columns=_SHEET,
        rows=(
            (
                ordinal,
                one.row.name,
                one.row.position,
                one.row.unit,
                one.row.title_text,
                one.row.year,
                one.date,
                one.reason,
            )
            for ordinal, one in enumerate(rows, start=1)
        ),
        row_count=len(rows),
        made=made,
        issuer=office.name,
        lines=tuple(lines),
        frozen=2,
    )


def _rows(rows: Sequence[SentBack]) -> Iterator[Row]:
    for ordinal, one in enumerate(rows, start=1):
        row = one.row
        place = (row.position, row.unit) if row.recipient_kind in PERSON_KINDS else (row.unit,)
        yield (
            ordinal,
            escape(row.name),
            escape(", ".join(filter(None, place))),
            escape(row.title_text),
            one.date,
            escape(one.reason),
        )
