"""The states of dossiers and nominations: each change is entered, and undone with it."""

import pytest

from tests import factory
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.services.services import Services

DOSSIER = Dossier(unit_name="Phòng Giáo dục", year=2024, received="2024-06-14")


def entered(services: Services) -> list[tuple[str, str, str]]:
    return [(e.state, e.date, e.reason) for e in services.states.of_dossier(DOSSIER.uid)]


def test_a_dossier_begins_on_the_day_it_was_received(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    assert entered(services) == [("submitted", "2024-06-14", "")]


def test_every_change_of_state_is_entered_with_its_day_and_reason(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    services.dossiers.set_state(DOSSIER.uid, "returned", "Thiếu biên bản", date="2024-06-20")
    services.dossiers.set_state(DOSSIER.uid, "accepted")
    assert entered(services)[1:] == [
        ("returned", "2024-06-20", "Thiếu biên bản"),
        ("accepted", "2024-06-30", ""),
    ]


def test_saving_the_same_state_again_enters_nothing(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    services.dossiers.save(services.dossiers.get(DOSSIER.uid))
    assert len(entered(services)) == 1


def test_undoing_a_change_takes_its_entry_back(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    services.dossiers.set_state(DOSSIER.uid, "council")
    services.history.undo()
    assert [state for state, _, _ in entered(services)] == ["submitted"]


def test_a_dossier_is_not_returned_without_a_reason(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    with pytest.raises(RuleError, match="cần ghi lý do"):
        services.dossiers.set_state(DOSSIER.uid, "returned", " ")


def test_nominations_go_along_but_not_those_returned_or_settled(services: Services) -> None:
    services.dossiers.save(DOSSIER)
    drafts = [
        factory.nomination(dossier_uid=DOSSIER.uid, state="accepted"),
        factory.nomination(dossier_uid=DOSSIER.uid, state="returned", reason="Thiếu giấy tờ"),
        factory.nomination(dossier_uid=DOSSIER.uid, state="approved"),
    ]
    services.nominations.save_many(drafts)
    services.dossiers.set_state(DOSSIER.uid, "council", with_nominations=True)
    kept = services.nominations.get_many([one.uid for one in drafts])
    assert [one.state for one in kept] == ["council", "returned", "approved"]
    (entry,) = services.states.of_nomination(drafts[0].uid)
    assert (entry.state, entry.date) == ("council", "2024-06-30")


def test_the_state_of_a_nomination_changed_in_the_list_is_entered_too(services: Services) -> None:
    draft = factory.nomination(state="submitted")
    services.nominations.save(draft)
    services.nominations.save(factory.nomination(uid=draft.uid, state="accepted"))
    assert [entry.state for entry in services.states.of_nomination(draft.uid)] == ["accepted"]


def test_an_award_is_entered_on_the_day_of_its_decision(services: Services) -> None:
    draft = factory.nomination(state="approved")
    services.nominations.save(draft)
    services.reviewing.award([draft.uid], factory.decision(date="2024-07-02"))
    (entry,) = services.states.of_nomination(draft.uid)
    assert (entry.state, entry.date) == ("awarded", "2024-07-02")
