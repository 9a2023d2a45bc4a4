"""An offer: how a command of the window is answered now. Knows no command and no page."""

from collections.abc import Callable
from typing import NamedTuple


class Offer(NamedTuple):
    """A command that can be run now, or the sentence that says why it cannot."""

    run: Callable[[], None]
    why_not: str = ""
