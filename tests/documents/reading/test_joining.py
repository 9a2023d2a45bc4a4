"""Broken paragraphs and tables become whole, and no word is lost or moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.documents.reading.joining import join_broken
from thidua_desktop.documents.reading.source import (
    Grid,
    Item,
    Line,
    cell_words,
    line_of,
    markup_of,
    tidy,
    words_of,
)
from thidua_desktop.documents.reading.text import items_of


def _joined(text: str) -> list[str]:
    return [markup_of(i) for i in join_broken(items_of(text.splitlines())) if isinstance(i, Line)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Các xã tổ chức trồng", "rừng phòng hộ."),
        ("- Giữ vững quốc phòng,", "an ninh trên địa bàn."),
        ("Học tập “*tấm gương sáng*”", "và làm theo."),
        ("**1.** Tổ chức ký kết", "giao ước thi đua."),
        ("Sơ kết (quý I)", "trong tháng Ba."),
    ],
)
def test_a_paragraph_goes_on_in_lower_case(first, second):
    assert len(_joined(f"{first}\n\n{second}")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Đã xong.", "việc tiếp theo."),
        ("Gồm các việc:", "trồng cây"),
        ("Trồng cây;", "làm đường"),
        ("Chăm sóc người nghèo....", "còn nữa"),
        ("Chỉ tiêu “đạt chuẩn.”", "tiếp theo"),
        ("Các xã tổ chức", "Trồng rừng."),
        ("Nội dung công tác", "a) trồng rừng"),
        ("Nội dung công tác", "- trồng rừng"),
        ("## Mục đích", "để trồng rừng"),
        ("**Mục đích**", "để trồng rừng"),
    ],
)
def test_what_is_whole_is_not_joined(first, second):
    assert len(_joined(f"{first}\n\n{second}")) == 2


HEAD = "TT\tNội dung\tĐơn vị"


def _tables(text: str) -> list[list[list[str]]]:
    grids = [item for item in join_broken(items_of(text.splitlines())) if isinstance(item, Grid)]
    return [[[cell_words(cell) for cell in row] for row in grid.rows] for grid in grids]


def test_a_table_goes_on_under_its_repeated_head():
    text = (
        f"{HEAD}\n1\tTrồng cây\tXã A\n\n<b>TT</b>\t<b>Nội dung</b>\t<b>Đơn vị</b>\n2\tĐường\tXã B"
    )
    assert _tables(text) == [
        [["TT", "Nội dung", "Đơn vị"], ["1", "Trồng cây", "Xã A"], ["2", "Đường", "Xã B"]]
    ]


def test_a_head_repeated_within_a_table_is_left_out():
    text = f"{HEAD}\n1\tTrồng cây\tXã A\n{HEAD}\n2\tĐường\tXã B"
    assert [row[0] for row in _tables(text)[0]] == ["TT", "1", "2"]


def test_a_row_broken_between_pages_becomes_one():
    text = f"{HEAD}\n1\tTrồng cây ở\tXã A\n\n{HEAD}\n\tven đường.\t\n2\tĐường\tXã B"
    assert _tables(text)[0][1:] == [["1", "Trồng cây ở ven đường.", "Xã A"], ["2", "Đường", "Xã B"]]


def test_rows_alike_are_kept_when_a_table_goes_on():
    text = f"{HEAD}\n1\tTrồng cây\tXã A\n\n{HEAD}\n1\tTrồng cây\tXã A"
    assert len(_tables(text)[0]) == 3


def test_tables_of_other_heads_stay_apart():
    assert len(_tables(f"{HEAD}\n1\tTrồng cây\tXã A\n\nTT\tTên\tSố\n1\tA\t5")) == 2


_words = st.lists(
    st.sampled_from(
        ["xã", "Đắk", "trồng", "rừng,", "cây.", "2024", "“đẹp”", "a)", "-", "I.", "và"]
    ),
    min_size=1,
    max_size=6,
)
_lines = _words.map(lambda words: tidy(line_of(" ".join(words))))
_grids = st.lists(st.lists(_lines, min_size=2, max_size=2), min_size=1, max_size=3).map(
    lambda rows: Grid(tuple(tuple((line,) for line in row) for row in rows))
)


@settings(deadline=None)
@given(st.lists(st.one_of(_lines, _lines, _grids), max_size=12))
def test_joining_neither_loses_nor_moves_a_word(items):
    def words(of: list[Item]) -> list[str]:
        lines = (item for item in of if isinstance(item, Line))
        return [word for line in lines for word in words_of(line).split()]

    assert words(join_broken(items)) == words(items)


@settings(deadline=None)
@given(st.lists(st.one_of(_lines, _grids), max_size=12))
def test_joining_again_changes_nothing(items):
    once = join_broken(items)
    assert join_broken(once) == once
