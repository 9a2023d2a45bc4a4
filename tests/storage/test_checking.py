"""What checks look at: awards by link and by name, proposals, members, who has a title."""

from dataclasses import replace
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.merits import Rating
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.storage import checking
from thidua_desktop.storage.database import Database

SCHOOL, OLD = Unit(name="Trường Sơn Ca"), Unit(name="Trường Hoa Mai")
HOA, TIK = Person(full_name="Y Hoa"), Person(full_name="A Tik")
LDTT = "advanced_worker"


def keep(database: Database, *records: Any) -> None:
    with database.write("Cất") as step:
        step.put([SCHOOL, OLD, HOA, TIK, *records])


def award(person: Person, year: int = 2023, **known: Any) -> Award:
    return Award(recipient=_recipient(person), title=LDTT, year=year, **known)


def nomination(person: Person, **known: Any) -> Nomination:
    usual = {"title": LDTT, "year": 2024, "state": "submitted"}
    return Nomination(recipient=_recipient(person), **{**usual, **known})


def test_awards_are_given_for_those_asked_for_but_not_revoked_ones(database: Database) -> None:
    mine = award(HOA)
    keep(database, mine, award(HOA, nature="revoked"), award(TIK))
    with database.read() as connection:
        found = list(checking.awards_of(connection, "person_uid", [HOA.uid]))
    assert [(one.uid, one.title, one.year) for one in found] == [(mine.uid, LDTT, 2023)]


def test_awards_are_found_under_a_name_without_marks_and_case(database: Database) -> None:
    loose = Award(recipient=Recipient(name="Đặng Thị Thúy"), year=2020)
    keep(database, loose)
    with database.read() as connection:
        found = list(checking.awards_named(connection, ["DANG THI THUY", ""]))
    assert [one.uid for one in found] == [loose.uid]


def test_proposals_are_found_by_link_or_else_by_name(database: Database) -> None:
    linked = nomination(HOA)
    loose = Nomination(recipient=Recipient(name="A Biu"), year=2024)
    keep(database, linked, loose, nomination(TIK))
    with database.read() as connection:
        found = checking.proposed_to(connection, [linked.recipient, loose.recipient])
    assert {one.uid for one in found} == {linked.uid, loose.uid}


def test_members_are_those_awarded_and_those_proposed(database: Database) -> None:
    keep(database, award(HOA, 2024), nomination(TIK), nomination(HOA, state="returned"))
    asked = ([SCHOOL.uid], [2024], [LDTT])
    with database.read() as connection:
        awarded = checking.members(connection, *asked)
        proposed = checking.members_proposed(connection, *asked, ["submitted"])
    assert {one.who for one in awarded} == {HOA.uid}
    assert {one.who for one in proposed} == {TIK.uid}


def test_holders_of_a_title_are_told_with_their_unit(database: Database) -> None:
    keep(database, award(HOA, 2024), nomination(TIK), award(TIK, 2022))
    with database.read() as connection:
        found = checking.holders(connection, 2024, [LDTT], ["submitted"])
    assert {(one.unit_uid, one.who) for one in found} == {
        (SCHOOL.uid, HOA.uid),
        (SCHOOL.uid, TIK.uid),
    }


def test_who_has_a_title_in_enough_years_is_found(database: Database) -> None:
    keep(database, award(HOA, 2022), award(HOA, 2023), award(TIK, 2023), award(TIK, 2018))
    with database.read() as connection:
        found = checking.with_titles(connection, "person_uid", [LDTT], (2022, 2024), 2)
    assert found == {HOA.uid}


def test_who_is_rated_so_in_a_year_is_found(database: Database) -> None:
    keep(
        database,
        Rating(person_uid=HOA.uid, year=2024, rating="GOOD"),
        Rating(person_uid=TIK.uid, year=2024, rating="DONE"),
    )
    with database.read() as connection:
        assert checking.rated(connection, "person_uid", ["GOOD"], 2024) == {HOA.uid}


def test_units_lead_to_those_they_took_over_from(database: Database) -> None:
    link = UnitSuccession(from_uid=OLD.uid, to_uid=SCHOOL.uid, kind="merge")
    keep(database, link)
    with database.read() as connection:
        assert checking.predecessors(connection) == {SCHOOL.uid: [(OLD.uid, "merge")]}


def test_nominations_are_those_of_a_year(database: Database) -> None:
    mine = nomination(HOA)
    keep(database, mine, replace(nomination(TIK), year=2023))
    with database.read() as connection:
        assert checking.nominations(connection, year=2024) == [mine.uid]


def _recipient(person: Person) -> Recipient:
    return Recipient(
        name=person.full_name,
        unit_name=SCHOOL.name,
        person_uid=person.uid,
        workplace_uid=SCHOOL.uid,
    )
