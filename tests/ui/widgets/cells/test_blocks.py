from thidua_desktop.ui.widgets.cells.blocks import parsed, spread, written


def test_cells_are_parted_by_tabs_and_rows_by_breaks():
    assert parsed("a\tb\r\nc\td\r\n") == [["a", "b"], ["c", "d"]]


def test_a_cell_in_quotes_may_hold_tabs_breaks_and_quotes():
    assert parsed('"Sách ""hay""\ttập 1\nquyển 2"\tx') == [['Sách "hay"\ttập 1\nquyển 2', "x"]]


def test_a_quote_that_is_not_closed_is_a_letter():
    assert parsed('"Nhà trường" xuất sắc\t5"') == [['"Nhà trường" xuất sắc', '5"']]


def test_empty_cells_keep_their_place():
    assert parsed("\tb\t\n\t\t") == [["", "b", ""], ["", "", ""]]


def test_one_value_is_one_cell():
    assert parsed("Huyện") == [["Huyện"]]


def test_what_is_written_is_read_back():
    rows = [["a", 'nói "vâng"'], ["hai\ndòng", "tab\tở giữa"]]
    assert parsed(written(rows)) == rows


def test_cells_without_breaks_stand_bare():
    assert written([["a", "b c"]]) == "a\tb c\n"


def test_one_value_fills_a_selection():
    assert spread([["x"]], 2, 3) == [["x", "x", "x"], ["x", "x", "x"]]


def test_a_block_is_repeated_only_where_it_fits():
    assert spread([["1"], ["2"]], 4, 1) == [["1"], ["2"], ["1"], ["2"]]
    assert spread([["1"], ["2"]], 3, 1) == [["1"], ["2"]]
