"""How long work tells of itself and is stopped. Knows no thread and no window."""

from typing import Protocol


class Ticket(Protocol):
    """What long work reports to."""

    def step(self, done: int, total: int, text: str) -> None:
        """Take note that *done* of *total* is finished; raise Cancelled when work must stop."""


class Quiet:
    """A ticket that nobody looks at and nobody stops."""

    def step(self, done: int, total: int, text: str) -> None:
        """Do nothing."""
