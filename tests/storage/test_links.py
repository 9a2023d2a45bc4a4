"""Links: every table that leads to a person or a unit is known, counted and led elsewhere."""

from dataclasses import replace
from typing import Any

import pytest

from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage import links, records
from thidua_desktop.storage.catalogue import BY_TABLE, MAPPINGS
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.mapping import Column, Mapping

OWNED_ELSEWHERE = {("block", "owner_uid")}  # Blocks are of reports and plans alone.
KINDS: dict[str, Person | Unit] = {
    "person": Person(full_name="Y Hoa"),
    "unit": Unit(name="Phòng Nội vụ"),
}


def test_every_column_that_holds_a_uid_is_a_link_of_the_catalogue_or_named_here() -> None:
    loose = {
        (mapping.table, column.name)
        for mapping in MAPPINGS
        for column in mapping.columns
        if column.links is None and (column.name.endswith("_uid") or column.name == "target")
    }
    assert loose - OWNED_ELSEWHERE == set(links.LOOSE)


def leading(mapping: Mapping[Any], column: Column, table: str, uid: str) -> Any:
    """Return a record of that table which leads to *uid* by that column."""
    record = mapping.record()
    told_by = links.LOOSE.get((mapping.table, column.name))
    if told_by:
        record = replace(record, **{told_by: table})
    return links._put(record, column.path, uid)


def all_leading(table: str, uid: str) -> list[tuple[Mapping[Any], Column, Any]]:
    """Return a record for every column of the whole catalogue that can lead to *table*."""
    return [
        (mapping, column, leading(mapping, column, table, uid))
        for mapping in MAPPINGS
        for column in mapping.columns
        if column.links == table or (mapping.table, column.name) in links.LOOSE
    ]


@pytest.mark.parametrize("table", ["person", "unit"])
def test_all_that_leads_to_a_record_is_led_to_another(database: Database, table: str) -> None:
    old = KINDS[table]
    new = replace(old, uid=type(old)().uid)
    made = all_leading(table, old.uid)
    assert len(made) > 10
    with database.write("Nhập") as step:
        step.put([old, new, *(record for _, _, record in made)])
    with database.read() as connection:
        counts = links.counts(connection, table, [old.uid, new.uid])
    assert sum(counts[old.uid].values()) == len(made)
    assert counts[new.uid] == {}
    with database.write("Gộp") as step:
        moved = links.move(step, table, {old.uid: new.uid})
    assert len(moved) == len(made)
    with database.read() as connection:
        for mapping, column, record in made:
            kept = records.one(connection, mapping.record, record.uid)
            assert kept == leading_again(mapping, column, record, new.uid)
        assert links.counts(connection, table, [old.uid])[old.uid] == {}


def leading_again(mapping: Mapping[Any], column: Column, record: Any, uid: str) -> Any:
    return links._put(record, column.path, uid)


def test_a_record_that_leads_there_twice_is_moved_whole(database: Database) -> None:
    old, new = Unit(name="Phòng Nội vụ"), Unit(name="Phòng Nội Vụ")
    award = BY_TABLE["award"].record()
    both = replace(
        award, recipient=replace(award.recipient, unit_uid=old.uid, workplace_uid=old.uid)
    )
    with database.write("Nhập") as step:
        step.put([old, new, both])
    with database.write("Gộp") as step:
        (moved,) = links.move(step, "unit", {old.uid: new.uid})
    assert (moved.recipient.unit_uid, moved.recipient.workplace_uid) == (new.uid, new.uid)


def test_what_leads_to_a_record_of_another_table_stays(database: Database) -> None:
    person, unit = KINDS["person"], KINDS["unit"]
    attachment = BY_TABLE["attachment"].record(owner_table="award", owner_uid=person.uid)
    with database.write("Nhập") as step:
        step.put([person, unit, attachment])
    with database.read() as connection:
        assert links.counts(connection, "person", [person.uid])[person.uid] == {}
