"""`import`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.importing.conftest import PIVOT
from tests.services.test_importing import PEOPLE, PLAN, REPORT

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "can-bo.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_import_answers_with_counts_and_doubts(run: Run, office: Path, people: Path) -> None:
    answer = run("import", office, people, "--as", "people", "--json")
    assert answer.code == 0
    told = answer.json["files"][0]
    assert {k: told[k] for k in ("file", "kind", "rows", "accepted", "waiting")} == {
        "file": "can-bo.csv", "kind": "people", "rows": 3, "accepted": 2, "waiting": 1,
    }  # fmt: skip
    assert set(told["problems"][0]) >= {"row", "column", "text", "proposal"}
    assert len(answer.json["step"]) == 36


def test_preview_writes_nothing(run: Run, office: Path, people: Path) -> None:
    answer = run("import", office, people, "--as", "people", "--preview", "--json")
    assert (answer.code, answer.json["step"]) == (0, None)
    assert run("list", office, "people", "--json").json == []


def test_one_bad_file_of_two_is_told_and_the_other_taken(
    run: Run, office: Path, people: Path, tmp_path: Path
) -> None:
    answer = run("import", office, tmp_path / "không-có.csv", people, "--as", "people", "--json")
    assert answer.code == 0
    assert ["error" in told for told in answer.json["files"]] == [True, False]


def test_only_bad_files_are_refused(run: Run, office: Path, tmp_path: Path) -> None:
    picture = tmp_path / "anh.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    answer = run("import", office, picture, "--as", "report", "--json")
    assert (answer.code, answer.json["step"]) == (1, None)
    assert "anh.png" in answer.err


def test_an_import_is_taken_back_by_undo(run: Run, office: Path, people: Path) -> None:
    step = run("import", office, people, "--as", "people", "--json").json["step"]
    assert run("undo", office, "--json").json["step"] != step
    assert run("list", office, "people", "--json").json == []
    assert run("redo", office).code == 0
    assert len(run("list", office, "people", "--json").json) == 2


def test_a_report_is_told_in_blocks_and_a_plan_in_tasks(
    run: Run, office: Path, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "k.txt").write_text(PLAN, encoding="utf-8")
    assert "đã nhập 4 đoạn" in run("import", office, tmp_path / "b.txt", "--as", "report").out
    assert "đã nhập 2 nhiệm vụ" in run("import", office, tmp_path / "k.txt", "--as", "plan").out


def test_doubts_are_told_with_row_column_and_proposal(run: Run, office: Path, people: Path) -> None:
    out = run("import", office, people, "--as", "people").out
    assert "Dòng 4, cột Ngày sinh: 31/02/1985 không phải ngày có thật." in out


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not on this machine")
class TestRealDocuments:
    def test_the_plan_has_its_eleven_tasks(self, run: Run, office: Path) -> None:
        run("import", office, next(SEEDS.glob("003*")), "--as", "plan")
        tasks = run("list", office, "tasks", "--year", "2024", "--json").json
        quarters = [task["quarter"] for task in tasks]
        assert [quarters.count(quarter) for quarter in (1, 2, 3, 4)] == [4, 3, 1, 3]
        assert all(task["units"] for task in tasks)

    def test_the_report_goes_out_again_with_fifteen_footnotes(
        self, run: Run, office: Path, tmp_path: Path
    ) -> None:
        run("import", office, next(SEEDS.glob("001*")), "--as", "report")
        out = tmp_path / "bao-cao.docx"
        assert run("report", office, "half-year", out, "--year", "2024", "--half", "1").code == 0
        again = run("import", office, out, "--as", "report", "--json").json["files"][0]
        assert again["accepted"] == again["rows"] > 40


class TestLists:
    def test_nominations_answer_with_rows_and_what_they_make(
        self, run: Run, office: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text(PIVOT, encoding="utf-8")
        (told,) = run("import", office, path, "--as", "nominations", "--json").json["files"]
        assert {k: told[k] for k in ("kind", "rows", "accepted", "waiting", "nominations")} == {
            "kind": "nominations", "rows": 2, "accepted": 2, "waiting": 0, "nominations": 3,
        }  # fmt: skip
        listed = run("list", office, "nominations", "--json").json
        assert {row["title"] for row in listed} == {
            "advanced_worker",
            "grassroots_emulation_fighter",
        }

    def test_a_decision_is_stated_for_a_register(
        self, run: Run, office: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text("Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n", encoding="utf-8")
        decided = ("--decision-number", "31/QĐ-UBND", "--decision-date", "12/01/2022")
        run("import", office, path, "--as", "register", *decided, "--year", "2021")
        (award,) = run("list", office, "awards", "--json").json
        assert (award["decision_number"], award["decision_date"], award["year"]) == (
            "31/QĐ-UBND",
            "2022-01-12",
            2021,
        )

    def test_a_date_that_is_none_is_wrong_usage(self, run: Run, office: Path, people: Path) -> None:
        answer = run("import", office, people, "--as", "register", "--decision-date", "31/02/2022")
        assert answer.code == 2

    def test_offers_are_told_and_say_that_the_row_does_not_wait(
        self, run: Run, office: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.csv"
        path.write_text("Họ tên;Đơn vị\nNGUYỄN VĂN NA;Xã Đắk Lua\n", encoding="utf-8")
        (told,) = run("import", office, path, "--as", "people", "--json").json["files"]
        assert (told["accepted"], told["problems"][0]["waits"]) == (1, False)
        assert told["problems"][0]["proposal"] == "Nguyễn Văn Na"

    def test_of_many_files_the_broken_one_has_the_error(
        self, run: Run, office: Path, people: Path, tmp_path: Path
    ) -> None:
        broken = tmp_path / "hong.xlsx"
        broken.write_bytes(b"PK\x03\x04 no workbook")
        answer = run("import", office, people, broken, "--json")
        assert answer.code == 0
        assert ["error" in told for told in answer.json["files"]] == [False, True]

    def test_a_pattern_that_no_shell_opened_out_is_opened_out(
        self, run: Run, office: Path, people: Path
    ) -> None:
        pattern = people.with_name("can-*.csv")
        answer = run("import", office, pattern, "--as", "people", "--json")
        assert [told["file"] for told in answer.json["files"]] == ["can-bo.csv"]
