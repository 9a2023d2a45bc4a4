"""Nominations go on: states of many at once, another dossier, and the register."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests import factory
from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.services.services import Services

DECISION = factory.decision(number="135/QĐ-UBND", date="2024-07-02")


@pytest.fixture
def kept(services: Services) -> Sequence[Nomination]:
    """Two nominations that the council agreed to."""
    drafts = [
        factory.nomination(recipient=factory.to_person("Y Hoa"), state="approved"),
        factory.nomination(recipient=factory.to_person("A Tik"), state="approved"),
    ]
    services.nominations.save_many(drafts, "Thêm")
    return drafts


def states(services: Services, drafts: Sequence[Nomination]) -> list[str]:
    return [one.state for one in services.nominations.get_many([draft.uid for draft in drafts])]


def test_many_change_their_state_as_one_step(services: Services, kept: Sequence[Nomination]):
    uids = [one.uid for one in kept]
    changed = services.reviewing.set_state(uids, "returned", "Thiếu báo cáo")
    assert changed.label == "Đổi tình trạng 2 đề nghị: Trả lại"
    assert services.nominations.get(uids[0]).reason == "Thiếu báo cáo"
    services.history.undo()
    assert states(services, kept) == ["approved", "approved"]


def test_returning_needs_a_reason(services: Services, kept: Sequence[Nomination]):
    with pytest.raises(RuleError, match="cần ghi lý do"):
        services.reviewing.set_state([kept[0].uid], "returned", "  ")
    assert states(services, kept) == ["approved", "approved"]


def test_nominations_are_laid_into_a_dossier(services: Services, kept: Sequence[Nomination]):
    dossier = Dossier(unit_name="Phòng Nội vụ", year=2024)
    services.dossiers.save(dossier)
    services.reviewing.move([one.uid for one in kept], dossier.uid)
    assert services.dossiers.shelf(None).dossiers[0].count == 2


def test_approved_nominations_become_rows_of_the_register(
    services: Services, kept: Sequence[Nomination]
):
    changed = services.reviewing.award([one.uid for one in kept], DECISION)
    awards = services.awards.get_many(services.awards.find(Query()))
    assert [(a.recipient.name, a.ordinal, a.decision_number, a.nomination_uid) for a in awards] == [
        ("Y Hoa", 1, "135/QĐ-UBND", kept[0].uid),
        ("A Tik", 2, "135/QĐ-UBND", kept[1].uid),
    ]
    assert all(award.amount for award in awards)
    assert states(services, kept) == ["awarded", "awarded"]
    assert changed.label == "Ghi sổ 2 khen thưởng theo quyết định 135/QĐ-UBND"


def test_one_undo_takes_the_rows_out_of_the_register(
    services: Services, kept: Sequence[Nomination]
):
    services.reviewing.award([one.uid for one in kept], DECISION)
    services.history.undo()
    assert (services.awards.count(Query()), services.decisions.count(Query())) == (0, 0)
    assert states(services, kept) == ["approved", "approved"]


def test_a_decision_that_is_there_already_is_used(services: Services, kept: Sequence[Nomination]):
    services.decisions.save(DECISION)
    services.reviewing.award([kept[0].uid], replace(DECISION, uid=factory.decision().uid))
    services.reviewing.award([kept[1].uid], replace(DECISION, uid=factory.decision().uid))
    (row,) = services.decisions.rows(services.decisions.find(Query()))
    assert (row.uid, row.awards) == (DECISION.uid, 2)


def test_what_is_not_approved_stays_out_of_the_register(
    services: Services, kept: Sequence[Nomination]
):
    services.reviewing.set_state([kept[1].uid], "rejected")
    with pytest.raises(Refused, match="Không đồng ý"):
        services.reviewing.award([one.uid for one in kept], DECISION)
    assert services.awards.count(Query()) == 0


def test_a_decision_without_a_number_is_refused(services: Services, kept: Sequence[Nomination]):
    with pytest.raises(RuleError, match="phải có số"):
        services.reviewing.award([kept[0].uid], replace(DECISION, number=""))


def test_what_is_in_the_register_keeps_its_state(services: Services, kept: Sequence[Nomination]):
    services.reviewing.award([kept[0].uid], DECISION)
    with pytest.raises(Refused, match="đã có trong sổ"):
        services.reviewing.set_state([kept[0].uid], "rejected")
