"""Lists of nominations: into a dossier, with people, units, ratings and initiatives; undone."""

from pathlib import Path

from tests.factory import again, nomination, person, to_person, unit
from tests.services.importing.conftest import (
    NOMINATIONS,
    PIVOT,
    Write,
    accepted,
    fix_of,
    kept,
    line_of,
    read,
    taken,
)
from thidua_desktop.domain.intake import SourceRow
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.merits import Initiative, InitiativeUse, Rating
from thidua_desktop.domain.people import Household
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_rows_become_nominations_in_a_dossier_of_the_sender(
    services: Services, wires: Wiring, written: Write
) -> None:
    taken(services, written(NOMINATIONS))
    opened = again(services, wires)
    (dossier,) = opened.dossiers.shelf(None).dossiers
    assert (dossier.unit, dossier.year, dossier.states) == (
        "Trường Mầm non Sơn Ca",
        2024,
        {"submitted": 3},
    )
    rows = {
        row.name: (row.recipient_kind, row.title) for row in opened.nominations.rows_of(Query())
    }
    assert rows == {
        "Trường Mầm non Sơn Ca": ("collective", "advanced_labor_collective"),
        "Y Hoa": ("person", "advanced_worker"),
        "A Tik": ("person", "grassroots_emulation_fighter"),
    }
    opened.file.close()


def test_rows_found_are_those_accepted_and_those_waiting(
    services: Services, written: Write
) -> None:
    (source,) = taken(services, written(NOMINATIONS)).sources
    assert (source.rows, source.accepted, source.waiting) == (4, 3, 1)
    assert len(services.importing.waiting()) == 1


def test_new_people_are_linked_and_stand_in_their_unit(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    (found,) = services.people.find(Query(text="y hoa"))
    (uid,) = services.nominations.find(Query(text="y hoa"))
    recipient = services.nominations.get(uid).recipient
    assert recipient.person_uid == found
    assert recipient.workplace_uid == services.people.get(found).unit_uid


def test_ratings_and_the_initiative_of_a_row_are_kept_with_it(
    services: Services, written: Write
) -> None:
    taken(services, written(NOMINATIONS))
    ratings = {one.rating: one.year for one in kept(services, Rating)}
    assert ratings == {"GOOD": 2024, "EXCELLENT": 2024}
    (initiative,) = kept(services, Initiative)
    assert (initiative.title, initiative.authors) == ("Giải pháp dạy trẻ hát", "A Tik")
    (use,) = kept(services, InitiativeUse)
    (uid,) = services.nominations.find(Query(text="a tik"))
    assert (use.initiative_uid, use.nomination_uid) == (initiative.uid, uid)


def test_every_accepted_row_keeps_where_it_came_from(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    (uid,) = services.nominations.find(Query(text="y hoa"))
    (source,) = [one for one in kept(services, SourceRow) if one.owner_uid == uid]
    assert (source.file, source.row) == ("danh-sach.csv", 8)
    assert '"Y Hoa"' in source.cells


def test_one_row_of_marks_becomes_several_nominations(services: Services, written: Write) -> None:
    (source,) = taken(services, written(PIVOT)).sources
    assert (source.rows, source.accepted, source.nominations) == (2, 2, 3)
    assert services.nominations.count(Query(text="a nam")) == 2


def test_a_row_waits_whole_when_one_of_its_marks_does(services: Services, written: Write) -> None:
    services.nominations.save(
        nomination(recipient=to_person("A Nam", unit_name="Trường THCS Lê Lợi"))
    )
    (source,) = taken(services, written(PIVOT)).sources
    assert (source.accepted, source.waiting, source.nominations) == (1, 1, 1)
    assert services.nominations.count(Query(text="a nam")) == 1


def test_one_undo_takes_the_whole_import_back(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    services.history.undo()
    assert services.nominations.count(Query()) == services.people.count(Query()) == 0
    assert services.units.count(Query()) == 0
    assert services.dossiers.shelf(None).is_new
    assert services.importing.waiting() == []
    assert kept(services, SourceRow) == kept(services, Rating) == kept(services, Initiative) == []


def test_the_year_that_is_stated_counts_where_the_list_says_none(
    services: Services, written: Write
) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n"
    services.importing.take(services.importing.read([written(lines)], "nominations", year=2022))
    assert [row.year for row in services.nominations.rows_of(Query())] == [2022]


def test_a_year_that_nothing_says_is_told(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n"
    intake = read(services, written(lines))
    assert "ghi năm 2024" in intake.sources[0].remarks[-1]


def test_nominations_can_go_into_a_dossier_that_is_there(
    services: Services, written: Write
) -> None:
    dossier = services.dossiers.new(unit_name="Phòng Nội vụ", subject="Đợt 1")
    services.dossiers.save(dossier)
    taken(services, written(PIVOT), dossier=dossier.uid)
    (only,) = services.dossiers.shelf(None).dossiers
    assert (only.uid, only.count) == (dossier.uid, 3)


def test_who_is_in_the_file_already_is_asked_about(services: Services, written: Write) -> None:
    path = written(PIVOT)
    taken(services, path)
    intake = read(services, path)
    assert intake.sources[0].waiting == 2
    assert "đã có “Lao động tiên tiến” năm 2024 trong" in fix_of(intake, 3).reason


def test_a_double_that_is_not_added_counts_as_accepted(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu;Năm\nY Hoa;Xã Đắk Lua;LĐTT;2024\nY Hoa;Xã Đắk Lua;LĐTT;2024\n"
    intake = accepted(services, read(services, written(lines)), row=3)
    (source,) = services.importing.take(intake).sources
    assert (source.rows, source.accepted, source.nominations) == (2, 2, 1)
    assert services.nominations.count(Query()) == 1


def test_two_awards_of_one_title_are_kept_when_told_so(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu;Năm\nY Hoa;Xã Đắk Lua;GK;2024\nY Hoa;Xã Đắk Lua;GK;2024\n"
    intake = accepted(services, read(services, written(lines)), row=3, proposal=1)
    services.importing.take(intake)
    assert services.nominations.count(Query()) == 2


def test_nothing_new_is_dated_to_a_unit_that_ended(services: Services, written: Write) -> None:
    old = unit("Xã Đắk Lua", kind="commune", valid_to="2022-12-31")
    services.units.save(old)
    lines = "Họ tên;Đơn vị;Danh hiệu;Năm\nY Hoa;Xã Đắk Lua;LĐTT;2024\nA Tik;Xã Đắk Lua;LĐTT;2022\n"
    intake = read(services, written(lines))
    assert [line.state for line in intake.sheets[0].lines] == ["open", "ready"]
    assert "đã kết thúc" in fix_of(intake, 2).reason


def test_a_collective_of_no_unit_keeps_its_name_alone(services: Services, written: Write) -> None:
    lines = "Tên tập thể;Đơn vị;Danh hiệu;Năm\nTổ Văn phòng;Trường THCS Lê Lợi;Tập thể LĐTT;2024\n"
    taken(services, written(lines))
    (uid,) = services.nominations.find(Query())
    recipient = services.nominations.get(uid).recipient
    assert (recipient.name, recipient.kind, recipient.unit_uid) == (
        "Tổ Văn phòng",
        "collective",
        None,
    )
    assert services.units.count(Query()) == 1


def test_what_will_be_made_of_a_row_is_told(services: Services, written: Write) -> None:
    line = line_of(read(services, written(NOMINATIONS)), 9)
    assert line.told == "A Tik · Chiến sĩ thi đua cơ sở · Trường Mầm non Sơn Ca"


def test_a_known_person_is_nominated_and_filled_in(services: Services, written: Write) -> None:
    place = unit("Trường Mầm non Sơn Ca", kind="school")
    known = person("Y Hoa", unit_uid=place.uid)
    services.units.save(place)
    services.people.save(known)
    taken(services, written(NOMINATIONS))
    (uid,) = services.nominations.find(Query(text="y hoa"))
    assert services.nominations.get(uid).recipient.person_uid == known.uid
    assert services.people.get(known.uid).position == "Giáo viên"


def test_the_same_file_name_twice_is_two_files(
    services: Services, written: Write, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / "danh-sach.csv"
    other.write_text(PIVOT, encoding="utf-8")
    intake = read(services, written(NOMINATIONS), other)
    assert len({sheet.key for sheet in intake.sheets}) == 2


def test_a_household_is_kept_once_under_the_name_of_its_head(
    services: Services, written: Write
) -> None:
    lines = (
        "Tên hộ gia đình;Đơn vị;Danh hiệu;Năm\n"
        "Hộ ông A Tik;Xã Đắk Lua;Gia đình văn hóa;2024\n"
        "A Tik;Xã Đắk Lua;Gia đình văn hóa;2023\n"
    )
    (source,) = taken(services, written(lines)).sources
    assert source.accepted == 2
    (household,) = kept(services, Household)
    assert household.head_name == "A Tik"
    uids = services.nominations.find(Query())
    assert {services.nominations.get(uid).recipient.household_uid for uid in uids} == {
        household.uid
    }


def test_a_unit_named_by_a_group_row_is_asked_about_without_a_cell(
    services: Services, written: Write
) -> None:
    services.units.save(unit("Trường Tiểu học Kim Đồng", kind="school"))
    lines = "TT;Họ tên;Danh hiệu;Năm\nI;Trường TH Kim Đồng;;\n1;Y Hoa;LĐTT;2024\n"
    fix = fix_of(read(services, written(lines)), 3)
    assert (fix.at, fix.text) == (None, "Trường TH Kim Đồng")


OWN = "TRƯỜNG MẦM NON SƠN CA;;\nTT;Họ tên;Danh hiệu;Năm\n1;Y Hoa;LĐTT;2024\n"


def test_rows_of_a_units_own_list_that_name_no_unit_are_of_that_unit(
    services: Services, written: Write
) -> None:
    result = taken(services, written(OWN))
    assert "“Trường Mầm non Sơn Ca”" in result.sources[0].remarks[-1]
    (row,) = services.nominations.rows_of(Query())
    assert row.unit == "Trường Mầm non Sơn Ca"
    assert services.people.rows_of(Query())[0].unit == "Trường Mầm non Sơn Ca"


def test_rows_of_the_offices_own_list_are_of_no_unit(services: Services, written: Write) -> None:
    ours = services.office.get().name.upper()
    taken(services, written(OWN.replace("TRƯỜNG MẦM NON SƠN CA", ours)))
    assert services.nominations.rows_of(Query())[0].unit == ""


def test_the_council_that_sends_a_list_is_nobodys_unit(services: Services, written: Write) -> None:
    text = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG;;\nHọ tên;Chức vụ;Danh hiệu\nY Hoa;Kế toán;LĐTT\n"
    taken(services, written(text))
    (row,) = services.nominations.rows_of(Query())
    assert row.unit == ""
    assert services.units.count(Query()) == 0
