"""What stands in a card: lines, bars, a sentence; and where each leads. Knows no widget."""

from dataclasses import dataclass
from typing import NamedTuple

from thidua_desktop.ui.page import Sought


class Record(NamedTuple):
    """One record, to be shown in its own tab."""

    table: str
    uid: str


class Command(NamedTuple):
    """A command of the window, by its name."""

    name: str


Leads = Sought | Record | Command | None


@dataclass(frozen=True, slots=True)
class Line:
    """A state in short with its tone, the words beside it, a number or date at the right.

    *verb* says at the right what a press does, where that is more than showing rows.
    """

    short: str
    words: str
    number: str = ""
    tone: str = ""
    tip: str = ""
    leads: Leads = None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its words, its number, and its share of the longest, 0 to 1."""

    words: str
    number: str
    share: float
    leads: Leads = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence instead of lines."""

    words: str


Entry = Line | Bar | Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """All that one card says. A card without entries is not shown."""

    title: str
    entries: tuple[Entry, ...] = ()
