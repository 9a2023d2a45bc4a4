"""What the officer decides: one fix, all alike, a cell, a column, a row put aside."""

from dataclasses import replace

from tests.factory import unit
from tests.services.importing.conftest import (
    NOMINATIONS,
    Write,
    accepted,
    fix_of,
    kept,
    line_of,
    read,
    taken,
)
from thidua_desktop.domain.intake import ColumnMeaning, LearntName
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.importing.choices import Choices, Fix, Proposal
from thidua_desktop.services.services import Services

SHORT = "Họ tên;Đơn vị;Danh hiệu;Năm\n" + "".join(
    f"{name};TH Kim Đồng;LĐTT;2024\n" for name in ("Y Hoa", "A Tik", "A Nam")
)


def school(services: Services) -> str:
    """Keep a school that the list names by its short form; return its uid."""
    known = unit("Trường Tiểu học Kim Đồng", kind="school")
    services.units.save(known)
    return known.uid


def test_one_proposal_is_accepted_for_all_alike(services: Services, written: Write) -> None:
    school(services)
    intake = read(services, written(SHORT))
    first = fix_of(intake, 2)
    alike = intake.alike(first)
    assert len(alike) == 3
    intake = services.importing.again(intake, intake.choices.accept(alike, first.proposals[0]))
    assert intake.sources[0].accepted == 3


def test_a_unit_that_was_chosen_is_known_in_the_next_list_of_the_sender(
    services: Services, written: Write
) -> None:
    uid = school(services)
    titled = "TRƯỜNG TIỂU HỌC KIM ĐỒNG;;;\n" + SHORT
    intake = read(services, written(titled))
    first = fix_of(intake, 3)
    choices = intake.choices.accept(intake.alike(first), first.proposals[0])
    services.importing.take(services.importing.again(intake, choices))
    (learnt,) = kept(services, LearntName)
    assert (learnt.table, learnt.text, learnt.target) == ("unit", "th kim dong", uid)
    again = titled.replace("2024", "2023")
    assert read(services, written(again, "nam-truoc.csv")).sources[0].waiting == 0


def test_a_cell_that_was_edited_is_read_again(services: Services, written: Write) -> None:
    intake = read(services, written(NOMINATIONS))
    fix = fix_of(intake, 10)
    assert (fix.column, fix.text) == ("Danh hiệu", "Danh hiệu lạ lùng")
    assert fix.at is not None
    choices = intake.choices.edit(fix.sheet, fix.row, fix.at, "Giấy khen")
    intake = services.importing.again(intake, choices)
    assert line_of(intake, 10).state == "ready"
    (row,) = [row for row in intake.sheets[0].rows if row.number == 10]
    assert row.cells[fix.at] == "Giấy khen"


def test_what_is_put_aside_waits_and_can_be_taken_back(services: Services, written: Write) -> None:
    intake = read(services, written(NOMINATIONS))
    row = (intake.sheets[0].key, 8)
    aside = services.importing.again(intake, intake.choices.put_aside([row]))
    assert (aside.sources[0].accepted, line_of(aside, 8).state) == (2, "aside")
    back = services.importing.again(aside, aside.choices.take_back([row]))
    assert back.sources[0].accepted == 3


def test_a_column_means_what_is_chosen_and_it_is_remembered(
    services: Services, written: Write
) -> None:
    lines = "TRƯỜNG MẦM NON SƠN CA;;;\nHọ tên;Nơi ấy;Danh hiệu;Năm\nY Hoa;Xã Đắk Lua;LĐTT;{}\n"
    intake = read(services, written(lines.format(2024)))
    key = intake.sheets[0].key
    intake = services.importing.again(intake, intake.choices.meaning(key, 1, "unit"))
    assert intake.sheets[0].columns[1].meaning == "unit"
    services.importing.take(intake)
    (kept_meaning,) = kept(services, ColumnMeaning)
    assert (kept_meaning.head, kept_meaning.column) == ("noi ay", "unit")
    assert kept_meaning.sender == "truong mam non son ca"
    later = read(services, written(lines.format(2023), "sau.csv"))
    assert later.sheets[0].columns[1].meaning == "unit"


def test_a_column_can_be_left_out(services: Services, written: Write) -> None:
    intake = read(services, written(NOMINATIONS))
    key = intake.sheets[0].key
    choices = intake.choices.meaning(key, 5, "")
    services.importing.take(services.importing.again(intake, choices))
    assert services.ratings.count(Query()) == 0


def test_a_row_is_what_the_officer_says_it_is(services: Services, written: Write) -> None:
    intake = read(services, written(NOMINATIONS))
    key = intake.sheets[0].key
    choices = intake.choices.role(key, 10, "remark")
    assert services.importing.again(intake, choices).sources[0].rows == 3


def test_a_sheet_is_read_as_another_kind_of_list(services: Services, written: Write) -> None:
    intake = read(services, written("Họ và tên;Đơn vị\nY Hoa;Xã Đắk Lua\n"), kind="nominations")
    choices = intake.choices.kind(intake.sheets[0].key, "people")
    intake = services.importing.again(intake, choices)
    assert (intake.sources[0].kind, intake.sources[0].accepted) == ("people", 1)


def test_a_sheet_left_out_is_not_counted(services: Services, written: Write) -> None:
    intake = read(services, written(NOMINATIONS), written(SHORT, "hai.csv"))
    key = intake.sheets[0].key
    out = services.importing.again(intake, intake.choices.leave_out(key))
    assert (out.sheets[0].is_left_out, out.sheets[0].lines) == (True, ())
    back = services.importing.again(out, out.choices.leave_out(key, is_out=False))
    assert sum(source.rows for source in back.sources) == 7
    result = services.importing.take(out)
    assert sum(source.rows for source in result.sources) == 3


def test_the_sender_can_be_stated(services: Services, written: Write) -> None:
    intake = read(services, written(SHORT))
    choices = intake.choices.state(intake.sheets[0].file_key, sender="Phòng Giáo dục và Đào tạo")
    services.importing.take(services.importing.again(intake, choices))
    (dossier,) = services.dossiers.shelf(None).dossiers
    assert dossier.unit == "Phòng Giáo dục và Đào tạo"


def test_a_lost_zero_is_proposed_and_accepted_for_all(services: Services, written: Write) -> None:
    lines = "Họ tên;CCCD;Đơn vị\n" + "".join(
        f"{name};{number};Xã Đắk Lua\n"
        for name, number in (("Y Hoa", "62188000123"), ("A Tik", "62088000124"))
    )
    intake = read(services, written(lines), kind="people")
    assert intake.sources[0].waiting == 2
    first = fix_of(intake, 2)
    choices = intake.choices.accept(intake.alike(first), first.proposals[0])
    services.importing.take(services.importing.again(intake, choices))
    numbers = {row.citizen_id for row in services.people.rows_of(Query())}
    assert numbers == {"062188000123", "062088000124"}


def test_offers_do_not_hold_a_row_up(services: Services, written: Write) -> None:
    lines = "Họ tên;Đơn vị\nNGUYỄN VĂN NA;Xã Đắk Lua\n"
    intake = read(services, written(lines), kind="people")
    assert intake.sources[0].accepted == 1
    assert fix_of(intake, 2).proposal == "Nguyễn Văn Na"
    services.importing.take(accepted(services, intake, 2))
    assert services.people.rows_of(Query())[0].full_name == "Nguyễn Văn Na"


def test_taking_again_what_the_file_has_changed_since_looks_anew(
    services: Services, written: Write
) -> None:
    path = written(SHORT)
    intake = read(services, path)
    taken(services, path)
    result = services.importing.take(intake)
    assert (result.sources[0].accepted, result.sources[0].waiting) == (0, 3)


def test_the_second_proposal_for_all_alike_makes_nobody_new() -> None:
    first, second = Proposal("Là A", "person:1"), Proposal("Là B", "person:2")
    new = Proposal("Thêm người mới", "new")
    one = Fix(
        key="1",
        file="a",
        sheet="a",
        sheet_name="a",
        row=1,
        reason="",
        proposals=(first, second, new),
    )
    other = replace(one, key="2", row=2, proposals=(first, new))
    assert Choices().accept([one, other], second).answers == {"1": "person:2"}
    assert Choices().accept([one, other], new).answers == {"1": "new", "2": "new"}
