"""Titles by what lists write: usual wordings, short forms, codes; proposals for the unknown."""

import pytest

from tests.factory import wiring
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.services.importing.matching.titles import (
    AS_TEXT,
    TitleNames,
    codes_in,
    level_of,
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> LawBook:
    return wiring(tmp_path_factory.mktemp("user")).laws()


@pytest.mark.parametrize(
    ("text", "recipient", "id"),
    [
        ("LĐTT", "person", "advanced_worker"),
        ("lao động tiên tiến", "person", "advanced_worker"),
        ("CSTĐCS", "person", "grassroots_emulation_fighter"),
        ("Chiến sỹ thi đua cơ sở", "person", "grassroots_emulation_fighter"),
        ("GK", "person", "merit_district"),
        ("Bằng khen UBND tỉnh", "person", "cert_province"),
        ("Tập thể LĐXS", "collective", "excellent_labor_collective"),
        ("BK của Thủ tướng CP", "person", "cert_pm"),
    ],
)
def test_usual_writings_are_known(book: LawBook, text: str, recipient: str, id: str) -> None:
    found = TitleNames(book).find(text, recipient, "2024", level="district").title
    assert found is not None
    assert found.id == id


def test_a_shared_short_name_is_that_of_who_decides(book: LawBook) -> None:
    found = TitleNames(book).find("Giấy khen", "person", "2024", level="commune").title
    assert found is not None
    assert found.id == "merit_commune"


def test_an_unknown_title_has_proposals_and_may_stay_as_it_is(book: LawBook) -> None:
    found = TitleNames(book).find("Lao động tiên tếin", "person", "2024")
    assert found.doubt is not None
    first, *_, last = found.doubt.proposals
    assert first.text == "Lao động tiên tiến"
    assert last.choice == AS_TEXT
    kept = TitleNames(book).find("Danh hiệu lạ", "person", "2024", answer=AS_TEXT)
    assert (kept.title, kept.text) == (None, "Danh hiệu lạ")


def test_a_title_for_others_is_asked_about_and_not_bent(book: LawBook) -> None:
    found = TitleNames(book).find("Tập thể lao động xuất sắc", "person", "2024")
    assert found.doubt is not None
    assert found.doubt.rule == "title_recipient"


def test_a_title_that_was_taught_is_known(book: LawBook) -> None:
    names = TitleNames(book, {"ld gioi": "advanced_worker"})
    found = names.find("LĐ giỏi", "person", "2024").title
    assert found is not None
    assert found.id == "advanced_worker"


def test_codes_are_known_by_the_names_listed_beside_them(book: LawBook) -> None:
    rows = [["Mã", "Tên danh hiệu"], ["DH05", "Lao động tiên tiến"], ["12", "Giấy khen"]]
    codes = codes_in(rows, book)
    assert codes == {"dh05": "Lao động tiên tiến"}
    found = TitleNames(book).find("DH05", "person", "2024", codes=lambda: codes).title
    assert found is not None
    assert found.id == "advanced_worker"


@pytest.mark.parametrize(
    ("authority", "level"),
    [
        ("Chủ tịch UBND tỉnh Kon Tum", "province"),
        ("UBND huyện Đắk Hà", "district"),
        ("UBND xã Đắk Pxi", "commune"),
        ("Bộ trưởng Bộ Giáo dục và Đào tạo", "ministry"),
        ("Thủ tướng Chính phủ", "state"),
        ("Hội đồng", ""),
    ],
)
def test_the_level_is_that_of_who_decides(authority: str, level: str) -> None:
    assert level_of(authority) == level


def test_a_title_with_a_question_mark_is_asked_about(book: LawBook) -> None:
    found = TitleNames(book).find("LĐTT?", "person", "2024")
    assert found.title is None
    assert found.doubt is not None
    assert found.doubt.proposals[0].choice == "title:advanced_worker"
    assert found.doubt.reason == "“LĐTT?” còn để dấu hỏi."
