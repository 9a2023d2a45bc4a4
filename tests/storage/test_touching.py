"""What the journal says was touched: rows, what they lead to, names; before and after."""

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage import touching
from thidua_desktop.storage.database import Database

PERSON, OTHER = Person(full_name="Y Hoa"), Person(full_name="A Tik")
AWARD = Award(recipient=Recipient(name="Y HOA", person_uid=PERSON.uid), title_text="LĐTT")


@pytest.fixture
def moment(database: Database) -> int:
    """The moment after two people and an award were stored."""
    with database.write("Cất") as step:
        step.put([PERSON, OTHER, AWARD])
    with database.read() as connection:
        return touching.now(connection)


def since(database: Database, moment: int) -> touching.Touched:
    with database.read() as connection:
        return touching.touched_since(connection, moment)


def test_nothing_is_touched_while_nothing_is_written(database: Database, moment: int) -> None:
    assert since(database, moment) == touching.Touched(moment)


def test_a_row_is_touched_with_what_it_leads_to_and_its_name(
    database: Database, moment: int
) -> None:
    with database.write("Sửa") as step:
        step.put(replace(AWARD, note="Đính chính"))
    found = since(database, moment)
    assert found.tables == {"award"}
    assert found.keys == frozenset({AWARD.uid, PERSON.uid, "y hoa"})
    assert found.tick > moment


def test_where_a_link_led_before_is_touched_too(database: Database, moment: int) -> None:
    with database.write("Sửa") as step:
        step.put(replace(AWARD, recipient=replace(AWARD.recipient, person_uid=OTHER.uid)))
    keys = since(database, moment).keys
    assert keys
    assert {PERSON.uid, OTHER.uid} <= keys


def test_only_what_was_written_after_the_moment_counts(database: Database, moment: int) -> None:
    with database.write("Sửa") as step:
        step.put(replace(OTHER, note="Đã nghỉ hưu"))
    later = since(database, moment).tick
    with database.write("Sửa") as step:
        step.put(replace(PERSON, note="Đã nghỉ hưu"))
    assert since(database, later).keys == frozenset({PERSON.uid})


def test_very_many_rows_are_not_told_one_by_one(
    database: Database, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touching, "MANY", 1)
    with database.write("Sửa") as step:
        step.put([replace(PERSON, note="x"), replace(OTHER, note="x")])
    assert since(database, moment).keys is None
