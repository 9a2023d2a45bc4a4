"""`list`, `find` and `history`."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

KEYS = {
    "nominations": ("uid recipient recipient_kind title title_vi year unit state verdict"),
    "awards": (
        "uid recipient recipient_kind title title_vi year unit state verdict "
        "decision_number decision_date level loai_hinh amount nature"
    ),
    "tasks": "quarter seq text units due state",
    "people": "full_name birth position unit",
    "members": "full_name role position from to",
    "units": "uid name kind parent valid_from valid_to",
    "decisions": "number date authority signer state awards",
}


@pytest.mark.parametrize("what", KEYS)
def test_a_list_is_an_array_of_objects_with_their_keys(run: Run, sample: Path, what: str) -> None:
    rows = run("list", sample, what, "--json").json
    assert rows
    assert all(set(KEYS[what].split()) <= set(row) for row in rows)


@pytest.mark.parametrize("what", KEYS)
def test_a_list_is_readable_without_json(run: Run, sample: Path, what: str) -> None:
    answer = run("list", sample, what)
    assert answer.code == 0
    assert answer.out.splitlines()[-1].startswith("Có ")


def test_an_empty_list_says_so(run: Run, office: Path) -> None:
    assert run("list", office, "awards").out == "Không có dòng nào.\n"
    assert run("list", office, "awards", "--json").json == []


def test_awards_of_a_year_go_by_their_decision(run: Run, sample: Path) -> None:
    rows = run("list", sample, "awards", "--year", "2024", "--json").json
    assert len(rows) == 325
    assert all(row["decision_date"].startswith("2024") for row in rows)


def test_tasks_are_numbered_in_their_quarter(run: Run, sample: Path) -> None:
    rows = run("list", sample, "tasks", "--year", "2024", "--json").json
    assert [(row["quarter"], row["seq"]) for row in rows][:5] == [
        (1, 1), (1, 2), (1, 3), (1, 4), (2, 1),
    ]  # fmt: skip
    assert rows[1]["units"] == ["Hội đồng Thi đua - Khen thưởng huyện", "Phòng Nội vụ"]
    assert rows[1]["roles"][1] == {"unit": "Phòng Nội vụ", "role": "advise"}


def test_only_so_many_rows_as_asked_for(run: Run, sample: Path) -> None:
    assert len(run("list", sample, "people", "--limit", "3", "--json").json) == 3


def test_long_lists_say_that_they_go_on(run: Run, sample: Path) -> None:
    last = run("list", sample, "awards").out.splitlines()[-1]
    assert "hiện 50 dòng đầu" in last


def test_find_needs_no_marks_and_no_order(run: Run, sample: Path) -> None:
    rows = run("find", sample, "khen", "bang", "2024", "--json").json
    without_year = run("find", sample, "BẰNG", "khen", "--json").json
    assert rows == []
    assert len(without_year) == 8
    assert all("Bằng khen" in row["title_vi"] for row in without_year)


def test_history_is_found_by_name_and_answers_like_awards(run: Run, sample: Path) -> None:
    someone = run("list", sample, "awards", "--limit", "1", "--json").json[0]
    rows = run("history", sample, someone["recipient"].lower(), "--json").json
    assert someone["uid"] in [row["uid"] for row in rows]
    assert set(rows[0]) == set(someone)


def test_a_list_of_a_file_somebody_writes_is_given(run: Run, sample: Path, wires) -> None:
    services = wires.open_office(sample)
    assert run("list", sample, "units").code == 0
    services.file.close()


def test_people_show_no_citizen_number(run: Run, sample: Path) -> None:
    assert not re.search(r'"099\d{9}"', run("list", sample, "people", "--json").out)
