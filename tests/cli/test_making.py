"""`new` and `sample`."""

from pathlib import Path

from tests.cli.conftest import Run
from thidua_desktop.wiring import Wiring


def test_new_makes_a_file_for_the_office(run: Run, wires: Wiring, tmp_path: Path) -> None:
    path = tmp_path / "huyện.thidua"
    answer = run(
        "new", path, "--name", "UBND huyện Đắk Ruồng", "--level", "district",
        "--parent", "UBND tỉnh Ngọc Lăng", "--place", "Đắk Ruồng", "--json",
    )  # fmt: skip
    assert answer.code == 0
    services = wires.open_office(path, read_only=True)
    office = services.office.get()
    services.file.close()
    assert (office.name, office.place) == ("UBND huyện Đắk Ruồng", "Đắk Ruồng")
    assert answer.json == {"file": str(path), "uid": office.uid, "name": office.name}


def test_new_refuses_a_file_that_is_there(run: Run, office: Path) -> None:
    before = office.read_bytes()
    answer = run("new", office, "--name", "A")
    assert (answer.code, office.read_bytes()) == (1, before)
    assert "Đã có tệp" in answer.err


def test_new_refuses_an_empty_name(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "a.thidua", "--name", " ", "--json")
    assert (answer.code, answer.json) == (1, {"error": "Cần có tên cơ quan."})


def test_new_tells_of_a_missing_folder(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "usb" / "a.thidua", "--name", "A")
    assert answer.code == 1
    assert "thư mục" in answer.err


def test_sample_makes_the_sample_office(run: Run, tmp_path: Path) -> None:
    answer = run("sample", tmp_path / "mau.thidua", "--json")
    assert answer.code == 0
    assert (answer.json["awards"] > 325, answer.json["people"] > 200) == (True, True)


def test_sample_makes_as_many_awards_as_asked_for(run: Run, tmp_path: Path) -> None:
    answer = run("sample", tmp_path / "lon.thidua", "--size", "300", "--json")
    assert answer.json["awards"] == 300
