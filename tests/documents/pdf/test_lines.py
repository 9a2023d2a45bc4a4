import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pdf import samples
from thidua_desktop.documents.pdf.letters import Letters, Style
from thidua_desktop.documents.pdf.lines import Line, Span, balanced, broken, plain_lines

_LETTERS = Letters(samples.FONTS)
_PLAIN, _BOLD = _LETTERS.style(14), _LETTERS.style(14, bold=True)
_RAISED = _LETTERS.style(8, rise=4)


def _words(lines: list[Line]) -> list[str]:
    return [line.words for line in lines]


def _width(text: str, style: Style = _PLAIN) -> float:
    return style.width(text)


def test_a_text_breaks_at_its_spaces():
    room = _width("thi đua khen")
    assert _words(plain_lines("thi đua khen thưởng", _PLAIN, room)) == ["thi đua khen", "thưởng"]


def test_only_the_last_line_is_an_end():
    lines = plain_lines("thi đua khen cho ai", _PLAIN, _width("thi đua") + 1)
    assert _words(lines) == ["thi đua", "khen", "cho ai"]
    assert [line.is_end for line in lines] == [False, False, True]


def test_a_line_feed_ends_a_line_and_an_empty_text_is_one_line():
    assert _words(plain_lines("một\nhai", _PLAIN, 500)) == ["một", "hai"]
    assert _words(plain_lines("", _PLAIN, 500)) == [""]
    assert _words(broken([Span("", _PLAIN)], 500)) == [""]


def test_the_first_line_alone_is_indented():
    lines = broken([Span("thi đua khen thưởng", _PLAIN)], _width("thi đua"), 10.0)
    assert [line.indent for line in lines][:2] == [10.0, 0.0]


def test_stretching_fills_the_room_and_leaves_the_last_line():
    first, last = broken([Span("thi đua khen thưởng", _PLAIN)], _width("thi đua khen") + 6)
    assert first.stretch(first.width + 6) == pytest.approx(3.0)
    assert last.stretch(500) == 0.0


def test_a_line_left_short_by_a_long_word_is_not_torn_apart():
    first, *_ = broken([Span("thi đua " + "a" * 200, _PLAIN)], 400)
    assert first.words == "thi đua"
    assert first.stretch(400) == 0.0


def test_a_word_may_change_style_and_a_number_of_a_footnote_keeps_to_it():
    spans = [Span("khen ", _PLAIN), Span("thưởng", _BOLD), Span("1", _RAISED, 1), Span(";", _PLAIN)]
    (line,) = broken(spans, 500)
    assert [text for text, _ in line.spans] == ["khen", " thưởng", "1", ";"]
    upper, lower = broken(spans, _width("khen thưởng") - 3)
    assert (upper.words, lower.words) == ("khen", "thưởng1;")
    assert (upper.notes, lower.notes) == ((), (1,))


def test_a_footnote_in_a_word_that_is_cut_belongs_to_the_line_of_its_number():
    spans = [Span("a" * 30, _PLAIN), Span("12", _RAISED, 12), Span("b" * 60, _PLAIN)]
    lines = broken(spans, _width("a" * 35))
    assert [line.notes for line in lines if "12" in line.words] == [(12,)]
    assert sum(len(line.notes) for line in lines) == 1


def test_balanced_lines_are_as_few_and_about_as_long():
    text = "Ủy ban nhân dân huyện Đắk Mây"
    room = _width(text) - 5
    assert [len(lines) for lines in (broken([Span(text, _PLAIN)], room),)] == [2]
    upper, lower = balanced([Span(text, _PLAIN)], room)
    assert abs(upper.width - lower.width) < room / 4


_texts = st.lists(
    st.sampled_from(["thi", "đua", "khen", "QĐ-UBND", "ộ" * 40, "", "Ủy\nban"]), max_size=40
).map(" ".join)


@given(_texts, st.floats(80, 500))
@settings(max_examples=200, deadline=None)
def test_the_fast_way_breaks_as_the_full_way_does(text, room):
    text = " ".join(text.replace("\n", " \n ").split(" ")).replace(" \n ", "\n")
    tidy = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    fast, full = plain_lines(tidy, _PLAIN, room), broken([Span(tidy, _PLAIN)], room)
    assert _words(fast) == _words(full)
    assert [line.is_end for line in fast] == [line.is_end for line in full]


@given(_texts, st.floats(80, 500), st.floats(0, 36))
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, room, indent):
    lines = broken([Span(text, _PLAIN), Span("đậm", _BOLD), Span("7", _RAISED, 7)], room, indent)
    assert all(line.indent + line.width <= room + 0.01 for line in lines)
    kept = "".join(_words(lines)).replace(" ", "")
    assert kept == "".join(text.split()) + "đậm7"
