import pytest

from thidua_desktop.domain.dates import DateError
from thidua_desktop.domain.numbers import NumberError
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.cells.kinds import CellError

KINDS = {"person": "Cá nhân", "collective": "Tập thể", "foreign": "Cá nhân người nước ngoài"}


def test_words_of_a_vocabulary_need_no_marks_and_no_capitals():
    assert kinds.key_of(KINDS, "tap the") == "collective"


def test_the_whole_words_count_before_a_part_of_others():
    assert kinds.key_of(KINDS, "ca nhan") == "person"


def test_a_part_is_enough_when_only_one_has_it():
    assert kinds.key_of(KINDS, "nuoc ngoai") == "foreign"


def test_words_that_name_none_are_told_with_the_choices():
    with pytest.raises(CellError, match="không có trong danh sách"):
        kinds.key_of(KINDS, "máy")


def test_nothing_is_no_choice():
    with pytest.raises(CellError, match="không để trống được"):
        kinds.key_of(KINDS, " ")


def test_a_tick_is_its_word_or_nothing():
    cell = kinds.tick("is_secretary", "Thư ký")
    assert (cell.read("thu ky"), cell.read("")) == (True, False)


def test_days_are_read_as_officers_write_them():
    cell = kinds.day("date", lambda row: row)
    assert [cell.read(text) for text in ("5/6/24", "2024", "")] == ["2024-06-05", "2024", ""]
    assert cell.begin is not None
    assert cell.begin("2024-06-05") == "05/06/2024"
    with pytest.raises(DateError):
        cell.read("31/2/24")


def test_numbers_are_grouped_or_empty():
    cell = kinds.number("amount", empty=None)
    assert [cell.read(text) for text in ("1.404.000", "12", " ")] == [1_404_000, 12, None]
    with pytest.raises(NumberError):
        cell.read("12,5")


def test_prose_keeps_its_lines():
    assert kinds.prose("note").read(" a  b\nc ") == "a b\nc"
