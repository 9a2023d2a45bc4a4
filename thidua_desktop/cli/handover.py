"""`thidua send` and `thidua take`: an office file goes onto a stick, or comes in from one."""

import argparse
from pathlib import Path

from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.parser import Commands

_PERSONAL = "Bản chép có thông tin cá nhân: hãy giữ USB cẩn thận và xóa bản chép khi xong việc."


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    send = commands.add(
        "send",
        _send,
        "chép tệp ra USB, đọc lại và so từng byte",
        "thidua send mau.thidua /media/usb",
    )
    send.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua trên máy này")
    send.add_argument("folder", type=Path, metavar="DIR", help="thư mục trên USB")
    take = commands.add(
        "take",
        _take,
        "đưa một tệp từ USB hay ổ mạng vào máy này sau khi kiểm tra",
        "thidua take /media/usb/mau_20240620_080100.thidua mau.thidua",
    )
    take.add_argument("source", type=Path, metavar="SOURCE", help="tệp .thidua ở nơi khác")
    take.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua sẽ ghi trên máy này")


def _send(options: argparse.Namespace, door: Door) -> int:
    door.say(_PERSONAL)
    with door.reading(options.file) as services:
        sent = services.sending.send(options.folder, door.ticket)
    door.say(f"Đã ghi xong và kiểm tra “{sent.path}”.")
    door.answer({"file": str(sent.path), "size": sent.copy.size, "sha256": sent.copy.sha256})
    return DONE


def _take(options: argparse.Namespace, door: Door) -> int:
    receiving = door.wiring.receiving()
    incoming = receiving.receive(options.source, door.ticket)
    try:
        taken = receiving.take(incoming, options.file)
    finally:
        receiving.drop(incoming)
    awards = incoming.state.counts.get("award", 0)
    door.say(f"Đã đưa vào “{taken}”: {incoming.office.name}, {awards} dòng khen thưởng.")
    door.answer({"file": str(taken), "name": incoming.office.name, "awards": awards})
    return DONE
