"""Fills a new office file with the sample office, or with as many awards as are asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.sample import papers
from thidua_desktop.services.sample.bulk import BulkMaker
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.honours import Honoured, HonoursMaker
from thidua_desktop.services.sample.merits import MeritsMaker, Record
from thidua_desktop.services.sample.people import PeopleMaker
from thidua_desktop.services.sample.units import units
from thidua_desktop.services.sample.words import Words, load
from thidua_desktop.storage.database import Database

_SEED = 2024
_A_STEP = 20_000
_LABEL = "Tạo dữ liệu mẫu"
_MAKING = "create"


def fill(database: Database, folder: Path, book: LawBook) -> None:
    """Put the whole sample office into the new file *database*, as its first step."""
    chance = Chance(_SEED)
    words = load(folder / "office.toml")
    office = _office(words, chance)
    places = units(words, office, chance)
    people = _people(words, PeopleMaker(words, chance), places)
    honours = HonoursMaker(words, Honoured(places, people), book, chance)
    movements = honours.movements()
    with database.write(_LABEL, _MAKING) as step:
        step.put([office, *places, *people, *movements])
        decided, old = honours.decided(movements), honours.old_awards()
        proposed = honours.proposed()
        step.put([*decided, *old, *proposed])
        step.put(papers.council(words, people, chance))
        step.put(papers.plan(folder / "plan.toml", office, places, chance))
        step.put(papers.report(folder / "report.toml", office, chance))
        step.put(papers.clusters(words, places, chance))
        step.put(_merits(MeritsMaker(words, chance), decided, proposed))


def fill_many(database: Database, folder: Path, book: LawBook, awards: int, ticket: Ticket) -> None:
    """Put *awards* invented awards and the people they went to into the new file *database*."""
    chance = Chance(_SEED)
    words = load(folder / "office.toml")
    office = _office(words, chance)
    places = units(words, office, chance)
    maker = BulkMaker(places, PeopleMaker(words, chance), dict(words["authorities"]), book, chance)
    people = maker.people(awards)
    total = len(people) + awards
    done = 0
    records: Iterable[Any] = chain([office, *places, *people], maker.decided(people, awards))
    for portion in _portions(records):
        ticket.step(min(done, total), total, _LABEL)
        with database.write(_LABEL, _MAKING) as step:
            step.put(portion)
        done += len(portion)
    ticket.step(total, total, _LABEL)


def _merits(
    maker: MeritsMaker, decided: Sequence[Any], proposed: Sequence[Any]
) -> Iterator[Record]:
    """Give what awards and nominations rest on, and a warning to somebody not put forward."""
    nominations = [one for one in proposed if isinstance(one, Nomination)]
    awards = [one for one in decided if isinstance(one, Award)]
    yield from maker.of_nominations(nominations)
    yield from maker.of_awards(awards)
    yield from maker.states(one for one in proposed if isinstance(one, Dossier))
    put_forward = {None, *(one.recipient.person_uid for one in nominations)}
    others = (award.recipient.person_uid for award in awards)
    yield maker.discipline(next(uid for uid in others if uid not in put_forward))


def _office(words: Words, chance: Chance) -> Office:
    said = dict(words["office"])
    recipients = "\n".join(said.pop("recipients"))
    return Office(**said, recipients=recipients, is_sample=True, uid=chance.uid())


def _people(words: Words, maker: PeopleMaker, places: list[Any]) -> list[Person]:
    """Return the staff of all units and the members of the council."""
    named = {unit.name: unit for unit in places}
    council = [
        maker.named(name, position, _unit_in(position, named))
        for name, position, _ in words["council"]["members"]
    ]
    at_work = [unit for unit in places if unit.kind in ("commune", "school")]
    return [*council, *maker.staff(places), *maker.others(at_work)]


def _unit_in(position: str, named: dict[str, Any]) -> Any:
    """Return the unit whose name ends *position* ("Trưởng phòng Dân tộc")."""
    for name, unit in named.items():
        short = name.removeprefix("Phòng ").removeprefix("Ủy ban nhân dân ")
        if position.endswith((name, f"phòng {short}", f"UBND {short}")):
            return unit
    return None


def _portions(records: Iterable[Any]) -> Iterator[list[Any]]:
    """Give *records* in portions, each to be one step."""
    stream = iter(records)
    while portion := list(islice(stream, _A_STEP)):
        yield portion
