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


def test_who_has_the_title_or_is_put_forward_is_told_and_comes_last(checking: Checking) -> None:
    held, proposed, free = (checking.person(name) for name in ("Y Hoa", "Y Blan", "A Tik"))
    for person in (held, proposed, free):
        checking.rated(person, "GOOD", 2024)
    checking.awarded(held, LDTT, 2024)
    checking.proposed(proposed, LDTT)
    found = checking.services.checks.eligible("advanced_worker", "person", 2024)
    assert found[0].name == "A Tik"
    assert {(one.name, one.has_it, one.is_proposed) for one in found} == {
        ("A Tik", False, False),
        ("Y Blan", False, True),
        ("Y Hoa", True, False),
    }


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
