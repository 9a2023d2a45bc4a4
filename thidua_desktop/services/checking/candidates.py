"""Who of the file may meet a title, by what the rule asks of the register and the ratings.

A first sieve before the law is asked: whoever it lets fall cannot meet any path of the rule.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from thidua_desktop.domain.law import conditions as asks
from thidua_desktop.domain.law.conditions import Condition
from thidua_desktop.domain.law.values import Path, Rule
from thidua_desktop.domain.merits import RATINGS
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import checking as stored
from thidua_desktop.storage import records as store

_FIRST = 1900


def found(connection: Reading, rule: Rule, year: int) -> list[str]:
    """Return the uids of the people or units that may meet one of the paths of *rule* in *year*.

    Only paths by results over the years are looked at: no record tells of the others.
    """
    link = "person_uid" if rule.recipient in PERSON_KINDS else "unit_uid"
    uids: set[str] = set()
    for path in rule.paths:
        if path.accumulated:
            uids |= _on(path, connection, link, year)
    return sorted(uids)


def nominations(connection: Reading, uids: Collection[str], draft: Nomination) -> list[Nomination]:
    """Return *draft* for each of the people or units *uids*; those gone are left out."""
    if draft.recipient.kind in PERSON_KINDS:
        people = store.get(connection, Person, list(uids))
        places = store.get(
            connection, Unit, sorted({one.unit_uid for one in people if one.unit_uid})
        )
        names = {unit.uid: unit.name for unit in places}
        return [_for(draft, _person(one, names.get(one.unit_uid or "", ""))) for one in people]
    units = store.get(connection, Unit, list(uids))
    return [_for(draft, Recipient(name=one.name, unit_uid=one.uid)) for one in units]


def _on(path: Path, connection: Reading, link: str, year: int) -> set[str]:
    sieves = [sieve for need in path.needs if (sieve := _sieve(need, year))]
    sets = [sieve(connection, link) for sieve in sieves]
    return set.intersection(*sets) if sets else set()


_Sieve = Callable[[Reading, str], set[str]]


def _sieve(need: Condition, year: int) -> _Sieve | None:
    """Return how *need* finds people by its records; None where it finds nobody."""
    match need:
        case asks.AwardStreak():
            # The award of the last year may still be proposed in the same dossier.
            years = (year - need.years + 1, year)
            return _with(need.titles, years, max(1, need.years - 1))
        case asks.AwardBefore():
            return _with(need.titles, (_FIRST, year), 1)
        case asks.CountInStreak():
            return _with(need.titles, (_FIRST, year), max(1, need.count - 1))
        case asks.Rating() | asks.RatingStreak():
            return _rated(need.at_least, year)
        case asks.MeetsStandard():
            return _rated("GOOD", year)
    return None


def _with(titles: Collection[str], years: tuple[int, int], count: int) -> _Sieve:
    return lambda connection, link: stored.with_titles(connection, link, titles, years, count)


def _rated(at_least: str, year: int) -> _Sieve:
    codes = list(RATINGS)
    good = codes[: codes.index(at_least) + 1]
    return lambda connection, link: stored.rated(connection, link, good, year)


def _for(draft: Nomination, recipient: Recipient) -> Nomination:
    return replace(
        draft, recipient=replace(recipient, kind=draft.recipient.kind), uid=_uid_of(recipient)
    )


def _uid_of(recipient: Recipient) -> str:
    return recipient.person_uid or recipient.unit_uid or ""


def _person(person: Person, unit: str) -> Recipient:
    return Recipient(
        name=person.full_name,
        position=person.position,
        unit_name=unit,
        person_uid=person.uid,
        workplace_uid=person.unit_uid,
    )
