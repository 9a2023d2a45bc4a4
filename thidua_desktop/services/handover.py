"""Office files on their way between computers: a checked copy out, a distrusted file in."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.storage import drives
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.drives import Stick
from thidua_desktop.storage.handover import receiving, sending
from thidua_desktop.storage.handover.neighbours import Neighbour, neighbours
from thidua_desktop.storage.handover.receiving import Incoming
from thidua_desktop.storage.handover.sending import Sent
from thidua_desktop.storage.journal import Order
from thidua_desktop.storage.sqlite.failures import translated

__all__ = ["Incoming", "Neighbour", "Receiving", "Sending", "Sent", "Stick"]

_QUIET = Quiet()
_SUFFIX = ".thidua"
_LONGEST = 60  # Letters of a name; three bytes each, and backups write a moment behind it.


class Sending:
    """Copies of one open file for a stick. *staging*: a folder of this computer to make them in."""

    def __init__(self, database: Database, staging: Path) -> None:
        self._database = database
        self._staging = staging

    def sticks(self) -> list[Stick]:
        """Return the sticks that stand in the computer now, with their room."""
        return drives.sticks()

    def send(self, folder: Path, ticket: Ticket = _QUIET) -> Sent:
        """Write a checked copy of the file, open as it is, into *folder*; return it.

        It is flushed, read back and compared before it has its name, and writes over no file.
        Raises Refused or OutsideError, leaving nothing, where the disk is full, locked or gone.
        """
        at = self._database.place.clock()
        return sending.send(self._database.path, folder, self._staging, at, ticket.step)


@dataclass(frozen=True, slots=True)
class Here:
    """What receiving must know of this computer. *staging*: a folder for copies that wait.

    *shelf*: where office files are proposed to go, made when the first one does; *files* gives
    those it is known to have; *refuse* raises Refused where none may stand.
    """

    staging: Path
    shelf: Path
    files: Callable[[], Iterable[Path]]
    refuse: Callable[[Path], None]


class Receiving:
    """Files from outside, on their way to *here*."""

    def __init__(self, place: Place, here: Here) -> None:
        self._place = place
        self._here = here

    def receive(self, path: Path, ticket: Ticket = _QUIET) -> Incoming:
        """Copy *path* to this computer and read all of the copy; what it holds is returned.

        Raises BadFile when it is damaged, foreign or tampered with, Refused when it is newer or
        half written, OutsideError when its disk fails. Then, and when stopped, nothing stays here.
        """
        return receiving.receive(path, self._here.staging, self._place.migrations, ticket.step)

    def neighbours(self, incoming: Incoming) -> Sequence[Neighbour]:
        """Return the files of this computer that are of the same office."""
        return neighbours(incoming, self._here.files())

    def proposed(self, incoming: Incoming) -> Path:
        """Return a free name on the shelf for what was received."""
        return free_name(self._here.shelf, incoming.office.name or incoming.source.stem)

    def take(self, incoming: Incoming, target: Path) -> Path:
        """Put what was received at *target* with a replica id of its own; return *target*.

        Raises Refused when a file stands there or the place is no disk of this computer,
        OutsideError when the disk fails; what was received waits on then.
        """
        self._here.refuse(target)
        make_shelf(self._here.shelf, target)
        label = f"Đưa vào máy này từ tệp {incoming.source.name}"
        order = Order(label, "restore", self._place.who, self._place.clock())
        receiving.take(incoming, target, self._place.backups, order)
        return target

    def at_hand(self, backup: Path) -> AbstractContextManager[Path]:
        """Give a copy of *backup* on this computer, with its note, for as long as it is needed."""
        return receiving.at_hand(backup, self._here.staging)

    def drop(self, incoming: Incoming) -> None:
        """Throw away what was received and not taken."""
        receiving.drop(incoming)


def make_shelf(shelf: Path, target: Path) -> None:
    """Make the folder *shelf* where *target* shall be the first file in it."""
    if target.parent == shelf:
        with translated(target):
            shelf.mkdir(parents=True, exist_ok=True)


def free_name(folder: Path, name: str) -> Path:
    """Return a path in *folder* for an office file called *name* that no file has yet."""
    plain = sending.plain_name(sending.plain_name(name)[:_LONGEST]) or "Thi đua"
    path, number = folder / f"{plain}{_SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{plain} ({number}){_SUFFIX}"
    return path
