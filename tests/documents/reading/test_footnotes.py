"""Footnotes go to their references, and what finds no partner stays and is told."""

from thidua_desktop.documents.reading.footnotes import anchor
from thidua_desktop.documents.reading.source import Line, Source, markup_of
from thidua_desktop.documents.reading.text import items_of


def _anchored(text: str) -> Source:
    return anchor(Source(items_of(text.splitlines())))


def _lines(text: str) -> list[str]:
    return [markup_of(item) for item in _anchored(text).items if isinstance(item, Line)]


def test_a_footnote_goes_to_its_reference():
    text = "Đã trồng 5 ha rừng<sup>1</sup>.\n\nHết.\n\n<sup>1</sup> Theo *thống kê* xã."
    assert _lines(text) == [
        "Đã trồng 5 ha rừng<fn>Theo <i>thống kê</i> xã.</fn>.",
        "Hết.",
    ]


def test_numbers_that_begin_again_on_each_page_keep_their_own_footnotes():
    text = "Một<sup>1</sup>.\n\n<sup>1</sup> a\n\nHai<sup>1</sup>.\n\n<sup>1</sup> b"
    assert _lines(text) == ["Một<fn>a</fn>.", "Hai<fn>b</fn>."]


def test_a_footnote_may_stand_before_its_reference():
    assert _lines("<sup>1</sup> a\n\nMột<sup>1</sup>.") == ["Một<fn>a</fn>."]


def test_a_second_reference_to_one_footnote_stays_a_raised_number():
    text = "Một<sup>1</sup> hai<sup>1</sup>.\n\n<sup>1</sup> a"
    assert _lines(text) == ["Một<fn>a</fn> hai¹."]
    assert len(_anchored(text).remarks) == 1


def test_a_reference_without_footnote_stays_and_is_told():
    text = "Một<sup>4</sup>."
    assert _lines(text) == ["Một⁴."]
    assert "chú thích số 4" in _anchored(text).remarks[0]


def test_a_footnote_without_reference_stays_a_paragraph_and_is_told():
    text = "Một.\n\n<sup>7</sup> Kế hoạch của xã."
    assert _lines(text) == ["Một.", "⁷ Kế hoạch của xã."]
    assert "số 7" in _anchored(text).remarks[0]


def test_square_metres_are_no_reference():
    text = "Rộng 300 m<sup>2</sup> và 5 km<sup>2</sup><sup>2</sup>.\n\n<sup>2</sup> Đo năm 2024."
    assert _lines(text) == ["Rộng 300 m² và 5 km²<fn>Đo năm 2024.</fn>."]


def test_a_reference_in_a_table_finds_its_footnote():
    (grid,) = _anchored("TT\tViệc<sup>1</sup>\tXã\n\n<sup>1</sup> a").items
    assert not isinstance(grid, Line)
    assert markup_of(grid.rows[0][1][0]) == "Việc<fn>a</fn>"


def test_footnotes_of_markdown_are_footnotes():
    assert _lines("Một[^1].\n\n[^1]: a") == ["Một<fn>a</fn>."]
