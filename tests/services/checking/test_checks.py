"""Checks of the file: what is gathered, by which law, kept in memory, dropped when it changes."""

from dataclasses import replace

import pytest

from tests import factory
from tests.services.checking.conftest import CSTD_TINH, CSTDCS, LDTT, Checking
from thidua_desktop.domain.errors import Cancelled, Refused
from thidua_desktop.domain.merits import (
    Discipline,
    Initiative,
    InitiativeAuthor,
    InitiativeUse,
    OpenCase,
    UnitYear,
)
from thidua_desktop.domain.nominations import Dossier, DossierPaper
from thidua_desktop.domain.units import UnitSuccession

FIGHTER_YEARS = (2022, 2023, 2024)
TTLDTT = "Tập thể lao động tiên tiến"


def test_a_rating_decides_and_its_change_is_seen_at_once(checking: Checking) -> None:
    person = checking.person()
    nomination = checking.proposed(person)
    assert checking.verdict(nomination) == "needs_review"
    checking.rated(person, "GOOD", 2024)
    assert checking.verdict(nomination) == "eligible"
    checking.services.history.undo()
    assert checking.verdict(nomination) == "needs_review"


def test_what_is_known_is_not_asked_of_the_file_again(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    nomination = checking.proposed(checking.person())
    first = checking.services.checks.of(nomination.uid)
    monkeypatch.setattr("thidua_desktop.services.checking.facts.read", None)
    assert checking.services.checks.of(nomination.uid) == first


def test_an_answer_stays_when_something_else_is_written(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    nomination, other = checking.proposed(checking.person()), checking.person("A Tik")
    first = checking.services.checks.of(nomination.uid)
    checking.rated(other, "GOOD", 2024)
    monkeypatch.setattr("thidua_desktop.services.checking.facts.read", None)
    assert checking.services.checks.of(nomination.uid) == first


def test_a_setting_of_the_office_touches_every_answer(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    assert not checking.findings(nomination, "late")
    checking.services.parameters.set_submit_by("01/06")
    assert checking.findings(nomination, "late")


def test_all_of_a_year_are_checked_and_those_of_a_dossier(checking: Checking) -> None:
    one, two = checking.all_proposed(checking.people(2))
    loose = checking.proposed(checking.person("A Tik"), dossier_uid=None, year=2025)
    checks = checking.services.checks
    assert set(checks.check(year=2024)) == {one.uid, two.uid}
    assert set(checks.check(dossier=checking.dossier.uid)) == {one.uid, two.uid}
    assert set(checks.check()) == {one.uid, two.uid, loose.uid}


def test_checking_can_be_stopped(checking: Checking) -> None:
    class Stop:
        def step(self, done: int, total: int, text: str) -> None:
            raise Cancelled

    checking.proposed(checking.person())
    with pytest.raises(Cancelled):
        checking.services.checks.check(ticket=Stop())


def test_the_law_is_that_of_the_day_the_dossier_came_in(checking: Checking) -> None:
    law = checking.services.checks.of(checking.proposed(checking.person()).uid).law
    assert law
    assert (law.id, law.why) == ("2024", "theo luật có hiệu lực ngày nhận hồ sơ 14/06/2024")


def test_without_a_dossier_the_law_is_that_of_the_end_of_the_year(checking: Checking) -> None:
    nomination = checking.proposed(checking.person(), dossier_uid=None, year=2025)
    law = checking.services.checks.of(nomination.uid).law
    assert law
    assert (law.id, law.why) == ("2025", "theo luật có hiệu lực cuối năm đề nghị 2025")


def test_a_law_that_is_asked_for_is_taken(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    law = checking.services.checks.check([nomination.uid], law="2025")[nomination.uid].law
    assert law
    assert law.id == "2025"
    with pytest.raises(Refused, match="không có bộ luật “1998”"):
        checking.services.checks.check(law="1998")


def test_a_year_before_the_first_law_is_left_to_people(checking: Checking) -> None:
    nomination = checking.proposed(checking.person(), dossier_uid=None, year=2019)
    assert checking.verdict(nomination) == "needs_review"
    assert checking.findings(nomination, "no_law")


def test_a_draft_is_checked_as_it_is_typed(checking: Checking) -> None:
    person = checking.person()
    checking.rated(person, "GOOD", 2024)
    draft = factory.nomination(recipient=person, title="advanced_worker")
    assert checking.services.checks.draft(draft).verdict == "eligible"
    twice = checking.proposed(person)
    told = checking.services.checks.draft(replace(draft, dossier_uid=checking.dossier.uid))
    assert [f.records for f in told.findings if f.rule == "double_proposal"] == [(twice.uid,)]
    assert checking.services.checks.draft(twice).verdict == "eligible"


def test_the_title_of_a_draft_is_looked_up_by_its_words(checking: Checking) -> None:
    person = checking.person()
    checking.rated(person, "GOOD", 2024)
    typed = factory.nomination(recipient=person, title_text="lđtt")
    assert checking.services.checks.draft(typed).verdict == "eligible"
    kept = checking.proposed(person)
    retyped = checking.services.checks.draft(replace(kept, title_text=CSTD_TINH))
    assert retyped.verdict == "not_eligible"


def test_the_award_that_came_of_a_nomination_does_not_stand_against_it(checking: Checking) -> None:
    person = checking.person()
    checking.rated(person, "GOOD", 2024)
    nomination = checking.proposed(person, state="approved")
    checking.services.reviewing.award([nomination.uid], factory.decision(date="2024-07-02"))
    assert not checking.findings(nomination, "already_awarded")


def test_an_initiative_counts_for_each_of_its_authors(checking: Checking) -> None:
    first, second = checking.person("Y Hoa"), checking.person("A Tik")
    for one in (first, second):
        checking.awarded(one, CSTDCS, *FIGHTER_YEARS)
    idea = Initiative(title="Sân chơi", scope="province", year=2024, person_uid=first.person_uid)
    checking.put(idea, InitiativeAuthor(initiative_uid=idea.uid, person_uid=second.person_uid))
    proposed = checking.all_proposed([first, second], CSTD_TINH)
    assert [checking.verdict(one) for one in proposed] == ["eligible", "eligible"]


def test_an_initiative_that_serves_a_certificate_serves_no_title(checking: Checking) -> None:
    person = checking.person()
    checking.awarded(person, CSTDCS, *FIGHTER_YEARS)
    idea = Initiative(title="Sân chơi", scope="province", year=2024, person_uid=person.person_uid)
    other = checking.proposed(person, "Bằng khen của Chủ tịch UBND tỉnh")
    checking.put(
        idea,
        InitiativeUse(initiative_uid=idea.uid, nomination_uid=other.uid, title="cert_province"),
    )
    nomination = checking.proposed(person, CSTD_TINH)
    assert checking.verdict(nomination) == "not_eligible"
    checking.services.reviewing.set_state([other.uid], "rejected")
    assert checking.verdict(nomination) == "eligible"


def test_an_open_case_blocks_until_it_is_closed(checking: Checking) -> None:
    person = checking.person()
    checking.rated(person, "GOOD", 2024)
    nomination = checking.proposed(person)
    case = OpenCase(person_uid=person.person_uid, subject="Đơn tố cáo", opened="2024-05")
    checking.put(case)
    (finding,) = checking.findings(nomination, "open_case")
    assert (checking.verdict(nomination), finding.records) == ("not_eligible", (case.uid,))
    checking.put(replace(case, closed="2024-06"))
    assert checking.verdict(nomination) == "eligible"


def test_years_under_discipline_do_not_count(checking: Checking) -> None:
    person = checking.person()
    checking.awarded(person, CSTDCS, *FIGHTER_YEARS)
    checking.put(
        Discipline(person_uid=person.person_uid, kind="CANH_CAO", until="2022-12-31"),
        Initiative(title="Sân chơi", scope="province", year=2024, person_uid=person.person_uid),
    )
    assert checking.verdict(checking.proposed(person, CSTD_TINH)) == "not_eligible"


def test_a_collective_is_weighed_by_its_members_as_it_states_them(checking: Checking) -> None:
    school = checking.collective()
    checking.rated(school, "GOOD", 2024)
    year = UnitYear(unit_uid=checking.unit.uid, year=2024, members=13, advanced=9, disciplined=0)
    checking.put(year)
    nomination = checking.proposed(school, TTLDTT)
    (finding,) = checking.findings(nomination, "member_share")
    assert (checking.verdict(nomination), finding.severity) == ("not_eligible", "error")
    checking.put(replace(year, advanced=10))
    assert checking.verdict(nomination) == "eligible"


def test_members_that_are_not_stated_are_counted_in_the_file(checking: Checking) -> None:
    school = checking.collective()
    checking.rated(school, "GOOD", 2024)
    checking.put(UnitYear(unit_uid=checking.unit.uid, year=2024, members=10, disciplined=0))
    people = checking.people(8)
    checking.all_proposed(people[:6])
    nomination = checking.proposed(school, TTLDTT)
    assert checking.verdict(nomination) == "not_eligible"
    checking.awarded(people[7], LDTT, 2024)
    assert checking.verdict(nomination) == "eligible"


def test_awards_of_an_earlier_unit_count_and_are_told(checking: Checking) -> None:
    old = factory.unit("Trường Mầm non Hoa Mai")
    checking.services.units.save(old)
    was = replace(factory.to_collective(old.name), unit_uid=old.uid)
    checking.awarded(was, "Tập thể lao động xuất sắc", 2023, 2024)
    nomination = checking.proposed(checking.collective(), "Bằng khen của Chủ tịch UBND tỉnh")
    assert checking.verdict(nomination) == "needs_review"
    link = UnitSuccession(from_uid=old.uid, to_uid=checking.unit.uid, kind="merge", date="2024-01")
    checking.put(link)
    (note,) = checking.findings(nomination, "earlier_unit")
    assert "Trường Mầm non Hoa Mai" in note.message
    assert checking.verdict(nomination) == "eligible"


def test_a_name_that_leads_to_nobody_is_looked_up_by_name_and_unit(checking: Checking) -> None:
    school = "Trường Tiểu học Sơn Ca"
    here, elsewhere = (
        factory.to_person("Y Hoa", unit_name=unit) for unit in (school, "Trường khác")
    )
    checking.awarded(here, CSTDCS, 2022)
    checking.awarded(elsewhere, CSTDCS, 2023)
    nomination = checking.proposed(factory.to_person("y hoa", unit_name=school), CSTD_TINH)
    (finding,) = checking.findings(nomination, "award_streak")
    assert {2023, 2024} <= set(finding.missing_years)
    assert 2022 not in finding.missing_years
    (note,) = checking.findings(nomination, "unlinked_recipient")
    assert "Chưa gắn với người trong danh sách" in note.message


def test_awards_of_the_same_name_that_lead_to_nobody_are_told_not_counted(
    checking: Checking,
) -> None:
    person = checking.person()
    checking.awarded(person, CSTDCS, 2023, 2024)
    nomination = checking.proposed(person, CSTD_TINH)
    assert not checking.findings(nomination, "unlinked_awards")
    loose = factory.to_person("Y HOA", unit_name=checking.unit.name)
    checking.awarded(loose, CSTDCS, 2022)
    checking.awarded(factory.to_person("Y Hoa", unit_name="Trường khác"), CSTDCS, 2022)
    (note,) = checking.findings(nomination, "unlinked_awards")
    assert (checking.verdict(nomination), len(note.records)) == ("not_eligible", 1)
    assert "Chiến sĩ thi đua cơ sở 2022" in note.message


def test_papers_are_looked_at_once_somebody_went_through_them(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    assert not checking.findings(nomination, "missing_paper")
    needed = [each.paper for each in checking.services.dossiers.papers(checking.dossier.uid)]
    there = [replace(paper, is_there=True) for paper in needed[1:]]
    checking.services.dossiers.save_papers(checking.dossier.uid, [needed[0], *there])
    (finding,) = checking.findings(nomination, "missing_paper")
    assert finding.message == f"Thiếu {needed[0].name.lower()}."
    assert finding.severity == "warning"


def test_a_paper_of_the_office_itself_is_no_paper_of_the_law(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    own = DossierPaper(name="Danh sách trích ngang", is_there=True)
    checking.services.dossiers.save_papers(checking.dossier.uid, [own])
    assert checking.findings(nomination, "missing_paper")


def test_a_dossier_that_changes_its_day_changes_the_law(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    checking.services.checks.of(nomination.uid)
    later: Dossier = replace(checking.dossier, received="2025-08-01")
    checking.services.dossiers.save(later)
    law = checking.services.checks.of(nomination.uid).law
    assert law
    assert law.id == "2025"


def test_what_is_gone_is_left_out(checking: Checking) -> None:
    nomination = checking.proposed(checking.person())
    checking.services.nominations.delete([nomination.uid])
    assert checking.services.checks.check([nomination.uid]) == {}
    with pytest.raises(KeyError):
        checking.services.checks.of(nomination.uid)
