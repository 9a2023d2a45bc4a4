"""The period of a report, guessed from its subject."""

import pytest

from thidua_desktop.documents.reading.period import kind_and_half, year_of


@pytest.mark.parametrize(
    ("subject", "kind", "half"),
    [
        ("Sơ kết 6 tháng đầu năm; nhiệm vụ 6 tháng cuối năm 2031", "half_year", 1),
        ("Kết quả trồng rừng 06 tháng cuối năm 2031", "half_year", 2),
        ("Tổng kết công tác trồng rừng năm 2031", "year", 0),
        ("Báo cáo tổng kết 10 năm thực hiện Chỉ thị số 5", "multi_year", 0),
        ("Tổng kết phong trào giai đoạn 2021-2025", "multi_year", 0),
        ("Kiểm kê cây giống", "other", 0),
    ],
)
def test_the_subject_names_kind_and_half(subject, kind, half):
    assert kind_and_half(subject) == (kind, half)


@pytest.mark.parametrize(
    ("subject", "date", "text", "year"),
    [
        ("Sơ kết năm 2031", "2030-12-30", [], 2031),
        ("Thực hiện Kế hoạch ngày 30/9/2014", "2031-01-05", [], 2031),
        ("Trồng rừng", "", ["Họp.", "Văn bản ngày 5 tháng 6 năm 2030"], 2030),
        ("Trồng rừng", "", [], 0),
    ],
)
def test_the_year_is_that_of_subject_then_date_then_text(subject, date, text, year):
    assert year_of(subject, date, text) == year
