"""Answers "Chép ra USB" and "Đưa vào máy này": asks, starts the work, says what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from thidua_desktop.domain.errors import Cancelled, OfficerError
from thidua_desktop.domain.work import Ticket
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.handover import told
from thidua_desktop.ui.handover.arriving_dialog import ArrivingDialog
from thidua_desktop.ui.handover.sending_dialog import SendingDialog
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.prompts import OFFICE_FILE, Choice

if TYPE_CHECKING:
    from thidua_desktop.services.handover import Incoming, Neighbour, Receiving, Sent
    from thidua_desktop.services.services import Services

_NO_FILE = "Hãy mở một tệp thi đua trước."


class Doors(Protocol):
    """How files from outside come in; `wiring.Wiring` is one."""

    def receiving(self) -> "Receiving":
        """Return what brings files from outside onto this computer."""


class Arrived(NamedTuple):
    """A checked file, the files of its office on this computer, and where it could go."""

    incoming: "Incoming"
    found: "Sequence[Neighbour]"
    target: Path


class Carrying(QObject):
    """Carries copies out and files in; *open_file* opens what was taken.

    `given_up` tells that nothing came of bringing a file in.
    """

    given_up = Signal()

    def __init__(
        self, desk: Desk, doors: Doors, open_file: Callable[[Path], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._doors = doors
        self._open_file = open_file

    def offers(self, services: "Services | None") -> dict[str, Offer]:
        """Return the commands that are answered while *services* are open, or no file is."""
        return {
            "bring_in": Offer(self.choose),
            "send_copy": Offer(partial(self._ask_where, services), "" if services else _NO_FILE),
        }

    # A copy goes out

    def _ask_where(self, services: "Services | None") -> None:
        if services:
            path = services.file.path
            job = self._desk.read(lambda: path.stat().st_size)
            job.succeeded.connect(partial(self._send, services))

    def _send(self, services: "Services", size: int) -> None:
        name, sending = services.file.path.name, services.sending
        folder = SendingDialog.ask(self._desk, name, size, sending.sticks)
        if folder:
            job = self._desk.paper(lambda ticket: sending.send(folder, ticket), "Chép ra USB")
            job.succeeded.connect(self._tell_sent)

    def _tell_sent(self, sent: "Sent") -> None:
        self._desk.prompts.ask(
            "Đã ghi xong và kiểm tra.", (Choice("close", "Đóng"),), told.sent(sent)
        )

    # A file comes in

    def choose(self) -> None:
        """Ask for a file that lies elsewhere, and bring it in."""
        if path := self._desk.prompts.open_file("Đưa tệp vào máy này", (OFFICE_FILE,)):
            self.bring_in(path)

    def bring_in(self, path: Path) -> None:
        """Copy *path* to this computer, check it, show what it holds; the officer may decline."""
        doors = self._doors

        def work(ticket: Ticket) -> Arrived:
            receiving = doors.receiving()
            incoming = receiving.receive(path, ticket)
            try:
                found = receiving.neighbours(incoming)
                return Arrived(incoming, found, receiving.proposed(incoming))
            except BaseException:
                receiving.drop(incoming)
                raise

        job = self._desk.paper(work, "Đưa tệp vào máy này")
        job.on(OfficerError, self._tell_trouble)
        job.on(Cancelled, self._give_up)
        job.succeeded.connect(self._show)

    def _show(self, arrived: Arrived) -> None:
        dialog = ArrivingDialog(self._desk, *arrived)
        is_taken = self._desk.prompts.run(dialog)
        target, instead = dialog.target, dialog.instead
        dialog.deleteLater()
        if is_taken and not instead:
            self._take(arrived, target)
            return
        self._desk.jobs.start(lambda _ticket: self._doors.receiving().drop(arrived.incoming))
        if is_taken and instead:
            self._open_file(instead)
        else:
            self.given_up.emit()

    def _take(self, arrived: Arrived, target: Path) -> None:
        doors = self._doors

        def take(_ticket: Ticket) -> Path:
            return doors.receiving().take(arrived.incoming, target)

        job = self._desk.jobs.start(take, "write")
        job.on(OfficerError, partial(self._tell_untaken, arrived))
        job.succeeded.connect(self._open_file)

    def _tell_untaken(self, arrived: Arrived, error: OfficerError) -> None:
        """Say why the file cannot go there; it still waits, so another place can be chosen."""
        self._desk.prompts.tell(error.what, error.safe, error.todo)
        self._show(arrived)

    def _tell_trouble(self, error: OfficerError) -> None:
        self._desk.prompts.tell(error.what, error.safe, error.todo)
        self.given_up.emit()

    def _give_up(self, _error: Cancelled) -> None:
        self.given_up.emit()
