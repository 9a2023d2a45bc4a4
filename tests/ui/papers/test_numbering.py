"""Numbers of sections: taken off what was typed, and following those above."""

import pytest

from thidua_desktop.ui.papers.numbering import heading_after, shifted, typed
from thidua_desktop.ui.papers.prose import Manner


@pytest.mark.parametrize(
    ("line", "manner", "length"),
    [
        ("II. KẾT QUẢ", Manner("heading", 1, "II."), 4),
        ("1. Phong trào", Manner("heading", 2, "1."), 3),
        ("1.2. Kết quả", Manner("heading", 3, "1.2."), 5),
        ("- Cấp tỉnh", Manner("bullet", 0, "-"), 2),
    ],
)
def test_what_a_line_begins_with_says_what_it_is(line: str, manner: Manner, length: int):
    assert typed(line) == (manner, length)


@pytest.mark.parametrize(
    "line", ["Trong năm 2024", "2024. Đó là năm", "I.", "V-A-C", "xem mục 1. "]
)
def test_prose_begins_with_no_number(line: str):
    assert typed(line) is None


def test_a_chapter_follows_the_last_one():
    above = [Manner("heading", 1, "I."), Manner("heading", 2, "1."), Manner()]
    assert heading_after(above, 1) == Manner("heading", 1, "II.")


def test_sections_count_anew_in_each_chapter():
    above = [Manner("heading", 1, "I."), Manner("heading", 2, "1."), Manner("heading", 1, "II.")]
    assert heading_after(above, 2) == Manner("heading", 2, "1.")


def test_a_section_below_carries_the_number_above():
    above = [Manner("heading", 2, "3."), Manner("heading", 3, "3.1."), Manner()]
    assert heading_after(above, 3) == Manner("heading", 3, "3.2.")


@pytest.mark.parametrize(
    ("manner", "by", "deeper"),
    [
        (Manner(), 1, Manner("bullet", 0, "-")),
        (Manner("bullet", 0, "-"), 1, Manner("bullet", 0, "+")),
        (Manner("bullet", 0, "+"), 1, Manner("bullet", 0, "+")),
        (Manner("bullet", 0, "-"), -1, Manner()),
        (Manner("heading", 1, "I."), -1, Manner("heading", 1, "I.")),
        (Manner("heading", 2, "3."), 1, Manner("heading", 3, "1.1.")),
        (Manner("paragraph", 4, "a)"), 1, Manner("paragraph", 4, "a)")),
    ],
)
def test_a_level_deeper_or_higher(manner: Manner, by: int, deeper: Manner):
    above = [Manner("heading", 1, "I."), Manner("heading", 2, "1.")]
    assert shifted(manner, above, by) == deeper
