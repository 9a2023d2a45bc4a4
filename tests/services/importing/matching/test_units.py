"""Units by the names of lists: known without marks, proposed when near, asked when closed."""

import pytest

from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.importing.matching.doubts import NEW
from thidua_desktop.services.importing.matching.units import UnitNames

KIM_DONG = Unit(name="Trường Tiểu học Kim Đồng", kind="school")
CHOONG = Unit(name="Xã Đắk Choong", kind="commune")


def test_a_name_is_known_without_marks_and_wherever_a_tone_stands() -> None:
    names = UnitNames([CHOONG, Unit(name="Xã Hòa Bình")])
    assert names.find("xã Đăk  Choong", "").unit == CHOONG
    assert names.find("Xã Hoà Bình", "").unit is not None
    assert not names.made


def test_a_short_form_is_proposed_and_never_taken_silently() -> None:
    names = UnitNames([KIM_DONG])
    found = names.find("trường TH Kim Đồng", "")
    assert found.unit is None
    assert found.doubt is not None
    assert found.doubt.is_needed
    assert "Trường Tiểu học Kim Đồng" in found.doubt.proposals[0].text
    assert names.find("trường TH Kim Đồng", "", found.doubt.proposals[0].choice).unit == KIM_DONG


def test_a_slip_of_the_pen_is_proposed() -> None:
    found = UnitNames([CHOONG]).find("Xã Đắk Chong", "")
    assert found.doubt is not None
    assert found.doubt.is_needed


def test_schools_of_other_numbers_or_other_levels_are_other_schools() -> None:
    names = UnitNames([Unit(name="Trường Tiểu học số 1 Đắk Pék"), KIM_DONG])
    for other in ("Trường Tiểu học số 2 Đắk Pék", "Trường Mầm non Kim Đồng"):
        found = names.find(other, "")
        assert found.doubt is None
        assert found.unit is not None


def test_what_nothing_resembles_is_made_once_with_its_kind() -> None:
    names = UnitNames([KIM_DONG])
    first, second = names.find("Xã Mường Hoong", ""), names.find("XÃ MƯỜNG HOONG", "")
    assert first.unit is second.unit
    assert first.unit is not None
    assert first.unit.kind == "commune"


def test_a_new_unit_is_made_when_told_so() -> None:
    names = UnitNames([KIM_DONG])
    made = names.find("trường TH Kim Đồng", "", NEW).unit
    assert made is not None
    assert made.name == "trường TH Kim Đồng"
    assert names.find("Trường TH Kim Đồng", "").unit == made


def test_an_answer_about_a_unit_of_the_same_intake_holds_when_it_is_made_again() -> None:
    def asked(answer: str) -> tuple[UnitNames, str]:
        names = UnitNames([])
        names.find("Trường Tiểu học Kim Đồng", "")
        found = names.find("Trường TH Kim Đồng", "", answer)
        return names, found.doubt.proposals[0].choice if found.doubt else ""

    names, choice = asked("")
    names, doubt = asked(choice)
    assert (len(names.made), doubt) == (1, "")


def test_names_that_were_taught_are_known() -> None:
    names = UnitNames([KIM_DONG])
    names.learn({"th kd": KIM_DONG.uid})
    assert names.find("TH. KĐ", "").unit == KIM_DONG


def test_of_two_units_of_one_name_the_one_that_is_there_on_the_day_is_meant() -> None:
    old = Unit(name="Xã Đắk Pék", valid_to="2025-06-30")
    new = Unit(name="Xã Đắk Pék", valid_from="2025-07-01")
    names = UnitNames([old, new])
    assert names.find("Xã Đắk Pék", "2023").unit == old
    assert names.find("Xã Đắk Pék", "2026").unit == new


def test_units_of_one_name_are_asked_about() -> None:
    found = UnitNames([Unit(name="Thôn 1", code="1"), Unit(name="Thôn 1", code="2")]).find(
        "Thôn 1", ""
    )
    assert found.doubt is not None
    assert len(found.doubt.proposals) == 2


def test_a_closed_unit_is_refused_with_who_took_over() -> None:
    old = Unit(name="Huyện Đắk Glei", valid_to="2025-06-30")
    middle = Unit(name="Xã Một", valid_to="2025-12-31")
    last = Unit(name="Xã Hai")
    links = [
        UnitSuccession(from_uid=old.uid, to_uid=middle.uid),
        UnitSuccession(from_uid=middle.uid, to_uid=last.uid),
    ]
    names = UnitNames([old, middle, last], links)
    found = names.find("Huyện Đắk Glei", "2026-03-01")
    assert found.doubt is not None
    assert [one.text for one in found.doubt.proposals] == ["Ghi cho đơn vị kế thừa “Xã Hai”"]
    assert names.find("Huyện Đắk Glei", "2026-03-01", found.doubt.proposals[0].choice).unit == last
    assert names.find("Huyện Đắk Glei", "2025-06-30").unit == old


def test_a_school_that_goes_on_to_grade_nine_is_offered_and_not_asked_about() -> None:
    found = UnitNames([KIM_DONG]).find("Trường TH&THCS Kim Đồng", "")
    assert found.unit is not None
    assert found.doubt is not None
    assert not found.doubt.is_needed


def test_short_words_that_differ_in_a_letter_are_two_names() -> None:
    names = UnitNames([Unit(name="Trường Tiểu học An Sơn")])
    found = names.find("Trường Tiểu học Anh Sơn", "")
    assert found.unit is not None
    assert len(names.made) == 1


@pytest.mark.parametrize("name", ["Trường THCS", "UBND xã", "Trường", "Thôn"])
def test_words_of_a_kind_alone_are_asked_about(name: str) -> None:
    names = UnitNames([Unit(name="Trường TH&THCS Kon Hre"), Unit(name="Trường THCS A Sanh")])
    found = names.find(name, "")
    assert found.unit is None
    assert found.doubt is not None
    assert found.doubt.is_needed
    assert names.find(name, "", NEW).unit is not None


def test_units_of_just_that_kind_are_proposed_first() -> None:
    names = UnitNames([Unit(name="Trường TH&THCS Kon Hre"), Unit(name="Trường THCS A Sanh")])
    doubt = names.find("Trường THCS", "").doubt
    assert doubt is not None
    assert [one.text for one in doubt.proposals[:2]] == [
        "Là “Trường THCS A Sanh”",
        "Là “Trường TH&THCS Kon Hre”",
    ]


@pytest.mark.parametrize("name", ["Công an huyện", "Thôn 2", "Văn phòng", "Phòng Nội vụ"])
def test_names_of_which_there_is_one_are_no_mere_kinds(name: str) -> None:
    assert UnitNames([]).find(name, "").unit is not None
