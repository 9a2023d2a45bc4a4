"""Numbers that the office sets itself, its days off, and its last day for handing in."""

import pytest

from tests.factory import again
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.services.parameters import Written, submit_day
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring

SHARE = "grassroots_fighter_share"


def test_what_the_law_leaves_open_is_listed_with_its_default(services: Services) -> None:
    found = {one.law.id: (one.value, one.is_set) for one in services.parameters.all()}
    assert found["appraisal_days"] == (20, False)
    assert found[SHARE] == (None, False)


def test_a_number_of_the_office_travels_with_the_file(services: Services, wires: Wiring) -> None:
    services.parameters.set(SHARE, 15)
    opened = again(services, wires)
    assert opened.parameters.value(SHARE) == 15
    opened.file.close()


def test_a_default_can_be_switched_off(services: Services) -> None:
    services.parameters.set("appraisal_days", 0)
    assert services.parameters.value("appraisal_days") is None


def test_a_setting_is_undone_like_anything_else(services: Services) -> None:
    services.parameters.set(SHARE, 15)
    services.history.undo()
    assert services.parameters.value(SHARE) is None


def test_of_whom_a_share_is_looked_at_is_one_of_three(services: Services) -> None:
    assert services.parameters.share_scope() == "whole"
    services.parameters.set_share_scope("both")
    assert services.parameters.share_scope() == "both"
    with pytest.raises(RuleError, match="không có trong danh sách"):
        services.parameters.set_share_scope("province")


def test_days_off_are_kept_as_dates(services: Services) -> None:
    services.parameters.set_holidays("30/4, 1/5\n29/01/2025")
    assert services.parameters.holidays() == {"04-30", "05-01", "2025-01-29"}


@pytest.mark.parametrize("text", ["31/13", "tết"])
def test_a_day_off_that_is_none_is_refused(services: Services, text: str) -> None:
    with pytest.raises(RuleError, match="không phải một ngày"):
        services.parameters.set_holidays(text)


def test_a_share_above_a_hundred_is_refused(services: Services) -> None:
    with pytest.raises(RuleError, match="từ 0 đến 100 %"):
        services.parameters.set("grassroots_fighter_share", 115)


def test_the_office_sets_its_last_day_for_handing_in(services: Services) -> None:
    services.parameters.set_submit_by("15/12")
    assert submit_day(services.parameters.submit_by(), 2024) == "2024-12-15"
    services.parameters.set_submit_by("15/01 năm sau")
    assert submit_day(services.parameters.submit_by(), 2024) == "2025-01-15"
    services.parameters.set_submit_by("")
    assert submit_day(services.parameters.submit_by(), 2024) == ""


def test_all_of_it_is_written_as_it_was_and_kept_as_one_step(services: Services) -> None:
    wanted = Written(
        numbers={**services.parameters.written().numbers, SHARE: 15, "appraisal_days": 0},
        share_scope="both",
        holidays="30/4, 29/1/2025",
        submit_by="15/1 năm sau",
    )
    services.parameters.keep(wanted)
    assert services.parameters.value(SHARE) == 15
    assert services.parameters.value("appraisal_days") is None
    assert services.parameters.written() == wanted
    services.history.undo()
    assert services.parameters.written().share_scope == "whole"
    assert services.parameters.value(SHARE) is None


def test_every_field_that_is_wrong_is_told_at_once(services: Services) -> None:
    wanted = Written(numbers={SHARE: 101}, holidays="31/13", submit_by="tháng Giêng")
    with pytest.raises(RuleError) as told:
        services.parameters.keep(wanted)
    assert [one.field for one in told.value.problems] == [SHARE, "holidays", "submit_by"]


def test_keeping_what_was_there_writes_nothing(services: Services) -> None:
    services.parameters.set(SHARE, 15)
    changed = services.parameters.keep(services.parameters.written())
    assert not changed.rows
