"""What does not match in the make-up of a council."""

import pytest

from thidua_desktop.domain.council import CouncilMember, CouncilTerm, mismatches, sitting

TERM = CouncilTerm(size=0)


def member(name: str = "A Tik", role: str = "member", **known: object) -> CouncilMember:
    return CouncilMember(full_name=name, role=role, **known)  # type: ignore[arg-type]


CHAIR = member("Y Sương", "chair")
SECRETARY = member("Trần Quốc Hải", is_secretary=True)


def told(members: list[CouncilMember], size: int = 0) -> list[str]:
    return [each.text for each in mismatches(CouncilTerm(size=size), members)]


def test_a_whole_council_needs_no_second_look() -> None:
    assert told([CHAIR, SECRETARY], size=2) == []


def test_a_term_without_members_is_not_wrong_yet() -> None:
    assert told([], size=13) == []


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ([SECRETARY], "Chưa có Chủ tịch Hội đồng."),
        ([CHAIR], "Chưa có thư ký."),
        (
            [CHAIR, SECRETARY, member("Y Khăm", "chair")],
            "Có 2 Chủ tịch Hội đồng: Y Sương, Y Khăm.",
        ),
        (
            [CHAIR, SECRETARY, member("Y Khăm", is_secretary=True)],
            "Có 2 thư ký: Trần Quốc Hải, Y Khăm.",
        ),
        (
            [CHAIR, SECRETARY, *(member(n, "first_vice_chair") for n in ("A", "B"))],
            "Có 2 Phó Chủ tịch thứ nhất: A, B.",
        ),
        ([CHAIR, SECRETARY, member("Y Suong")], None),
        ([CHAIR, SECRETARY, member("y sương")], "y sương có tên hai lần."),
    ],
)
def test_each_thing_that_does_not_match_is_named(
    members: list[CouncilMember], found: str | None
) -> None:
    assert told(members) == ([found] if found else [])


def test_a_person_of_two_names_is_seen_to_be_one() -> None:
    twice = [member("Y Hoa", person_uid="1"), member("Y Hoà", person_uid="1")]
    assert told([CHAIR, SECRETARY, *twice]) == ["Y Hoà có tên hai lần."]


def test_namesakes_in_different_posts_are_two() -> None:
    twice = [member("Y Hoa", position="Giáo viên"), member("Y Hoa", position="Trưởng phòng")]
    assert told([CHAIR, SECRETARY, *twice]) == []


def test_another_number_than_the_decision_s_is_one_of_the_term() -> None:
    (found,) = mismatches(CouncilTerm(size=13), [CHAIR, SECRETARY])
    assert found.text == "Quyết định ghi 13 thành viên, danh sách có 2."
    assert found.of_term


def test_who_holds_a_role_again_is_the_row_to_look_at() -> None:
    second = member("Y Khăm", is_secretary=True)
    (found,) = mismatches(TERM, [CHAIR, SECRETARY, second])
    assert found.member_uid == second.uid


def test_who_left_before_the_end_sits_no_more() -> None:
    left = member("Y Khăm", "chair", ends="2023-05-01")
    stayed = member("A Brưu", ends="2026-06-30")
    assert sitting(CouncilTerm(ends="2026-06-30"), [CHAIR, left, stayed]) == [CHAIR, stayed]
    assert sitting(TERM, [CHAIR, left]) == [CHAIR]
