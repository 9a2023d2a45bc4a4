from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest

from tests.documents.pdf import read_back, samples
from thidua_desktop.documents import pdf
from thidua_desktop.documents.fonts import FontFolder
from thidua_desktop.documents.paper import Paper
from thidua_desktop.domain.errors import Cancelled, OutsideError, Refused


def _long() -> Paper:
    blocks = [samples.heading("I.", "Kết quả"), samples.heading("1.", "Tổ chức", 2)]
    blocks += [samples.paragraph(samples.SENTENCE * 6 + "<fn>Ghi chú.</fn>")] * 20
    blocks += [samples.heading("II.", "<b>Nhiệm vụ:</b> tiếp tục <i>thi đua</i>.")]
    return samples.paper(*blocks, author="UBND huyện Đắk Mây")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.written(_long(), tmp_path_factory.mktemp("write"))


def _document(path: Path) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(path)


def test_pages_are_a4_upright(path):
    document = _document(path)
    sizes = {tuple(round(side * 25.4 / 72, 1) for side in page.get_size()) for page in document}
    assert sizes == {(210.0, 297.0)}


def test_page_numbers_stand_in_the_top_margin_from_page_2(path):
    above = [line for line in read_back.lines(path) if line.first.baseline < 19]
    assert [line.words for line in above] == [
        str(number) for number in range(2, read_back.page_count(path) + 1)
    ]
    for line in above:
        assert line.first.size == 14.0
        assert (line.left + line.right) / 2 == pytest.approx(112.5, abs=0.5)


def test_text_stays_inside_the_margins(path):
    for line in read_back.lines(path):
        assert line.left >= 29.9
        assert line.right <= 195.1
        assert line.first.baseline <= 277.0


def test_all_fonts_lie_in_the_file(path):
    content = path.read_bytes()
    assert content.count(b"/FontFile2") == content.count(b"/Subtype /TrueType") == 4
    assert b"/Type1" not in content


def test_the_file_says_what_it_is_in_vietnamese(path):
    told = _document(path).get_metadata_dict()
    assert told["Title"] == "Báo cáo thử"
    assert told["Author"] == "UBND huyện Đắk Mây"
    assert told["CreationDate"].startswith("D:20240605080000")
    assert b"/Lang (vi-VN)" in path.read_bytes()


def test_headings_are_the_outline(path):
    entries = [(entry.level, entry.get_title()) for entry in _document(path).get_toc()]
    assert entries == [(0, "I. KẾT QUẢ"), (1, "1. Tổ chức"), (0, "II. Nhiệm vụ:")]


def test_the_same_paper_gives_the_same_bytes(path, tmp_path):
    assert samples.written(_long(), tmp_path).read_bytes() == path.read_bytes()


def test_the_closing_keeps_to_the_last_lines_of_the_text(tmp_path):
    for sentences in range(28, 64, 3):
        made = samples.paper(samples.paragraph(samples.SENTENCE * sentences))
        lines = read_back.lines(samples.written(made, tmp_path))
        closing = next(line for line in lines if "TM. ỦY BAN NHÂN DÂN" in line.words)
        name = next(line for line in lines if line.words.endswith("A Thủy"))
        page = closing.first.page
        before = [line for line in lines if line.first.page == page and line.first.size == 14.0]
        text = [line for line in before if 20 < line.first.baseline < closing.first.baseline]
        assert name.first.page == page
        assert len(text) >= 2


def test_recipients_stand_left_of_who_signs(tmp_path):
    path = samples.written(samples.paper(samples.paragraph("Nội dung.")), tmp_path)
    title = read_back.line(path, "Nơi nhận:").first
    assert (title.size, title.face, round(title.x)) == (12.0, "BoldItalic", 30)
    for words in ("- Sở Nội vụ (b/c);", "- Các xã, thị trấn;", "- Lưu: VT, NV."):
        assert read_back.line(path, words).first.size == 11.0
    signed = read_back.line(path, "A Thủy")
    assert (signed.first.size, signed.first.face) == (14.0, "Bold")
    assert signed.left > 105
    post = read_back.line(path, "CHỦ TỊCH").first
    assert signed.first.baseline - post.baseline > 25


def test_recipients_without_end_go_on_over_pages(tmp_path):
    listed = [f"Đơn vị số {number}" for number in range(1, 141)]
    heading = replace(samples.HEADING, recipients="\n".join(listed))
    made = samples.paper(samples.paragraph("Nội dung."), heading=heading)
    lines = read_back.lines(samples.written(made, tmp_path))
    drawn = [line.words.strip("-;. ") for line in lines if line.first.size == 11.0]
    assert drawn == listed
    assert all(line.first.baseline <= 277.0 for line in lines)


def test_loose_marks_are_drawn_as_whole_letters(tmp_path):
    words = "Đề nghị tặng thưởng"
    made = samples.paper(samples.paragraph(normalize("NFD", words)))
    assert read_back.has_line(samples.written(made, tmp_path), words)


def test_more_letters_than_one_subset_holds_are_all_drawn(tmp_path):
    letters = [chr(code) for code in (*range(0xC0, 0x180), *range(0x391, 0x3A2))]
    words = [a + b for a, b in zip(letters[::2], letters[1::2], strict=False)]
    made = samples.paper(samples.paragraph(" ".join(words)), heading=None)
    drawn = " ".join(line.words for line in read_back.lines(samples.written(made, tmp_path)))
    assert drawn.split() == words


def test_a_letter_that_the_font_lacks_is_drawn_as_a_square_and_named(tmp_path):
    made = samples.paper(samples.paragraph("Chữ 汉 lạ"))
    assert read_back.has_line(samples.written(made, tmp_path), "Chữ □ lạ")
    (problem,) = pdf.problems(made, samples.FONTS)
    assert "“汉” (U+6C49)" in problem.text


def test_a_vietnamese_paper_has_no_letter_that_the_font_lacks():
    assert pdf.problems(_long(), samples.FONTS) == []


def test_a_word_wider_than_the_page_is_cut_and_nothing_of_it_lost(tmp_path):
    word = "".join(f"{number:04}" for number in range(100))
    made = samples.paper(samples.paragraph(f"Mã {word} hết"), heading=None)
    drawn = "".join(line.words for line in read_back.lines(samples.written(made, tmp_path)))
    assert drawn.replace(" ", "") == f"Mã{word}hết"


def test_every_page_is_reported(tmp_path):
    ticket = samples.Counting()
    path = samples.written(_long(), tmp_path, ticket)
    told = [text for _, _, text in ticket.steps]
    count = read_back.page_count(path)
    assert told[-count:] == [f"Đang vẽ trang {n}/{count}" for n in range(1, count + 1)]
    assert all(done <= total for done, total, _ in ticket.steps)


@pytest.mark.parametrize("step", [1, 3])
def test_a_cancelled_paper_leaves_the_old_file_and_nothing_beside_it(tmp_path, step):
    old = tmp_path / "paper.pdf"
    old.write_bytes(b"old")
    with pytest.raises(Cancelled):
        samples.written(_long(), tmp_path, samples.Counting(stop_at=step))
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OutsideError, match="Không tìm thấy hoặc không dùng được thư mục"):
        samples.written(_long(), tmp_path / "gone")


def test_a_font_that_is_gone_is_told(tmp_path):
    with pytest.raises(Refused, match=r"LiberationSerif-Regular\.ttf"):
        pdf.write(_long(), tmp_path / "x.pdf", FontFolder(tmp_path), samples.Counting())


def test_a_paper_of_nothing_is_one_empty_page(tmp_path):
    made = replace(samples.paper(), heading=None)
    assert read_back.page_count(samples.written(made, tmp_path)) == 1
