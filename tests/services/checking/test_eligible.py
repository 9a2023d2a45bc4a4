"""Who of the file meets a title already, and with what."""

from pathlib import Path

import openpyxl

from tests.services.checking.conftest import CSTDCS, LDTT, Checking
from thidua_desktop.domain.listing import Query
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


def test_those_chosen_are_put_forward_as_one_step(checking: Checking) -> None:
    services = checking.services
    for name in ("Y Hoa", "A Tik"):
        checking.rated(checking.person(name), "GOOD", 2024)
    found = services.checks.eligible("advanced_worker", "person", 2024)
    changed = services.nominations.propose(found, "advanced_worker", "person", 2024)
    made = services.nominations.get_many(services.nominations.find(Query()))
    assert {one.recipient.name for one in made} == {"Y Hoa", "A Tik"}
    assert {(one.title_text, one.year, one.state) for one in made} == {(LDTT, 2024, "draft")}
    assert {one.recipient.person_uid for one in made} == {one.person_uid for one in found}
    assert changed.step is not None
    services.history.undo()
    assert services.nominations.find(Query()) == []


def test_who_meets_a_title_goes_into_a_workbook_with_the_reason(
    checking: Checking, tmp_path: Path
) -> None:
    services = checking.services
    checking.rated(checking.person("Y Hoa"), "GOOD", 2024)
    found = services.checks.eligible("advanced_worker", "person", 2024)
    path = services.exporting.eligible(tmp_path / "du.xlsx", found, ["Năm 2024"])
    workbook = openpyxl.load_workbook(path)
    rows = workbook.worksheets[0].iter_rows(values_only=True)
    cells = {str(value) for row in rows for value in row}
    workbook.close()
    assert {"Y Hoa", "Đủ điều kiện", found[0].why} <= cells
