"""Vietnamese text: tidying, folding and dictionary order."""

import random
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.text import clean, clean_prose, fold, name_key, sort_key, words

# A Vietnamese letter, a capital, a sign, or anything at all.
VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)
names = st.text(VIETNAMESE + VIETNAMESE.upper() + " '-", max_size=20)
anything = st.text(max_size=30)

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
ORDER = " '-" + "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

PEOPLE = [
    "A Anh", "A Ảnh", "Y Ảnh", "Trần Thị Ánh", "Phạm Ân", "Bùi Ẩn", "Nguyễn Thị Dung",
    "Đặng Thị Đào", "Đinh Đức", "Y Hoa", "Lê Hoà",
]  # fmt: skip


def three_lists(text: str) -> tuple[list[int], list[int], list[bool]]:
    """Say the order of the standard in the plainest way: letters, then tones, then capitals."""
    letters, tones, capitals = [], [], []
    for letter in unicodedata.normalize("NFC", " ".join(text.split())):
        marks = unicodedata.normalize("NFD", letter.lower())
        tone = next((mark for mark in marks if mark in TONES[1:]), "")
        letters.append(ORDER.index(unicodedata.normalize("NFC", marks.replace(tone, ""))))
        tones.append(TONES.index(tone))
        capitals.append(letter != letter.lower())
    return letters, tones, capitals


def rises(keys: Iterable) -> bool:
    return all(one < next_one for one, next_one in pairwise(keys))


def test_clean_joins_letters_and_marks() -> None:
    assert clean(unicodedata.normalize("NFD", "Đặng Thị Ánh")) == "Đặng Thị Ánh"


@pytest.mark.parametrize("look_alike", ["\u00d0ào", "\u0189ào"])
def test_clean_keeps_one_kind_of_capital_d_with_stroke(look_alike: str) -> None:
    assert clean(look_alike) == "\u0110ào"


def test_clean_keeps_one_kind_of_small_d_with_stroke() -> None:
    assert clean("\u00f0ào \u0256ào") == "đào đào"


def test_clean_leaves_single_spaces_and_no_ends() -> None:
    assert clean("  Nguyễn\u00a0\u00a0Văn\t\r\nAn ") == "Nguyễn Văn An"


def test_clean_takes_out_what_cannot_be_seen() -> None:
    assert clean("\ufeffLê\u200b \x07Thị\u00ad Bích\u202e") == "Lê Thị Bích"


def test_clean_marks_a_letter_that_no_file_can_hold() -> None:
    assert clean("Lê \ud83d Thị").encode() == "Lê \ufffd Thị".encode()


@given(anything)
def test_clean_twice_is_clean_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_clean_gives_composed_letters(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


def test_clean_prose_keeps_the_lines() -> None:
    assert clean_prose("\n Một \r\n\r\nhai\u2028ba\n\n") == "Một\n\nhai\nba"


@given(anything)
def test_clean_prose_twice_is_once(text: str) -> None:
    assert clean_prose(clean_prose(text)) == clean_prose(text)


def test_marks_are_not_needed_to_find_a_name() -> None:
    assert fold("dang") == fold("ĐẶNG") == "dang"


def test_the_place_of_the_tone_does_not_matter() -> None:
    assert fold("Ủy ban, hòa, thủy") == fold("Uỷ ban, hoà, thuỷ")


def test_fold_writes_one_kind_of_quote_and_dash() -> None:
    assert fold("H’Bia – “Ksor”") == 'h\'bia - "ksor"'


def test_letters_of_the_highlands_are_found_by_plain_ones() -> None:
    assert fold("Y Ƀlô Čil Ñă Rơ\u0306") == "y blo cil na ro"


@given(anything)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_what_is_stored_is_found_as_it_was_typed(text: str) -> None:
    assert fold(clean(text)) == fold(text)


def test_a_query_is_cut_into_folded_words() -> None:
    assert words("  Đắk   GLEI ") == ["dak", "glei"]


def test_words_stand_in_dictionary_order() -> None:
    ordered = ["An", "Anh", "Ánh", "Ăn", "Ân", "Ẩn"]
    assert rises(map(sort_key, ordered))


def test_tones_stand_in_dictionary_order() -> None:
    ordered = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert rises(map(sort_key, ordered))


def test_d_with_stroke_follows_every_plain_d() -> None:
    assert sort_key("Dy") < sort_key("Đa")


def test_signs_and_digits_come_before_letters() -> None:
    ordered = ["A Tik", "A'Tik", "A-Tik", "A1", "Aa"]
    assert rises(map(sort_key, ordered))


def test_a_letter_of_another_script_comes_last() -> None:
    assert sort_key("Z") < sort_key("Ω")


@given(names, names)
def test_key_compares_as_letters_then_tones_then_capitals(one: str, other: str) -> None:
    assert (sort_key(one) < sort_key(other)) == (three_lists(one) < three_lists(other))


@given(anything)
def test_the_key_is_the_same_for_joined_and_parted_letters(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", clean(text))) == sort_key(clean(text))


def test_people_stand_by_given_name() -> None:
    assert rises(map(name_key, PEOPLE))


@given(names, names)
def test_name_key_compares_given_name_before_family(one: str, other: str) -> None:
    def plainly(name: str) -> tuple:
        *family, given_name = name.split() or [""]
        given_lists, family_lists = three_lists(given_name), three_lists(" ".join(family))
        return (*given_lists[:2], *family_lists[:2], given_lists[2], family_lists[2])

    assert (name_key(one) < name_key(other)) == (plainly(one) < plainly(other))


def test_capitals_do_not_part_people_of_one_name() -> None:
    ordered = ["Lê Văn An", "PHẠM VĂN AN", "Trần Văn An"]
    assert rises(map(name_key, ordered))


def test_a_name_of_one_word_has_a_key() -> None:
    assert name_key("An") < name_key("Bình")


def test_order_agrees_with_another_collator() -> None:
    core = pytest.importorskip("PySide6.QtCore")
    collator = core.QCollator(core.QLocale("vi_VN"))
    syllables = ["An", "Ấn", "Ảnh", "Đào", "Dung", "Hoà", "Hòa", "Nguyễn", "Nguyên", "Y", "Ya", "A"]
    drawn = random.Random(1)
    texts = [" ".join(drawn.choices(syllables, k=3)) for _ in range(300)]
    by_collator = sorted(set(texts), key=collator.sortKey)
    assert sorted(set(texts), key=sort_key) == by_collator
