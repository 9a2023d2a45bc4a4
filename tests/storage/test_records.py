import pytest

from tests.storage.factory import person
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.people import Person
from thidua_desktop.storage import records
from thidua_desktop.storage.database import Database


@pytest.fixture
def people(database: Database) -> list[Person]:
    """Fifteen people in the file; the last one is deleted."""
    made = [person(f"Người {number}") for number in range(15)]
    with database.write("Thêm") as step:
        step.put(made)
    with database.write("Xóa") as step:
        step.remove(Person, [made[-1].uid])
    return made


def test_records_come_in_the_order_asked(database: Database, people: list[Person]) -> None:
    wanted = [people[7], people[0], people[12]]
    with database.read() as connection:
        assert records.get(connection, Person, [kept.uid for kept in wanted]) == wanted


@pytest.mark.parametrize("count", [0, 1, 2, 10, 11, 14])
def test_any_number_of_records_can_be_asked(
    database: Database, people: list[Person], count: int
) -> None:
    with database.read() as connection:
        found = records.get(connection, Person, [kept.uid for kept in people[:count]])
    assert found == people[:count]


def test_a_record_asked_twice_comes_twice(database: Database, people: list[Person]) -> None:
    with database.read() as connection:
        assert records.get(connection, Person, [people[0].uid] * 2) == [people[0]] * 2


def test_deleted_and_unknown_records_are_left_out(database: Database, people: list[Person]) -> None:
    with database.read() as connection:
        assert records.get(connection, Person, [people[-1].uid, "0" * 36]) == []
        assert not records.exists(connection, Person, people[-1].uid)
        assert records.exists(connection, Person, people[0].uid)


def test_one_record_that_is_not_there_is_told(database: Database) -> None:
    with database.read() as connection, pytest.raises(KeyError):
        records.one(connection, Person, "0" * 36)


def test_what_belongs_to_a_record_comes_in_its_order(database: Database) -> None:
    blocks = [Block(owner_uid="plan", ordinal=n, body=str(n)) for n in (3, 1, 2)]
    with database.write("Thêm") as step:
        step.put([*blocks, Block(owner_uid="report", ordinal=0)])
    with database.read() as connection:
        found = records.owned(connection, Block, "owner_uid", ["plan"])
    assert [block.ordinal for block in found] == [1, 2, 3]


def test_more_records_than_one_question_holds_are_read(database: Database) -> None:
    made = [person(f"Người {number}") for number in range(1_203)]
    with database.write("Thêm") as step:
        step.put(made)
    with database.read() as connection:
        assert records.get(connection, Person, [kept.uid for kept in made]) == made
