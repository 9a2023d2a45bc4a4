"""Files that leave the office, read back; and exports that leave nothing behind."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from pypdfium2 import PdfDocument

from thidua_desktop.domain.errors import Cancelled, OutsideError, Refused
from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.work import Quiet
from thidua_desktop.services.services import Services


class Stopped:
    """A ticket of work that the officer stops after *steps* of it."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self, done: int, total: int, text: str) -> None:
        if self._left == 0:
            raise Cancelled
        self._left -= 1


def words(path: Path) -> str:
    """Return the text of a PDF, blanks made single."""
    document = PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def rows(path: Path) -> list[tuple[object, ...]]:
    """Return the rows of a workbook's only sheet."""
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))


def test_the_register_has_real_dates_and_numbers(sample: Services, tmp_path: Path) -> None:
    query = Query(year=2024, filters=(Filter("level", "province", "is"),))
    path = sample.exporting.register(tmp_path / "so.xlsx", query)
    data = [row for row in rows(path) if isinstance(row[0], int)]
    assert len(data) == 7
    assert {row[10] for row in data} == {datetime(2024, 2, 6), datetime(2024, 5, 28)}
    assert all(isinstance(row[12], int) for row in data)


def test_the_register_says_what_it_was_narrowed_to(sample: Services, tmp_path: Path) -> None:
    query = Query(year=2024, text="giay khen", filters=(Filter("unit", "Xã Đắk Lua"),))
    found = rows(sample.exporting.register(tmp_path / "so.xlsx", query))
    said = [row[0] for row in found[:5]]
    assert "Năm 2024" in said
    assert "Chỉ gồm các dòng có “giay khen”" in said
    assert "Đã lọc: đơn vị “Xã Đắk Lua”" in said


def test_nominations_go_out_with_their_states_in_words(sample: Services, tmp_path: Path) -> None:
    found = rows(sample.exporting.nominations(tmp_path / "de-nghi.xlsx", Query()))
    states = {row[9] for row in found if isinstance(row[0], int)}
    assert {"Đồng ý", "Trả lại", "Đã khen thưởng"} <= states


def test_the_plan_goes_out_under_its_quarters(sample: Services, tmp_path: Path) -> None:
    found = rows(sample.exporting.plan(tmp_path / "ke-hoach.xlsx", 2024))
    heads = [row[0] for row in found if isinstance(row[0], str) and row[0].startswith("QUÝ")]
    assert heads == ["QUÝ I", "QUÝ II", "QUÝ III", "QUÝ IV"]
    assert sum(isinstance(row[0], int) for row in found) == 11


def test_no_markup_reaches_a_sheet(sample: Services, tmp_path: Path) -> None:
    found = rows(sample.exporting.plan(tmp_path / "ke-hoach.xlsx", 2024))
    assert not [cell for row in found for cell in row if isinstance(cell, str) and "<" in cell]


def test_the_council_goes_out_with_its_secretary(sample: Services, tmp_path: Path) -> None:
    found = rows(sample.exporting.council(tmp_path / "hoi-dong.xlsx"))
    assert sum(isinstance(row[0], int) for row in found) == 13
    assert [row[1] for row in found if row[3] == "Ủy viên, Thư ký Hội đồng"] == ["Trần Quốc Hải"]


def test_the_report_states_the_numbers_of_the_register(sample: Services, tmp_path: Path) -> None:
    report = sample.reports.find("half_year", 2024, 1)
    assert report is not None
    said = words(sample.exporting.report(tmp_path / "bao-cao.pdf", report.uid))
    assert "Bằng khen cho 02 tập thể và 05 cá nhân" in said
    assert "khen thưởng 92 tập thể và 226 lượt cá nhân" in said
    assert "Giấy khen cho 76 tập thể và 115 cá nhân" in said
    assert "Hội đồng có 13 thành viên" in said


def test_the_report_goes_to_word_too(sample: Services, tmp_path: Path) -> None:
    import docx

    report = sample.reports.find("half_year", 2024, 1)
    assert report is not None
    path = sample.exporting.report(tmp_path / "bao-cao.docx", report.uid)
    said = " ".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "khen thưởng 92 tập thể và 226 lượt cá nhân" in said


def test_the_plan_paper_has_its_table(sample: Services, tmp_path: Path) -> None:
    said = words(sample.exporting.plan_paper(tmp_path / "ke-hoach.pdf", 2024))
    assert "TT Nội dung nhiệm vụ chủ yếu Đơn vị thực hiện" in said
    assert "QUÝ IV" in said


def test_the_register_on_paper_ends_with_its_sum(sample: Services, tmp_path: Path) -> None:
    query = Query(year=2024, filters=(Filter("level", "province", "is"),))
    said = words(sample.exporting.register_paper(tmp_path / "so.pdf", query))
    assert "SỔ KHEN THƯỞNG" in said
    assert "Cộng: 7 dòng" in said


def test_the_register_on_paper_says_how_it_was_filtered_and_sorted(
    sample: Services, tmp_path: Path
) -> None:
    filters = (Filter("level", "province", "is"), Filter("decision_date", "2024-02-06", "from"))
    query = Query(year=2024, filters=filters, order=(Order("amount", descending=True),))
    said = words(sample.exporting.register_paper(tmp_path / "so.pdf", query))
    assert "Đã lọc: cấp “Tỉnh”; ngày ký từ 06/02/2024" in said
    assert "Xếp theo tiền thưởng, giảm dần" in said


def test_the_register_on_paper_keeps_the_order_of_the_list(
    sample: Services, tmp_path: Path
) -> None:
    filters = (Filter("level", "province", "is"),)
    query = Query(year=2024, filters=filters, order=(Order("name", descending=True),))
    names = [row.name for row in sample.awards.rows(sample.awards.find(query))]
    said = words(sample.exporting.register_paper(tmp_path / "so.pdf", query))
    places = [said.index(name) for name in names]
    assert places == sorted(places)


def test_nominations_go_on_lying_pages(sample: Services, tmp_path: Path) -> None:
    path = sample.exporting.nominations_paper(tmp_path / "de-nghi.pdf", Query(year=2024))
    with PdfDocument(path) as document:
        width, height = document.get_page_size(0)
    assert width > height
    said = words(path)
    assert "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG" in said
    assert "Năm 2024" in said


def test_nominations_of_one_dossier_name_it(sample: Services, tmp_path: Path) -> None:
    row = next(row for row in sample.nominations.rows_of(Query()) if row.dossier)
    dossier = sample.nominations.get(row.uid).dossier_uid or ""
    query = Query(filters=(Filter("dossier_uid", dossier, "is"),))
    said = words(sample.exporting.nominations_paper(tmp_path / "de-nghi.pdf", query))
    assert f"Hồ sơ: {row.dossier}" in said


def test_the_council_on_paper_names_its_decision(sample: Services, tmp_path: Path) -> None:
    term = sample.council.terms()[0]
    query = Query(filters=(Filter("term_uid", term.uid, "is"),))
    said = words(sample.exporting.council_paper(tmp_path / "hoi-dong.pdf", query))
    assert f"Theo Quyết định số {term.decision_number}" in said
    assert "Trần Quốc Hải" in said
    assert "Đã lọc" not in said


def test_the_same_paper_at_the_same_time_is_the_same_file(sample: Services, tmp_path: Path) -> None:
    first = sample.exporting.plan_paper(tmp_path / "a.pdf", 2024)
    second = sample.exporting.plan_paper(tmp_path / "b.pdf", 2024)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ["so.pdf", "so.txt", "so", "so.xls"])
def test_a_name_that_ends_in_nothing_we_write_is_refused(
    sample: Services, tmp_path: Path, name: str
) -> None:
    with pytest.raises(Refused, match=r"\.xlsx"):
        sample.exporting.register(tmp_path / name, Query())
    assert not (tmp_path / name).exists()


def test_a_missing_folder_is_told(sample: Services, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="Không tìm thấy"):
        sample.exporting.council(tmp_path / "usb" / "hoi-dong.xlsx")


def test_a_missing_plan_is_told(sample: Services, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Chưa có kế hoạch năm 2019"):
        sample.exporting.plan(tmp_path / "ke-hoach.xlsx", 2019)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_cancelled_export_leaves_no_file(sample: Services, tmp_path: Path, steps: int) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Cancelled):
        sample.exporting.register(folder / "so.xlsx", Query(), Stopped(steps))
    assert list(folder.iterdir()) == []


def test_a_cancelled_export_leaves_the_older_file(sample: Services, tmp_path: Path) -> None:
    path = tmp_path / "so.pdf"
    path.write_bytes(b"older")
    with pytest.raises(Cancelled):
        sample.exporting.register_paper(path, Query(), Stopped(1))
    assert path.read_bytes() == b"older"


class Heeding(Quiet):
    """Keeps what was remarked."""

    def __init__(self) -> None:
        self.remarks: list[str] = []

    def remark(self, words: str) -> None:
        self.remarks.append(words)


def test_letters_without_a_shape_are_named_before_printing(
    sample: Services, tmp_path: Path
) -> None:
    from dataclasses import replace

    paper = sample.exporting.plan_as_paper(2024)
    assert sample.exporting.unprintable(paper) == []
    strange = replace(paper, blocks=(replace(paper.blocks[0], body="Dấu ☑"),))
    assert "☑" in sample.exporting.unprintable(strange)[0].text
    ticket = Heeding()
    sample.exporting.paper(strange, tmp_path / "plan.pdf", ticket)
    assert ["☑" in words for words in ticket.remarks] == [True]


def test_a_quiet_ticket_stops_nothing() -> None:
    Quiet().step(1, 2, "")
