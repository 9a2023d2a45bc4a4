"""Registrations of a year, and the list of those who have not sent any."""

from pathlib import Path

import docx
import pytest

from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.movements import Pledge
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services


def names(services: Services, kind: str) -> list[str]:
    query = Query(filters=(Filter("kind", kind, "is"),))
    return [row.name for row in services.units.rows_of(query)]


def enter(services: Services, units: list[str]) -> None:
    edits = [
        Edit(new_uid(), {"unit_name": name, "title_text": "Tập thể lao động xuất sắc"}, is_new=True)
        for name in units
    ]
    assert not services.pledges.edit(edits, year=2024).refused


@pytest.fixture
def waiting(sample: Services) -> list[str]:
    """All but four of the schools and one of the communes have registered; their names."""
    schools, communes = names(sample, "school"), names(sample, "commune")
    enter(sample, [*schools[4:], *communes[1:]])
    return [communes[0], *schools[:4]]


def test_those_who_have_not_sent_are_named(sample: Services, waiting: list[str]) -> None:
    told = sample.pledges.returns(2024)
    assert [unit.name for unit in told.waiting] == waiting
    assert told.sent == 27 + 11
    assert sample.pledges.sent() == {2024: 38}


def test_the_list_to_remind_by_has_exactly_them(
    sample: Services, waiting: list[str], tmp_path: Path
) -> None:
    path = sample.exporting.not_pledged_paper(tmp_path / "nhac.docx", 2024)
    tables = docx.Document(str(path)).tables
    table = next(t for t in tables if len(t.columns) == 3)
    cells = [row.cells[1].text for row in table.rows]
    assert [cell for cell in cells if cell in waiting] == waiting
    assert len([row for row in table.rows if row.cells[0].text.strip(". ").isdigit()]) == 5


def test_a_name_in_short_is_linked_to_its_unit(services: Services) -> None:
    unit = services.units.new(name="Ủy ban nhân dân xã Đắk Ring", kind="commune")
    services.units.save(unit)
    draft = services.pledges.new(unit_name="Xã Đăk Ring", title_text="Cờ thi đua")
    services.pledges.save(draft)
    assert services.pledges.get(draft.uid).unit_uid == unit.uid


def test_the_same_registration_twice_is_refused(services: Services) -> None:
    known = {"unit_name": "Xã A", "title_text": "Cờ thi đua", "year": 2024}
    services.pledges.save(Pledge(**known))  # type: ignore[arg-type]
    with pytest.raises(RuleError, match="đã đăng ký “Cờ thi đua” năm 2024"):
        services.pledges.save(Pledge(**known))  # type: ignore[arg-type]


def test_rows_are_found_by_words_without_marks(services: Services) -> None:
    services.pledges.save(services.pledges.new(unit_name="Xã A", title_text="Cờ thi đua"))
    assert services.pledges.count(Query(text="co thi dua")) == 1
    assert services.pledges.count(Query(text="bang khen")) == 0
