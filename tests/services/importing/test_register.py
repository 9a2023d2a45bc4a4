"""Old registers come in as awards of their decisions; years alone are enough."""

from tests.services.importing.conftest import REGISTER, Write, accepted, fix_of, read, taken
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services


def test_rows_become_awards_linked_to_one_decision(services: Services, written: Write) -> None:
    (source,) = taken(services, written(REGISTER), kind="register").sources
    assert (source.rows, source.accepted, source.nominations) == (3, 3, 3)
    (decision,) = services.decisions.rows_of(Query())
    assert (decision.number, decision.date, decision.awards) == ("12/QĐ-UBND", "2019-06-05", 2)


def test_a_row_with_a_year_alone_is_an_award_of_that_year(
    services: Services, written: Write
) -> None:
    taken(services, written(REGISTER), kind="register")
    (row,) = services.awards.rows_of(Query(text="lò thị mây"))
    assert (row.year, row.decision_date, row.decision_number) == (2017, "2018", "")


def test_a_decision_stated_for_all_rows_is_that_of_each(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\nA Tik;Xã Đắk Lua;GK\n"
    taken(
        services, written(lines), kind="register",
        decision_number="31/QĐ-UBND", decision_date="2022-01-12",
    )  # fmt: skip
    (decision,) = services.decisions.rows_of(Query())
    assert (decision.number, decision.awards) == ("31/QĐ-UBND", 2)
    assert {row.year for row in services.awards.rows_of(Query())} == {2022}


def test_a_decision_that_is_there_is_not_made_again(services: Services, written: Write) -> None:
    services.decisions.save(services.decisions.new(number="12/QĐ-UBND", date="2019-06-05"))
    taken(services, written(REGISTER), kind="register")
    assert services.decisions.count(Query()) == 1


def test_the_same_register_twice_is_asked_about(services: Services, written: Write) -> None:
    path = written(REGISTER)
    taken(services, path, kind="register")
    intake = read(services, path, kind="register")
    assert intake.sources[0].waiting == 3
    assert "trong sổ, Quyết định 12/QĐ-UBND" in fix_of(intake, 3).reason


def test_the_same_form_by_two_decisions_is_no_double(services: Services, written: Write) -> None:
    lines = (
        "Họ tên;Đơn vị;Danh hiệu;Số quyết định;Ngày quyết định\n"
        "Y Hoa;Xã Đắk Lua;GK;1/QĐ-UBND;05/06/2019\nY Hoa;Xã Đắk Lua;GK;9/QĐ-UBND;05/09/2019\n"
    )
    (source,) = taken(services, written(lines), kind="register").sources
    assert (source.accepted, source.waiting) == (2, 0)


def test_an_award_without_any_year_waits(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n"
    intake = read(services, written(lines), kind="register")
    assert "Không thấy năm" in fix_of(intake, 2).reason
    stated = intake.choices.state(intake.sheets[0].file_key, year="2016")
    assert services.importing.again(intake, stated).sources[0].accepted == 1


def test_words_outside_the_catalogue_stay_when_told_so(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Danh hiệu;Năm\nY Hoa;Xã Đắk Lua;Thợ giỏi cấp huyện;2012\n"
    intake = read(services, written(lines), kind="register")
    last = len(fix_of(intake, 2).proposals) - 1
    services.importing.take(accepted(services, intake, 2, last))
    (row,) = services.awards.rows_of(Query())
    assert (row.title, row.title_text) == ("", "Thợ giỏi cấp huyện")
    later = written(lines.replace("2012", "2013"), "sau.csv")
    assert read(services, later, kind="register").sources[0].accepted == 1


def test_who_is_only_a_name_is_not_linked_to_anyone(services: Services, written: Write) -> None:
    taken(services, written("Họ tên;Danh hiệu;Năm\nY Hoa;LĐTT;2012\n"), kind="register")
    (uid,) = services.awards.find(Query())
    assert services.awards.get(uid).recipient.person_uid is None
    assert services.people.count(Query()) == 0


def test_a_register_of_ten_years_says_the_year_of_none_of_its_rows(
    services: Services, written: Write
) -> None:
    lines = "SỔ KHEN THƯỞNG GIAI ĐOẠN 2014-2023;;\nHọ tên;Đơn vị;Danh hiệu\nY Hoa;Xã Đắk Lua;LĐTT\n"
    intake = read(services, written(lines), kind="register")
    assert "Không thấy năm" in fix_of(intake, 3).reason
