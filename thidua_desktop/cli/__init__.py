"""The command line: the same services as the window, one function a command."""

import argparse
import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from thidua_desktop import __version__, logs
from thidua_desktop.cli import checking, handover, intake, judging, lists, making, papers, upkeep
from thidua_desktop.cli.door import DAMAGED, DONE, FAULT, REFUSED, Door
from thidua_desktop.cli.parser import Commands, Parser
from thidua_desktop.domain.errors import BadFile, Cancelled, ChangedSince, OfficerError, RuleError
from thidua_desktop.paths import find_paths

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
    try:
        return _run(options, wiring)
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
    for part in (making, intake, lists, checking, judging, papers, upkeep, handover):
        part.add(commands)
    return parser


def _run(options: argparse.Namespace, wiring: "Wiring | None") -> int:
    log: Path | None = None
    door = Door(partial(_wired, wiring), sys.stdout, sys.stderr, is_json=options.json)
    try:
        log = logs.start((wiring.paths if wiring else find_paths()).logs)
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
    except Exception as error:
        _log.exception("command %s", options.command)
        return _told(door, _fault(error, log), FAULT)


def _wired(given: "Wiring | None") -> "Wiring":
    """Return *given*, or the wiring of this installation; late, so that help is not kept waiting.

    Raises ImportError where the installation lacks a part.
    """
    if given:
        return given
    from thidua_desktop.wiring import wire

    return wire()


def _fault(error: Exception, log: Path | None) -> str:
    """Return what is told of an error that nobody foresaw."""
    what = "Chương trình gặp lỗi ngoài dự kiến."
    if isinstance(error, ImportError):
        what = "Chương trình thiếu tệp của chính mình. Hãy cài lại chương trình."
    where = f" Chi tiết ở tệp “{log}”." if log else ""
    return f"{what} Dữ liệu vẫn như lần cất trước.{where}"


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
