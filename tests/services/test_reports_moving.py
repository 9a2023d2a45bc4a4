"""Prose of one period reads rightly in the next."""

import pytest

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.reports_moving import moved


def half(year: int, half: int) -> Report:
    first, last = ("01-01", "06-30") if half == 1 else ("07-01", "12-31")
    from_to = (f"{year}-{first}", f"{year}-{last}")
    return Report(year=year, half=half, period_from=from_to[0], period_to=from_to[1])


def year(number: int) -> Report:
    return Report(
        kind="year", year=number, period_from=f"{number}-01-01", period_to=f"{number}-12-31"
    )


def words(body: str, old: Report, new: Report) -> str:
    return moved([Block(body=body)], old, new)[0].body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kết quả 6 tháng đầu năm 2024", "Kết quả 6 tháng cuối năm 2024"),
        ("NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024", "NHIỆM VỤ 6 THÁNG ĐẦU NĂM 2025"),
        ("trong 06 tháng đầu năm đã", "trong 06 tháng cuối năm đã"),
        ("nhiệm vụ 6 tháng cuối năm", "nhiệm vụ 6 tháng đầu năm 2025"),
        ("Kế hoạch năm 2024", "Kế hoạch năm 2024"),
        ("từ 01/01/2024 đến 30/6/2024", "từ 01/07/2024 đến 31/12/2024"),
        ("đến ngày 30 tháng 6 năm 2024", "đến ngày 31 tháng 12 năm 2024"),
    ],
)
def test_the_first_half_becomes_the_second(body: str, expected: str):
    assert words(body, half(2024, 1), half(2024, 2)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("6 tháng cuối năm 2024", "6 tháng đầu năm 2025"),
        ("nhiệm vụ 6 tháng đầu năm 2025", "nhiệm vụ 6 tháng cuối năm 2025"),
        ("Kế hoạch năm 2024", "Kế hoạch năm 2025"),
        ("năm học 2024-2025", "năm học 2025-2026"),
    ],
)
def test_the_second_half_becomes_the_first_of_the_next_year(body: str, expected: str):
    assert words(body, half(2024, 2), half(2025, 1)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kết quả năm 2024, nhiệm vụ năm 2025", "Kết quả năm 2025, nhiệm vụ năm 2026"),
        ("Nghị quyết ra đời năm 2019", "Nghị quyết ra đời năm 2019"),
        ("ban hành ngày 15/6/2024", "ban hành ngày 15/6/2024"),
        ("trong tháng 3 năm 2024", "trong tháng 3 năm 2024"),
        ("Nghị định số 98/2023/NĐ-CP", "Nghị định số 98/2023/NĐ-CP"),
        ("Đã làm<fn>Kế hoạch năm 2024</fn> năm 2024", "Đã làm<fn>Kế hoạch năm 2024</fn> năm 2025"),
    ],
)
def test_a_year_moves_and_facts_of_the_past_stay(body: str, expected: str):
    assert words(body, year(2024), year(2025)) == expected


def test_a_period_skipped_is_moved_over():
    assert words("6 tháng đầu năm 2023", half(2023, 1), half(2024, 2)) == "6 tháng cuối năm 2024"


def test_moved_blocks_are_new_ones():
    block = Block(owner_uid="old", kind="heading", depth=2, number="1.", body="Kết quả")
    (new,) = moved([block], year(2024), year(2025))
    assert (new.uid != block.uid, new.owner_uid, new.number, new.depth) == (True, "", "1.", 2)
