"""How typed words become stored words."""

import pytest

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.people import Person
from thidua_desktop.services.tidying import Words, headed, tidied, with_dates


def test_lines_of_prose_stay_lines() -> None:
    office = Office(name="UBND  huyện", recipients="Sở  Nội vụ;\r\nLưu: VT.\n")
    assert tidied(office).name == "UBND huyện"
    assert tidied(office).recipients == "Sở Nội vụ;\nLưu: VT."


def test_the_cells_of_a_table_stay_apart() -> None:
    block = Block(kind="table", body="TT\tNội  dung\n1\t Sơ kết")
    assert tidied(block).body == "TT\tNội dung\n1\tSơ kết"


def test_what_is_tidy_stays_the_same_value() -> None:
    person = Person(full_name="Y Hoa")
    assert tidied(person) is person


def test_a_date_that_is_none_stays_as_typed_beside_its_problem() -> None:
    person, problems = with_dates(Person(full_name="Y Hoa", birth="31/02/1988"), "birth")
    assert person.birth == "31/02/1988"
    assert [problem.field for problem in problems] == ["birth"]


def test_the_date_of_a_frame_is_named_by_its_place() -> None:
    _, problems = headed(Heading(date="mai"))
    assert [problem.field for problem in problems] == ["heading.date"]


@pytest.mark.parametrize(
    ("added", "edited", "label"),
    [(1, 0, "Thêm người"), (3, 0, "Thêm 3 người"), (0, 1, "Sửa người"), (0, 2, "Sửa 2 người"),
     (2, 1, "Cất 3 người")],
)  # fmt: skip
def test_a_step_says_what_was_done(added: int, edited: int, label: str) -> None:
    assert Words("người").saved(added, edited) == label
