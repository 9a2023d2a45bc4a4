"""Numbers in prose that a live figure could say instead are found, and others are left alone."""

import pytest

from thidua_desktop.domain.blocks import Block
from thidua_desktop.services.reports_offers import Choice, offers

LETTERS = Choice(
    "awards.district.certificate.collective", "Số lượt tập thể được Giấy khen", "80", "76"
)
ALL = Choice("awards.district.collective", "Số lượt tập thể được khen cấp huyện", "92", "76")
PEOPLE = Choice("awards.district.person", "Số lượt cá nhân được khen cấp huyện", "226", "1.226")
SEATS = Choice("council.members", "Số thành viên Hội đồng", "13", "13")


def found(body: str, *choices: Choice) -> list[str]:
    return [offer.text for offer in offers([Block(body=body)], choices)]


def test_a_number_of_the_last_period_is_found_and_called_old():
    (offer,) = offers([Block(body="Khen 76 tập thể.")], [LETTERS])
    assert (offer.text, offer.place, offer.is_old) == ("76", 5, True)
    assert offer.choices == (LETTERS,)


def test_a_number_that_is_right_now_is_offered_too():
    (offer,) = offers([Block(body="Hội đồng có 13 thành viên.")], [SEATS])
    assert not offer.is_old


def test_a_number_with_its_thousands_is_found():
    assert found("Có 1.226 lượt cá nhân", PEOPLE) == ["1.226"]


def test_a_number_with_a_zero_before_it_is_the_same():
    assert found("Có 02 tập thể", Choice(ALL.name, "", "02", "")) == ["02"]


@pytest.mark.parametrize(
    "body",
    [
        "Quyết định số 76/QĐ-UBND",
        "đạt 76 %",
        "ngày 13/6/2024",
        "76,5 tập thể",
        "76 triệu đồng",
        "76 tập thểm",
        "tăng 76 cá nhân",
    ],
)
def test_other_numbers_raise_no_question(body: str):
    assert found(body, LETTERS, SEATS) == []


def test_nothing_counts_for_nothing():
    assert found("Có 0 tập thể", Choice(ALL.name, "", "00", "00")) == []


def test_the_figure_named_before_the_number_comes_first():
    (offer,) = offers([Block(body="Tặng Giấy khen cho 76 tập thể")], [ALL, LETTERS])
    assert offer.choices[0] == LETTERS


def test_the_place_counts_a_note_and_a_figure_as_one_sign():
    body = 'Theo kế hoạch<fn>Số 10</fn> có <field name="x">5</field> việc, 76 tập thể'
    (offer,) = offers([Block(body=body)], [LETTERS])
    text = "Theo kế hoạch\ufffc có \ufffc việc, 76 tập thể"
    assert text[offer.place :].startswith("76")


def test_numbers_in_notes_and_tables_are_left_alone():
    blocks = [Block(body="Khen<fn>76 tập thể</fn>"), Block(kind="table", body="A\n76 tập thể")]
    assert offers(blocks, [LETTERS]) == []


def test_the_name_of_a_title_says_what_is_counted_too():
    title = Choice(
        "awards.district.advanced_worker.person",
        "Số lượt cá nhân được khen cấp huyện, “Lao động tiên tiến”, theo ngày quyết định",
        "40",
        "96",
    )
    assert found("16 tập thể; 96 Lao động tiên tiến", title) == ["96"]


def test_words_around_a_number_are_shown_without_signs():
    (offer,) = offers([Block(body="Khen<fn>Số 10</fn> 76 tập thể<fn>Số 11</fn>.")], [LETTERS])
    assert (offer.before, offer.after) == ("Khen ", " tập thể.")
