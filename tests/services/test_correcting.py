"""Words of an issued decision change by đính chính alone; decisions go without their awards."""

from dataclasses import replace

import pytest

from tests import factory
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services

DECISION = factory.decision()


@pytest.fixture
def kept(services: Services) -> Award:
    """An award under an issued decision."""
    services.decisions.save(DECISION)
    draft = factory.award(decision_uid=DECISION.uid)
    services.awards.save(draft)
    return services.awards.get(draft.uid)


def renamed(award: Award, name: str = "A Tík") -> Award:
    return replace(award, recipient=replace(award.recipient, name=name))


def test_a_name_in_an_issued_decision_is_not_changed_by_the_way(services: Services, kept: Award):
    with pytest.raises(RuleError, match="đính chính") as caught:
        services.awards.save(renamed(kept))
    assert [problem.field for problem in caught.value.problems] == ["recipient.name"]
    refused = services.awards.edit([Edit(kept.uid, {"recipient.name": "A Tík"})]).refused
    assert list(refused) == [kept.uid]
    assert services.awards.get(kept.uid) == kept


def test_what_would_be_corrected_is_told(services: Services, kept: Award):
    (told,) = services.awards.corrections(renamed(kept))
    assert (told.label, told.old, told.new) == ("Tên", "A Tik", "A Tík")


def test_a_correction_is_a_step_that_says_why(services: Services, kept: Award):
    changed = services.awards.correct(renamed(kept), "quyết định in sai tên")
    assert changed.label == "Đính chính A Tík: quyết định in sai tên"
    assert services.awards.get(kept.uid).recipient.name == "A Tík"
    told = services.history.of_record("award", kept.uid)[0]
    assert (told.old, told.new, told.label) == ("A Tik", "A Tík", changed.label)


def test_a_correction_without_a_reason_is_refused(services: Services, kept: Award):
    with pytest.raises(RuleError, match="cần ghi lý do"):
        services.awards.correct(renamed(kept), " ")


def test_a_correction_keeps_the_other_rules(services: Services, kept: Award):
    with pytest.raises(RuleError, match="Cần có tên"):
        services.awards.correct(renamed(kept, ""), "bỏ tên")


def test_other_words_of_the_award_change_as_before(services: Services, kept: Award):
    services.awards.save(replace(kept, note="Đã trao"))
    assert services.awards.get(kept.uid).note == "Đã trao"


@pytest.mark.parametrize("state", ["draft", "cancelled"])
def test_a_decision_not_in_force_needs_no_correction(services: Services, kept: Award, state: str):
    services.decisions.save(replace(DECISION, state=state))
    services.awards.save(renamed(kept))
    assert services.awards.get(kept.uid).recipient.name == "A Tík"


def test_an_award_of_the_paper_register_changes_freely(services: Services):
    draft = factory.award(decision_date="1998")
    services.awards.save(draft)
    assert services.awards.corrections(renamed(draft)) == []
    services.awards.save(renamed(services.awards.get(draft.uid)))


def test_a_decision_can_go_and_leave_its_awards(services: Services, kept: Award):
    services.decisions.delete_alone([DECISION.uid])
    left = services.awards.get(kept.uid)
    assert (left.decision_uid, left.decision_number) == (None, DECISION.number)
    assert services.decisions.count(Query()) == 0
    services.history.undo()
    assert services.awards.get(kept.uid).decision_uid == DECISION.uid
