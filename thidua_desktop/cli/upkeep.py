"""`thidua verify`, `backup`, `restore`, `undo`, `redo`: the file itself is looked after."""

import argparse
from pathlib import Path

from thidua_desktop.cli.door import DAMAGED, DONE, Door
from thidua_desktop.cli.parser import Commands
from thidua_desktop.domain.changes import Changed, Step
from thidua_desktop.domain.errors import BadFile, Refused


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    verify = commands.add(
        "verify", _verify, "kiểm tra tệp có nguyên vẹn không", "thidua verify mau.thidua"
    )
    verify.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    backup = commands.add(
        "backup",
        _backup,
        "sao lưu và đọc thử lại bản sao",
        "thidua backup mau.thidua",
        "thidua backup mau.thidua /media/usb/sao-luu",
    )
    backup.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    backup.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", help="thư mục chứa bản sao lưu"
    )
    restore = commands.add(
        "restore",
        _restore,
        "đưa tệp trở về một bản sao lưu; bản hiện tại được giữ lại",
        "thidua restore sao-luu/mau_20240620_080100.thidua mau.thidua",
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="bản sao lưu")
    restore.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    undo = commands.add("undo", _undo, "hoàn tác lần sửa gần nhất", "thidua undo mau.thidua")
    undo.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    undo.add_argument(
        "--partial",
        action="store_true",
        help="vẫn hoàn tác, trừ những dòng đã sửa tiếp sau lần đó",
    )
    redo = commands.add("redo", _redo, "làm lại lần sửa vừa hoàn tác", "thidua redo mau.thidua")
    redo.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")


def _verify(options: argparse.Namespace, door: Door) -> int:
    try:
        with door.reading(options.file) as services:
            problems = services.backups.verify()
    except BadFile as error:
        problems = [str(error)]
    for problem in problems:
        door.say(problem)
    door.say("Tệp có lỗi." if problems else "Tệp nguyên vẹn.")
    door.answer({"ok": not problems, "problems": problems})
    return DAMAGED if problems else DONE


def _backup(options: argparse.Namespace, door: Door) -> int:
    with door.writing(options.file) as services:
        made = services.backups.make(options.folder)
    door.say(f"Đã sao lưu vào “{made}” và đọc thử lại bản sao.")
    door.answer({"file": str(made), "size": made.stat().st_size})
    return DONE


def _restore(options: argparse.Namespace, door: Door) -> int:
    door.wiring.restore(options.backup, options.file)
    door.say(f"Đã đưa “{options.file}” trở về bản sao lưu “{options.backup.name}”.")
    door.answer({"file": str(options.file), "backup": str(options.backup)})
    return DONE


def _undo(options: argparse.Namespace, door: Door) -> int:
    with door.writing(options.file) as services:
        step = services.history.next_undo()
        if step is None:
            raise Refused("Không còn lần sửa nào để hoàn tác.", "Chưa có gì bị thay đổi.")
        changed = services.history.undo(confirmed=options.partial)
    return _told("Đã hoàn tác", step, changed, door)


def _redo(options: argparse.Namespace, door: Door) -> int:
    with door.writing(options.file) as services:
        step = services.history.next_redo()
        if step is None:
            raise Refused("Không có lần hoàn tác nào để làm lại.", "Chưa có gì bị thay đổi.")
        changed = services.history.redo()
    return _told("Đã làm lại", step, changed, door)


def _told(verb: str, step: Step, changed: Changed, door: Door) -> int:
    rows = len(changed.uids)
    door.say(f"{verb}: {step.label} ({rows} dòng).")
    door.answer({"step": changed.step, "label": step.label, "rows": rows})
    return DONE
