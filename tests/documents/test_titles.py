"""Titles are broken where a typist would break them."""

import pytest

from thidua_desktop.documents.titles import title_lines


@pytest.mark.parametrize(
    ("title", "room", "broken"),
    [
        ("Sổ khen thưởng năm 2024", 40, ["Sổ khen thưởng năm 2024"]),
        (
            "Triển khai công tác thi đua, khen thưởng trên địa bàn huyện Đắk Mây năm 2024",
            60,
            ["Triển khai công tác thi đua, khen thưởng", "trên địa bàn huyện Đắk Mây năm 2024"],
        ),
        (
            "Kết quả 6 tháng đầu năm; phương hướng, nhiệm vụ 6 tháng cuối năm",
            50,
            ["Kết quả 6 tháng đầu năm;", "phương hướng, nhiệm vụ 6 tháng cuối năm"],
        ),
        ("ỦY BAN NHÂN DÂN HUYỆN ĐẮK MÂY", 20, ["ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK MÂY"]),
        (
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2024",
            40,
            ["DANH SÁCH TẬP THỂ, CÁ NHÂN", "ĐƯỢC TẶNG GIẤY KHEN NĂM 2024"],
        ),
        ("Tặng Giấy khen cho ông Lê Thanh Sơn", 28, ["Tặng Giấy khen", "cho ông Lê Thanh Sơn"]),
    ],
)
def test_no_phrase_number_or_name_is_torn(title, room, broken):
    assert title_lines(title, room, len) == broken


def test_one_more_line_is_better_than_a_torn_phrase():
    title = (
        "Tổng kết công tác thi đua, khen thưởng năm 2024 "
        "và phương hướng, nhiệm vụ công tác thi đua, khen thưởng năm 2025"
    )
    assert title_lines(title, 58, len) == [
        "Tổng kết công tác thi đua, khen thưởng năm 2024",
        "và phương hướng, nhiệm vụ công tác",
        "thi đua, khen thưởng năm 2025",
    ]


def test_blanks_for_the_pen_stay_as_wide_as_they_are():
    assert title_lines("Số:      /BC-UBND", 20, len) == ["Số:      /BC-UBND"]


def test_a_word_that_does_not_fit_has_a_line_to_itself():
    assert title_lines("a bbbbbbbbbb c", 5, len) == ["a", "bbbbbbbbbb", "c"]


def test_a_long_title_keeps_every_word_in_as_few_lines_as_fit():
    title = "Một hai ba bốn năm sáu bảy tám chín mười " * 12
    lines = title_lines(title.strip(), 60, len)
    assert " ".join(lines) == title.strip()
    assert max(map(len, lines)) <= 60
    assert len(lines) <= len(title) / 60 + 2


def test_nothing_is_one_empty_line():
    assert title_lines("", 10, len) == [""]
