"""Names as they are compared and as they are written."""

import pytest

from thidua_desktop.services.importing.matching.names import in_normal_case, same_name, unit_words


@pytest.mark.parametrize(
    ("capitals", "usual"),
    [
        ("TRƯỜNG MẦM NON SƠN CA", "Trường Mầm non Sơn Ca"),
        ("TRƯỜNG PTDTBT TH&THCS ĐẮK PLÔ", "Trường PTDTBT TH&THCS Đắk Plô"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "Phòng Giáo dục và Đào tạo"),
        ("UBND XÃ ĐẮK PÉK", "UBND xã Đắk Pék"),
        ("ỦY BAN NHÂN DÂN THỊ TRẤN ĐẮK GLEI", "Ủy ban nhân dân thị trấn Đắk Glei"),
        ("Trường TH Kim Đồng", "Trường TH Kim Đồng"),
    ],
)
def test_title_rows_in_capitals_are_written_as_usual(capitals: str, usual: str) -> None:
    assert in_normal_case(capitals) == usual


def test_tones_count_and_their_place_does_not() -> None:
    assert same_name("Hoà Thuý") == same_name("HÒA THÚY")
    assert same_name("Hoa") != same_name("Hòa")


def test_a_short_form_of_two_words_is_both() -> None:
    kinds = {next(iter(words.kinds)) for words in unit_words("TT. Đắk Glei")}
    assert kinds == {"thi tran", "trung tam"}
