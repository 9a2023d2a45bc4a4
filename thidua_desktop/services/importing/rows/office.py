"""What the office knows, as rows are matched against it. Writes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.merits import Initiative, Rating
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.matching.doubles import Doubles, Given
from thidua_desktop.services.importing.matching.titles import TitleNames
from thidua_desktop.services.importing.rows.recipients import Names


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office itself: its *names* (and its parent's), the *level* of its decisions, the day."""

    names: frozenset[str]
    level: str
    year: int
    today: str


@dataclass(slots=True)
class Office:
    """Names, titles, decisions and merits, stored ones and those of the rows before.

    *rated* and *nominated* give what stands in the file of a year, *awarded* of names.
    """

    facts: OfficeFacts
    book: LawBook
    names: Names
    titles: TitleNames
    decisions: "Decisions"
    initiatives: dict[tuple[str, str], Initiative]
    rated: Callable[[int], dict[str, Rating]]
    nominated: Callable[[Iterable[int]], list[Given]]
    awarded: Callable[[Iterable[str]], list[Given]]
    doubles: dict[str, Doubles] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    ratings: dict[int, dict[str, Rating]] = field(default_factory=dict)

    def ratings_of(self, year: int) -> dict[str, Rating]:
        """Return the ratings of *year* by the uid of who is rated; rows put theirs there."""
        if year not in self.ratings:
            self.ratings[year] = self.rated(year)
        return self.ratings[year]

    def nominations_of(self, year: int) -> Doubles:
        """Return what is put forward, with all of *year* that the file has."""
        known = self.doubles.setdefault("nominations", Doubles())
        if year not in self.years:
            self.years.add(year)
            for given in self.nominated([year]):
                known.add(given)
        return known

    def awards_of(self, names: Iterable[str]) -> Doubles:
        """Return what was awarded, with all that the register has of *names*."""
        known = self.doubles.setdefault("awards", Doubles())
        for given in self.awarded(names):
            known.add(given)
        return known


class Decisions:
    """Decisions by number and date, stored ones and those that one intake makes."""

    def __init__(self, stored: Iterable[Decision]) -> None:
        self._known: dict[str, list[Decision]] = {}
        self.made: set[str] = set()
        for decision in stored:
            self._known.setdefault(_number(decision.number), []).append(decision)

    def find(self, wanted: Decision) -> Decision:
        """Return the decision of that number and date, else *wanted*, known from now on.

        A date of a year alone is that of a day in it.
        """
        known = self._known.setdefault(_number(wanted.number), [])
        for one in known:
            if one.date.startswith(wanted.date) or wanted.date.startswith(one.date):
                return one
        known.append(wanted)
        self.made.add(wanted.uid)
        return wanted


def _number(text: str) -> str:
    return fold(text).replace(" ", "")
