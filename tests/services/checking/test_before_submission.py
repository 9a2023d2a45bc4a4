"""What an officer checks before the list goes up: shares, streaks, notes, times and people."""

from tests.services.checking.conftest import CSTD_TINH, CSTDCS, GIAY_KHEN, LDTT, Checking


def submitted(checking: Checking) -> None:
    """Put forward 96 LĐTT, of whom 15 for CSTĐCS too, and 115 other people for a giấy khen."""
    people = checking.people(211)
    checking.all_proposed(people[:96], LDTT)
    checking.all_proposed(people[:15], CSTDCS)
    checking.all_proposed(people[96:], GIAY_KHEN)


def test_times_and_people_are_counted_apart(checking: Checking) -> None:
    submitted(checking)
    tally = checking.services.checks.tally(year=2024)
    assert (tally.people_times, tally.people) == (226, 211)
    assert tally.words == "226 lượt cá nhân (211 người)"


def test_a_share_above_the_limit_that_the_office_set_is_a_warning(checking: Checking) -> None:
    submitted(checking)
    checking.services.parameters.set("grassroots_fighter_share", 15)
    found = checking.services.checks.check(year=2024).values()
    warnings = {f.message for one in found for f in one.of("warning") if f.rule == "ratio"}
    (warning,) = warnings
    assert "15/96 = 15,6" in warning
    assert "vượt mức 15%" in warning
    assert sum(any(f.rule == "ratio" for f in one.findings) for one in found) == 15


def test_no_share_is_looked_at_until_the_office_sets_a_limit(checking: Checking) -> None:
    submitted(checking)
    found = checking.services.checks.check(year=2024).values()
    assert not [f for one in found for f in one.findings if f.rule == "ratio"]
    (whole, unit) = checking.services.checks.ratios(2024)
    assert (whole.share, whole.is_above) == ("15,6%", False)
    assert (unit.unit, unit.fighters, unit.advanced) == ("Trường Tiểu học Sơn Ca", 15, 96)


def test_a_share_at_the_limit_is_not_above_it(checking: Checking) -> None:
    submitted(checking)
    checking.services.parameters.set("grassroots_fighter_share", 16)
    assert not checking.services.checks.ratios(2024)[0].is_above


def test_a_gap_in_the_years_is_named(checking: Checking) -> None:
    person = checking.person()
    checking.awarded(person, CSTDCS, 2021, 2023)
    nomination = checking.proposed(person, CSTD_TINH, year=2023)
    (finding,) = checking.findings(nomination, "award_streak")
    assert checking.verdict(nomination) == "not_eligible"
    assert finding.missing_years == (2022,)
    assert "Thiếu" in finding.message
    assert "2022" in finding.message


def test_a_finding_leads_to_the_awards_it_rests_on(checking: Checking) -> None:
    person = checking.person()
    checking.awarded(person, CSTDCS, 2021, 2023)
    (finding,) = checking.findings(checking.proposed(person, CSTD_TINH, year=2023), "award_streak")
    years = {award.year for award in checking.services.awards.get_many(finding.records)}
    assert years == {2021, 2023}


def test_a_fighter_without_the_title_of_the_year_below_gets_a_note(checking: Checking) -> None:
    person = checking.person()
    checking.rated(person, "EXCELLENT", 2024)
    nomination = checking.proposed(person, CSTDCS)
    (note,) = checking.findings(nomination, "meets_standard")
    assert (checking.verdict(nomination), note.severity) == ("eligible", "note")
    assert "Chưa thấy LĐTT năm 2024" in note.message


def test_the_title_below_proposed_in_the_same_dossier_takes_the_note_away(
    checking: Checking,
) -> None:
    person = checking.person()
    checking.rated(person, "EXCELLENT", 2024)
    checking.proposed(person, LDTT)
    assert not checking.findings(checking.proposed(person, CSTDCS), "meets_standard")


def test_a_share_is_looked_at_by_unit_where_the_office_says_so(checking: Checking) -> None:
    people = checking.people(3)
    checking.all_proposed(people, LDTT)
    (fighter,) = checking.all_proposed(people[:1], CSTDCS)
    checking.services.parameters.set("grassroots_fighter_share", 15)
    checking.services.parameters.set_share_scope("unit")
    (finding,) = checking.findings(fighter, "ratio")
    assert finding.message.startswith("Trường Tiểu học Sơn Ca: ")
