"""Ratings, initiatives and what stands against an award as lists: order, words, years."""

from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.merits import Initiative, Rating
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.units import Unit
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.merits import INITIATIVES, RATINGS

SCHOOL, OFFICE = Unit(name="Trường Sơn Ca"), Unit(name="Phòng Nội vụ")
HOA = Person(full_name="Y Hoa", unit_uid=SCHOOL.uid)
AN = Person(full_name="Đinh An", unit_uid=SCHOOL.uid)


def test_the_newest_year_comes_first_and_a_unit_before_its_people(database: Database) -> None:
    rated = [
        Rating(person_uid=HOA.uid, year=2023, rating="GOOD"),
        Rating(person_uid=AN.uid, year=2023, rating="GOOD"),
        Rating(unit_uid=SCHOOL.uid, year=2023, rating="GOOD"),
        Rating(unit_uid=OFFICE.uid, year=2023, rating="DONE"),
        Rating(person_uid=HOA.uid, year=2024, rating="GOOD"),
    ]
    with database.write("Nhập") as step:
        step.put([SCHOOL, OFFICE, HOA, AN, *rated])
    with database.read() as connection:
        rows = RATINGS.rows(connection, RATINGS.find(connection, Query()))
        by_name = RATINGS.find(connection, Query(order=(Order("full_name"),)))
        good = Query(filters=(Filter("rating", "GOOD", "is"), Filter("full_name", "hoa")))
        assert RATINGS.count(connection, good) == 2
    assert [(row.year, row.unit, row.full_name) for row in rows] == [
        (2024, "Trường Sơn Ca", "Y Hoa"),
        (2023, "Phòng Nội vụ", ""),
        (2023, "Trường Sơn Ca", ""),
        (2023, "Trường Sơn Ca", "Đinh An"),
        (2023, "Trường Sơn Ca", "Y Hoa"),
    ]
    assert by_name[2] == rated[1].uid


def test_an_initiative_is_found_by_words_of_title_and_author_without_marks(
    database: Database,
) -> None:
    books = Initiative(title="Góc sách của lớp", authors="Y Hoa", year=2023)
    other = Initiative(title="Góc sách", authors="A Tik", year=2022)
    with database.write("Nhập") as step:
        step.put([books, other])
    with database.read() as connection:
        assert INITIATIVES.find(connection, Query("hoa goc")) == [books.uid]
        assert INITIATIVES.find(connection, Query("goc sach")) == [books.uid, other.uid]
        assert INITIATIVES.find(connection, Query("goc sach", year=2022)) == [other.uid]
        assert INITIATIVES.count(connection, Query("voi")) == 0
