"""Checks of 3 000 nominations in a register of 200 000 awards, against the bare questions."""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.floors import raw_connection
from tests.bench.measure import Ratio, ratio
from tests.bench.office import awards, place
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.paths import find_paths
from thidua_desktop.services import laws
from thidua_desktop.services.checking.service import Checks
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.parameters import Parameters
from thidua_desktop.storage.database import Database

COUNT, PEOPLE, NOMINATIONS = 200_000, 60_000, 3_000
_TITLES = (
    ("advanced_worker", "Lao động tiên tiến"),
    ("grassroots_emulation_fighter", "Chiến sĩ thi đua cơ sở"),
    ("provincial_emulation_fighter", "Chiến sĩ thi đua cấp tỉnh"),
    ("cert_province", "Bằng khen của Chủ tịch UBND tỉnh"),
)


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure a check of a year and of one draft; the floor reads the same rows and no more."""
    path = folder / "checking.thidua"
    with _made(path) as database, raw_connection(path) as raw:
        drafts = _proposed(database, _people(raw))
        book = laws.load(find_paths().law)
        parameters = Parameters(database, OfficeService(database), book)
        chosen = [one.recipient.person_uid or "" for one in drafts]
        uids = [one.uid for one in drafts]
        yield ratio(
            "check 3 000 nominations, 200 000 awards",
            lambda: Checks(database, book, parameters).check(uids),
            partial(_raw, raw, chosen),
            30.0,
            turns=3,
        )
        known = Checks(database, book, parameters)
        known.check(uids)
        yield ratio(
            "the same, when nothing was written since",
            partial(known.check, uids),
            partial(_raw, raw, chosen),
            6.0,
            turns=3,
        )
        yield ratio(
            "check one nomination as it is typed",
            partial(known.draft, drafts[0]),
            partial(_raw, raw, chosen[:1]),
            250.0,
            turns=9,
        )


def _made(path: Path) -> Database:
    """Make an office whose awards lead to people."""
    database = Database.create(path, place(path.parent))
    people = [Person(full_name=f"Y Hoa {number}") for number in range(PEOPLE)]
    with database.write("Số liệu đo tốc độ", "import") as step:
        step.put(people)
        for number, award in enumerate(awards(COUNT)):
            person = people[number * 7919 % PEOPLE]
            recipient = replace(award.recipient, person_uid=person.uid, name=person.full_name)
            step.put(replace(award, recipient=recipient))
    return database


def _people(raw: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return uid and name of those put forward."""
    asked = "SELECT uid, full_name FROM person ORDER BY uid"
    return random.Random(5).sample(raw.execute(asked).fetchall(), NOMINATIONS)


def _proposed(database: Database, people: list[tuple[str, str]]) -> list[Nomination]:
    """Store a dossier with a nomination of each of *people*, and their ratings of five years."""
    chance = random.Random(6)
    dossier = Dossier(unit_name="Phòng Nội vụ", year=2024, received="2024-06-14")
    drafts = []
    for uid, name in people:
        title, words = chance.choice(_TITLES)
        recipient = Recipient(name=name, person_uid=uid)
        draft = Nomination(recipient=recipient, title=title, title_text=words, year=2024)
        drafts.append(draft)
    ratings = (
        Rating(person_uid=uid, year=year, rating=chance.choice(("EXCELLENT", "GOOD", "DONE")))
        for uid, _name in people
        for year in range(2020, 2025)
    )
    with database.write("Đề nghị đo tốc độ", "import") as step:
        step.put([dossier, *drafts])
        step.put(ratings)
    return drafts


def _raw(raw: sqlite3.Connection, people: list[str]) -> int:
    """Read the awards and ratings of *people* by the bare driver, 500 at a time."""
    count = 0
    for start in range(0, len(people), 500):
        part = people[start : start + 500]
        marks = ",".join("?" * len(part))
        for sql in (
            "SELECT uid, title, year, loai_hinh, decision_date FROM award"
            f" WHERE recipient_person_uid IN ({marks}) AND gone = 0",
            f"SELECT uid, year, rating FROM rating WHERE person_uid IN ({marks}) AND gone = 0",
        ):
            count += len(raw.execute(sql, part).fetchall())
    return count
