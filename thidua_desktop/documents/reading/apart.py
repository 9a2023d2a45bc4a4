"""Readers in a process of their own, so that no file can freeze us or take us down."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from thidua_desktop.documents.reading.guard import damaged, locked, too_heavy
from thidua_desktop.domain.errors import OfficerError, Refused

_START = Path(__file__).parent / "child" / "start.py"
_BROKEN = 4  # How the child ends when its reader broke off.


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may take: bytes of memory, seconds of processor and by the clock."""

    memory: int = 1024 * 1024 * 1024
    seconds: int = 60


@dataclass(slots=True)
class Reading:
    """One reader at work on *path*; it was stopped by the clock when *is_late*."""

    path: Path
    process: subprocess.Popen[bytes]
    is_late: bool = False

    def values(self) -> Iterator[Any]:
        """Give what the reader prints, as it comes.

        Raises Refused when the file is locked or the reader was stopped at a limit, BadFile when
        the file is damaged.
        """
        from msgspec import DecodeError
        from msgspec.json import Decoder

        decoder = Decoder()
        for line in self.process.stdout or ():
            if not line.endswith(b"\n"):
                break  # It was stopped in the middle of a line; how it ended says why.
            try:
                value = decoder.decode(line)
            except DecodeError as error:  # A number that is none has no place in JSON.
                raise damaged(self.path) from error
            if isinstance(value, dict) and "error" in value:
                raise self._error(value)
            yield value
        self._check_end()

    def stop(self) -> None:
        """Stop the reader; the clock says it is late."""
        self.is_late = True
        self.process.kill()

    def _error(self, value: dict[str, str]) -> OfficerError:
        if value["error"] == "refused":
            return Refused(value["what"], value["safe"], value["todo"])
        sentences = {"locked": locked, "heavy": too_heavy}
        return sentences.get(value["error"], damaged)(self.path)

    def _check_end(self) -> None:
        code = self.process.wait()
        if code == _BROKEN and not self.is_late:
            raise damaged(self.path)
        if code:
            raise too_heavy(self.path)


@contextmanager
def reading(reader: str, path: Path, limits: Limits) -> Iterator[Reading]:
    """Start *reader*, a module of the folder `child`, on *path*; at the end it is gone."""
    modules = os.pathsep.join(place for place in sys.path if Path(place).is_absolute())
    command = [sys.executable, "-I", "-S", str(_START), reader, str(path.absolute())]
    process = subprocess.Popen(
        [*command, str(limits.memory), str(limits.seconds), modules],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        creationflags=_no_window(),
    )
    one = Reading(path, process)
    clock = Timer(limits.seconds, one.stop)
    clock.start()
    try:
        with process:
            try:
                yield one
            finally:
                clock.cancel()
                process.kill()
    finally:
        clock.join()


def _no_window() -> int:
    """Return the flag that keeps Windows from opening a console for the child."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
