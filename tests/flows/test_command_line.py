"""An officer's day on the command line, from an empty folder to papers and back."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from tests import factory
from tests.services.test_importing import PEOPLE, PLAN, REPORT
from thidua_desktop.cli import main
from thidua_desktop.wiring import Wiring


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return factory.wiring(tmp_path / "user")


def test_a_day(wires: Wiring, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command of the day does what it says; the last state is the one she wanted."""

    def thidua(*arguments: object) -> str:
        code = main([str(argument) for argument in arguments], wires)
        told = capsys.readouterr()
        assert (code, told.err) == (0, "")
        return told.out

    file = tmp_path / "huyện.thidua"
    for name, text in (("kế hoạch.txt", PLAN), ("báo cáo.txt", REPORT), ("cán bộ.csv", PEOPLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    thidua("new", file, "--name", "UBND huyện Đắk Ruồng", "--place", "Đắk Ruồng")
    assert "đã nhập 2 nhiệm vụ" in thidua("import", file, tmp_path / "kế hoạch.txt")
    assert "đã nhập 4 đoạn" in thidua("import", file, tmp_path / "báo cáo.txt")
    assert "1 dòng chờ xử lý" in thidua("import", file, tmp_path / "cán bộ.csv", "--as", "people")

    thidua("report", file, "half-year", tmp_path / "báo cáo.docx", "--year", "2024", "--half", "1")
    thidua("report", file, "half-year", tmp_path / "báo cáo.pdf", "--year", "2024", "--half", "1")
    thidua("export", file, "plan", tmp_path / "kế hoạch.xlsx")
    document = PdfDocument(tmp_path / "báo cáo.pdf")
    assert "Theo số liệu của các xã." in document[0].get_textpage().get_text_bounded()
    document.close()

    made = thidua("backup", file, tmp_path / "usb").split("“")[1].split("”")[0]
    assert "Nhập danh sách người" in thidua("undo", file)
    assert thidua("list", file, "people") == "Không có dòng nào.\n"
    thidua("restore", made, file)
    assert "Có 2 dòng." in thidua("list", file, "people")
    assert thidua("verify", file) == "Tệp nguyên vẹn.\n"
    assert "Lò Thị Mây" not in thidua("list", file, "people")
