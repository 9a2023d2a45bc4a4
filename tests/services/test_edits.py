"""Single fields typed in a list: stored together, links by the words, bad ones named."""

from typing import Any

from tests.factory import award, decision, person, to_person, unit
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.council import CouncilMember, CouncilTerm
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services


def new_award(**values: Any) -> Edit:
    """Return a new award with a name, a title and a year, and *values* by path with __ for dots."""
    usual = {"recipient.name": "A Tik", "title_text": "Lao động tiên tiến", "year": 2024}
    given = {path.replace("__", "."): value for path, value in values.items()}
    return Edit(new_uid(), {**usual, **given}, is_new=True)


def stored(services: Services, edit: Edit) -> Award:
    """Store *edit* alone and return the award it made."""
    assert services.awards.edit([edit]).refused == {}
    return services.awards.get(edit.uid)


def test_one_field_is_stored_and_the_others_stay(services: Services) -> None:
    draft = award(note="giữ")
    services.awards.save(draft)
    services.awards.edit([Edit(draft.uid, {"recipient.position": "Hiệu trưởng"})])
    kept = services.awards.get(draft.uid)
    assert (kept.recipient.position, kept.note) == ("Hiệu trưởng", "giữ")


def test_many_edits_are_one_step(services: Services) -> None:
    edits = [new_award() for _ in range(3)]
    services.awards.edit(edits, "Dán 3 dòng")
    assert services.history.steps(1)[0].label == "Dán 3 dòng"
    services.history.undo()
    assert services.awards.get_many([edit.uid for edit in edits]) == []


def test_a_bad_field_is_named_and_the_good_one_of_the_same_record_stored(
    services: Services,
) -> None:
    draft = award()
    services.awards.save(draft)
    edited = services.awards.edit([Edit(draft.uid, {"year": 24, "note": "mới"})])
    assert [problem.field for problem in edited.refused[draft.uid]] == ["year"]
    kept = services.awards.get(draft.uid)
    assert (kept.year, kept.note) == (draft.year, "mới")


def test_a_new_record_with_a_problem_is_not_stored_at_all(services: Services) -> None:
    good, bad = new_award(), new_award(title_text="")
    edited = services.awards.edit([good, bad])
    assert edited.changed.uids == {good.uid}
    assert [problem.field for problem in edited.refused[bad.uid]] == ["title_text"]


def test_a_record_that_is_gone_is_not_made_again(services: Services) -> None:
    edited = services.awards.edit([Edit("gone", {"note": "x"})])
    assert not edited.changed.rows
    assert edited.refused["gone"][0].text == "Dòng này không còn trong tệp."


def test_new_records_begin_with_what_the_office_knows(services: Services) -> None:
    assert stored(services, new_award()).level == services.office.get().level


def test_a_workplace_is_linked_by_its_words(services: Services) -> None:
    school = unit("Trường Tiểu học Đắk Choong")
    services.units.save(school)
    kept = stored(services, new_award(recipient__unit_name="trường tiểu học Đắk Choong"))
    assert kept.recipient.workplace_uid == school.uid


def test_two_units_of_one_name_are_not_guessed_between(services: Services) -> None:
    services.units.save_many([unit("Thôn 1"), unit("Thôn 1")])
    assert (
        stored(services, new_award(recipient__unit_name="Thôn 1")).recipient.workplace_uid is None
    )


def test_a_person_is_linked_by_name_and_unit_together(services: Services) -> None:
    school = unit("Trường Tiểu học Đắk Choong")
    services.units.save(school)
    known = person("A Tik", unit_uid=school.uid)
    services.people.save(known)
    assert stored(services, new_award()).recipient.person_uid is None
    both = new_award(recipient__unit_name=school.name)
    assert stored(services, both).recipient.person_uid == known.uid


def test_a_new_recipient_with_the_name_of_a_unit_is_a_collective(services: Services) -> None:
    school = unit("Trường Mầm non Sơn Ca")
    services.units.save(school)
    kept = stored(services, new_award(recipient__name=school.name)).recipient
    assert (kept.kind, kept.unit_uid) == ("collective", school.uid)


def test_what_was_chosen_from_a_list_is_linked(services: Services) -> None:
    known = person("A Tik")
    services.people.save(known)
    draft = award(recipient=to_person("Y Hoa"))
    services.awards.save(draft)
    chosen = Edit(draft.uid, {"recipient.name": "A Tik"}, keys={"recipient.name": known.uid})
    services.awards.edit([chosen])
    assert services.awards.get(draft.uid).recipient.person_uid == known.uid


def test_a_link_goes_with_the_words_it_came_with(services: Services) -> None:
    known = person("A Tik")
    services.people.save(known)
    draft = award(recipient=to_person("A Tik", person_uid=known.uid))
    services.awards.save(draft)
    services.awards.edit([Edit(draft.uid, {"recipient.position": "Giáo viên"})])
    assert services.awards.get(draft.uid).recipient.person_uid == known.uid
    services.awards.edit([Edit(draft.uid, {"recipient.name": "Y Blan"})])
    assert services.awards.get(draft.uid).recipient.person_uid is None


def test_many_awards_of_one_decision_are_linked_to_it(services: Services) -> None:
    of = decision(number="31/QĐ-UBND", date="2024-01-12")
    services.decisions.save(of)
    edits = [new_award(decision_number="31/QĐ-UBND", decision_date="12/1/24") for _ in range(2)]
    services.awards.edit(edits)
    kept = services.awards.get_many([edit.uid for edit in edits])
    assert [each.decision_uid for each in kept] == [of.uid, of.uid]


def test_new_members_follow_on_in_their_term(services: Services) -> None:
    term = CouncilTerm()
    services.council.save_term(term)
    services.council.save(CouncilMember(term_uid=term.uid, full_name="A Tik", ordinal=1))
    edits = [Edit(new_uid(), {"full_name": name}, is_new=True) for name in ("Y Hoa", "Y Blan")]
    services.council.edit(edits, term_uid=term.uid)
    members = services.council.members(term.uid)
    assert [(each.ordinal, each.full_name) for each in members] == [
        (1, "A Tik"),
        (2, "Y Hoa"),
        (3, "Y Blan"),
    ]


def test_numbers_of_many_rows_are_summed(services: Services) -> None:
    drafts = [award(amount=amount) for amount in (300_000, None, 540_000)]
    services.awards.save_many(drafts)
    assert services.awards.total([draft.uid for draft in drafts], "amount") == 840_000
