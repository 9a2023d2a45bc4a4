"""Looks through all people, or all units, for pairs that may be one. Writes nothing.

Candidates share a folded name, a number, or all letters of a name but one; only these are compared.
All of it is small steps of Python: a window's thread that wants to paint comes in between.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from thidua_desktop.domain import duplicates
from thidua_desktop.domain.duplicates import Body, Names, Pair, Someone
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.importing.matching.names import UnitWords, same_name, unit_words

V = TypeVar("V")

_A_STEP = 200  # Names between two words about how far it is.
_MOST = 60  # Records that are compared each with each; of more, only those with more in common.
_OFTEN = 20_000  # A word that more than one in so many people has is no slip of the pen.
_LEAST_LETTERS = 4
_PEOPLE = "Tìm người có thể trùng"
_UNITS = "Tìm đơn vị có thể trùng"


def people(everyone: Sequence[Someone], apart: Collection[str], ticket: Ticket) -> list[Pair]:
    """Return the pairs of *everyone* that may be one, but those *apart*, the strongest first."""
    search = _People(everyone)
    progress = _Progress(ticket, 2 * len(search.by_name), _PEOPLE)
    found = _Found(apart)
    found.take_all(search.of_one_number())
    found.take_all(search.of_one_name(progress))
    found.take_all(search.of_near_names(progress))
    return found.pairs({one.uid: one.folded for one in everyone})


def units(all_units: Sequence[Body], apart: Collection[str], ticket: Ticket) -> list[Pair]:
    """Return the pairs of units that may be one, but those *apart*, the strongest first."""
    found = _Found(apart)
    found.take_all(_of_units(all_units, _Progress(ticket, 2 * len(all_units), _UNITS)))
    return found.pairs({unit.uid: unit.folded for unit in all_units})


def near(one: str, other: str) -> bool:
    """Say whether one slip makes *one* of *other*: a letter more, less, another, or two turned."""
    from rapidfuzz.distance import OSA

    return one != other and OSA.distance(one, other, score_cutoff=1) == 1


def shortened(text: str) -> Iterator[str]:
    """Give *text* and what is left when any one letter is gone: near texts have one in common."""
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


class _Found:
    """The strongest pair of each two records."""

    def __init__(self, apart: Collection[str]) -> None:
        self._apart = apart
        self._pairs: dict[str, Pair] = {}

    def take_all(self, pairs: Iterable[Pair | None]) -> None:
        """Keep *pairs*, None being two that are not one."""
        for pair in pairs:
            if pair is not None and pair.key not in self._apart:
                known = self._pairs.get(pair.key)
                if known is None or known.strength < pair.strength:
                    self._pairs[pair.key] = pair

    def pairs(self, names: Mapping[str, str]) -> list[Pair]:
        """Return what was found, the strongest first and then by name."""
        return sorted(self._pairs.values(), key=lambda pair: (-pair.strength, names[pair.first]))


class _Progress:
    """How many of the names are done."""

    def __init__(self, ticket: Ticket, total: int, text: str) -> None:
        self._ticket = ticket
        self._total = total
        self._text = text
        self._done = 0

    def over(self, names: Iterable[V]) -> Iterator[V]:
        """Give *names* and tell of them; raises Cancelled when the work was stopped."""
        for name in names:
            if self._done % _A_STEP == 0:
                self._ticket.step(min(self._done, self._total), self._total, self._text)
            self._done += 1
            yield name


class _People:
    """Everyone by what may bring two together."""

    def __init__(self, everyone: Sequence[Someone]) -> None:
        self._everyone = everyone
        self.by_name = _grouped(everyone, lambda one: one.folded)
        self._often = max(2, len(everyone) // _OFTEN)
        self._words: dict[str, int] = {}
        for one in everyone:
            for word in one.folded.split():
                self._words[word] = self._words.get(word, 0) + 1

    def of_one_number(self) -> Iterator[Pair | None]:
        """Compare those with the same number."""
        numbered = _grouped(self._everyone, lambda one: one.citizen_id)
        for number, some in numbered.items():
            if number:
                for one, other in combinations(some[:_MOST], 2):
                    yield duplicates.people(
                        one, other, _names(one.folded, other.folded, one, other)
                    )

    def of_one_name(self, progress: _Progress) -> Iterator[Pair | None]:
        """Compare those of the same name, marks aside, who share a unit or a year of birth."""
        for some in progress.over(self.by_name.values()):
            for one, other in _sharing(some):
                yield duplicates.people(one, other, _marked(one, other))

    def of_near_names(self, progress: _Progress) -> Iterator[Pair | None]:
        """Compare those whose names differ in a letter, in the order or in one word."""
        for one, other, names in self._near_names(progress):
            first, second = self.by_name[one], self.by_name[other]
            is_slip = names != "letter" or self._is_slip(one, other)
            for a, b in _meeting(first, second):
                if is_slip or (a.birth and a.birth == b.birth):
                    yield duplicates.people(a, b, names)

    def _near_names(self, progress: _Progress) -> Iterator[tuple[str, str, Names]]:
        yield from ((a, b, "letter") for a, b in _near_people(progress.over(self.by_name)))
        turned: dict[str, str] = {}
        for name in self.by_name:
            key = " ".join(sorted(name.split()))
            if key in turned:
                yield turned[key], name, "order"
            turned.setdefault(key, name)
            for shorter in _without_a_word(name):
                if shorter in self.by_name:
                    yield shorter, name, "word"

    def _is_slip(self, one: str, other: str) -> bool:
        """Say whether a word that only one of both names has is rare: then it may be mistyped."""
        odd = set(one.split()) ^ set(other.split())
        return any(self._words[word] <= self._often for word in odd)


def _names(a: str, b: str, one: Someone, other: Someone) -> Names:
    """Return how two names agree, whatever they are."""
    if a == b:
        return _marked(one, other)
    if sorted(a.split()) == sorted(b.split()):
        return "order"
    return "letter" if near(a, b) else "other"


def _marked(one: Someone, other: Someone) -> Names:
    return "same" if same_name(one.full_name) == same_name(other.full_name) else "marks"


def _near_people(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each two names that one slip parts: all but it stands in the given name, or before it.

    Looked for within those of one given name, and of one name before it, so that no portion is
    large.
    """
    joined: dict[str, str] = {}
    by_given: dict[str, list[str]] = {}
    by_family: dict[str, list[str]] = {}
    for name in names:
        family, _, given = name.rpartition(" ")
        by_given.setdefault(given, []).append(family)
        by_family.setdefault(family, []).append(given)
        first = joined.setdefault(name.replace(" ", ""), name)
        if near(first, name):
            yield first, name
    for given, families in by_given.items():
        yield from ((f"{a} {given}", f"{b} {given}") for a, b in _near(families) if a and b)
    for family, givens in by_family.items():
        yield from ((f"{family} {a}", f"{family} {b}") for a, b in _near(givens) if family)


def _near(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each two of *names* that one slip parts, once."""
    seen: dict[str, list[str]] = {}
    for name in names:
        met: dict[str, None] = {}
        for key in shortened(name):
            some = seen.setdefault(key, [])
            met.update(dict.fromkeys(some))
            some.append(name)
        yield from ((other, name) for other in met if near(other, name))


def _without_a_word(name: str) -> Iterator[str]:
    """Give *name* without each of the words between the first and the last."""
    words = name.split()
    for at in range(1, len(words) - 1):
        yield " ".join((*words[:at], *words[at + 1 :]))


def _sharing(some: Sequence[Someone]) -> Iterator[tuple[Someone, Someone]]:
    """Give the pairs that share a unit or a year of birth."""
    if len(some) < 2:
        return
    seen: set[tuple[str, str]] = set()
    for key in (_unit_of, _year_of):
        for shared, group in _grouped(some, key).items():
            if shared:
                for one, other in combinations(group[:_MOST], 2):
                    if (one.uid, other.uid) not in seen:
                        seen.add((one.uid, other.uid))
                        yield one, other


def _meeting(
    first: Sequence[Someone], second: Sequence[Someone]
) -> Iterator[tuple[Someone, Someone]]:
    """Give the pairs of one of each that share a unit or a day of birth."""
    if len(first) > len(second):
        first, second = second, first
    at_unit, at_birth = _grouped(second, _unit_of), _grouped(second, lambda one: one.birth)
    for one in first:
        met = [*(at_unit[one.unit] if one.unit in at_unit and one.unit else ())]
        met += at_birth[one.birth] if one.birth and one.birth in at_birth else []
        for other in dict.fromkeys(met[:_MOST]):
            yield one, other


def _unit_of(one: Someone) -> str:
    return one.unit


def _year_of(one: Someone) -> str:
    return one.birth[:4]


def _grouped(some: Iterable[V], key: Callable[[V], str]) -> dict[str, list[V]]:
    found: dict[str, list[V]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found


# Units


def _of_units(all_units: Sequence[Body], progress: _Progress) -> Iterator[Pair | None]:
    by_words: dict[tuple[str, tuple[str, ...]], list[tuple[Body, UnitWords]]] = {}
    for unit in progress.over(all_units):
        for words in unit_words(unit.name):
            by_words.setdefault((words.proper, words.numbers), []).append((unit, words))
    for group in by_words.values():
        for (one, here), (other, there) in combinations(group[:_MOST], 2):
            if one.uid != other.uid and here.may_be(there):
                yield duplicates.units(one, other, _unit_names(one, other, here, there))
    yield from _near_units(by_words, progress)
    for code, group_of_code in _grouped(all_units, lambda unit: unit.code).items():
        if code:
            for one, other in combinations(group_of_code[:_MOST], 2):
                yield duplicates.units(one, other, "other")


def _near_units(
    by_words: Mapping[tuple[str, tuple[str, ...]], Sequence[tuple[Body, UnitWords]]],
    progress: _Progress,
) -> Iterator[Pair | None]:
    """Compare units whose own names are one slip apart, in a word that is not short."""
    numbers: dict[str, list[tuple[str, ...]]] = {}
    for proper, number in by_words:
        numbers.setdefault(proper, []).append(number)
    for first, second in _near(progress.over(numbers)):
        if not _differ_in_a_long_word(first, second):
            continue
        for number in set(numbers[first]) & set(numbers[second]):
            for one, here in by_words[first, number][:_MOST]:
                for other, there in by_words[second, number][:_MOST]:
                    if one.uid != other.uid and here.may_be(there):
                        yield duplicates.units(one, other, "letter")


def _differ_in_a_long_word(first: str, second: str) -> bool:
    """Say whether the words in which two names differ are long: Đắk Hà is not Đắk La."""
    odd = set(first.split()) ^ set(second.split())
    return bool(odd) and all(len(word) >= _LEAST_LETTERS for word in odd)


def _unit_names(one: Body, other: Body, here: UnitWords, there: UnitWords) -> Names:
    if fold(one.name) == fold(other.name):
        return "same"
    return "marks" if here.kinds == there.kinds else "word"
