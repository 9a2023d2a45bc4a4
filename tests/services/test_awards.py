"""The register: titles by the law of the day, money filled once, decisions that carry theirs."""

from dataclasses import replace

import pytest

from tests.factory import again, award, decision, nomination, person, to_collective, to_person, unit
from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_a_written_title_finds_its_entry_in_the_catalogue(services: Services) -> None:
    draft = award(title_text="CSTĐ cơ sở", decision_date="12/01/2024")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    assert (saved.title, saved.title_text) == ("grassroots_emulation_fighter", "CSTĐ cơ sở")


def test_a_title_of_collectives_is_found_for_collectives(services: Services) -> None:
    draft = award(
        recipient=to_collective(),
        title_text="Tập thể lao động tiên tiến",
        decision_date="2024-01-12",
    )
    services.awards.save(draft)
    assert services.awards.get(draft.uid).title == "advanced_labor_collective"


def test_an_unknown_title_is_kept_as_text(services: Services) -> None:
    draft = award(title_text="Gia đình hiếu học tiêu biểu", decision_date="2024-03-01")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    assert (saved.title, saved.title_text) == ("", "Gia đình hiếu học tiêu biểu")


def test_a_title_typed_over_is_looked_up_again(services: Services) -> None:
    draft = award(title_text="Lao động tiên tiến", decision_date="2024-01-12")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    services.awards.save(replace(saved, title_text="Chiến sĩ thi đua cơ sở"))
    assert services.awards.get(draft.uid).title == "grassroots_emulation_fighter"


def test_money_comes_from_the_pack_and_salary_of_the_decision(services: Services) -> None:
    draft = award(decision_date="2024-01-12")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    assert (saved.law, saved.coefficient, saved.base_salary) == ("2024", 300, 1_800_000)
    assert saved.amount == 540_000


def test_money_is_rounded_up_under_the_new_salary(services: Services) -> None:
    draft = award(decision_date="2024-08-01")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    assert (saved.base_salary, saved.amount) == (2_340_000, 710_000)


def test_money_is_never_computed_again(services: Services) -> None:
    draft = award(decision_date="2024-01-12")
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    services.awards.save(replace(saved, decision_date="2024-08-01", note="Đính chính ngày"))
    assert services.awards.get(draft.uid).amount == 540_000


def test_an_amount_that_was_typed_stays(services: Services) -> None:
    draft = award(decision_date="2024-01-12", amount=500_000)
    services.awards.save(draft)
    assert services.awards.get(draft.uid).amount == 500_000


def test_an_award_before_the_first_pack_has_no_money(services: Services) -> None:
    draft = award(decision_date="2019", year=2018)
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    assert (saved.law, saved.amount, saved.title) == ("", None, "advanced_worker")


def test_an_impossible_decision_date_is_told(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.awards.save(award(decision_date="30/02/2024"))
    assert [problem.field for problem in refused.value.problems] == ["decision_date"]


def test_a_new_award_begins_with_what_the_office_is(services: Services) -> None:
    draft = services.awards.new()
    assert (draft.year, draft.level) == (2024, "district")
    assert draft.authority == "Chủ tịch Ủy ban nhân dân huyện Đắk Ruồng"


def test_a_linked_person_gives_name_position_and_unit_once(services: Services) -> None:
    place = unit("Xã Đắk Lua", kind="commune")
    someone = person("Y Hoa", position="Công chức Văn hóa", unit_uid=place.uid)
    services.units.save(place)
    services.people.save(someone)
    draft = award(recipient=to_person("", person_uid=someone.uid))
    services.awards.save(draft)
    recipient = services.awards.get(draft.uid).recipient
    assert (recipient.name, recipient.position) == ("Y Hoa", "Công chức Văn hóa")
    assert recipient.unit_name == "Xã Đắk Lua"


def test_editing_a_person_leaves_their_awards_alone(services: Services) -> None:
    someone = person("Y Hoa", position="Giáo viên")
    services.people.save(someone)
    draft = award(recipient=to_person("", person_uid=someone.uid))
    services.awards.save(draft)
    services.people.save(replace(someone, full_name="Y Hoà", position="Hiệu trưởng"))
    recipient = services.awards.get(draft.uid).recipient
    assert (recipient.name, recipient.position) == ("Y Hoa", "Giáo viên")


def test_number_and_date_typed_link_to_the_decision(services: Services) -> None:
    paper = decision(number="31/QĐ-UBND", date="2024-01-12")
    services.decisions.save(paper)
    draft = award(decision_number="31/QĐ-UBND", decision_date="12/01/2024")
    services.awards.save(draft)
    assert services.awards.get(draft.uid).decision_uid == paper.uid


def test_a_number_typed_over_leaves_the_old_decision(services: Services) -> None:
    paper = decision()
    services.decisions.save(paper)
    draft = award(decision_uid=paper.uid)
    services.awards.save(draft)
    saved = services.awards.get(draft.uid)
    services.awards.save(replace(saved, decision_number="99/QĐ-UBND"))
    assert services.awards.get(draft.uid).decision_uid is None


def test_a_changed_decision_changes_its_awards_in_the_same_step(
    services: Services, wires: Wiring
) -> None:
    paper = decision(number="31/QĐ-UBND", date="2024-01-12")
    services.decisions.save(paper)
    draft = award(decision_uid=paper.uid)
    services.awards.save(draft)
    changed = services.decisions.save(replace(paper, number="35/QĐ-UBND", date="15/01/2024"))
    assert changed.touches("award", "decision")
    opened = again(services, wires)
    saved = opened.awards.get(draft.uid)
    assert (saved.decision_number, saved.decision_date) == ("35/QĐ-UBND", "2024-01-15")
    opened.history.undo()
    assert opened.awards.get(draft.uid).decision_number == "31/QĐ-UBND"
    opened.file.close()


def test_a_decision_that_gets_its_date_gives_its_awards_their_money(services: Services) -> None:
    paper = decision(number="", date="", state="draft")
    services.decisions.save(paper)
    draft = award(decision_uid=paper.uid)
    services.awards.save(draft)
    assert services.awards.get(draft.uid).amount is None
    services.decisions.save(replace(paper, number="31/QĐ-UBND", date="12/01/2024", state="issued"))
    assert services.awards.get(draft.uid).amount == 540_000


def test_a_decision_with_awards_is_not_deleted(services: Services) -> None:
    paper = decision()
    services.decisions.save(paper)
    services.awards.save(award(decision_uid=paper.uid))
    with pytest.raises(Refused, match="31/QĐ-UBND còn 1 dòng"):
        services.decisions.delete([paper.uid])


def test_a_nomination_takes_the_level_of_its_title(services: Services) -> None:
    draft = nomination(title_text="Bằng khen của Chủ tịch UBND tỉnh")
    services.nominations.save(draft)
    saved = services.nominations.get(draft.uid)
    assert (saved.title, saved.level) == ("cert_province", "province")


def test_a_returned_nomination_needs_its_reason(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.nominations.save(nomination(state="returned"))
    assert refused.value.problems[0].field == "reason"


def test_the_awards_of_a_person_are_found_by_name_without_marks(services: Services) -> None:
    services.awards.save_many(
        [award(year=2021), award(year=2022), award(recipient=to_collective())]
    )
    assert [row.year for row in services.history.awards_of("a tik")] == [2022, 2021]
