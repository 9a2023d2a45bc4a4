from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.pdf import read_back, samples
from thidua_desktop.documents.pdf.notes import SIZE
from thidua_desktop.domain.markup import plain

_BODY, _RAISED, _NUMBER_OF_NOTE = 14.0, 8.68, 6.2


def _words(letters: list[read_back.Letter], *sizes: float) -> list[str]:
    """Return the words in letters of these sizes; a line's end is a space."""
    chosen = [letter for letter in letters if letter.size in sizes]
    text = "".join(
        letter.text + (" " if after.baseline != letter.baseline else "")
        for letter, after in pairwise([*chosen, *chosen[-1:]])
    )
    return text.split()


def _left(path: Path, words: str) -> float:
    return read_back.line(path, words).left


# Paragraphs as an officer might have them.


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    blocks = (
        samples.paragraph("Kính gửi: Sở Nội vụ tỉnh Lâm Sơn"),
        samples.paragraph("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        samples.paragraph(f"Ủy ban nhân dân huyện báo cáo. {samples.SENTENCE * 3}"),
        samples.heading("I.", "Công tác chỉ đạo"),
        samples.heading("1.", "Việc tổ chức", 2),
        samples.heading("1.1.", f"<b>Phong trào thứ nhất:</b> {samples.SENTENCE}", 3),
        samples.bullet(samples.SENTENCE),
        samples.paragraph("Điểm thứ nhất.", "a)"),
        samples.heading("Chương II", "Tổ chức thực hiện"),
        samples.paragraph("Chữ <i>nghiêng</i> và <b>đậm</b> với <field name='x'>số</field>."),
        samples.paragraph('Có <field name="awards">7</field> tập thể./.'),
    )
    made = samples.paper(*blocks, figures={"awards": "92"})
    return samples.written(made, tmp_path_factory.mktemp("text"))


def test_the_first_line_of_a_paragraph_is_indented_and_the_next_is_not(path):
    lines = read_back.lines(path)
    at = next(n for n, line in enumerate(lines) if line.words.startswith("Ủy ban nhân dân huyện"))
    assert lines[at].left == pytest.approx(42.7, abs=0.3)
    assert lines[at + 1].left == pytest.approx(30.0, abs=0.3)


def test_full_lines_end_at_the_right_margin(path):
    full = read_back.line(path, "Ủy ban nhân dân huyện báo cáo.")
    assert full.right == pytest.approx(195.0, abs=0.4)


def test_paragraphs_stand_six_points_further_apart_than_lines(path):
    lines = read_back.lines(path)
    at = next(n for n, line in enumerate(lines) if line.words.startswith("Ủy ban nhân dân huyện"))
    leading = lines[at + 1].first.baseline - lines[at].first.baseline
    above = lines[at].first.baseline - lines[at - 1].first.baseline
    assert (above - leading) * 72 / 25.4 == pytest.approx(6.0, abs=0.1)


def test_legal_bases_are_italic(path):
    assert read_back.line(path, "Căn cứ Luật").first.face == "Italic"


def test_the_addressee_stands_in_the_middle(path):
    line = read_back.line(path, "Kính gửi")
    assert (line.left + line.right) / 2 == pytest.approx(112.5, abs=0.5)


def test_a_first_heading_is_in_bold_capitals(path):
    assert read_back.line(path, "I. CÔNG TÁC CHỈ ĐẠO").first.face == "Bold"


def test_a_second_heading_is_bold_as_it_was_written(path):
    assert read_back.line(path, "1. Việc tổ chức").first.face == "Bold"


def test_a_heading_that_runs_on_is_bold_only_where_it_names(path):
    line = read_back.line(path, "1.1. Phong trào thứ nhất: Phong trào")
    bold = "".join(letter.text for letter in line.letters if letter.face == "Bold")
    assert bold.strip() == "1.1. Phong trào thứ nhất:"


def test_a_chapter_stands_in_the_middle_above_its_title(path):
    number, title = (read_back.line(path, words) for words in ("Chương II", "TỔ CHỨC THỰC HIỆN"))
    assert title.first.baseline > number.first.baseline
    for line in (number, title):
        assert (line.left + line.right) / 2 == pytest.approx(112.5, abs=0.5)
        assert line.first.face == "Bold"


def test_points_and_bullets_begin_at_the_indent(path):
    assert _left(path, "a) Điểm") == pytest.approx(42.7, abs=0.3)
    assert _left(path, "- Phong") == pytest.approx(42.7, abs=0.5)


def test_a_live_figure_shows_what_it_counts_now(path):
    assert read_back.has_line(path, "Có 92 tập thể./.")


# Footnotes.


def test_a_footnote_stands_small_below_a_short_line_at_the_foot_of_its_page(tmp_path):
    block = samples.paragraph("Theo kế hoạch<fn>Kế hoạch số 31 <i>của huyện</i>.</fn> đã có.")
    path = samples.written(samples.paper(block), tmp_path)
    note = read_back.line(path, "Kế hoạch số 31 của huyện.")
    assert note.letters[0].size == SIZE
    assert note.first.baseline == pytest.approx(277.0, abs=1.5)
    above = [rule for rule in read_back.rules(path) if 0 < note.first.baseline - rule[2] < 6]
    assert above[0][:2] == pytest.approx((30.0, 80.1), abs=0.3)


def test_the_number_of_a_footnote_is_raised_after_its_word(tmp_path):
    block = samples.paragraph("Theo kế hoạch<fn>Kế hoạch số 31.</fn>, đã có.")
    letters = read_back.letters(samples.written(samples.paper(block), tmp_path))
    at = next(n for n, letter in enumerate(letters) if letter.size == _RAISED)
    assert "".join(letter.text for letter in letters[at - 2 : at + 2]) == "ch1,"
    assert letters[at].baseline < letters[at - 1].baseline - 1


def test_a_space_before_a_footnote_does_not_part_it_from_its_word(tmp_path):
    block = samples.paragraph("Theo kế hoạch <fn>Kế hoạch số 31.</fn>đã có.")
    path = samples.written(samples.paper(block, heading=None), tmp_path)
    letters = read_back.letters(path)
    at = next(n for n, letter in enumerate(letters) if letter.size == _RAISED)
    assert "".join(letter.text for letter in letters[at - 2 : at + 3]) == "ch1 đ"


_WORDS = ("thi", "đua", "khen", "thưởng", "Ủy", "ban", "QĐ-UBND", "Đắk", "12/2024", "ộ" * 90)
_prose = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=90).map(" ".join)
_note = _prose.map(lambda text: f"<fn>{text}</fn>")
_bodies = st.lists(st.one_of(_prose, _prose, _note), min_size=1, max_size=8).map("".join)


@given(st.lists(_bodies, min_size=1, max_size=25))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_words_stand_in_order_and_footnotes_on_the_page_that_cites_them(tmp_path, bodies):
    made = samples.paper(*map(samples.paragraph, bodies), heading=None)
    letters = read_back.letters(samples.written(made, tmp_path))
    numbered = {page for page in {letter.page for letter in letters} if page > 1}
    body = [x for x in letters if not (x.page in numbered and x.baseline < 19)]
    assert "".join(_words(body, _BODY)) == "".join(plain(text).replace(" ", "") for text in bodies)
    notes = "".join(_words(letters, SIZE))
    cited = [text for body in bodies for text in _notes_of(body)]
    assert notes == "".join(text.replace(" ", "") for text in cited)
    begun = _pages_of_numbers(body, _NUMBER_OF_NOTE)
    assert len(begun) == len(cited)
    assert begun == _pages_of_numbers(body, _RAISED)


def _notes_of(body: str) -> list[str]:
    return [part.split("</fn>")[0] for part in body.split("<fn>")[1:]]


def _pages_of_numbers(letters: list[read_back.Letter], size: float) -> list[int]:
    """Return the pages of the numbers 1, 2, 3… that stand in digits of *size*."""
    pages: list[int] = []
    run = ""
    for letter in letters:
        run += letter.text if letter.size == size else ""
        if run == str(len(pages) + 1):
            pages.append(letter.page)
            run = ""
    return pages
