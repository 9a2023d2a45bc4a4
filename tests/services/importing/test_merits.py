"""Lists of ratings, initiatives and discipline."""

from tests.factory import person, unit
from tests.services.importing.conftest import Write, accepted, fix_of, kept, read, taken
from thidua_desktop.domain.merits import Discipline, Initiative, InitiativeAuthor, Rating
from thidua_desktop.services.services import Services

RATINGS = """\
KẾT QUẢ XẾP LOẠI NĂM 2023;;;
TT;Họ và tên;Đơn vị;Xếp loại
1;Y Hoa;Xã Đắk Lua;HTXSNV
2;A Tik;Xã Đắk Lua;Hoàn thành nhiệm vụ
"""


def test_ratings_of_a_year_are_kept(services: Services, written: Write) -> None:
    taken(services, written(RATINGS), kind="merits")
    assert {(one.year, one.rating) for one in kept(services, Rating)} == {
        (2023, "EXCELLENT"),
        (2023, "DONE"),
    }


def test_another_rating_of_the_year_is_kept_unless_told_otherwise(
    services: Services, written: Write
) -> None:
    place = unit("Xã Đắk Lua", kind="commune")
    who = person("Y Hoa", unit_uid=place.uid)
    services.units.save(place)
    services.people.save(who)
    services.ratings.save(Rating(person_uid=who.uid, year=2023, rating="GOOD"))
    intake = read(services, written(RATINGS), kind="merits")
    assert intake.sources[0].accepted == 2
    assert not fix_of(intake, 3).is_needed
    services.importing.take(accepted(services, intake, 3))
    ratings = [one.rating for one in kept(services, Rating) if one.person_uid == who.uid]
    assert ratings == ["EXCELLENT"]


def test_initiatives_have_their_authors(services: Services, written: Write) -> None:
    lines = (
        "Tác giả;Đơn vị;Tên sáng kiến;Đồng tác giả;Năm\n"
        "Y Hoa;Xã Đắk Lua;Giải pháp tiết kiệm điện;A Tik, Lò Thị Mây;2022\n"
    )
    taken(services, written(lines), kind="merits")
    (initiative,) = kept(services, Initiative)
    assert (initiative.authors, initiative.year) == ("Y Hoa", 2022)
    assert [one.full_name for one in kept(services, InitiativeAuthor)] == ["A Tik", "Lò Thị Mây"]


def test_discipline_is_kept_with_its_days(services: Services, written: Write) -> None:
    lines = (
        "Họ tên;Đơn vị;Hình thức kỷ luật;Ngày quyết định;Thời hạn kỷ luật đến ngày\n"
        "Y Hoa;Xã Đắk Lua;Cảnh cáo;05/06/2023;05/06/2024\n"
    )
    taken(services, written(lines), kind="merits")
    (one,) = kept(services, Discipline)
    assert (one.kind, one.decision_date, one.until) == ("CANH_CAO", "2023-06-05", "2024-06-05")


def test_a_row_that_says_nothing_of_merits_waits(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị;Xếp loại;Năm\nY Hoa;Xã Đắk Lua;;2023\n"
    (source,) = taken(services, written(lines), kind="merits").sources
    assert (source.rows, source.waiting) == (1, 1)
