from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from tests.documents.pdf import read_back, samples
from thidua_desktop.documents.paper import Column, GroupRow, Paper, Row, Table, TotalRow

_HEAD = "TT Nội dung nhiệm vụ chủ yếu Đơn vị thực hiện"


def _task(number: int, sentences: int = 3) -> Row:
    units = "Ủy ban nhân dân huyện.\n<i>(Phòng Nội vụ tham mưu)</i>"
    return (str(number), "\n".join([f"- {samples.SENTENCE}"] * sentences), units)


def _plan(rows: list[Row]) -> Paper:
    return samples.paper(samples.table_block(), tables=samples.tasks(rows))


def _register(rows: list[Row], *columns: Column) -> Paper:
    table = Table(columns=columns, rows=rows, size=12)
    return samples.paper(
        samples.table_block(), tables={"tasks": table}, is_landscape=True, is_counted=True
    )


def _rows(path: Path) -> list[list[read_back.ReadLine]]:
    lines = read_back.lines(path)
    return [list(group) for _, group in groupby(lines, key=lambda line: line.first.page)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows: list[Row] = []
    for number, quarter in enumerate(("I", "II", "III", "IV"), start=1):
        rows.append(GroupRow((quarter, f"QUÝ {quarter}")))
        rows += [_task(task) for task in range(1, number + 3)]
    return samples.written(_plan(rows), tmp_path_factory.mktemp("plan"))


def test_the_head_stands_bold_at_the_top_of_every_page_and_nowhere_else(path):
    for number, lines in enumerate(_rows(path), start=1):
        heads = [line for line in lines if line.words == _HEAD]
        assert len(heads) == 1
        assert heads[0].first.face == "Bold"
        if number > 1:
            assert heads[0].first.baseline == pytest.approx(25.0, abs=1.0)


def test_a_quarter_is_bold_and_never_the_last_row_of_a_page(path):
    quarters = 0
    for lines in _rows(path):
        for line, after in zip(lines, [*lines[1:], None], strict=True):
            if "QUÝ" in line.words:
                quarters += 1
                assert {x.face for x in line.letters if x.text.strip()} == {"Bold"}
                assert after is not None
                assert not after.words.startswith("Nơi nhận")
    assert quarters == 4


def test_words_in_a_cell_may_be_italic(path):
    letters = read_back.letters(path)
    bracket = next(letter for letter in letters if letter.text == "(" and letter.size == 13.0)
    assert bracket.face == "Italic"


def test_cells_stay_inside_their_columns(path):
    letters = [x for x in read_back.letters(path) if x.size == 13.0 and x.baseline > 70]
    edges = (30.0, 42.0, 147.0, 195.0)
    for letter in letters:
        column = sum(letter.x >= edge for edge in edges[1:3])
        assert edges[column] <= letter.x
        assert letter.right <= edges[column + 1]


def test_a_row_higher_than_a_page_goes_on_with_its_head_repeated(tmp_path):
    path = samples.written(_plan([_task(1, 45), _task(2)]), tmp_path)
    pages = _rows(path)
    assert len(pages) >= 2
    assert all(any(line.words == _HEAD for line in lines) for lines in pages)
    sentences = " ".join(line.words for lines in pages for line in lines)
    assert sentences.count("- Phong trào") == 48


def test_a_footnote_in_a_cell_stands_at_the_foot_of_the_page(tmp_path):
    row = ("1", "Tổ chức tổng kết<fn>Theo Kế hoạch số 31.</fn>.", "Phòng Nội vụ")
    path = samples.written(_plan([row]), tmp_path)
    assert read_back.line(path, "Theo Kế hoạch số 31.").letters[0].size == 10.0


def test_a_footnote_in_the_head_is_not_repeated_with_it(tmp_path):
    tables = samples.tasks([_task(n) for n in range(9)], columns=(
        Column("TT", 12), Column("Nội dung<fn>Ghi chú đầu bảng.</fn>"), Column("Đơn vị", 48),
    ))  # fmt: skip
    path = samples.written(samples.paper(samples.table_block(), tables=tables), tmp_path)
    assert read_back.page_count(path) > 1
    notes = [line for line in read_back.lines(path) if line.words == "Ghi chú đầu bảng."]
    assert len(notes) == 1


def test_a_table_written_in_the_text_takes_its_first_row_as_head(tmp_path):
    block = samples.table_block("Đơn vị\tSố lượng\nXã Đắk Mây\t<b>12</b>\nXã Ia Nưa")
    path = samples.written(samples.paper(block), tmp_path)
    assert read_back.line(path, "Đơn vị Số lượng").first.face == "Bold"
    assert read_back.has_line(path, "Xã Đắk Mây 12")
    assert read_back.has_line(path, "Xã Ia Nưa")


def test_numbers_dates_and_money_are_written_as_vietnamese_papers_do(tmp_path):
    columns = (Column("TT", 0, "ordinal"), Column("Năm", 0, "year"), Column("Ngày", 0, "date"),
               Column("Tiền", 0, "money"), Column("Tỷ lệ", 0, "number"))  # fmt: skip
    rows: list[Row] = [(1, 2024, "2024-06-05", 1404000, 12.5), (2, 2023, "2024-06", None, 100)]
    path = samples.written(_register(rows, *columns), tmp_path)
    assert read_back.has_line(path, "1 2024 05/06/2024 1.404.000 12,5")
    assert read_back.has_line(path, "2 2023 06/2024 100")


def test_a_number_is_never_cut_however_narrow_its_column_was_asked(tmp_path):
    columns = (Column("TT", 6, "ordinal"), Column("Tên"), Column("Tiền", 10, "money"))
    rows: list[Row] = [(n, "A Thủy", 7_000_000) for n in range(9_990, 10_001)]
    rows.append(TotalRow(("Tổng cộng", 50_509_170_000)))
    path = samples.written(_register(rows, *columns), tmp_path)
    assert read_back.has_line(path, "10000 A Thủy 7.000.000")
    assert read_back.line(path, "Tổng cộng 50.509.170.000").first.face == "Bold"


def test_columns_without_width_keep_short_texts_on_one_line(tmp_path):
    columns = (Column("Họ và tên"), Column("Thành tích"), Column("Ghi chú", 20))
    rows: list[Row] = [("Nguyễn Thị Thanh Tuyền", samples.SENTENCE * 4, "")] * 3
    path = samples.written(_register(rows, *columns), tmp_path)
    assert read_back.has_line(path, "Nguyễn Thị Thanh Tuyền")


def test_a_long_register_lies_down_counts_its_pages_and_ends_with_who_signs(tmp_path):
    columns = (Column("TT", 12, "ordinal"), Column("Họ và tên"), Column("Danh hiệu"))
    rows: list[Row] = [(n, f"Y Hoa số {n}", "Lao động tiên tiến") for n in range(1, 301)]
    made = replace(_register(rows, *columns), blocks=(samples.table_block(),))
    path = samples.written(made, tmp_path)
    pages = _rows(path)
    count = len(pages)
    for number, lines in enumerate(pages, start=1):
        assert any(line.words == f"Trang {number}/{count}" for line in lines)
    last = [line.words for line in pages[-1]]
    assert any(words.startswith("300 Y Hoa số 300") for words in last)
    assert any("TM. ỦY BAN NHÂN DÂN" in words for words in last)
    names = [line.words for lines in pages for line in lines if " Y Hoa số" in f" {line.words}"]
    assert names == [f"{n} Y Hoa số {n} Lao động tiên tiến" for n in range(1, 301)]


def test_an_empty_table_shows_its_head(tmp_path):
    assert read_back.has_line(samples.written(_plan([]), tmp_path), _HEAD)
