"""`export` and `report`."""

import os
from pathlib import Path

import openpyxl
import pytest
from pypdfium2 import PdfDocument

from tests.cli.conftest import Run


def words(path: Path) -> str:
    document = PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("what", ["register", "nominations", "plan", "council"])
def test_every_list_goes_to_a_workbook(run: Run, sample: Path, tmp_path: Path, what: str) -> None:
    out = tmp_path / f"{what}.xlsx"
    answer = run("export", sample, what, out, "--json")
    assert (answer.code, answer.json) == (0, {"file": str(out), "replaced": False})
    assert openpyxl.load_workbook(out).worksheets[0].max_row > 10


@pytest.mark.parametrize(
    "what",
    [
        *("decisions", "units", "people", "households", "ratings", "initiatives"),
        *("disciplines", "cases", "strengths"),
    ],
)
def test_lists_of_the_directory_go_to_a_workbook(
    run: Run, sample: Path, tmp_path: Path, what: str
) -> None:
    out = tmp_path / f"{what}.xlsx"
    answer = run("export", sample, what, out, "--json")
    assert (answer.code, answer.json) == (0, {"file": str(out), "replaced": False})
    [head] = [
        row
        for row in openpyxl.load_workbook(out).worksheets[0].iter_rows(values_only=True)
        if row[0] == "TT"
    ]
    assert all(head)


def test_a_list_goes_to_paper_by_the_end_of_its_name(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "don-vi.pdf"
    assert run("export", sample, "units", out).code == 0
    assert "DANH SÁCH ĐƠN VỊ" in words(out)


@pytest.mark.parametrize(("asked", "count"), [((), 0), (("--citizen-ids",), 1)])
def test_citizen_numbers_are_exported_only_when_asked_for(
    run: Run, sample: Path, tmp_path: Path, asked: tuple[str, ...], count: int
) -> None:
    out = tmp_path / "nguoi.xlsx"
    run("export", sample, "people", out, *asked)
    cells = [c for row in openpyxl.load_workbook(out).worksheets[0].values for c in row]
    assert cells.count("Số định danh") == count


def test_the_register_of_a_year_has_its_rows(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "so.xlsx"
    run("export", sample, "register", out, "--year", "2024")
    sheet = openpyxl.load_workbook(out).worksheets[0]
    ordinals = [row[0] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert ordinals == list(range(1, 326))


def test_the_half_year_report_states_its_numbers(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.pdf"
    assert run("report", sample, "half-year", out, "--year", "2024", "--half", "1").code == 0
    assert "92 tập thể và 226 lượt cá nhân" in words(out)


def test_without_a_report_the_outline_is_filled(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "bao-cao.pdf"
    answer = run("report", sample, "half-year", out, "--year", "2023", "--half", "1")
    assert "lập từ đề cương" in answer.out
    said = words(out)
    assert "6 tháng đầu năm 2023" in said
    assert "danh hiệu Lao động tiên tiến 70 cá nhân" in said


def test_without_a_half_the_last_report_of_the_year_is_taken(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "bao-cao.pdf"
    answer = run("report", sample, "half-year", out, "--year", "2024")
    assert "đề cương" not in answer.out
    assert "92 tập thể và 226 lượt cá nhân" in words(out)


@pytest.mark.parametrize(
    ("what", "name"),
    [("half-year", "a.docx"), ("plan", "a.pdf"), ("plan", "a.docx"), ("register", "a.pdf"),
     ("register", "a.xlsx"), ("register", "a.docx")],
)  # fmt: skip
def test_papers_go_out_as_their_names_end(
    run: Run, sample: Path, tmp_path: Path, what: str, name: str
) -> None:
    out = tmp_path / name
    assert run("report", sample, what, out, "--year", "2024").code == 0
    start = out.read_bytes()[:4]
    assert start == (b"%PDF" if name.endswith("pdf") else b"PK\x03\x04")


def test_an_older_file_is_written_over_and_said_so(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "so.xlsx"
    out.write_text("cũ")
    answer = run("export", sample, "council", out)
    assert "Đã ghi đè" in answer.out
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["so.pdf", "so.xls", "so", "so.thidua"])
def test_a_wrong_ending_is_refused(run: Run, sample: Path, tmp_path: Path, name: str) -> None:
    answer = run("export", sample, "register", tmp_path / name)
    assert answer.code == 1
    assert ".xlsx" in answer.err
    assert not (tmp_path / name).exists()


def test_a_missing_folder_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    answer = run("report", sample, "plan", tmp_path / "usb" / "a.pdf", "--json")
    assert answer.code == 1
    assert "thư mục" in answer.json["error"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder closed to us")
def test_a_folder_that_cannot_be_written_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert run("report", sample, "plan", folder / "a.pdf").code == 1


def test_a_year_without_a_plan_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    answer = run("report", sample, "plan", tmp_path / "a.pdf", "--year", "2019")
    assert (answer.code, "Chưa có kế hoạch năm 2019" in answer.err) == (1, True)


def test_an_office_without_plans_is_told(run: Run, office: Path, tmp_path: Path) -> None:
    answer = run("export", office, "plan", tmp_path / "a.xlsx")
    assert (answer.code, "chưa có kế hoạch" in answer.err) == (1, True)


def test_a_dossier_has_its_appraisal(run: Run, sample: Path, tmp_path: Path) -> None:
    told = run("list", sample, "dossiers", "--json").json
    uid = next(row["uid"] for row in told if row["number"] == "61/TTr-GDĐT")
    out = tmp_path / "tham-dinh.pdf"
    assert run("report", sample, "appraisal", out, "--dossier", uid).code == 0
    said = words(out)
    assert "PHIẾU THẨM ĐỊNH" in said
    assert "Hồ sơ đề nghị khen thưởng của Phòng Giáo dục và Đào tạo" in said


def test_an_appraisal_of_no_dossier_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tham-dinh.pdf"
    answer = run("report", sample, "appraisal", out)
    assert answer.code == 1
    assert "--dossier" in answer.err
    assert not out.exists()


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_what_was_sent_back_goes_out_with_its_reasons(
    run: Run, sample: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"tra-lai.{ending}"
    assert run("report", sample, "returned", out, "--year", "2024").code == 0
    assert out.stat().st_size > 2_000
