"""`verify`, `backup`, `restore`, `undo`, `redo`, and files that cannot be opened."""

import json
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factory import OFFICE
from thidua_desktop.cli import main
from thidua_desktop.paths import DATA_VARIABLE
from thidua_desktop.services.office import OfficeService
from thidua_desktop.wiring import Wiring


def test_a_whole_file_verifies(run: Run, sample: Path) -> None:
    answer = run("verify", sample, "--json")
    assert (answer.code, answer.json) == (0, {"ok": True, "problems": []})


def test_a_damaged_file_does_not_verify(run: Run, sample: Path) -> None:
    sample.write_bytes(sample.read_bytes()[:50_000])
    answer = run("verify", sample, "--json")
    assert (answer.code, answer.json["ok"]) == (3, False)
    assert "hỏng" in answer.json["problems"][0]


def test_a_backup_is_put_back(run: Run, wires: Wiring, office: Path, tmp_path: Path) -> None:
    made = Path(run("backup", office, tmp_path / "usb", "--json").json["file"])
    services = wires.open_office(office)
    services.office.save(OFFICE.__class__(name="UBND xã Khác"))
    services.file.close()
    assert run("restore", made, office).code == 0
    services = wires.open_office(office, read_only=True)
    assert services.office.get().name == OFFICE.name
    services.file.close()


def test_a_damaged_file_is_put_right_by_restoring(run: Run, office: Path, tmp_path: Path) -> None:
    made = run("backup", office, tmp_path / "usb", "--json").json["file"]
    office.write_bytes(b"SQLite format 3\0" + bytes(500))
    assert run("restore", made, office).code == 0
    assert run("verify", office).code == 0


def test_what_is_no_backup_is_not_put_back(run: Run, office: Path, tmp_path: Path) -> None:
    before = office.read_bytes()
    fake = tmp_path / "sao-luu.thidua"
    fake.write_bytes(b"xin chao" * 100)
    assert run("restore", fake, office).code == 3
    assert office.read_bytes() == before


def test_undo_without_a_step_is_refused(run: Run, sample: Path) -> None:
    answer = run("undo", sample, "--json")
    assert (answer.code, "hoàn tác" in answer.json["error"]) == (1, True)


def test_redo_without_an_undo_is_refused(run: Run, sample: Path) -> None:
    assert run("redo", sample).code == 1


def test_undo_names_what_it_took_back(run: Run, wires: Wiring, office: Path) -> None:
    services = wires.open_office(office)
    services.office.save(OFFICE.__class__(name="UBND huyện Khác", uid=OFFICE.uid))
    services.file.close()
    assert "Sửa thông tin cơ quan (1 dòng)" in run("undo", office).out


def test_a_locked_file_is_told_with_its_holder(run: Run, wires: Wiring, office: Path) -> None:
    services = wires.open_office(office)
    answer = run("undo", office)
    services.file.close()
    assert answer.code == 1
    assert f"tiến trình {os.getpid()}" in answer.err


@pytest.mark.parametrize("content", [b"", b"xin chao", b"PK\x03\x04" + bytes(300)])
@pytest.mark.parametrize("command", [["list", "awards"], ["verify"], ["undo"]])
def test_a_foreign_file_is_code_3(
    run: Run, tmp_path: Path, content: bytes, command: list[str]
) -> None:
    path = tmp_path / "a.thidua"
    path.write_bytes(content)
    answer = run(command[0], path, *command[1:])
    assert answer.code == 3
    assert path.read_bytes() == content


def test_a_newer_file_is_refused(run: Run, office: Path) -> None:
    data = bytearray(office.read_bytes())
    data[60:64] = (9999).to_bytes(4, "big")
    office.write_bytes(data)
    answer = run("list", office, "awards", "--json")
    assert (answer.code, "phiên bản mới hơn" in answer.json["error"]) == (1, True)


@pytest.mark.parametrize("command", ["list", "undo"])
def test_a_missing_file_is_told(run: Run, tmp_path: Path, command: str) -> None:
    arguments = ["awards"] if command == "list" else []
    answer = run(command, tmp_path / "không-có.thidua", *arguments)
    assert (answer.code, "Không thấy tệp" in answer.err) == (1, True)


def test_a_folder_in_place_of_a_file_is_told(run: Run, tmp_path: Path) -> None:
    assert "là thư mục" in run("list", tmp_path, "awards").err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_file_can_be_read_and_not_written(run: Run, sample: Path) -> None:
    sample.chmod(0o444)
    assert run("list", sample, "units").code == 0
    assert run("undo", sample).code == 1


def test_a_fault_of_ours_is_logged_and_told_without_a_traceback(
    run: Run,
    sample: Path,
    wires: Wiring,
    monkeypatch: pytest.MonkeyPatch,
    our_log: list[logging.LogRecord],
) -> None:
    def fail(self: OfficeService) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(OfficeService, "get", fail)
    answer = run("export", sample, "council", sample.with_name("a.xlsx"), "--json")
    assert answer.code == 4
    assert "ngoài dự kiến" in answer.json["error"]
    assert "Traceback" not in answer.err
    assert "ZeroDivisionError" in (wires.paths.logs / "thidua.log").read_text(encoding="utf-8")
    our_log.clear()


def test_an_installation_that_lacks_a_part_is_told_without_a_traceback(
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    our_log: list[logging.LogRecord],
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))
    monkeypatch.setitem(sys.modules, "thidua_desktop.wiring", None)
    code = main(["list", str(sample), "units", "--json"])
    told = capsys.readouterr()
    assert code == 4
    assert "Hãy cài lại chương trình." in json.loads(told.out)["error"]
    assert "Traceback" not in told.err
    log = tmp_path / "user" / "logs" / "thidua.log"
    assert "thidua_desktop.wiring" in log.read_text(encoding="utf-8")
    our_log.clear()


def test_stopping_a_command_is_told(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: OfficeService) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(OfficeService, "get", stop)
    answer = run("export", sample, "council", sample.with_name("a.xlsx"))
    assert (answer.code, "Đã dừng" in answer.err) == (1, True)


def process(tmp_path: Path, *arguments: object) -> "subprocess.Popen[bytes]":
    """Start the installed command in a process of its own."""
    environment = {**os.environ, "THIDUA_DATA": str(tmp_path / "user"), "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-m", "thidua_desktop", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_vietnamese_comes_out_whatever_the_terminal_speaks(sample: Path, tmp_path: Path) -> None:
    running = process(tmp_path, "list", sample, "decisions")
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, b"")
    assert "Chủ tịch Ủy ban nhân dân huyện Đắk Măng" in out.decode("utf-8")


def test_a_reader_that_goes_away_is_no_fault(sample: Path, tmp_path: Path) -> None:
    running = process(tmp_path, "list", sample, "awards", "--json")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    with running.stderr as stderr:
        assert stderr.read() == b""
    assert running.wait(60) == 0


@pytest.mark.skipif(os.name == "nt", reason="sends a signal of POSIX")
def test_a_command_stopped_by_hand_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "lon.thidua"
    running = process(tmp_path, "sample", path, "--size", "2000000")
    while not path.exists() and running.poll() is None:
        pass
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, path.exists()) == (1, False)
    assert "Đã dừng theo yêu cầu" in err.decode("utf-8")
