"""Widths of letters are compared with the fonts themselves."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from thidua_desktop.documents.letter_widths import line_count, text_width

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)


@pytest.fixture(scope="module")
def times():
    return TTFont("Serif", str(FONTS / "LiberationSerif-Regular.ttf"))


@pytest.mark.parametrize("letters", [VIETNAMESE, VIETNAMESE.upper(), "0123456789", " .,;:/-()"])
def test_letters_are_as_wide_as_in_the_font(times, letters):
    for letter in letters:
        assert text_width(letter) == pytest.approx(times.face.getCharWidth(ord(letter)), abs=3)


def test_bold_words_are_not_wider_than_reckoned():
    bold = TTFont("SerifBold", str(FONTS / "LiberationSerif-Bold.ttf"))
    words = "Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024"
    assert bold.stringWidth(words, 1000) <= text_width(words, bold=True)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("thi đua", 1),
        ("thi đua khen", 2),
        ("thi\nđua", 2),
        ("thi đua khen thưởng", 3),
        ("nnnnnnnnnnnnnnnnnnnn", 3),
    ],
)
def test_lines_break_between_words_and_inside_those_that_are_too_long(text, lines):
    assert line_count(text, 4000) == lines


def test_bold_words_take_more_lines():
    assert line_count("nnnnnnnn", 4000) == 1
    assert line_count("nnnnnnnn", 4000, bold=True) == 2
