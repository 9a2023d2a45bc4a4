"""Rows that wait keep all they need, and are taken up later in one step."""

import json

from tests.factory import again
from tests.services.importing.conftest import (
    NOMINATIONS,
    Write,
    accepted,
    fix_of,
    line_of,
    read,
    taken,
)
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_a_waiting_row_is_read_again_with_its_head_and_group(
    services: Services, wires: Wiring, written: Write
) -> None:
    taken(services, written(NOMINATIONS))
    opened = again(services, wires)
    (row,) = opened.importing.waiting()
    intake = opened.importing.take_up([row.uid])
    (sheet,) = intake.sheets
    assert [column.meaning for column in sheet.columns][1:5] == [
        "full_name", "position", "unit", "title",
    ]  # fmt: skip
    assert fix_of(intake, 10).text == "Danh hiệu lạ lùng"
    assert sheet.facts["sender"] == "TRƯỜNG MẦM NON SƠN CA"
    opened.file.close()


def test_what_was_put_right_is_taken_and_waits_no_more(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    (row,) = services.importing.waiting()
    intake = services.importing.take_up([row.uid])
    fix = fix_of(intake, 10)
    assert fix.at is not None
    choices = intake.choices.edit(fix.sheet, fix.row, fix.at, "LĐTT")
    (source,) = services.importing.take(services.importing.again(intake, choices)).sources
    assert (source.rows, source.accepted) == (1, 1)
    assert services.importing.waiting() == []
    (nomination,) = services.nominations.rows_of(Query(text="lò thị mây"))
    assert (nomination.year, nomination.recipient_kind) == (2024, "person")


def test_undo_lets_the_rows_wait_again(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    (row,) = services.importing.waiting()
    intake = accepted(services, services.importing.take_up([row.uid]), 10)
    services.importing.take(intake)
    services.history.undo()
    assert [one.uid for one in services.importing.waiting()] == [row.uid]


def test_a_row_that_still_waits_is_there_once(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS))
    (row,) = services.importing.waiting()
    services.importing.take(services.importing.take_up([row.uid]))
    (later,) = services.importing.waiting()
    assert later.cells == row.cells


def test_rows_of_several_files_are_taken_up_together(services: Services, written: Write) -> None:
    taken(services, written(NOMINATIONS), written(NOMINATIONS.replace("Y Hoa", "Y Mai"), "hai.csv"))
    waiting = services.importing.waiting()
    intake = services.importing.take_up([row.uid for row in waiting])
    assert sum(source.rows for source in intake.sources) == len(waiting) > 2


def test_what_was_typed_before_is_kept_with_a_waiting_row(
    services: Services, written: Write
) -> None:
    intake = read(services, written(NOMINATIONS))
    key = intake.sheets[0].key
    choices = intake.choices.edit(key, 10, 1, "Lò Thị Mai").put_aside([(key, 10)])
    services.importing.take(services.importing.again(intake, choices))
    (row,) = services.importing.waiting()
    assert json.loads(row.cells)[1] == "Lò Thị Mây"
    told = line_of(services.importing.take_up([row.uid]), 10).told
    assert told.startswith("Lò Thị Mai")


def test_a_group_row_above_still_says_what_the_row_is(services: Services, written: Write) -> None:
    lines = (
        "TT;Tên;Danh hiệu;Năm\nI;Tập thể;;\n1;Sơn Ca;Danh hiệu lạ;2024\n"
        "II;Cá nhân;;\n1;Y Hoa;LĐTT;2024\n"
    )
    taken(services, written(lines))
    (row,) = services.importing.waiting()
    intake = services.importing.take_up([row.uid])
    choices = intake.choices.edit(intake.sheets[0].key, 3, 2, "Tập thể LĐTT")
    services.importing.take(services.importing.again(intake, choices))
    (found,) = services.nominations.rows_of(Query(text="sơn ca"))
    assert found.recipient_kind == "collective"


def test_rows_nobody_wants_are_dropped_and_come_back_by_undo(
    services: Services, written: Write
) -> None:
    taken(services, written(NOMINATIONS))
    (row,) = services.importing.waiting()
    services.importing.drop_waiting([row.uid])
    assert services.importing.waiting() == []
    services.history.undo()
    assert len(services.importing.waiting()) == 1
