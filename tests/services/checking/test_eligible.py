"""Who of the file meets a title already, and with what."""

from tests.services.checking.conftest import CSTDCS, LDTT, Checking
from thidua_desktop.domain.merits import Initiative, UnitYear

PROVINCIAL = "provincial_emulation_fighter"


def names(checking: Checking, title: str, recipient: str = "person") -> list[tuple[str, str]]:
    found = checking.services.checks.eligible(title, recipient, 2024)
    return [(one.name, one.checked.verdict) for one in found]


def test_only_those_whose_years_are_unbroken_are_found(checking: Checking) -> None:
    ready, open_, broken = (checking.person(name) for name in ("Y Hoa", "A Tik", "Y Sương"))
    checking.awarded(ready, CSTDCS, 2022, 2023, 2024)
    checking.awarded(open_, CSTDCS, 2022, 2023, 2024)
    checking.awarded(broken, CSTDCS, 2021, 2022, 2024)
    checking.put(
        Initiative(title="Sân chơi", scope="province", year=2024, person_uid=ready.person_uid)
    )
    assert names(checking, PROVINCIAL) == [("Y Hoa", "eligible"), ("A Tik", "needs_review")]


def test_who_has_the_title_of_that_year_is_left_out(checking: Checking) -> None:
    one, two = checking.person("Y Hoa"), checking.person("A Tik")
    for person in (one, two):
        checking.rated(person, "GOOD", 2024)
    checking.awarded(one, LDTT, 2024)
    (found,) = checking.services.checks.eligible("advanced_worker", "person", 2024)
    assert (found.name, found.unit) == ("A Tik", "Trường Tiểu học Sơn Ca")


def test_collectives_are_found_by_their_ratings_and_members(checking: Checking) -> None:
    school = checking.collective()
    checking.rated(school, "GOOD", 2024)
    checking.put(
        UnitYear(unit_uid=checking.unit.uid, year=2024, members=10, advanced=8, disciplined=0)
    )
    assert names(checking, "advanced_labor_collective", "collective") == [
        ("Trường Tiểu học Sơn Ca", "eligible")
    ]


def test_a_title_without_a_rule_finds_nobody(checking: Checking) -> None:
    checking.rated(checking.person(), "EXCELLENT", 2024)
    assert names(checking, "merit_district") == []
