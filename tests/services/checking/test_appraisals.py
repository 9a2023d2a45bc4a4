"""The appraisal of a dossier and the list of what was sent back, as values and on paper."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pypdfium2 import PdfDocument

from tests.services.checking.conftest import CSTDCS, GIAY_KHEN, LDTT, Checking
from thidua_desktop.domain.nominations import Dossier, Nomination


@pytest.fixture
def dossier(checking: Checking) -> Dossier:
    """A dossier with one who is eligible, one who is not, one who waits; one paper is missing."""
    good, bad, open_ = (checking.person(name) for name in ("Y Cúc", "A Anh", "Y Bình"))
    checking.rated(good, "GOOD", 2024)
    checking.rated(bad, "DONE", 2024)
    checking.all_proposed([good, bad, open_])
    papers = [each.paper for each in checking.services.dossiers.papers(checking.dossier.uid)]
    ticked = [replace(paper, is_there=True) for paper in papers[1:]]
    checking.services.dossiers.save_papers(checking.dossier.uid, [papers[0], *ticked])
    return checking.dossier


def printed(checking: Checking, dossier: Dossier, folder: Path) -> str:
    """Return the words of the appraisal on paper."""
    path = checking.services.exporting.appraisal(folder / "tham-dinh.pdf", dossier.uid)
    document = PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def test_verdicts_and_papers_are_counted(checking: Checking, dossier: Dossier) -> None:
    found = checking.services.appraisals.of(dossier.uid)
    assert found.verdicts == {"eligible": 1, "not_eligible": 1, "needs_review": 1}
    assert [each.paper.name for each in found.missing] == ["Tờ trình"]
    assert (found.tally.people, [law.id for law in found.laws]) == (3, ["2024"])


def test_the_paper_tells_each_verdict_with_its_reason_and_article(
    checking: Checking, dossier: Dossier, tmp_path: Path
) -> None:
    said = printed(checking, dossier, tmp_path)
    assert "PHIẾU THẨM ĐỊNH" in said
    assert "1 đủ điều kiện, 1 chưa đủ điều kiện, 1 cần xem xét" in said
    assert "Chưa có xếp loại năm 2024 (Luật 06/2022/QH15 khoản 1 Điều 24)" in said
    assert "đề nghị trả lại đơn vị: 1 đề nghị, gồm A Anh" in said
    assert "Hồ sơ còn thiếu: Tờ trình." in said


def test_what_was_sent_back_already_is_not_counted_among_the_rest(
    checking: Checking, dossier: Dossier, tmp_path: Path
) -> None:
    found = checking.services.appraisals.of(dossier.uid)
    bad = next(one.row.uid for one in found.rows if one.checked.verdict == "not_eligible")
    checking.services.reviewing.set_state([bad], "returned", "Xếp loại chưa đạt")
    said = printed(checking, dossier, tmp_path)
    assert "1 đủ điều kiện, 1 cần xem xét, 1 đã trả lại hoặc không đồng ý" in said
    assert "Chưa đủ điều kiện (trả lại)" in said
    assert "đề nghị trả lại đơn vị" not in said


def test_a_paper_missing_from_the_dossier_is_told_once(
    checking: Checking, dossier: Dossier, tmp_path: Path
) -> None:
    assert "Thiếu tờ trình" not in printed(checking, dossier, tmp_path)


def test_what_was_set_aside_is_printed_with_its_reason(
    checking: Checking, dossier: Dossier, tmp_path: Path
) -> None:
    checks = checking.services.checks
    bad = next(u for u, c in checks.check(dossier=dossier.uid).items() if c.of("error"))
    checks.waive(bad, checks.of(bad).of("error")[0], "Đã có văn bản đính chính")
    said = printed(checking, dossier, tmp_path)
    assert "Đã xem xét và bỏ qua" in said
    assert "Lý do: Đã có văn bản đính chính." in said


def test_a_share_above_the_limit_is_told_once_beside_the_table(
    checking: Checking, tmp_path: Path
) -> None:
    people = checking.people(4)
    checking.all_proposed(people, LDTT)
    checking.all_proposed(people[:2], CSTDCS)
    checking.services.parameters.set("grassroots_fighter_share", 15)
    said = printed(checking, checking.dossier, tmp_path)
    assert said.count("2/4 = 50%") == 1


def test_a_standard_that_is_read_by_people_is_told_once_below_the_table(
    checking: Checking, tmp_path: Path
) -> None:
    checking.all_proposed(checking.people(3), GIAY_KHEN)
    said = printed(checking, checking.dossier, tmp_path)
    assert said.count("Xét theo tiêu chuẩn ghi dưới bảng.") == 3
    assert said.count("tỉnh quy định đối tượng và tiêu chuẩn") == 1


def test_long_findings_alike_are_told_for_the_first(checking: Checking, tmp_path: Path) -> None:
    people = checking.people(3)
    for person in people:
        checking.rated(person, "GOOD", 2024)
    checking.all_proposed(people, CSTDCS)
    said = printed(checking, checking.dossier, tmp_path)
    assert said.count("Chưa có thông tin về sáng kiến") == 1
    assert said.count("Như TT 1.") == 2


def test_a_position_that_names_the_unit_is_not_followed_by_it(
    checking: Checking, tmp_path: Path
) -> None:
    nomination = checking.proposed(checking.person())
    where = replace(
        nomination.recipient, position="Hiệu trưởng Trường Tiểu học Sơn Ca",
        unit_name="Trường Tiểu học Sơn Ca",
    )  # fmt: skip
    checking.services.nominations.save(replace(nomination, recipient=where))
    said = printed(checking, checking.dossier, tmp_path)
    assert "Hiệu trưởng Trường Tiểu học Sơn Ca, Trường" not in said


def test_papers_nobody_went_through_are_not_called_missing(
    checking: Checking, tmp_path: Path
) -> None:
    checking.proposed(checking.person())
    said = printed(checking, checking.dossier, tmp_path)
    assert "Chưa kiểm giấy tờ của hồ sơ" in said
    assert "còn thiếu" not in said


def test_an_empty_dossier_has_a_paper_too(checking: Checking, tmp_path: Path) -> None:
    said = printed(checking, checking.dossier, tmp_path)
    assert "Hồ sơ chưa có đề nghị nào" in said


def test_the_paper_can_be_edited_in_word(
    checking: Checking, dossier: Dossier, tmp_path: Path
) -> None:
    path = checking.services.exporting.appraisal(tmp_path / "tham-dinh.docx", dossier.uid)
    assert path.stat().st_size > 5_000


def sent_back(checking: Checking) -> Nomination:
    nomination = checking.proposed(checking.person())
    reviewing = checking.services.reviewing
    reviewing.set_state([nomination.uid], "returned", "Thiếu báo cáo thành tích", "2024-06-20")
    return nomination


def test_what_was_sent_back_has_its_day_and_reason(checking: Checking) -> None:
    sent_back(checking)
    (one,) = checking.services.appraisals.sent_back(checking.dossier.uid)
    assert (one.row.name, one.date, one.reason) == (
        "Y Hoa",
        "2024-06-20",
        "Thiếu báo cáo thành tích",
    )
    assert checking.services.appraisals.sent_back(year=2023) == []


def test_what_came_back_in_is_no_longer_listed(checking: Checking) -> None:
    nomination = sent_back(checking)
    checking.services.reviewing.set_state([nomination.uid], "submitted")
    assert checking.services.appraisals.sent_back() == []


def test_what_was_sent_back_goes_to_a_workbook(checking: Checking, tmp_path: Path) -> None:
    sent_back(checking)
    path = checking.services.exporting.sent_back(tmp_path / "tra-lai.xlsx", year=2024)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert {"Y Hoa", "Thiếu báo cáo thành tích"} <= set(cells)
