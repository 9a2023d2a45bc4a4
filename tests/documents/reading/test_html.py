"""HTML as Word and others put it on the clipboard, to lines and grids."""

from pathlib import Path

from thidua_desktop.documents.reading.html import read_html
from thidua_desktop.documents.reading.plan import read_plan
from thidua_desktop.documents.reading.source import Grid, Line, cell_words, markup_of, words_of

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta charset=utf-8><style>p.MsoNormal {margin:0}</style><title>Kế hoạch</title></head>
<body lang=VI><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:14.0pt'>NỘI
DUNG<o:p></o:p></span></b></p>
<table class=MsoTableGrid border=1><tr>
 <td><p class=MsoNormal align=center><b>TT</b></p></td>
 <td><p class=MsoNormal><b>Nội dung nhiệm vụ</b></p></td>
 <td><p class=MsoNormal><b>Đơn vị thực hiện</b></p></td></tr>
<tr><td><p class=MsoNormal><b>I</b></p></td>
 <td colspan=2><p class=MsoNormal><b>QUÝ I</b></p></td></tr>
<tr><td><p class=MsoNormal>1</p></td>
 <td><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>-<span
 style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Tổng kết năm
 2030.</p><p class=MsoNormal>- Phát động &amp; ký <i>giao ước</i> năm 2031.</p></td>
 <td><p class=MsoNormal>Phòng Nội vụ<br>Các xã</p></td></tr></table>
<!--EndFragment--></body></html>"""


def items(tmp_path: Path, text: str) -> tuple[Line | Grid, ...]:
    path = tmp_path / "pasted.html"
    path.write_text(text, encoding="utf-8")
    return read_html(path).items


def grid(tmp_path: Path, text: str) -> list[list[str]]:
    (found,) = items(tmp_path, text)
    assert isinstance(found, Grid)
    return [[cell_words(cell) for cell in row] for row in found.rows]


def test_what_is_not_seen_is_not_read(tmp_path: Path) -> None:
    line, _grid = items(tmp_path, WORD)
    assert isinstance(line, Line)
    assert (words_of(line), line.is_centred) == ("NỘI DUNG", True)


def test_a_table_of_word_keeps_its_cells_and_their_paragraphs(tmp_path: Path) -> None:
    _line, table = items(tmp_path, WORD)
    assert isinstance(table, Grid)
    assert [markup_of(line) for line in table.rows[2][1]] == [
        "- Tổng kết năm 2030.",
        "- Phát động &amp; ký <i>giao ước</i> năm 2031.",
    ]
    assert [words_of(line) for line in table.rows[2][2]] == ["Phòng Nội vụ", "Các xã"]
    assert table.rows[1][2] == ()


def test_a_cell_over_several_rows_keeps_the_columns_apart(tmp_path: Path) -> None:
    text = (
        "<table><tr><td rowspan=2>I</td><td>a</td></tr><tr><td>b</td></tr>"
        "<tr><td>II</td><td>c</td></tr></table>"
    )
    assert grid(tmp_path, text) == [["I", "a"], ["", "b"], ["II", "c"]]


def test_a_table_within_a_cell_is_lines_of_it(tmp_path: Path) -> None:
    text = "<table><tr><td>a<table><tr><td>b<td>c</tr></table></td><td>d</td></tr></table>"
    assert grid(tmp_path, text) == [["a b c", "d"]]


def test_a_clipboard_that_ends_within_a_table_is_read_to_its_end(tmp_path: Path) -> None:
    assert grid(tmp_path, "<table><tr><td>a<td>b<tr><td>c") == [["a", "b"], ["c", ""]]


def test_styles_of_letters_count_and_hidden_text_does_not(tmp_path: Path) -> None:
    text = (
        "<p><span style='font-weight:700'>đậm</span> <b style='font-weight:normal'>thường</b>"
        " <em>nghiêng</em><span style='display:none'>ẩn</span></p>"
    )
    (line,) = items(tmp_path, text)
    assert isinstance(line, Line)
    assert markup_of(line) == "<b>đậm</b> thường <i>nghiêng</i>"


def test_the_table_alone_makes_a_plan_of_the_year_it_names_most(tmp_path: Path) -> None:
    path = tmp_path / "pasted.html"
    more = WORD.replace("Các xã", "Các xã, năm 2031").replace("ký ", "ký năm 2031 ")
    path.write_text(more, encoding="utf-8")
    plan = read_plan(path)
    assert [(task.quarter, task.ordinal) for task in plan.tasks] == [(1, 1)]
    assert plan.tasks[0].units[0] == ("Phòng Nội vụ", "lead")
    assert plan.year == 2031
