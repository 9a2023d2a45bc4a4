"""`thidua import`: reports, plans and lists come in."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.cli.answers import Object
from thidua_desktop.cli.door import DONE, REFUSED, Door
from thidua_desktop.cli.parser import Commands, year
from thidua_desktop.services.importing.values import KINDS, Source

_SHOWN = 10  # Doubts told of one source; the rest wait in the file.


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    command = commands.add(
        "import",
        _import,
        "nhập báo cáo, kế hoạch, danh sách người hoặc đơn vị",
        "thidua import huyen.thidua bao-cao.docx --as report",
        "thidua import huyen.thidua ke-hoach.txt --as plan --preview",
        "thidua import huyen.thidua giao-vien.xlsx can-bo.xlsx --as people --json",
    )
    command.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="tệp cần nhập")
    command.add_argument(
        "--as", dest="kind", choices=tuple(KINDS), default="", help="nhập như loại gì"
    )
    command.add_argument("--preview", action="store_true", help="chỉ đọc thử, không ghi")
    command.add_argument("--year", type=year, default=0, metavar="NĂM", help="năm của văn bản")
    command.add_argument(
        "--half", type=int, choices=(1, 2), default=0, metavar="1|2", help="nửa năm của báo cáo"
    )


def _import(options: argparse.Namespace, door: Door) -> int:
    opened = door.reading if options.preview else door.writing
    with opened(options.file) as services:
        importing = services.importing
        intake = importing.read(
            options.sources, options.kind, year=options.year, half=options.half, ticket=door.ticket
        )
        sources, step = intake.sources, ""
        if not options.preview and any(item.draft for item in intake.items):
            result = importing.take(intake, door.ticket)
            sources, step = result.sources, result.changed.step
    _tell(sources, door, preview=options.preview)
    door.answer({"files": [_object(source) for source in sources], "step": step or None})
    return DONE if any(not source.error for source in sources) else REFUSED


def _tell(sources: Sequence[Source], door: Door, *, preview: bool) -> None:
    verb = "Đọc được" if preview else "Đã nhập"
    for source in sources:
        name = f"{source.file}, {source.sheet}" if source.sheet else source.file
        if source.error:
            door.complain(f"{name}: {source.error}")
            continue
        waiting = f", {source.waiting} dòng chờ xử lý" if source.waiting else ""
        unit = {"report": "đoạn", "plan": "nhiệm vụ"}.get(source.kind, "dòng")
        door.say(f"{name}: {verb.lower()} {source.accepted} {unit}{waiting}.")
        for remark in source.remarks:
            door.say(f"  {remark}")
        for doubt in source.doubts[:_SHOWN]:
            proposal = f" Đề nghị: {doubt.proposal}." if doubt.proposal else ""
            door.say(f"  Dòng {doubt.row}, cột {doubt.column}: {doubt.reason}{proposal}")


def _object(source: Source) -> Object:
    told: Object = {
        "file": source.file,
        "sheet": source.sheet,
        "kind": source.kind,
        "rows": source.rows,
        "accepted": source.accepted,
        "waiting": source.waiting,
        "problems": [
            {
                "row": doubt.row,
                "column": doubt.column,
                "text": doubt.text,
                "proposal": doubt.proposal,
                "reason": doubt.reason,
            }
            for doubt in source.doubts
        ],
        "remarks": list(source.remarks),
    }
    return {**told, "error": source.error} if source.error else told
