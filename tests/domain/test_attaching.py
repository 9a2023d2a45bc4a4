import pytest

from thidua_desktop.domain.attaching import can_run, safe_name, size_words


@pytest.mark.parametrize("name", ["a.exe", "Tờ trình.DOCM", "x.pdf.js", "run.bat", "bảng.xlsm"])
def test_programs_scripts_and_macros_can_run(name: str):
    assert can_run(name)


@pytest.mark.parametrize("name", ["Tờ trình.docx", "quet.pdf", "anh.JPG", "exe", "bảng.xlsx"])
def test_papers_and_pictures_cannot(name: str):
    assert not can_run(name)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Tờ trình số 5.pdf", "Tờ trình số 5.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\x\\y.pdf", "C__x_y.pdf"),
        ("hoa\u202efdp.exe", "hoafdp.exe"),
        ("dòng\nhai.pdf", "dònghai.pdf"),
        ("con.pdf", "_con.pdf"),
        ("concert.pdf", "concert.pdf"),
        (" ... ", "tệp đính kèm"),
        ("ten. ", "ten"),
    ],
)
def test_a_name_leads_to_no_other_folder_and_hides_nothing(name: str, safe: str):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("báo cáo thành tích " * 20 + ".docx")
    assert len(name) == 120
    assert name.endswith(".docx")


def test_letters_of_two_parts_become_one():
    assert safe_name("Đề nghị.pdf") == "Đề nghị.pdf"


def test_sizes_read_as_one_says_them():
    assert [size_words(size) for size in (1, 12_400, 3_565_158)] == ["1 KB", "12 KB", "3,4 MB"]
