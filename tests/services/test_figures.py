"""What the fields of a report count, and how they say it."""

import pytest

from tests.factory import award, to_collective
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.figures import Period, read_figure, words_of
from thidua_desktop.services.services import Services

HALF = Period("2024-01-01", "2024-06-30")


def count(services: Services, name: str, first: str = HALF.first, last: str = HALF.last) -> str:
    """Return what the field *name* shows for a report of that period."""
    report = Report(year=int(last[:4]), period_from=first, period_to=last)
    return services.reports.figures(report, [name]).get(name, "")


def decided(services: Services, date: str, **known: object) -> None:
    """Store an award of the district decided on *date*."""
    services.awards.save(award(decision_date=date, **known))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("awards.province.collective", "02"),
        ("awards.province.person", "05"),
        ("awards.district.collective", "92"),
        ("awards.district.person", "226"),
        ("awards.district.advanced_labor_collective.collective", "16"),
        ("awards.district.advanced_worker.person", "96"),
        ("awards.district.grassroots_emulation_fighter.person", "15"),
        ("awards.district.merit_district.collective", "76"),
        ("awards.district.merit_district.person", "115"),
        ("council.members", "13"),
        ("council.chairs", "01"),
        ("council.vice_chairs", "03"),
        ("council.others", "09"),
        ("council.secretaries", "01"),
        ("units.school", "31"),
        ("units.commune", "12"),
        ("plan.tasks", "11"),
        ("plan.tasks.q1", "04"),
    ],
)
def test_the_sample_counts_as_the_real_report_did(sample: Services, name: str, shown: str) -> None:
    assert count(sample, name) == shown


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2023-12-31", "00"),
        ("2024-01-01", "01"),
        ("2024-01", "01"),
        ("2024-06-30", "01"),
        ("2024-06", "01"),
        ("2024-07-01", "00"),
        ("2024", "00"),
    ],
)
def test_awards_count_by_the_date_of_their_decision(
    services: Services, date: str, shown: str
) -> None:
    decided(services, date)
    assert count(services, "awards.district.person") == shown


def test_a_year_counts_decisions_of_which_only_the_year_is_known(services: Services) -> None:
    decided(services, "2024")
    assert count(services, "awards.person", "2024-01-01", "2024-12-31") == "01"


def test_a_revoked_award_counts_no_more(services: Services) -> None:
    decided(services, "2024-02-01", nature="revoked")
    assert count(services, "awards.person") == "00"


def test_enterprises_and_communes_count_as_collectives(services: Services) -> None:
    for kind in ("enterprise", "commune", "collective"):
        recipient = to_collective().__class__(kind=kind, name="Xã Đắk Lua")
        decided(services, "2024-02-01", recipient=recipient)
    assert count(services, "awards.collective") == "03"


@pytest.mark.parametrize(
    "name",
    ["", "awards", "awards.moon.person", "awards.district.x.y.person", "council.cat", "plan.days",
     "plan.tasks.q5", "units.moon", "plan_tasks", "weather.rain"],
)  # fmt: skip
def test_a_name_that_counts_nothing_is_left_out(services: Services, name: str) -> None:
    assert read_figure(name) is None
    assert count(services, name) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "awards.district.advanced_worker.person",
            "Số lượt cá nhân được khen cấp huyện, “LĐTT”, theo ngày quyết định "
            "từ ngày 01/01/2024 đến ngày 30/06/2024",
        ),
        (
            "awards.state.collective",
            "Số lượt tập thể được khen cấp Nhà nước, theo ngày quyết định "
            "từ ngày 01/01/2024 đến ngày 30/06/2024",
        ),
        ("council.members", "Số thành viên Hội đồng vào ngày 30/06/2024"),
        ("units.school", "Số đơn vị loại “Trường học” vào ngày 30/06/2024"),
        ("plan.tasks.done", "Số nhiệm vụ “Đã xong” của kế hoạch năm 2024"),
        ("plan.tasks.q3", "Số nhiệm vụ quý 3 của kế hoạch năm 2024"),
    ],
)
def test_a_figure_says_in_words_what_it_counts(name: str, words: str) -> None:
    figure = read_figure(name)
    assert figure is not None
    assert words_of(figure, HALF, lambda _: "LĐTT") == words
