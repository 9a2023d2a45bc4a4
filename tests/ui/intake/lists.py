"""A made-up intake of three files, and what works it through without reading anything."""

from collections.abc import Mapping
from dataclasses import replace

from thidua_desktop.services.importing.choices import Choices, Fix, Proposal
from thidua_desktop.services.importing.values import (
    Column,
    Intake,
    Item,
    Line,
    LineState,
    PreviewRow,
    Sheet,
    Source,
)

FILES = ("truong-kim-dong.xlsx", "truong-hoa-sen.xlsx")
KNOWN = Proposal("Trường Tiểu học Kim Đồng", "unit:1")
NEW = Proposal("Thêm đơn vị mới “TH Kim Đồng”", "new")
MEANINGS = {
    "ordinal": "Số thứ tự",
    "full_name": "Họ và tên",
    "position": "Chức vụ",
    "unit": "Đơn vị",
    "citizen_id": "CCCD, số định danh",
    "title": "Danh hiệu, hình thức khen thưởng",
}
_COLUMNS = (
    Column("STT", "ordinal"),
    Column("Họ và tên", "full_name"),
    Column("Chức danh", "position"),
    Column("Nơi công tác", "unit"),
    Column("Số thẻ", "citizen_id"),
    Column("Danh hiệu", "title"),
    Column("Tổ", ""),
)
_NAMES = ("Lò Thị Mây", "A Tik", "Y Suơng", "Hà Văn Đại", "Bùi Thị Ẩn", "Đinh Thị Na")
_FIRST = 5


class FakeWorker:
    """Answers choices as the service would: an answered place is gone, a row put aside waits."""

    def __init__(self) -> None:
        self.seen: list[Choices] = []

    def again(self, intake: Intake, choices: Choices) -> Intake:
        self.seen.append(choices)
        items = tuple(_worked(item, choices) for item in made().items)
        return replace(intake, items=items, choices=choices)

    def meanings(self, kind: str) -> Mapping[str, str]:
        return MEANINGS if kind == "nominations" else {"full_name": "Họ và tên"}


def made() -> Intake:
    """Return the intake as it was read: two lists, and a file that could not be read."""
    items = [Item(_source(name, 1), sheet=_sheet(name)) for name in FILES]
    broken = Source(file="hong.xlsx", error="Tệp “hong.xlsx” bị hỏng nên không đọc được.")
    return Intake("nominations", (*items, Item(broken)))


def _sheet(name: str) -> Sheet:
    title = ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", *[""] * 6)
    around = (
        PreviewRow(1, title, "title"),
        PreviewRow(3, tuple(column.words for column in _COLUMNS), "head"),
        PreviewRow(4, ("I", "Cá nhân", *[""] * 5), "group"),
    )
    data = tuple(_row(number, who) for number, who in enumerate(_NAMES, start=_FIRST))
    lines = tuple(_line(name, row) for row in data)
    facts = {"sender": "Trường Tiểu học Kim Đồng", "year": "2024"}
    return Sheet(
        key=name,
        file_key=name,
        file=name,
        name="Sheet1",
        kind="nominations",
        columns=_COLUMNS,
        rows=(*around, *data),
        lines=lines,
        facts=facts,
    )


def _row(number: int, who: str) -> PreviewRow:
    ordinal = str(number - _FIRST + 1)
    cells = (ordinal, who, "Giáo viên", "TH Kim Đồng", "062185000123", "LĐTT", "Tổ 1")
    return PreviewRow(number, cells, is_hidden=number == _FIRST + 3)


def _line(name: str, row: PreviewRow) -> Line:
    fixes = _fixes(name, row.number)
    state: LineState = "open" if any(fix.is_needed for fix in fixes) else "ready"
    return Line(row.number, state, f"{row.cells[1]}: Lao động tiên tiến năm 2024", fixes)


def _fixes(name: str, number: int) -> tuple[Fix, ...]:
    place = {"file": name, "sheet": name, "sheet_name": "Sheet1", "row": number}
    if number in (_FIRST, _FIRST + 1):
        unit = Fix(
            key=f"{name}:{number}:3",
            reason="Chưa có đơn vị này trong danh mục.",
            at=3,
            column="Nơi công tác",
            text="TH Kim Đồng",
            proposals=(KNOWN, NEW),
            alike="unit:th kim dong",
            **place,  # type: ignore[arg-type]
        )
        return (unit,)
    if number == _FIRST + 2:
        name_fix = Fix(
            key=f"{name}:{number}:1",
            reason="Tên có thể gõ nhầm dấu.",
            at=1,
            column="Họ và tên",
            text="Y Suơng",
            proposals=(Proposal("Y Sương", "=Y Sương"),),
            alike="name",
            is_needed=False,
            **place,  # type: ignore[arg-type]
        )
        return (name_fix,)
    return ()


def _worked(item: Item, choices: Choices) -> Item:
    if item.sheet is None:
        return item
    sheet = item.sheet
    lines = tuple(_line_worked(sheet, line, choices) for line in sheet.lines)
    columns = tuple(
        replace(column, meaning=choices.meanings.get((sheet.key, at), column.meaning))
        for at, column in enumerate(sheet.columns)
    )
    facts = {**sheet.facts, **choices.stated.get(sheet.file_key, {})}
    kind = choices.kinds.get(sheet.key, sheet.kind)
    sheet = replace(sheet, lines=lines, columns=columns, facts=facts, kind=kind)
    is_out = sheet.key in choices.left_out
    waiting = 0 if is_out else sheet.count("open") + sheet.count("aside")
    accepted = 0 if is_out else len(lines) - waiting
    source = replace(item.source, rows=accepted + waiting, accepted=accepted, waiting=waiting)
    return Item(source, sheet=sheet)


def _line_worked(sheet: Sheet, line: Line, choices: Choices) -> Line:
    if (sheet.key, line.number) in choices.aside:
        return replace(line, state="aside", fixes=())
    left = tuple(
        fix
        for fix in line.fixes
        if fix.key not in choices.answers and (fix.sheet, fix.row, fix.at) not in choices.cells
    )
    is_open = any(fix.is_needed for fix in left)
    return replace(line, fixes=left, state="open" if is_open else "ready")


def _source(name: str, remarks: int) -> Source:
    rows = len(_NAMES)
    told = ("Trang có 1 dòng đang ẩn; vẫn được đọc.",) * remarks
    return Source(
        file=name, sheet="Sheet1", kind="nominations", rows=rows, accepted=rows - 2, waiting=2,
        nominations=rows - 2, remarks=told,
    )  # fmt: skip
