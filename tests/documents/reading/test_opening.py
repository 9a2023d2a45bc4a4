"""The head of a paper: who, number, place, date, type and subject."""

import pytest

from thidua_desktop.documents.reading.opening import Opening, read_opening
from thidua_desktop.documents.reading.source import Line, words_of
from thidua_desktop.documents.reading.text import items_of

TITLE = "## KẾ HOẠCH\n\n### Phát động trồng rừng năm 2031"


def _opening(text: str) -> Opening:
    return read_opening(items_of(text.splitlines()))


def _rest(text: str) -> list[str]:
    return [words_of(item) for item in _opening(text).rest if isinstance(item, Line)]


def test_number_symbol_place_and_date_are_told_apart():
    heading = _opening(f"Số: 05/KH-UBND\n\nĐắk Mẫu, ngày 05 tháng 6 năm 2031\n\n{TITLE}").heading
    assert (heading.number, heading.symbol) == ("05", "KH-UBND")
    assert (heading.place, heading.date) == ("Đắk Mẫu", "2031-06-05")
    assert (heading.type_name, heading.subject) == ("KẾ HOẠCH", "Phát động trồng rừng năm 2031")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Đắk Mẫu, ngày tháng năm 2031", "2031"),
        ("Đắk Mẫu, ngày … tháng … năm 2031", "2031"),
        ("Đắk Mẫu, ngày ..... tháng 6 năm 2031", "2031-06"),
        ("Đắk Mẫu, ngày     tháng     năm", ""),
    ],
)
def test_what_the_pen_has_not_filled_stays_open(line, date):
    assert _opening(f"{line}\n\n{TITLE}").heading.date == date


@pytest.mark.parametrize("line", ["Số:      /KH-UBND", "Số: ...../KH-UBND", "Số /KH-UBND"])
def test_a_number_not_given_yet_is_empty(line):
    heading = _opening(f"{line}\n\n{TITLE}").heading
    assert (heading.number, heading.symbol) == ("", "KH-UBND")


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------"


def test_the_two_bodies_are_told_apart_by_bold():
    text = f"UBND HUYỆN MẪU SƠN\n**PHÒNG NỘI VỤ**\n\n{STATE}\n\nSố: 7/KH-PNV\n\n{TITLE}"
    heading = _opening(text).heading
    assert (heading.parent, heading.issuer) == ("UBND HUYỆN MẪU SƠN", "PHÒNG NỘI VỤ")
    assert _rest(text) == []


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN\nHUYỆN MẪU SƠN", "", "ỦY BAN NHÂN DÂN HUYỆN MẪU SƠN"),
        ("UBND TỈNH MẪU\nSỞ NỘI VỤ", "UBND TỈNH MẪU", "SỞ NỘI VỤ"),
        ("ỦY BAN NHÂN DÂN HUYỆN MẪU SƠN", "", "ỦY BAN NHÂN DÂN HUYỆN MẪU SƠN"),
    ],
)
def test_bodies_in_one_style_are_told_apart_by_their_names(lines, parent, issuer):
    heading = _opening(f"{lines}\n\nSố: /KH-UBND\n\n{TITLE}").heading
    assert (heading.parent, heading.issuer) == (parent, issuer)


def test_a_head_in_two_columns_is_read_column_by_column():
    text = (
        "UBND TỈNH MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 9/BC-SNV\tMẫu Thành, ngày 1 tháng 2 năm 2031\n\n{TITLE}"
    )
    heading = _opening(text).heading
    assert (heading.issuer, heading.number, heading.place) == ("SỞ NỘI VỤ", "9", "Mẫu Thành")


def test_a_subject_of_two_titled_lines_is_one():
    text = "## BÁO CÁO\n\n## Sơ kết trồng rừng\n\n## 6 tháng đầu năm\n\nCác xã đã trồng rừng."
    assert _opening(text).heading.subject == "Sơ kết trồng rừng 6 tháng đầu năm"
    assert _rest(text) == ["Các xã đã trồng rừng."]


def test_a_title_in_one_line_is_parted_into_type_and_subject():
    text = "BÁO CÁO KẾT QUẢ TRỒNG RỪNG CỦA CÁC XÃ NĂM 2031\n\nCác xã đã trồng rừng."
    heading = _opening(text).heading
    assert heading.type_name == "BÁO CÁO"
    assert heading.subject == "KẾT QUẢ TRỒNG RỪNG CỦA CÁC XÃ NĂM 2031"


def test_what_the_head_cannot_name_is_kept_before_the_text():
    text = f"DỰ THẢO\n\nSố: /KH-UBND\n\n{TITLE}\n\nKính gửi: Sở Nội vụ"
    assert _rest(text) == ["DỰ THẢO", "Kính gửi: Sở Nội vụ"]


def test_a_paper_without_a_head_is_all_text():
    opening = _opening("Một.\n\nHai.")
    assert opening.heading.type_name == ""
    assert len(opening.rest) == 2


def test_a_letter_without_a_type_still_gives_number_and_date():
    text = "Số: 12/UBND-NV\n\nĐắk Mẫu, ngày 3 tháng 4 năm 2031\n\nKính gửi: Các xã"
    assert _opening(text).heading.symbol == "UBND-NV"
    assert _rest(text) == ["Kính gửi: Các xã"]


def test_a_type_in_small_letters_is_known_when_it_stands_alone():
    heading = _opening("Báo cáo\n\nSơ kết trồng rừng\n\nBáo cáo cho thấy rừng đã xanh.").heading
    assert (heading.type_name, heading.subject) == ("Báo cáo", "Sơ kết trồng rừng")


def test_endless_dots_above_the_title_cost_no_time():
    heading = _opening(f"Đắk Mẫu, ngày {'.' * 100_000} x\n\n{TITLE}").heading
    assert heading.type_name == "KẾ HOẠCH"
