"""Law files: read strictly, refused with the file, the entry and the reason."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.domain.law import sample
from thidua_desktop.domain.law.conditions import Rating
from thidua_desktop.domain.law.decoding import decode, decode_base_salaries
from thidua_desktop.domain.law.errors import LawPackError

Files = dict[str, dict[str, Any]]


def refusal(change: Callable[[Files], object]) -> str:
    files = sample.files()
    change(files)
    with pytest.raises(LawPackError) as refused:
        decode(files)
    return refused.value.what


def title(files: Files) -> dict[str, Any]:
    entry: dict[str, Any] = files["titles.toml"]["title"][0]
    return entry


def rule(files: Files) -> dict[str, Any]:
    entry: dict[str, Any] = files["rules.toml"]["rule"][0]
    return entry


def test_files_of_a_law_become_one_pack() -> None:
    pack = sample.pack()
    assert [(title.id, title.recipient) for title in pack.titles] == [
        ("worker", "person"),
        ("team", "collective"),
        ("team", "household"),
    ]


def test_a_rule_keeps_its_conditions_as_values() -> None:
    rule = sample.pack().rule("worker", "person")
    assert rule is not None
    assert rule.paths[0].needs == (Rating(at_least="GOOD"),)


def test_an_unknown_key_is_refused_by_name() -> None:
    said = refusal(lambda files: title(files).update(nme="Lao động giỏi"))
    assert said == "Không đọc được tệp luật titles.toml, mục title “worker”: có trường lạ “nme”."


def test_an_unknown_key_deep_inside_is_refused_with_its_place() -> None:
    said = refusal(lambda files: rule(files)["path"][0]["needs"][0].update(year=1))
    assert "mục rule “worker”: có trường lạ “year” (tại path[0].needs[0])" in said


def test_a_missing_key_is_refused_by_name() -> None:
    said = refusal(lambda files: title(files).pop("article"))
    assert "mục title “worker”: thiếu trường “article”" in said


def test_an_empty_article_is_refused() -> None:
    said = refusal(lambda files: title(files).update(article=""))
    assert "cần ít nhất 1 ký tự hoặc phần tử (tại article)" in said


def test_an_unknown_kind_of_recipient_is_refused() -> None:
    said = refusal(lambda files: title(files).update(standard={"robot": "Làm tốt."}))
    assert "giá trị “robot” không có trong danh mục (tại standard)" in said


def test_an_unknown_kind_of_condition_is_refused() -> None:
    said = refusal(lambda files: rule(files)["path"][0]["needs"][0].update(kind="luck"))
    assert "giá trị “luck” không có trong danh mục" in said


def test_a_value_of_the_wrong_type_is_refused() -> None:
    said = refusal(lambda files: title(files).update(verified="yes"))
    assert "cần true hoặc false, đang là chữ (tại verified)" in said


def test_an_unknown_section_is_refused() -> None:
    said = refusal(lambda files: files["rules.toml"].update(titel=[]))
    assert "tệp luật rules.toml, mục titel: không có loại mục này" in said


def test_a_file_without_a_header_is_refused() -> None:
    said = refusal(lambda files: files["pack.toml"].pop("pack"))
    assert "mục pack: phải có đúng một bảng này trong bộ luật" in said


def test_one_key_in_two_entries_is_refused() -> None:
    said = refusal(lambda files: files["titles.toml"]["title"].append(sample.WORKER))
    assert "mục title “worker/person”: mã này đã được khai báo một lần" in said


def test_a_law_without_rounding_is_refused() -> None:
    said = refusal(lambda files: files["rules.toml"].pop("rounding"))
    assert "chưa khai báo cách làm tròn tiền thưởng" in said


def test_a_rule_for_a_missing_title_is_refused() -> None:
    said = refusal(lambda files: rule(files).update(title="nobody"))
    assert "tệp luật rules.toml, mục rule “nobody/person”" in said


def test_a_rule_for_a_recipient_without_the_title_is_refused() -> None:
    said = refusal(lambda files: rule(files).update(recipient="village"))
    assert "danh hiệu “worker/village” không có trong danh mục title" in said


def test_a_condition_on_a_missing_title_is_refused() -> None:
    streak = {"kind": "award_streak", "titles": ["nobody"], "years": 2}
    nested = {"kind": "any", "of": [streak, {"kind": "rating", "at_least": "GOOD"}]}
    said = refusal(lambda files: rule(files)["path"][0].update(needs=[nested]))
    assert "danh hiệu “nobody” không có trong danh mục title" in said


def test_two_paths_of_one_id_are_refused() -> None:
    said = refusal(lambda files: rule(files).update(path=[sample.PATH, sample.PATH]))
    assert "có hai nhánh (path) cùng mã" in said


def test_money_for_a_missing_title_is_refused() -> None:
    said = refusal(lambda files: files["rules.toml"]["coefficient"][0].update(titles=["nobody"]))
    assert "mục coefficient “nobody/collective”" in said


def test_a_vote_on_a_missing_title_is_refused() -> None:
    said = refusal(lambda files: files["rules.toml"]["vote"][0].update(titles=["nobody"]))
    assert "mục vote “eighty”: danh hiệu “nobody”" in said


def test_a_second_general_vote_is_refused() -> None:
    said = refusal(lambda files: files["rules.toml"]["vote"][0].update(titles=[]))
    assert "mục vote “eighty, majority”: cần đúng một ngưỡng phiếu chung" in said


def test_an_unknown_decider_is_refused() -> None:
    said = refusal(lambda files: title(files).update(deciders=["king"]))
    assert "thẩm quyền “king” không có trong danh mục decider" in said


def test_a_paper_on_an_unknown_form_is_refused() -> None:
    paper = {"id": "submission", "name": "Tờ trình", "forms": ["f99"]}
    dossier = {"id": "file", "name": "Hồ sơ", "papers": [paper], **sample.READ}
    said = refusal(lambda files: files["rules.toml"].update(dossier=[dossier]))
    assert "mẫu “f99” không có trong danh mục form" in said


def test_a_name_that_means_two_titles_is_refused() -> None:
    said = refusal(lambda files: files["titles.toml"]["title"].append(
        {**sample.WORKER, "id": "other", "aliases": ["LĐG"]}))  # fmt: skip
    assert "mục title “other/person”: tên gọi “" in said


def test_a_text_that_ends_before_it_begins_is_refused() -> None:
    said = refusal(lambda files: files["pack.toml"]["legal_basis"][0].update(last_day="2023-01-01"))
    assert "ngày hết hiệu lực 2023-01-01 sớm hơn ngày bắt đầu 2024-01-01" in said


def test_an_impossible_day_is_refused() -> None:
    said = refusal(lambda files: files["pack.toml"]["pack"].update(first_day="2024-02-31"))
    assert "không có ngày 31" in said


def test_a_refusal_says_what_is_safe_and_what_to_do() -> None:
    files = sample.files()
    del files["pack.toml"]["pack"]
    with pytest.raises(LawPackError) as refused:
        decode(files)
    assert (refused.value.safe, refused.value.todo.split(",")[0]) == (
        "Dữ liệu của cơ quan không bị ảnh hưởng.",
        "Hãy cài lại chương trình",
    )


def test_a_later_law_takes_over_what_it_does_not_change() -> None:
    earlier = sample.pack()
    assert decode(sample.later_files(), earlier).titles == earlier.titles


def test_a_later_law_replaces_an_entry_in_its_place() -> None:
    files = sample.later_files()
    files["pack.toml"]["title"] = [{**sample.WORKER, "name": "Lao động xuất sắc"}]
    later = decode(files, sample.pack())
    assert [title.name for title in later.titles] == [
        "Lao động xuất sắc", "Tập thể giỏi", "Tập thể giỏi",
    ]  # fmt: skip


def test_a_later_law_marks_what_was_not_read_again() -> None:
    files = sample.later_files(unverified=["coefficient"], note="Chưa đối chiếu.")
    money = decode(files, sample.pack()).coefficient("team", "collective")
    assert money is not None
    assert (money.verified, money.note) == (False, "Chưa đối chiếu.")


def test_doubt_about_a_rule_is_doubt_about_its_paths() -> None:
    files = sample.later_files(unverified=["rule"], note="Chưa đối chiếu.")
    rule = decode(files, sample.pack()).rule("worker", "person")
    assert rule is not None
    assert not rule.paths[0].verified


def test_a_later_law_leaves_out_what_it_says_it_does_not_take() -> None:
    files = sample.later_files(nothing=["coefficient"])
    assert decode(files, sample.pack()).coefficients == ()


def test_a_later_law_must_speak_of_every_section() -> None:
    files = sample.later_files()
    files["pack.toml"]["inherits"]["as_is"].remove("vote")
    with pytest.raises(LawPackError, match=r"phải kê mỗi mục đúng một lần; xem lại: vote\."):
        decode(files, sample.pack())


def test_a_later_law_takes_a_title_away_with_all_its_recipients() -> None:
    files = sample.later_files(nothing=["coefficient", "vote"])
    files["pack.toml"]["vote"] = [sample.files()["rules.toml"]["vote"][1]]
    files["pack.toml"]["removed"] = [{"section": "title", "key": "team", **sample.READ}]
    assert [title.id for title in decode(files, sample.pack()).titles] == ["worker"]


def test_a_later_law_must_not_speak_twice_of_a_section() -> None:
    files = sample.later_files()
    files["pack.toml"]["inherits"]["nothing"] = ["vote"]
    with pytest.raises(LawPackError, match=r"xem lại: vote\."):
        decode(files, sample.pack())


def test_taking_away_what_never_was_is_refused() -> None:
    files = sample.later_files()
    files["pack.toml"]["removed"] = [{"section": "title", "key": "tea", **sample.READ}]
    with pytest.raises(LawPackError, match="bộ luật trước không có mục này"):
        decode(files, sample.pack())


def test_base_salaries_must_rise_by_day() -> None:
    later = {"first_day": "2024-07-01", "dong": 2, **sample.READ}
    earlier = {"first_day": "2023-07-01", "dong": 1, **sample.READ}
    with pytest.raises(LawPackError, match="xếp theo ngày tăng dần"):
        decode_base_salaries("base_salary.toml", {"base_salary": [later, earlier]})


def test_years_after_a_title_ask_for_that_title() -> None:
    streak = {"kind": "rating_streak", "at_least": "GOOD", "years": 2, "after": ["team"]}
    said = refusal(lambda files: rule(files)["path"][0]["needs"].append(streak))
    assert "nhánh “year” tính năm sau một danh hiệu mà không đòi danh hiệu ấy" in said


def test_a_standard_does_not_rest_on_itself() -> None:
    standard = {"kind": "meets_standard", "titles": ["worker"]}
    said = refusal(lambda files: rule(files)["path"][0]["needs"].append(standard))
    assert "dựa vào tiêu chuẩn của danh hiệu lại dựa vào tiêu chuẩn khác" in said


def test_a_general_rule_names_titles_that_are_there() -> None:
    entry = {"id": "one", "text": "Một.", "effect": "note", "titles": ["gone"], **sample.READ}
    said = refusal(lambda files: files["pack.toml"].update(general_rule=[entry]))
    assert "mục general_rule “one”: danh hiệu “gone” không có" in said
