"""`judge`: one case as a JSON file, its verdict and findings."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Answer, Run

CASE: dict[str, Any] = {
    "law_date": "2024-12-20", "recipient": "person", "title": "provincial_emulation_fighter",
    "year": 2024, "loai_hinh": "CONG_TRANG",
    "history": [{"title": "grassroots_emulation_fighter", "year": 2022, "loai_hinh": "CONG_TRANG",
                 "decision_date": "2022-12-28"}],
    "ratings": {"2022": "EXCELLENT"},
    "initiatives": [{"scope": "province", "year": 2024, "used_for": []}],
    "open_case": False, "discipline": [{"kind": "CANH_CAO", "until": "2020-06-30"}],
}  # fmt: skip


BROKEN = b'{"law_date": "\xff\xfe"}'
"""JSON whose text is no UTF-8."""


def judged(run: Run, folder: Path, *options: str, **changes: Any) -> Answer:
    """Judge the case above, changed."""
    path = folder / "case.json"
    path.write_text(json.dumps({**CASE, **changes}), encoding="utf-8")
    return run("judge", path, *options)


def fighters(*years: int) -> list[dict[str, Any]]:
    return [{"title": "grassroots_emulation_fighter", "year": year} for year in years]


def test_a_streak_that_lacks_years_names_them(run: Run, tmp_path: Path) -> None:
    answer = judged(run, tmp_path, "--json")
    assert (answer.code, answer.json["verdict"]) == (0, "not_eligible")
    first = answer.json["findings"][0]
    assert {key: first[key] for key in ("severity", "rule", "article", "missing_years")} == {
        "severity": "error",
        "rule": "award_streak",
        "article": "Luật 06/2022/QH15 Điều 22",
        "missing_years": [2023, 2024],
    }
    assert first["message"].startswith("Thiếu CSTĐCS năm 2023, 2024")


def test_every_finding_has_its_keys(run: Run, tmp_path: Path) -> None:
    findings = judged(run, tmp_path, "--json").json["findings"]
    keys = {"severity", "rule", "article", "missing_years", "message", "verified"}
    assert all(keys <= set(finding) for finding in findings)


def test_a_full_streak_is_eligible(run: Run, tmp_path: Path) -> None:
    answer = judged(run, tmp_path, "--json", history=fighters(2022, 2023, 2024))
    assert answer.json["verdict"] == "eligible"
    assert {finding["severity"] for finding in answer.json["findings"]} <= {"note", "warning"}


def test_the_same_is_told_in_words(run: Run, tmp_path: Path) -> None:
    answer = judged(run, tmp_path)
    assert answer.out.splitlines()[:3] == [
        "Chưa đủ điều kiện: Chiến sĩ thi đua cấp tỉnh năm 2024, cá nhân.",
        "Theo Luật Thi đua, khen thưởng 2022 và Nghị định 98/2023/NĐ-CP.",
        "  Chưa đạt: Thiếu CSTĐCS năm 2023, 2024; cần 3 năm liên tục 2022–2024. "
        "[Luật 06/2022/QH15 Điều 22]",
    ]


def test_an_article_that_was_not_read_says_so(run: Run, tmp_path: Path) -> None:
    assert "chưa đối chiếu]" in judged(run, tmp_path, law_date="2026-12-01").out


@pytest.mark.parametrize(
    ("law_date", "law"), [("2024-12-20", "2024"), ("2025-07-01", "2025"), ("2026-10", "2026")]
)
def test_the_date_chooses_the_law(run: Run, tmp_path: Path, law_date: str, law: str) -> None:
    assert judged(run, tmp_path, "--json", law_date=law_date).json["law"] == law


def test_before_the_first_law_a_person_judges(run: Run, tmp_path: Path) -> None:
    answer = judged(run, tmp_path, "--json", law_date="2022-12-20")
    assert (answer.code, answer.json["verdict"]) == (0, "needs_review")
    assert answer.json["law"] is None


def test_an_initiative_used_for_a_form_serves_no_title(run: Run, tmp_path: Path) -> None:
    used = [{"scope": "province", "year": 2024, "used_for": ["cert_province"]}]
    answer = judged(run, tmp_path, "--json", history=fighters(2022, 2023, 2024), initiatives=used)
    assert answer.json["verdict"] == "not_eligible"
    assert {"initiative", "initiative_once"} <= {f["rule"] for f in answer.json["findings"]}


def test_members_are_counted_by_title(run: Run, tmp_path: Path) -> None:
    members = {"total": 13, "advanced_worker": 9, "grassroots_emulation_fighter": 1,
               "done_or_better": 13, "disciplined": 0}  # fmt: skip
    answer = judged(
        run, tmp_path, "--json", recipient="collective", title="advanced_labor_collective",
        ratings={"2024": "GOOD"}, members=members,
    )  # fmt: skip
    assert answer.json["verdict"] == "not_eligible"
    assert answer.json["findings"][0]["rule"] == "member_share"


def test_facts_may_be_stated_with_their_circumstances(run: Run, tmp_path: Path) -> None:
    known = {"recipient": "collective", "title": "provincial_emulation_flag"}
    facts = {"bloc_leader": {"by": "province"}, "targets_exceeded": True}
    answer = judged(run, tmp_path, "--json", **known, facts=facts)
    assert answer.json["verdict"] == "eligible"


def test_what_is_null_is_not_known(run: Run, tmp_path: Path) -> None:
    history = fighters(2022, 2023, 2024)
    answer = judged(run, tmp_path, "--json", history=history, initiatives=None, discipline=None)
    assert answer.json["verdict"] == "needs_review"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"opencase": False}, "có trường lạ “opencase”"),
        ({"title": "provincial_fighter"}, "có phải “provincial_emulation_fighter”"),
        ({"ratings": {"2022": "GREAT"}}, "“GREAT” không có trong danh mục"),
        ({"ratings": {"22": "GOOD"}}, "“22” trong “ratings” không phải năm"),
        ({"recipient": "people"}, "“people” không có trong danh mục"),
        ({"law_date": "2024-13-01"}, "Không có tháng 13"),
        ({"year": 24}, "số phải từ 1900 trở lên (tại year)"),
        ({"history": [*fighters(2022), {"title": "medal", "year": 2020}]}, "“medal”"),
        ({"facts": {"leader": True}}, "“leader” trong “facts”"),
        ({"facts": {"maternity_leave": True}}, "phải là danh sách năm"),
        ({"facts": {"movement": [2022]}}, "không phải danh sách năm"),
        ({"members": {"all": 3}}, "“all” trong “members”"),
        ({"initiatives": [{"scope": "world"}]}, "“world” không có trong danh mục"),
    ],
)
def test_what_a_case_cannot_say_is_refused(
    run: Run, tmp_path: Path, changes: dict[str, Any], told: str
) -> None:
    answer = judged(run, tmp_path, "--json", **changes)
    assert (answer.code, told in answer.json["error"]) == (1, True)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[1]", b"null", b"PK\x03\x04", BROKEN, b"[" * 90_000],
    ids=range(8),
)
def test_a_file_that_is_no_case_gets_a_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(content)
    answer = run("judge", path)
    assert answer.code == 1
    assert answer.err.startswith("Không đọc được trường hợp trong “case.json”: ")


def test_a_case_that_is_not_there_gets_a_sentence(run: Run, tmp_path: Path) -> None:
    answer = run("judge", tmp_path / "none.json")
    assert (answer.code, answer.err.startswith("Không mở được tệp")) == (1, True)


def test_a_case_of_windows_notepad_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE), encoding="utf-8-sig")
    assert run("judge", path).code == 0


def test_a_reason_as_long_as_the_file_is_cut(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"a" * 100_000: 1}), encoding="utf-8")
    answer = run("judge", path)
    assert (answer.code, len(answer.err) < 600) == (1, True)


@pytest.mark.parametrize("fact", ["open_case", "discipline"])
def test_what_is_left_out_and_decides_needs_review(run: Run, tmp_path: Path, fact: str) -> None:
    changes = {"history": fighters(2022, 2023, 2024), fact: None}
    answer = judged(run, tmp_path, "--json", **changes)
    assert answer.json["verdict"] == "needs_review"
    assert fact in {found["rule"] for found in answer.json["findings"]}


def test_an_appraisal_day_that_was_inferred_says_so(run: Run, tmp_path: Path) -> None:
    flag = {"recipient": "collective", "title": "government_emulation_flag"}
    answer = judged(run, tmp_path, "--json", **flag, received="2025-07-05")
    late = [found for found in answer.json["findings"] if found["rule"] == "late"]
    assert late
    assert not any(found["verified"] for found in late)
