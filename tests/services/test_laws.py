"""The law that ships: complete, marked where it was not read, chosen by date."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from thidua_desktop.domain import recipients
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.errors import LawPackError
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import LegalBasis, Title
from thidua_desktop.services import laws

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "law"
CATALOGUE = ROOT.parent / "shared" / "domain" / "awards-2024.csv"
RECIPIENTS = {
    "ca_nhan": "person", "tap_the": "collective", "ho_gia_dinh": "household",
    "doanh_nghiep": "enterprise", "xa_phuong_thi_tran": "commune", "thon_to_dan_pho": "village",
    "ca_nhan_nuoc_ngoai": "foreign_person", "tap_the_nuoc_ngoai": "foreign_collective",
}  # fmt: skip


@pytest.fixture(scope="module")
def book() -> LawBook:
    return laws.load(FOLDER)


@pytest.fixture
def law_2024(book: LawBook) -> LawPack:
    return book.packs[0]


@pytest.fixture
def law_2025(book: LawBook) -> LawPack:
    return book.packs[1]


@pytest.fixture
def law_2026(book: LawBook) -> LawPack:
    return book.packs[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "law")


def catalogue() -> list[dict[str, str]]:
    if not CATALOGUE.is_file():
        pytest.skip(f"the catalogue of 2024 is not beside this checkout: {CATALOGUE}")
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known(title: Title | None) -> Title:
    assert title is not None
    return title


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# What is in the packs


def test_there_is_a_pack_for_each_era(book: LawBook) -> None:
    assert [(pack.id, pack.first_day, pack.last_day) for pack in book.packs] == [
        ("2024", "2024-01-01", "2025-06-30"),
        ("2025", "2025-07-01", "2026-09-30"),
        ("2026", "2026-10-01", ""),
    ]


def test_the_law_of_2024_has_every_title_of_the_catalogue(law_2024: LawPack) -> None:
    assert (len(law_2024.titles), len({title.id for title in law_2024.titles})) == (161, 96)


def test_every_entry_names_its_source(book: LawBook) -> None:
    assert [entry for pack in book.packs for entry in pack.entries() if not entry.article] == []


def test_every_doubtful_entry_of_2024_says_why(law_2024: LawPack) -> None:
    silent = [entry for entry in law_2024.entries() if not entry.verified and not entry.note]
    assert [entry for entry in silent if "viết tắt" not in entry.article] == []


def test_nothing_of_2026_counts_as_read(law_2026: LawPack) -> None:
    assert [entry for entry in law_2026.entries() if entry.verified] == []


def test_the_law_of_2026_is_that_of_2025_otherwise(law_2025: LawPack, law_2026: LawPack) -> None:
    assert [(title.id, title.recipient, title.name) for title in law_2026.titles] == [
        (title.id, title.recipient, title.name) for title in law_2025.titles
    ]


def test_kinds_levels_and_loai_hinh_are_those_of_the_records(law_2024: LawPack) -> None:
    assert {title.recipient for title in law_2024.titles} <= set(recipients.KINDS)
    assert {level for title in law_2024.titles for level in title.levels} <= set(recipients.LEVELS)
    assert {kind.code for kind in law_2024.loai_hinh} == set(recipients.LOAI_HINH)


def test_the_catalogue_and_the_pack_name_the_same_titles(law_2024: LawPack) -> None:
    rows = catalogue()
    assert {
        (row["id"], RECIPIENTS[row["recipient"]], row["name_vi"], row["abbrev"]) for row in rows
    } == {(t.id, t.recipient, t.name, t.abbreviation) for t in law_2024.titles}


def test_the_catalogue_and_the_pack_pay_alike(law_2024: LawPack) -> None:
    for row in catalogue():
        if row["money_coeff"]:
            money = law_2024.coefficient(row["id"], RECIPIENTS[row["recipient"]])
            assert money is not None, row["id"]
            written = f"{'<=' if money.at_most else ''}{(money.thousandths or 0) / 1000}"
            assert written == row["money_coeff"], row["id"]


def test_a_title_of_the_catalogue_from_memory_is_not_verified(law_2024: LawPack) -> None:
    for row in catalogue():
        if "memory" in row["confidence"].partition("money")[0]:
            title = known(law_2024.title(row["id"], RECIPIENTS[row["recipient"]]))
            assert not title.verified, row["id"]


def test_money_of_the_catalogue_from_memory_is_not_verified(law_2024: LawPack) -> None:
    for row in catalogue():
        doubt = row["confidence"].partition("money")[2]
        read = f"{row['recipient']} [read]" in doubt
        if re.search(r"memory|inferred|only", doubt) and not read:
            money = law_2024.coefficient(row["id"], RECIPIENTS[row["recipient"]])
            assert money is not None, row["id"]
            assert not money.verified, row["id"]


def test_every_title_with_a_rule_in_the_law_text_has_it_here(law_2024: LawPack) -> None:
    assert len(law_2024.rules) == 26


@pytest.mark.parametrize(
    ("title", "recipient", "article"),
    [
        ("grassroots_emulation_fighter", "person", "Luật 06/2022/QH15 Điều 23"),
        ("provincial_emulation_fighter", "person", "Luật 06/2022/QH15 Điều 22"),
        ("cert_province", "household", "Luật 06/2022/QH15 khoản 5 Điều 74"),
    ],
)
def test_a_rule_cites_its_article(
    law_2024: LawPack, title: str, recipient: str, article: str
) -> None:
    rule = law_2024.rule(title, recipient)
    assert rule is not None
    assert rule.article == article


def test_only_results_over_years_support_a_proposal_by_merit(law_2024: LawPack) -> None:
    rule = law_2024.rule("cert_province", "person")
    assert rule is not None
    assert {path.id for path in rule.paths if path.accumulated} == {"d1", "d2"}


def test_every_standard_is_a_sentence(book: LawBook) -> None:
    for pack in book.packs:
        for title in pack.titles:
            assert title.standard[0].isupper(), title.id
            assert title.standard.endswith("."), title.id


# Choosing by date


@pytest.mark.parametrize(
    ("date", "pack"),
    [
        ("2024-01-01", "2024"),
        ("2025-06-30", "2024"),
        ("2025-07-01", "2025"),
        ("2026-09-30", "2025"),
        ("2026-10-01", "2026"),
        ("2024", "2024"),
        ("2025-06", "2024"),
        ("2025", "2025"),
    ],
)
def test_the_pack_changes_on_the_right_day(book: LawBook, date: str, pack: str) -> None:
    found = book.pack_for(date)
    assert found is not None
    assert found.id == pack


@pytest.mark.parametrize(
    ("date", "decree"),
    [
        ("2024-01-29", {"decree_98_2023"}),
        ("2024-01-30", {"decree_98_2023", "decree_86_2023"}),
        ("2025-06-30", {"decree_98_2023", "decree_86_2023", "decree_28_2024"}),
        ("2025-07-01", {"decree_152_2025", "decree_129_2025", "decree_86_2023"}),
    ],
)
def test_the_decrees_cited_are_those_of_the_day(book: LawBook, date: str, decree: set[str]) -> None:
    assert {basis.id for basis in cited(book, date) if basis.form == "decree"} == decree


@pytest.mark.parametrize(
    ("date", "circular"), [("2025-08-04", "circular_01_2024"), ("2025-08-05", "circular_15_2025")]
)
def test_the_circular_changed_on_5_august_2025(book: LawBook, date: str, circular: str) -> None:
    assert [basis.id for basis in cited(book, date) if basis.form == "circular"] == [circular]


def test_the_amending_law_is_cited_from_october_2026(book: LawBook) -> None:
    assert "law_2026" in {basis.id for basis in cited(book, "2026-10-01")}


def test_kon_tum_s_decision_is_offered_in_kon_tum(law_2024: LawPack) -> None:
    found = law_2024.legal_bases_on("2024-11-08", province="Kon Tum")
    assert [basis.number for basis in found if basis.province] == ["56/2024/QĐ-UBND"]


def cited(book: LawBook, date: str) -> tuple[LegalBasis, ...]:
    pack = book.pack_for(date)
    assert pack is not None
    return pack.legal_bases_on(date)


# Money


@pytest.mark.parametrize(
    ("date", "dong"),
    [
        ("2019-06-30", 1_390_000),
        ("2019-07-01", 1_490_000),
        ("2024-06-30", 1_800_000),
        ("2024-07-01", 2_340_000),
        ("2026-06-30", 2_340_000),
        ("2026-07-01", 2_530_000),
    ],
)
def test_the_base_salary_changes_on_the_right_day(book: LawBook, date: str, dong: int) -> None:
    assert book.base_salary(date) == dong


@pytest.mark.parametrize(
    ("date", "total"), [("2024-06-28", 101_880_000), ("2024-07-01", 133_340_000)]
)
def test_the_district_s_titles_of_2024_cost_what_the_decree_says(
    book: LawBook, date: str, total: int
) -> None:
    pack = book.pack_for(date)
    assert pack is not None
    awards = [
        ("advanced_labor_collective", "collective", 16),
        ("advanced_worker", "person", 96),
        ("grassroots_emulation_fighter", "person", 15),
    ]
    paid = 0
    for title, recipient, count in awards:
        money = pack.coefficient(title, recipient)
        assert money is not None
        paid += count * pack.rounding.amount(money.thousandths or 0, book.base_salary(date))
    assert paid == total


def test_the_commune_s_certificate_doubled_in_2025(law_2024: LawPack, law_2025: LawPack) -> None:
    paid = [pack.coefficient("merit_commune", "person") for pack in (law_2024, law_2025)]
    assert [money and money.thousandths for money in paid] == [150, 300]


def test_a_cultural_family_has_no_amount_and_says_so(law_2024: LawPack) -> None:
    money = law_2024.coefficient("cultural_family", "household")
    assert money is not None
    assert (money.thousandths, "không có mức" in money.note) == (None, True)


# Deciding


@pytest.mark.parametrize(
    ("title", "percent"),
    [
        ("grassroots_emulation_fighter", 80),
        ("provincial_emulation_flag", 80),
        ("provincial_emulation_fighter", 90),
        ("cert_province", 50),
        ("advanced_worker", 50),
    ],
)
def test_the_votes_needed_are_those_of_the_decree(
    law_2024: LawPack, title: str, percent: int
) -> None:
    assert law_2024.vote(title).percent == percent


def test_the_district_decided_until_the_commune_did(law_2024: LawPack, law_2025: LawPack) -> None:
    deciders = [
        known(pack.title("grassroots_emulation_fighter", "person")).deciders[0]
        for pack in (law_2024, law_2025)
    ]
    assert deciders == ["district_chair", "commune_chair"]


def test_there_is_no_district_in_2025(law_2025: LawPack) -> None:
    assert [title.id for title in law_2025.titles if "district" in title.levels] == []


def test_who_may_keep_decisions_moved_with_the_power(law_2024: LawPack, law_2025: LawPack) -> None:
    lowest = [
        next(right.lowest_level for right in pack.write_rights if right.record == "decision")
        for pack in (law_2024, law_2025)
    ]
    assert lowest == ["district", "commune"]


# Finding titles as lists write them


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("LĐTT", "advanced_worker"),
        ("ldtt", "advanced_worker"),
        ("Danh hiệu “Lao động tiên tiến”", "advanced_worker"),
        ("Lao động tiên tiến năm học 2022-2023", "advanced_worker"),
        ("CSTĐCS", "grassroots_emulation_fighter"),
        ("CSTĐ cơ sở", "grassroots_emulation_fighter"),
        ("Chiến sỹ thi đua cơ sở", "grassroots_emulation_fighter"),
        ("CHIẾN SĨ THI ĐUA CẤP CƠ SỞ", "grassroots_emulation_fighter"),
        ("CSTĐ tỉnh", "provincial_emulation_fighter"),
        ("Tập thể LĐTT", "advanced_labor_collective"),
        ("TTLĐXS", "excellent_labor_collective"),
        ("Giấy khen", "merit_district"),
        ("Giấy khen (Chủ tịch UBND huyện)", "merit_district"),
        ("Giấy khen của Chủ tịch UBND huyện Đắk Glei", "merit_district"),
        ("GK của UBND xã Đăk Môn", "merit_commune"),
        ("Bằng khen của Chủ tịch UBND tỉnh", "cert_province"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Kon Tum", "cert_province"),
        ("BK TTg", "cert_pm"),
        ("Huân chương Lao động hạng III", "order_labor_3"),
        ("HCLĐ hạng Nhì", "order_labor_2"),
        ("Kỉ niệm chương của tỉnh", "commemorative_medal_province"),
    ],
)
def test_a_title_is_found_as_lists_write_it(law_2024: LawPack, written: str, title: str) -> None:
    assert known(law_2024.find_title(written)).id == title


@pytest.mark.parametrize(
    "written",
    ["", "Giỏi việc nước", "Bằng khen của Bộ đội Biên phòng tỉnh", "Huân chương Lao động", "Giấy"],
)
def test_what_is_no_title_of_the_catalogue_is_not_guessed(law_2024: LawPack, written: str) -> None:
    assert law_2024.find_title(written) is None


def test_every_title_is_found_by_its_own_name(book: LawBook) -> None:
    for pack in book.packs:
        for title in pack.titles:
            assert known(pack.find_title(title.name, title.recipient)) == title


def test_a_recipient_chooses_among_its_titles(law_2024: LawPack) -> None:
    assert known(law_2024.find_title("Giấy khen", "household")).recipient == "household"


def test_a_title_that_the_recipient_cannot_have_is_not_found(law_2024: LawPack) -> None:
    assert law_2024.find_title("LĐTT", "collective") is None


@pytest.mark.parametrize(
    ("level", "title"), [("commune", "merit_commune"), ("grassroots", "merit_enterprise")]
)
def test_a_short_name_means_that_of_the_level(law_2024: LawPack, level: str, title: str) -> None:
    assert known(law_2024.find_title("Giấy khen", level=level)).id == title


def test_a_short_name_means_the_commune_s_after_the_district(law_2025: LawPack) -> None:
    assert known(law_2025.find_title("Giấy khen")).id == "merit_commune"


# Broken folders


def test_a_file_that_is_no_toml_is_named(folder: Path) -> None:
    change(folder / "2024" / "money.toml", "[rounding]", "[rounding")
    with pytest.raises(LawPackError, match=r"2024/money\.toml, dòng \d+: tệp không đúng dạng TOML"):
        laws.load(folder)


def test_a_misspelt_key_is_named_with_its_entry(folder: Path) -> None:
    change(folder / "2024" / "titles_1_emulation.toml", "local_role", "role")
    with pytest.raises(
        LawPackError, match=r"titles_1_emulation\.toml, dòng 14, mục title “national_"
    ):
        laws.load(folder)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.toml")), ids=lambda path: path.name)
def test_a_wrong_value_is_refused_with_its_line(folder: Path, file: Path) -> None:
    broken = folder / file.relative_to(FOLDER)
    lines = broken.read_text(encoding="utf-8").splitlines()
    marks = [n for n, line in enumerate(lines) if line.startswith("verified = ")]
    chosen = marks[len(marks) // 2]
    lines[chosen] = "verified = 3"
    broken.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(LawPackError) as refused:
        laws.load(folder)
    assert refused.value.file == f"{file.parent.name}/{file.name}"
    assert refused.value.line == chosen + 1
    assert f"{file.name}, dòng {chosen + 1}, mục " in refused.value.what
    assert "đang là số nguyên" in refused.value.reason


def test_a_condition_of_no_known_kind_is_refused_with_its_line(folder: Path) -> None:
    rules = folder / "2024" / "rules.toml"
    change(rules, 'kind = "award_streak", titles', 'kind = "award_row", titles')
    line = rules.read_text(encoding="utf-8").split("award_row")[0].count("\n") + 1
    with pytest.raises(LawPackError, match=rf"rules\.toml, dòng {line}, .*“award_row”"):
        laws.load(folder)


def test_a_rule_for_a_title_that_is_not_there_is_refused_with_its_line(folder: Path) -> None:
    rules = folder / "2024" / "rules.toml"
    change(rules, 'titles = ["cert_pm"], count = 1', 'titles = ["cert_gone"], count = 1')
    line = rules.read_text(encoding="utf-8").split("cert_gone")[0].count("\n") + 1
    with pytest.raises(LawPackError, match=rf"dòng {line}, mục rule .*“cert_gone”"):
        laws.load(folder)


def test_a_gap_between_two_packs_is_refused(folder: Path) -> None:
    change(folder / "2024" / "pack.toml", 'last_day = "2025-06-30"', 'last_day = "2025-06-29"')
    with pytest.raises(
        LawPackError, match=r"dòng \d+, .*phải bắt đầu ngay sau ngày cuối của bộ luật 2024"
    ):
        laws.load(folder)


def test_a_pack_without_the_one_it_rests_on_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "2024")
    with pytest.raises(LawPackError, match="chưa có bộ luật “2024” trước đó"):
        laws.load(folder)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawPackError, match="không có bộ luật nào"):
        laws.load(tmp_path)


def test_a_missing_table_of_salaries_is_named(folder: Path) -> None:
    (folder / "base_salary.toml").unlink()
    with pytest.raises(LawPackError, match=r"base_salary\.toml: không mở được tệp"):
        laws.load(folder)
