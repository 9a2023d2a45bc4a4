"""The command line: the same services as the window, one function a command."""

import argparse
import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from thidua_desktop import __version__, logs
from thidua_desktop.cli import handover, intake, lists, making, papers, upkeep
from thidua_desktop.cli.door import DAMAGED, DONE, FAULT, REFUSED, Door
from thidua_desktop.cli.parser import Commands, Parser
from thidua_desktop.domain.errors import BadFile, Cancelled, ChangedSince, OfficerError, RuleError

if TYPE_CHECKING:
    from thidua_desktop.wiring import Wiring

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None, wiring: "Wiring | None" = None) -> int:
    """Run one command; return its exit code.

    0 done, 1 refused with a reason, 2 wrong usage, 3 a damaged or foreign file, 4 our fault.
    """
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    if wiring is None:
        from thidua_desktop.wiring import wire  # Here, so that help does not wait for storage.

        wiring = wire()
    log = logs.start(wiring.paths.logs)
    try:
        return _run(options, wiring, log)
    finally:
        logs.stop()


def _parser() -> Parser:
    """Return the parser of all commands, in the order of an officer's day."""
    parser = Parser(
        prog="thidua",
        description="Sổ thi đua, khen thưởng của một cơ quan, dùng bằng lệnh.",
        epilog="Xem một lệnh: thidua LỆNH --help\nVí dụ:\n  thidua sample mau.thidua",
    )
    parser.add_argument(
        "--version", action="version", version=f"thidua {__version__}", help="hiện phiên bản"
    )
    commands = Commands(parser)
    for part in (making, intake, lists, papers, upkeep, handover):
        part.add(commands)
    return parser


def _run(options: argparse.Namespace, wiring: "Wiring", log: Path | None) -> int:
    door = Door(wiring, sys.stdout, sys.stderr, is_json=options.json)
    try:
        code: int = options.run(options, door)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _close_quietly(sys.stdout)
        return DONE
    except (OfficerError, RuleError) as error:
        return _refused(error, door)
    except (KeyboardInterrupt, Cancelled):
        return _told(door, "Đã dừng theo yêu cầu. Dữ liệu vẫn như trước khi chạy lệnh.", REFUSED)
    except Exception:
        _log.exception("command %s", options.command)
        where = f" Chi tiết ở tệp “{log}”." if log else ""
        words = "Chương trình gặp lỗi ngoài dự kiến. Dữ liệu vẫn như lần cất trước."
        return _told(door, f"{words}{where}", FAULT)


def _refused(error: OfficerError | RuleError, door: Door) -> int:
    told = {"error": str(error)}
    door.complain(str(error))
    if isinstance(error, ChangedSince):
        rows = [{"table": table, "uid": uid, "row": row} for table, uid, row in error.rows]
        for row in rows:
            door.complain(f"  {row['row']}")
        door.answer({**told, "rows": rows})
    else:
        door.answer(told)
    return DAMAGED if isinstance(error, BadFile) else REFUSED


def _told(door: Door, words: str, code: int) -> int:
    door.complain(words)
    door.answer({"error": words})
    return code


def _speak_utf8(*streams: TextIO) -> None:
    """Let Vietnamese through whatever the terminal's code page is."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")


def _close_quietly(stream: TextIO) -> None:
    """Close a stream whose reader is gone, so that Python says nothing of it at its end."""
    with suppress(OSError):
        stream.close()
