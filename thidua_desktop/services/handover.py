"""Office files on their way between computers: a checked copy out, a distrusted file in."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from thidua_desktop.services.work import Quiet, Ticket
from thidua_desktop.storage import drives
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.drives import Stick
from thidua_desktop.storage.handover import receiving, sending
from thidua_desktop.storage.handover.neighbours import Neighbour, neighbours
from thidua_desktop.storage.handover.receiving import Incoming
from thidua_desktop.storage.handover.sending import Sent
from thidua_desktop.storage.journal import Order

__all__ = ["Incoming", "Neighbour", "Receiving", "Sending", "Sent", "Stick"]

_QUIET = Quiet()
_SUFFIX = ".thidua"


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


class Receiving:
    """Files from outside. *staging*: a folder of this computer; *known*: its office files."""

    def __init__(self, place: Place, staging: Path, known: Callable[[], Iterable[Path]]) -> None:
        self._place = place
        self._staging = staging
        self._known = known

    def receive(self, path: Path, ticket: Ticket = _QUIET) -> Incoming:
        """Copy *path* to this computer and read all of the copy; what it holds is returned.

        Raises BadFile when it is damaged, foreign or tampered with, Refused when it is newer or
        half written, OutsideError when its disk fails. Then, and when stopped, nothing stays here.
        """
        return receiving.receive(path, self._staging, self._place.migrations, ticket.step)

    def neighbours(self, incoming: Incoming) -> Sequence[Neighbour]:
        """Return the files of this computer that are of the same office."""
        return neighbours(incoming, self._known())

    def take(self, incoming: Incoming, target: Path) -> Path:
        """Put what was received at *target* with a replica id of its own; return *target*.

        Raises Refused when a file stands there, OutsideError when the disk fails.
        """
        label = f"Đưa vào máy này từ tệp {incoming.source.name}"
        order = Order(label, "restore", self._place.who, self._place.clock())
        receiving.take(incoming, target, self._place.backups, order)
        return target

    def drop(self, incoming: Incoming) -> None:
        """Throw away what was received and not taken."""
        receiving.drop(incoming)


def free_name(folder: Path, name: str) -> Path:
    """Return a path in *folder* for an office file called *name* that no file has yet."""
    plain = sending.plain_name(name) or "Thi đua"
    path, number = folder / f"{plain}{_SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{plain} ({number}){_SUFFIX}"
    return path
