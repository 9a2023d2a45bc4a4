from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.documents.pdf import read_back, samples
from thidua_desktop.domain.heading import Heading

_LEFT, _RIGHT = 30.0, 195.0
_MIDDLE = (_LEFT + _RIGHT) / 2


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = samples.paper(samples.paragraph(samples.SENTENCE))
    return samples.written(made, tmp_path_factory.mktemp("heading"))


def _middle(line: read_back.ReadLine) -> float:
    return (line.left + line.right) / 2


def test_the_office_above_stands_in_capitals_that_are_not_bold(path):
    first = read_back.line(path, "UBND TỈNH LÂM SƠN").first
    assert (first.size, first.face) == (13.0, "LiberationSerif")


def test_the_issuer_stands_in_bold_capitals_broken_before_its_own_name(path):
    upper, lower = (read_back.line(path, words) for words in ("ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK MÂY"))
    assert (upper.first.size, upper.first.face) == (13.0, "Bold")
    assert _middle(upper) == pytest.approx(_middle(lower), abs=0.3)


def test_the_nation_stands_on_one_bold_line_beside_the_office_above(path):
    nation = read_back.line(path, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    above = read_back.line(path, "UBND TỈNH LÂM SƠN")
    assert (nation.first.size, nation.first.face) == (13.0, "Bold")
    assert nation.first.baseline == pytest.approx(above.first.baseline, abs=0.1)
    assert nation.right <= _RIGHT


def test_the_motto_is_underlined_from_end_to_end(path):
    motto = read_back.line(path, "Độc lập - Tự do - Hạnh phúc")
    assert (motto.first.size, motto.first.face) == (14.0, "Bold")
    below = [rule for rule in read_back.rules(path) if 0 < rule[2] - motto.first.baseline < 3]
    assert below
    assert below[0][0] == pytest.approx(motto.left, abs=0.6)
    assert below[0][1] == pytest.approx(motto.right, abs=0.6)


@pytest.mark.parametrize("words", ["HUYỆN ĐẮK MÂY", "nhiệm vụ 6 tháng cuối năm 2024"])
def test_a_line_of_a_third_to_a_half_stands_under_issuer_and_subject(path, words):
    last = read_back.line(path, words)
    longest = max(
        line.right - line.left
        for line in read_back.lines(path)
        if 0 <= last.first.baseline - line.first.baseline < 6
        and abs(_middle(line) - _middle(last)) < 1
    )
    below = [rule for rule in read_back.rules(path) if 0 < rule[2] - last.first.baseline < 3]
    left, right, _ = below[0]
    assert longest / 3 <= right - left <= longest / 2
    assert (left + right) / 2 == pytest.approx(_middle(last), abs=0.3)


def test_number_and_date_leave_room_for_the_pen_on_one_baseline(path):
    line = read_back.line(path, "Số: /BC-UBND")
    assert line.words == "Số: /BC-UBND Đắk Mây, ngày tháng năm 2024"
    place = next(letter for letter in line.letters if letter.text == "Đ")
    assert (line.first.size, line.first.face) == (13.0, "LiberationSerif")
    assert (place.size, place.face) == (14.0, "Italic")
    colon, slash = (next(x for x in line.letters if x.text == sign) for sign in ":/")
    assert slash.x - colon.right > 6


def test_kind_and_subject_stand_bold_in_the_middle_and_break_where_the_sense_does(path):
    for words in ("BÁO CÁO", "Kết quả phong trào thi đua 6 tháng đầu năm;", "nhiệm vụ 6 tháng"):
        line = read_back.line(path, words)
        assert (line.first.size, line.first.face) == (14.0, "Bold")
        assert _middle(line) == pytest.approx(_MIDDLE, abs=0.4)


def test_nothing_of_the_heading_overlaps(path):
    tops = [line.first.baseline for line in read_back.lines(path) if line.left > 95]
    assert all(lower - upper > 4.4 for upper, lower in pairwise(sorted(set(tops))))


def test_a_paper_without_number_or_place_has_no_such_line(tmp_path):
    heading = replace(samples.HEADING, symbol="", place="")
    made = samples.paper(samples.paragraph("Nội dung."), heading=heading)
    words = [line.words for line in read_back.lines(samples.written(made, tmp_path))]
    assert not [line for line in words if line.startswith(("Số", "Đắk Mây"))]


def test_a_known_number_and_day_are_written_out(tmp_path):
    heading = replace(samples.HEADING, number="5", date="2024-01-09")
    made = samples.paper(samples.paragraph("Nội dung."), heading=heading)
    line = read_back.line(samples.written(made, tmp_path), "Số:")
    assert line.words == "Số: 05/BC-UBND Đắk Mây, ngày 09 tháng 01 năm 2024"


def test_a_very_long_issuer_stays_on_its_side(tmp_path):
    heading = Heading(issuer="Ban Chỉ đạo " + "các phong trào thi đua " * 6, type_name="Báo cáo")
    made = samples.paper(samples.paragraph("Nội dung."), heading=heading)
    left = [line for line in read_back.lines(samples.written(made, tmp_path)) if line.left < 95]
    assert all(line.right < 98 for line in left if line.first.size == 13.0)


def test_lines_under_the_subject_are_italic(tmp_path):
    made = samples.paper(samples.paragraph("Nội dung."), subtitle=("(Kèm theo Tờ trình)",))
    first = read_back.line(samples.written(made, tmp_path), "(Kèm theo").first
    assert (first.size, first.face) == (14.0, "Italic")


def test_a_subject_without_a_semicolon_breaks_before_a_part_of_the_sentence(tmp_path):
    subject = "Tổ chức các phong trào thi đua, công tác khen thưởng trên địa bàn huyện năm 2024"
    heading = replace(samples.HEADING, subject=subject)
    path = samples.written(samples.paper(samples.paragraph("Một."), heading=heading), tmp_path)
    assert read_back.has_line(path, "trên địa bàn huyện năm 2024")


def test_a_subject_of_several_lines_keeps_all_its_words(tmp_path):
    subject = " ".join(["Tổ chức các phong trào thi đua; công tác khen thưởng trên địa bàn"] * 4)
    heading = replace(samples.HEADING, subject=subject)
    path = samples.written(samples.paper(samples.paragraph("Một."), heading=heading), tmp_path)
    words = [line.words for line in read_back.lines(path) if line.first.face == "Bold"]
    assert subject in " ".join(words)


def test_an_issuer_breaks_before_its_own_name_even_when_the_lines_differ(tmp_path):
    heading = replace(samples.HEADING, issuer="Ủy ban nhân dân xã Đắk Mây Thượng")
    path = samples.written(samples.paper(samples.paragraph("Một."), heading=heading), tmp_path)
    assert read_back.has_line(path, "XÃ ĐẮK MÂY THƯỢNG")
