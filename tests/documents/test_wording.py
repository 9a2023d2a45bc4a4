from decimal import Decimal

import pytest

from thidua_desktop.documents.wording import (
    cell_words,
    number_line,
    place_line,
    recipient_lines,
)
from thidua_desktop.domain.heading import Heading


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        ("", "BC-UBND", "Số:      /BC-UBND"),
        ("5", "BC-UBND", "Số: 05/BC-UBND"),
        ("172", "/BC-UBND", "Số: 172/BC-UBND"),
        ("12A", "QĐ-UBND", "Số: 12A/QĐ-UBND"),
        ("", "", ""),
    ],
)
def test_the_number_line(number, symbol, line):
    assert number_line(Heading(number=number, symbol=symbol)) == line


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-02-09", "Đắk Mây, ngày 09 tháng 02 năm 2024"),
        ("2024-06-15", "Đắk Mây, ngày 15 tháng 6 năm 2024"),
        ("2024", "Đắk Mây, ngày tháng năm 2024"),
        ("", "Đắk Mây, ngày tháng năm"),
    ],
)
def test_place_and_date(date, words):
    assert " ".join(place_line(Heading(place="Đắk Mây", date=date)).split()) == words


def test_without_a_place_there_is_no_date():
    assert place_line(Heading(date="2024-06-15")) == ""


def test_recipients_begin_with_a_dash_and_end_as_the_decree_says():
    heading = Heading(recipients="- Sở Nội vụ (b/c)\nCác xã: Đắk Mây, Ia Nưa;\n\n- Lưu: VT;")
    assert recipient_lines(heading) == (
        "- Sở Nội vụ (b/c);",
        "- Các xã: Đắk Mây, Ia Nưa;",
        "- Lưu: VT.",
    )


def test_a_paper_may_have_no_recipients():
    assert recipient_lines(Heading()) == ()


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        ("Y Hoa", "text", "Y Hoa"),
        (None, "money", ""),
        (0, "number", "0"),
        (1404000, "money", "1.404.000"),
        (2024, "year", "2024"),
        (1234, "ordinal", "1234"),
        (Decimal("1201.50"), "number", "1.201,50"),
        (83.0, "number", "83"),
        (-0.5, "number", "-0,5"),
        (1e21, "number", "1.000.000.000.000.000.000.000"),
        ("2024-06-05", "date", "05/06/2024"),
        ("2024", "date", "2024"),
        ("quý I", "date", "quý I"),
    ],
)
def test_a_cell_of_each_kind(cell, kind, words):
    assert cell_words(cell, kind) == words
