"""Lines to blocks: kinds and depths follow numbers, bold and what comes after."""

import pytest

from thidua_desktop.documents.reading.numbering import number_of
from thidua_desktop.documents.reading.outline import outline
from thidua_desktop.documents.reading.text import items_of
from thidua_desktop.domain.blocks import Block


def _blocks(text: str) -> tuple[Block, ...]:
    return outline(items_of(text.splitlines()))


def _shape(text: str) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.depth, b.number, b.body) for b in _blocks(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I. MỤC ĐÍCH", "I."),
        ("IV. TỔ CHỨC", "IV."),
        ("XIX. PHỤ LỤC", "XIX."),
        ("1. Mục đích", "1."),
        ("1.2.3. Chi tiết", "1.2.3."),
        ("1.1 Phong trào", "1.1"),
        ("1) Một", "1)"),
        ("a) Ưu điểm", "a)"),
        ("đ) Khuyết điểm", "đ)"),
        ("- Trồng cây", "-"),
        ("-Trồng cây", "-"),
        ("+ Xã Đắk Mẫu", "+"),
    ],
)
def test_a_number_is_told_from_the_text_after_it(text, number):
    found = number_of(text)
    assert found is not None
    assert found.text == number
    assert not text[found.length :].startswith((number, " "))


@pytest.mark.parametrize(
    "text",
    [
        "1.201,5 triệu đồng",
        "2024 là năm",
        "05/06 trường",
        "Im lặng",
        "-5 độ",
        "A. Tik",
        "12,5%",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_text(text):
    assert number_of(text) is None


def test_depth_comes_from_the_number_and_never_from_the_title_mark():
    shape = _shape("##### I. MỘT\n\n# 1. Hai\n\n## 1.1. Ba\n\n###### 2. Bốn")
    assert [(kind, depth) for kind, depth, _, _ in shape] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("heading", 2),
    ]


def test_a_heading_all_in_bold_does_not_repeat_its_bold():
    assert _shape("**1.2. Phong trào:**") == [("heading", 3, "1.2.", "Phong trào:")]


def test_a_run_in_heading_stays_run_in():
    assert _shape("**1.2. Phong trào:** Các xã đã trồng rừng.") == [
        ("heading", 3, "1.2.", "<b>Phong trào:</b> Các xã đã trồng rừng.")
    ]


def test_a_numbered_paragraph_is_no_heading():
    text = "**1.** Các xã đã trồng rừng phòng hộ.\n\n2. Các trường đã làm vườn hoa.\n\nHết."
    assert [kind for kind, *_ in _shape(text)] == ["paragraph"] * 3


def test_bold_words_that_open_a_sentence_make_no_heading():
    kind, depth, number, body = _shape("**2. Trạm Y tế xã** tổ chức khám bệnh cho người già.")[0]
    assert (kind, depth, number) == ("paragraph", 2, "2.")
    assert body == "<b>Trạm Y tế xã</b> tổ chức khám bệnh cho người già."


def test_in_a_plain_outline_numbers_with_parts_below_are_headings():
    text = "1. Việc trồng rừng của các xã.\n\na) Trồng.\n\nb) Chăm sóc.\n\n2. Làm đường."
    assert [(kind, depth) for kind, depth, *_ in _shape(text)] == [
        ("heading", 2),
        ("paragraph", 3),
        ("paragraph", 3),
        ("heading", 2),
    ]


def test_letters_stand_one_below_the_number_above_them():
    text = "## I. MỘT\n\na) Một\n\n## 1. Hai\n\na) Hai\n\n## 1.1. Ba\n\na) Ba"
    assert [b.depth for b in _blocks(text) if b.number == "a)"] == [2, 3, 4]


def test_bullets_stand_outside_the_numbering():
    assert _shape("- Trồng *cây*.\n+ Ở xã.") == [
        ("bullet", 0, "-", "Trồng <i>cây</i>."),
        ("bullet", 0, "+", "Ở xã."),
    ]


def test_a_table_is_one_block_with_cells_in_markup():
    assert _shape("**TT**\t**Việc**\t**Xã**\n1\t**Trồng** cây\tĐắk Mẫu") == [
        ("table", 0, "", "TT\tViệc\tXã\n1\t<b>Trồng</b> cây\tĐắk Mẫu")
    ]


def test_blocks_are_numbered_in_their_order():
    assert [block.ordinal for block in _blocks("Một.\n\nHai.\n\nBa.")] == [1, 2, 3]


def test_a_long_text_of_numbers_is_read_in_no_time():
    text = "\n\n".join(f"{n % 90 + 1}. Việc thứ {n} của xã." for n in range(5000))
    assert len(_blocks(text)) == 5000


def test_legal_bases_lose_the_italic_of_their_form():
    text = "*Căn cứ Kế hoạch của xã;*\n\n## I. MỘT\n\n*Căn cứ vào rừng.*"
    assert [b.body for b in _blocks(text)] == [
        "Căn cứ Kế hoạch của xã;",
        "MỘT",
        "<i>Căn cứ vào rừng.</i>",
    ]
