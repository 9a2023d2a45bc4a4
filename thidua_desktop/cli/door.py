"""What every command is given: the wiring, and where to answer. Knows no command."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services
    from thidua_desktop.wiring import Wiring

DONE, REFUSED, DAMAGED, FAULT = 0, 1, 3, 4
"""Exit codes beside that of usage (`parser.USAGE`)."""


@dataclass(frozen=True, slots=True)
class Door:
    """One run of the command line. With *is_json*, one JSON value on *out* and nothing else.

    *wire* gives the wiring when a command first needs it, so that a door can complain without one.
    """

    wire: Callable[[], "Wiring"]
    out: TextIO
    err: TextIO
    is_json: bool

    @property
    def wiring(self) -> "Wiring":
        """Return what office files are opened with."""
        return self.wire()

    def say(self, text: str) -> None:
        """Tell the officer something; silent where JSON is asked for."""
        if not self.is_json:
            print(text, file=self.out)

    def answer(self, value: Any) -> None:
        """Give the JSON answer; nothing where it was not asked for."""
        if self.is_json:
            print(json.dumps(value, ensure_ascii=False), file=self.out)

    def complain(self, text: str) -> None:
        """Tell what stands in the way."""
        print(text, file=self.err)

    @contextmanager
    def reading(self, path: Path) -> Iterator["Services"]:
        """Give the services of *path*, opened for reading alone and without the lock.

        Those of a checked copy where *path* lies on a stick or a share.
        """
        with self.wiring.reading(path, self.ticket) as services:
            yield services

    @contextmanager
    def writing(self, path: Path) -> Iterator["Services"]:
        """Give the services of *path*, which nobody else may write meanwhile."""
        services = self.wiring.open_office(path)
        try:
            yield services
        finally:
            services.file.close()

    @property
    def ticket(self) -> "Telling":
        """Return a ticket that tells how far long work is where a person sees it."""
        return Telling(self.err if not self.is_json and self.err.isatty() else None)


class Telling:
    """A ticket that keeps one line of a terminal up to date."""

    def __init__(self, terminal: TextIO | None) -> None:
        self._terminal = terminal
        self._last = ""

    def step(self, done: int, total: int, text: str) -> None:
        """Show how far the work is; the line goes when it is finished."""
        if self._terminal is None:
            return
        line = f"{text}: {done}/{total}" if done < total else ""
        self._terminal.write(f"\r{line.ljust(len(self._last))}{'' if line else chr(13)}")
        self._terminal.flush()
        self._last = line
