"""What words keep of their look when the text around them is typed anew."""

import pytest

from thidua_desktop.domain.markup import plain
from thidua_desktop.domain.retyping import retyped

NOTE = "Họp<fn>Lần một</fn> xã"


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        (
            "Tổ chức <i>giao ước</i> thi đua",
            "Tổ chức ký giao ước thi đua 2031",
            "Tổ chức ký <i>giao ước</i> thi đua 2031",
        ),
        ("<i>giao ước</i>", "giao kèo", "<i>giao kèo</i>"),
        ("<i>giao ước thi đua</i>", "giao ước ký thi đua", "<i>giao ước ký thi đua</i>"),
        ("a <i>b</i> <b>c</b>", "a d", "a d"),
        ("- một\n- <i>hai</i>", "- một\n- ba\n- hai", "- một\n- ba\n- <i>hai</i>"),
        ("a &lt; b", "a < b & c", "a &lt; b &amp; c"),
        (NOTE, "Họp các xã", "Họp<fn>Lần một</fn> các xã"),
        (NOTE, "Gặp xã", "Gặp<fn>Lần một</fn> xã"),
        (
            'Có <field name="x">12 xã</field> nộp',
            "Đã có 12 xã nộp đủ",
            'Đã có <field name="x">12 xã</field> nộp đủ',
        ),
        ('Có <field name="x">12 xã</field> nộp', "Có 13 xã nộp", "Có 13 xã nộp"),
        ("", "mới", "mới"),
        ("<i>cũ</i>", "", ""),
    ],
)
def test_words_that_stay_keep_their_look(body: str, text: str, expected: str) -> None:
    assert retyped(body, text) == expected


@pytest.mark.parametrize("body", ["Tổ chức <i>giao ước</i><fn>Mẫu <i>một</i></fn> năm", "<b>a</b>"])
def test_the_same_words_give_the_same_markup(body: str) -> None:
    assert retyped(body, plain(body)) == body
