"""`thidua import`: reports, plans and lists come in."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from thidua_desktop.cli.answers import Object
from thidua_desktop.cli.door import DONE, REFUSED, Door
from thidua_desktop.cli.parser import Commands, year
from thidua_desktop.domain.dates import DateError, parse_date
from thidua_desktop.services.importing.choices import Fix
from thidua_desktop.services.importing.values import KINDS, Source

_SHOWN = 10  # Fixes told of one source; the rest wait in the file.
_UNITS = {"report": "đoạn", "plan": "nhiệm vụ"}
_MADE = {"nominations": "đề nghị", "register": "lượt khen"}


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = commands.add(
        "import",
        _import,
        "nhập danh sách, sổ khen thưởng, báo cáo hoặc kế hoạch",
        "thidua import huyen.thidua bao-cao.docx --as report",
        "thidua import huyen.thidua truong-1.xlsx truong-2.xls --as nominations --year 2024",
        "thidua import huyen.thidua so-2019.xlsx --as register --decision-number 12/QĐ-UBND "
        "--decision-date 05/06/2019",
        "thidua import huyen.thidua giao-vien.xlsx can-bo.xlsx --as people --json",
    )
    command.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="tệp cần nhập")
    command.add_argument(
        "--as", dest="kind", choices=tuple(KINDS), default="", help="nhập như loại gì"
    )
    command.add_argument("--preview", action="store_true", help="chỉ đọc thử, không ghi")
    command.add_argument(
        "--year", type=year, default=0, metavar="NĂM", help="năm của văn bản hoặc danh sách"
    )
    command.add_argument(
        "--half", type=int, choices=(1, 2), default=0, metavar="1|2", help="nửa năm của báo cáo"
    )
    command.add_argument(
        "--decision-number", default="", metavar="SỐ", help="số quyết định của cả danh sách"
    )
    command.add_argument(
        "--decision-date", type=_date, default=None, metavar="NGÀY", help="ngày của quyết định đó"
    )


def _import(options: argparse.Namespace, door: Door) -> int:
    opened = door.reading if options.preview else door.writing
    with opened(options.file) as services:
        importing = services.importing
        intake = importing.read(
            list(_sources(options.sources)),
            options.kind,
            year=options.year,
            half=options.half,
            ticket=door.ticket,
            decision_number=options.decision_number,
            decision_date=options.decision_date or "",
        )
        sources, step = intake.sources, ""
        if not options.preview and any(item.draft or item.sheet for item in intake.items):
            result = importing.take(intake, door.ticket)
            sources, step = result.sources, result.changed.step
    _tell(sources, door, preview=options.preview)
    door.answer({"files": [_object(source) for source in sources], "step": step or None})
    return DONE if any(not source.error for source in sources) else REFUSED


def _sources(paths: Sequence[Path]) -> Iterator[Path]:
    """Give the files meant: a pattern such as truong-*.xlsx is opened out where no shell does."""
    for path in paths:
        is_pattern = any(sign in path.name for sign in "*?") and not path.exists()
        found = sorted(path.parent.glob(path.name)) if is_pattern else []
        yield from found or [path]


def _date(text: str) -> str:
    try:
        return parse_date(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _tell(sources: Sequence[Source], door: Door, *, preview: bool) -> None:
    verb = "đọc được" if preview else "đã nhập"
    for source in sources:
        name = f"{source.file}, {source.sheet}" if source.sheet else source.file
        if source.error:
            door.complain(f"{name}: {source.error}")
            continue
        waiting = f", {source.waiting} dòng chờ xử lý" if source.waiting else ""
        made = _MADE.get(source.kind)
        honours = f" ({source.nominations} {made})" if made else ""
        unit = _UNITS.get(source.kind, "dòng")
        door.say(f"{name}: {verb} {source.accepted} {unit}{honours}{waiting}.")
        for remark in source.remarks:
            door.say(f"  {remark}")
        for fix in source.fixes[:_SHOWN]:
            door.say(f"  {_line(fix)}")


def _line(fix: Fix) -> str:
    proposal = f" Đề nghị: {fix.proposal}." if fix.proposal else ""
    column = f", cột {fix.column}" if fix.column else ""
    return f"Dòng {fix.row}{column}: {fix.reason}{proposal}"


def _object(source: Source) -> Object:
    told: Object = {
        "file": source.file,
        "sheet": source.sheet,
        "kind": source.kind,
        "rows": source.rows,
        "accepted": source.accepted,
        "waiting": source.waiting,
        "nominations": source.nominations,
        "problems": [
            {
                "row": fix.row,
                "column": fix.column,
                "text": fix.text,
                "proposal": fix.proposal,
                "reason": fix.reason,
                "waits": fix.is_needed,
            }
            for fix in source.fixes
        ],
        "remarks": list(source.remarks),
    }
    return {**told, "error": source.error} if source.error else told
