"""How long work tells of itself and is stopped. Knows no thread and no window."""

from typing import Protocol, runtime_checkable


class Ticket(Protocol):
    """What long work reports to."""

    def step(self, done: int, total: int, text: str) -> None:
        """Take note that *done* of *total* is finished; raise Cancelled when work must stop."""


class Quiet:
    """A ticket that nobody looks at and nobody stops."""

    def step(self, done: int, total: int, text: str) -> None:
        """Do nothing."""


@runtime_checkable
class Heedful(Protocol):
    """A ticket that also takes what the officer should read beside the outcome."""

    def remark(self, words: str) -> None:
        """Take note of a sentence."""


def remark(ticket: Ticket, words: str) -> None:
    """Tell *words* of work that goes on all the same, where *ticket* heeds them."""
    if isinstance(ticket, Heedful):
        ticket.remark(words)
