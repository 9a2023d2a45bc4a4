"""Pages to print are named as an officer writes them."""

import pytest

from thidua_desktop.ui.printing.page_choice import NotPages, chosen_pages


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("2", [1]),
        ("1-3, 5", [0, 1, 2, 4]),
        ("4–5", [3, 4]),
        ("3-", [2, 3, 4]),
        ("-2", [0, 1]),
        ("5; 1", [4, 0]),
        ("2, 1-3", [1, 0, 2]),
        (" 1 - 2 ,", [0, 1]),
    ],
)
def test_pages_are_read(words: str, pages: list[int]):
    assert chosen_pages(words, 5) == pages


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ba", "không phải số trang"),
        ("1--2", "không phải số trang"),
        ("-", "không phải số trang"),
        ("6", "chỉ có 5 trang"),
        ("0", "chỉ có 5 trang"),
        ("3-9", "không có trang 9"),
        ("4-2", "trang đầu đứng sau trang cuối"),
        (",", "Hãy ghi số trang"),
    ],
)
def test_what_names_no_page_says_why(words: str, told: str):
    with pytest.raises(NotPages, match=told):
        chosen_pages(words, 5)
