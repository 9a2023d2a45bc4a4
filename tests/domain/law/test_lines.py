"""The line of an entry in a law file, and of a word inside it."""

import pytest

from thidua_desktop.domain.law.lines import line_of

FILE = """\
# A comment with [brackets]

[pack]
id = "2024"

[[rule]]
title = "one"

[[rule.path]]
id = "a"
needs = [
  { kind = "rating", at_least = "GOOD" },
]

[[rule]]
title = "two"

[[rule.path]]
id = "a"

[[rule.path]]
id = "b"
needs = [
  { kind = "rating", years = 3 },
]

[[form]]
id = "years"
"""


@pytest.mark.parametrize(
    ("section", "number", "reason", "line"),
    [
        ("pack", 0, "", 3),
        ("rule", 0, "", 6),
        ("rule", 1, "", 15),
        ("form", 0, "", 27),
        ("rule", 0, "giá trị “GOOD” không có", 12),
        ("rule", 1, "có trường lạ “years” (tại path[1].needs[0])", 24),
        ("rule", 1, "cần giá trị kiểu str (tại path[1].id)", 22),
        ("rule", 0, "có trường lạ “years”", 6),
        ("rule", 2, "", 1),
        ("gone", 0, "", 1),
    ],
)
def test_the_line_is_that_of_the_entry_or_of_the_word_in_it(
    section: str, number: int, reason: str, line: int
) -> None:
    assert line_of(FILE, section, number, reason) == line
