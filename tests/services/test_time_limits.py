"""The days a dossier still has: by its limit, by its own number of days, by a set day."""

from dataclasses import replace

from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services

DOSSIER = Dossier(
    unit_name="Phòng Giáo dục", year=2024, received="2024-06-14", procedure="appraisal_days"
)


def left(services: Services, dossier: Dossier) -> TimeLeft | None:
    services.dossiers.save(dossier)
    return services.dossiers.left(dossier.uid)


def words(services: Services, dossier: Dossier) -> str:
    found = left(services, dossier)
    return found.words if found else ""


def test_a_new_dossier_runs_under_the_limit_of_the_office(services: Services) -> None:
    assert services.dossiers.new().procedure == "appraisal_days"
    found = left(services, DOSSIER)
    assert found
    assert (found.due, found.words) == ("2024-07-12", "còn 10 ngày làm việc")
    assert (found.article, found.is_verified) == ("Luật 06/2022/QH15 khoản 6 Điều 84", False)


def test_the_office_sets_its_own_limit_and_goes_back(services: Services) -> None:
    services.parameters.set("appraisal_days", 10)
    assert words(services, DOSSIER) == "quá hạn 2 ngày"
    services.parameters.set("appraisal_days", None)
    assert words(services, DOSSIER) == "còn 10 ngày làm việc"


def test_a_limit_of_the_law_holds_where_the_dossier_names_it(services: Services) -> None:
    dossier = replace(DOSSIER, procedure="cultural_decision", received="2024-06-25")
    assert words(services, dossier) == "còn 5 ngày"


def test_days_of_the_dossier_itself_stand_in_for_those_of_the_limit(services: Services) -> None:
    assert words(services, replace(DOSSIER, days=12)) == "còn 2 ngày làm việc"


def test_a_day_set_by_the_officer_holds_before_any_limit(services: Services) -> None:
    assert words(services, replace(DOSSIER, due="2024-07-03")) == "còn 3 ngày"


def test_a_day_off_of_the_office_moves_the_last_day(services: Services) -> None:
    services.parameters.set_holidays("2/7, 03/07/2024")
    found = left(services, DOSSIER)
    assert found
    assert found.due == "2024-07-16"


def test_a_settled_dossier_and_one_sent_back_have_no_days_left(services: Services) -> None:
    assert left(services, replace(DOSSIER, state="approved")) is None
    assert left(services, replace(DOSSIER, state="returned", reason="Thiếu")) is None


def test_days_count_anew_when_a_returned_dossier_comes_in_again(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    services.dossiers.set_state(DOSSIER.uid, "returned", "Thiếu", date="2024-06-20")
    services.dossiers.set_state(DOSSIER.uid, "submitted", date="2024-06-28")
    found = services.dossiers.left(DOSSIER.uid)
    assert found
    assert found.due == "2024-07-26"


def test_a_dossier_without_a_limit_is_not_counted(services: Services) -> None:
    assert left(services, replace(DOSSIER, procedure="")) is None


def test_the_overview_tells_the_days_of_waiting_dossiers(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    told = services.overview.of(2024)
    assert [told.left[one.uid].words for one in told.open_dossiers] == ["còn 10 ngày làm việc"]
    assert told.late_dossiers == []
