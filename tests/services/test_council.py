"""The council's terms and members."""

import pytest

from tests.factory import again
from thidua_desktop.domain.council import CouncilTerm
from thidua_desktop.domain.errors import Refused, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


@pytest.fixture
def term(services: Services) -> CouncilTerm:
    """A stored term."""
    draft = CouncilTerm(decision_date="10/01/2024", starts="10/01/2024", size=13)
    services.council.save_term(draft)
    return draft


def test_a_term_is_kept_with_its_dates(
    services: Services, wires: Wiring, term: CouncilTerm
) -> None:
    opened = again(services, wires)
    assert opened.council.terms()[0].decision_date == "2024-01-10"
    opened.file.close()


def test_a_new_member_sits_last_in_the_newest_term(services: Services, term: CouncilTerm) -> None:
    services.council.save(services.council.new(full_name="Y Khăm", role="chair"))
    draft = services.council.new()
    assert (draft.term_uid, draft.ordinal) == (term.uid, 2)


def test_a_term_has_one_chair(services: Services, term: CouncilTerm) -> None:
    services.council.save(services.council.new(full_name="Y Khăm", role="chair"))
    with pytest.raises(RuleError, match="đã có Chủ tịch Hội đồng là Y Khăm"):
        services.council.save(services.council.new(full_name="A Brưu", role="chair"))


def test_a_chair_who_left_makes_room_for_another(services: Services, term: CouncilTerm) -> None:
    left = services.council.new(full_name="Y Khăm", role="chair", ends="2024-05-01")
    services.council.save(left)
    services.council.save(services.council.new(full_name="A Brưu", role="chair"))
    assert services.council.count(Query()) == 2


def test_a_member_needs_a_term(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.council.save(services.council.new(full_name="Y Khăm"))
    assert refused.value.problems[0].field == "term_uid"


def test_a_term_goes_with_its_members_and_comes_back_with_them(
    services: Services, term: CouncilTerm
) -> None:
    services.council.save(services.council.new(full_name="Y Khăm"))
    services.council.delete_term(term.uid)
    assert (services.council.terms(), services.council.count(Query())) == ([], 0)
    services.history.undo()
    assert services.council.count(Query()) == 1


def test_the_sample_seats_thirteen(sample: Services) -> None:
    rows = sample.council.rows_of(Query())
    roles = [row.role for row in rows]
    assert (len(rows), roles.count("member"), roles.count("standing_vice_chair")) == (13, 9, 1)
    assert [row.role for row in rows if row.is_secretary] == ["member"]


def test_members_of_the_last_term_are_seated_in_the_next(
    services: Services, term: CouncilTerm
) -> None:
    council = services.council
    for name, ends in (("Y Sương", ""), ("A Tik", "2024-03-01"), ("Y Hoa", "")):
        council.save(council.new(term_uid=term.uid, full_name=name, ends=ends))
    after = CouncilTerm(starts="2026-07-01")
    council.save_term(after)
    council.save(council.new(term_uid=after.uid, full_name="Y Hoa"))
    council.take_over(after.uid, term.uid)
    seated = council.members(after.uid)
    assert [(m.full_name, m.ordinal) for m in seated] == [("Y Hoa", 1), ("Y Sương", 2)]
    assert len(council.members(term.uid)) == 3


def test_nobody_left_to_seat_is_told(services: Services, term: CouncilTerm) -> None:
    after = CouncilTerm(starts="2026-07-01")
    services.council.save_term(after)
    with pytest.raises(Refused, match="không còn thành viên"):
        services.council.take_over(after.uid, term.uid)
