"""Tasks taken over into another year: days within their quarter, years that words speak of."""

import pytest

from thidua_desktop.domain.plans import PlanTask, TaskUnit
from thidua_desktop.domain.taking_over import moved_day, moved_words, taken


@pytest.mark.parametrize(
    ("day", "quarter", "moved"),
    [
        ("2024-03-15", 1, "2025-03-15"),
        ("2024-06-15", 2, "2025-06-15"),  # A Sunday in 2025: it stays.
        ("2024-02-29", 1, "2025-02-28"),
        ("2025-01-10", 4, "2025-12-31"),
        ("2023-12-20", 1, "2025-01-01"),
        ("", 1, ""),
    ],
)
def test_a_day_is_moved_by_a_year_and_kept_in_its_quarter(
    day: str, quarter: int, moved: str
) -> None:
    assert moved_day(day, (2024, 2025), quarter) == moved


def test_a_leap_day_comes_back_after_four_years() -> None:
    assert moved_day("2024-02-29", (2024, 2028), 1) == "2028-02-29"


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("Sơ kết 6 tháng đầu năm 2024.", "Sơ kết 6 tháng đầu năm 2025."),
        ("Tổng kết năm học 2023-2024", "Tổng kết năm học 2024-2025"),
        ("Khen thưởng kế hoạch năm 2023", "Khen thưởng kế hoạch năm 2024"),
        ("Nghị định 98/2023/NĐ-CP", "Nghị định 98/2023/NĐ-CP"),
        ("Từ năm 1994 đến nay", "Từ năm 1994 đến nay"),
        ("Kế hoạch ngày 12 tháng 3 năm 2024", "Kế hoạch ngày 12 tháng 3 năm 2024"),
        ("trước tháng 12 năm 2024", "trước tháng 12 năm 2025"),
        ("giai đoạn 2021-2025", "giai đoạn 2021-2025"),
    ],
)
def test_years_that_words_speak_of_are_moved_and_no_others(words: str, moved: str) -> None:
    assert moved_words(words, (2024, 2025)) == moved


def test_what_was_done_and_proved_is_not_taken() -> None:
    source = PlanTask(
        body="Ký giao ước", state="done", proof="Báo cáo 12/BC-PNV", done_on="2024-02-01"
    )
    task = taken(source, (), (2024, 2025)).task
    assert (task.state, task.proof, task.done_on) == ("todo", "", "")
    assert task.uid != source.uid


def test_a_day_that_was_only_the_quarters_end_is_it_again() -> None:
    source = PlanTask(body="Sơ kết", quarter=1, due="2023-03-31", is_due_derived=True)
    task = taken(source, (), (2023, 2024)).task
    assert (task.due, task.is_due_derived) == ("2024-03-31", True)


def test_units_come_along_under_the_new_task() -> None:
    unit = TaskUnit(task_uid="old", unit_name="Phòng Nội vụ", role="advise")
    found = taken(PlanTask(body="Sơ kết"), (unit,), (2024, 2025))
    [part] = found.units
    assert (part.unit_name, part.role, part.task_uid) == (
        "Phòng Nội vụ",
        "advise",
        found.task.uid,
    )
    assert part.uid != unit.uid


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("Tổng kết năm học 2023-2024; tiếp tục năm 2024", ()),
        ("Thực hiện giai đoạn 2020-2024", ("2024",)),
        ("Theo Nghị định 98/2023/NĐ-CP", ()),
        ("Hội nghị 2024 và 2023", ("2024", "2023")),
    ],
)
def test_years_left_in_the_words_are_named(body: str, years: tuple[str, ...]) -> None:
    assert taken(PlanTask(body=body), (), (2024, 2025)).old_years == years


def test_what_was_dropped_is_not_taken_unless_asked() -> None:
    assert not taken(PlanTask(body="Sơ kết", state="dropped"), (), (2024, 2025)).is_usual
    assert taken(PlanTask(body="Sơ kết", state="todo"), (), (2024, 2025)).is_usual
