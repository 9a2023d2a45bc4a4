"""Text files to lines and grids: marks of markdown and HTML, tables by tabs, encodings."""

import pytest

from thidua_desktop.documents.reading.source import Grid, Line, markup_of, words_of
from thidua_desktop.documents.reading.text import items_of, read_text
from thidua_desktop.domain.errors import BadFile


def _lines(text: str) -> list[str]:
    return [markup_of(item) for item in items_of(text.splitlines()) if isinstance(item, Line)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Đậm** và *nghiêng*.", "<b>Đậm</b> và <i>nghiêng</i>."),
        ("***cả hai***", "<b><i>cả hai</i></b>"),
        ("<b>Đậm</b> và <i>nghiêng</i>", "<b>Đậm</b> và <i>nghiêng</i>"),
        ("<strong>Đậm</strong> <em>nghiêng</em>", "<b>Đậm</b> <i>nghiêng</i>"),
        ("chủ đề “*vì rừng xanh*”;", "chủ đề “<i>vì rừng xanh</i>”;"),
        ("nhân 2 * 3 * 4", "nhân 2 * 3 * 4"),
        ("một ngôi sao * lẻ", "một ngôi sao * lẻ"),
        ("không mở **rồi thôi", "không mở **rồi thôi"),
        (r"thoát \*sao\* và 1\.", "thoát *sao* và 1."),
        ("5 &lt; 7 &amp; 9", "5 &lt; 7 &amp; 9"),
        ("<u>gạch chân</u>", "gạch chân"),
        ("nhỏ hơn 5 < 7", "nhỏ hơn 5 &lt; 7"),
    ],
)
def test_inline_marks_become_our_own(written, read):
    assert _lines(written) == [read]


def test_a_title_keeps_its_words_and_loses_its_marks():
    (line,) = items_of(["##### **1.2. Phong trào trồng rừng:** ##"])
    assert isinstance(line, Line)
    assert line.is_title
    assert words_of(line) == "1.2. Phong trào trồng rừng:"


def test_a_style_may_run_on_over_a_line_broken_by_hand():
    assert _lines("**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**") == [
        "<b>TM. ỦY BAN NHÂN DÂN</b>",
        "<b>CHỦ TỊCH</b>",
    ]


def test_a_bullet_of_stars_is_no_italic():
    assert _lines("* Việc thứ nhất\n* Việc thứ hai") == ["* Việc thứ nhất", "* Việc thứ hai"]


def test_rules_between_parts_are_no_text():
    assert _lines("Trên.\n\n---\n\nDưới.") == ["Trên.", "Dưới."]


def test_rows_of_tabs_are_a_grid_padded_to_its_width():
    (grid,) = items_of(["TT\tNội dung\tĐơn vị", "<b>I</b>\t<b>QUÝ I</b>"])
    assert isinstance(grid, Grid)
    assert [[len(cell) for cell in row] for row in grid.rows] == [[1, 1, 1], [1, 1, 0]]


def test_items_of_a_list_in_a_cell_are_a_line_each():
    cell = '<ul style="list-style-type: none"> <li>- Trồng cây.</li> <li>Làm đường.</li> </ul>'
    (grid,) = items_of([f"1\t{cell}\tXã Đắk Mẫu"])
    assert isinstance(grid, Grid)
    assert list(map(words_of, grid.rows[0][1])) == ["- Trồng cây.", "- Làm đường."]


def test_a_tab_after_a_number_is_no_table():
    assert _lines("1.\tMục đích\n2.\tYêu cầu") == ["1. Mục đích", "2. Yêu cầu"]


def test_a_table_of_pipes_is_a_grid():
    (grid,) = items_of(["| TT | Nội dung |", "|---|:---:|", "| 1 | Trồng cây |"])
    assert isinstance(grid, Grid)
    assert [[words_of(c[0]) for c in row] for row in grid.rows] == [
        ["TT", "Nội dung"],
        ["1", "Trồng cây"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_every_unicode_encoding(encoding, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Tổ chức trồng rừng ở xã Đắk Mẫu", encoding=encoding)
    (line,) = read_text(path).items
    assert isinstance(line, Line)
    assert words_of(line) == "Tổ chức trồng rừng ở xã Đắk Mẫu"


def test_windows_1258_writes_tones_apart_and_is_read_as_whole_letters(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Trô\u0300ng rư\u0300ng".encode("cp1258"))
    (line,) = read_text(path).items
    assert isinstance(line, Line)
    assert words_of(line) == "Trồng rừng"


def test_bytes_that_are_no_text_are_refused_with_a_sentence(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02\xff" * 50)
    with pytest.raises(BadFile, match="không phải là tệp văn bản"):
        read_text(path)
