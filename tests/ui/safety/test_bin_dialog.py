import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.factory import person, unit
from tests.ui.conftest import settle
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.storage.catalogue import MAPPINGS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.safety.bin_dialog import KINDS, BinDialog


def opened(
    qtbot: QtBot, desk: Desk, services: Services, *, is_read_only: bool = False
) -> BinDialog:
    dialog = BinDialog(services.history, desk, is_read_only=is_read_only)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, desk)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, services: Services) -> BinDialog:
    hoa, blan, office = person("Y Hoa"), person("Y Blan"), unit("Phòng Nội vụ")
    services.people.save_many([hoa, blan])
    services.units.save(office)
    services.people.delete([hoa.uid, blan.uid])
    services.units.delete([office.uid])
    return opened(qtbot, desk, services)


def titles(dialog: BinDialog) -> list[str]:
    return sorted(line.cells[0] for line in dialog.table.shown)


def test_every_kind_that_can_be_deleted_has_a_name():
    quiet = {"office", "setting", "column_meaning", "not_duplicate", "finding_waiver", "draft"}
    assert {mapping.table for mapping in MAPPINGS} - quiet <= KINDS.keys()


def test_the_bin_tells_what_kind_when_who_and_in_which_step(dialog: BinDialog):
    assert dialog.table.shown[0].cells == (
        "Phòng Nội vụ",
        "Đơn vị",
        "30/06/2024 10:32",
        "Lò Thị Mây",
        "Xóa đơn vị Phòng Nội vụ",
    )


def test_the_chosen_come_back_in_one_step_and_leave_the_bin(
    qtbot: QtBot, desk: Desk, dialog: BinDialog, services: Services
):
    dialog.narrow()
    QTest.keyClicks(dialog.search, "y hoa")
    with qtbot.waitSignal(desk.bus.changed):
        dialog.bring.click()
        settle(qtbot, desk)
    assert [row.full_name for row in services.people.rows_of(Query())] == ["Y Hoa"]
    assert services.history.steps(1)[0].label == "Lấy lại từ Thùng rác: Y Hoa"
    assert "Đã lấy lại “Y Hoa”." in dialog.said.text()
    dialog.search.clear()
    assert titles(dialog) == ["Phòng Nội vụ", "Y Blan"]


def test_several_come_back_together(
    qtbot: QtBot, desk: Desk, dialog: BinDialog, services: Services
):
    dialog.table.selectAll()
    assert "Chọn 3 / 3 mục." in dialog.said.text()
    dialog.bring.click()
    settle(qtbot, desk)
    assert services.people.count(Query()) == 2
    assert not dialog.table.isVisible()
    assert dialog.empty.isVisible()


def test_the_bin_is_narrowed_to_one_kind(dialog: BinDialog):
    assert [dialog.kinds.itemText(at) for at in range(dialog.kinds.count())] == [
        "Mọi loại",
        "Người",
        "Đơn vị",
    ]
    dialog.kinds.setCurrentIndex(1)
    dialog.narrow()
    assert titles(dialog) == ["Y Blan", "Y Hoa"]


def test_an_empty_bin_says_what_comes_here(qtbot: QtBot, desk: Desk, services: Services):
    dialog = opened(qtbot, desk, services)
    assert dialog.empty.isVisible()
    assert not dialog.bring.isEnabled()


def test_from_a_file_open_for_reading_nothing_is_brought_back(
    qtbot: QtBot, desk: Desk, services: Services
):
    draft = person()
    services.people.save(draft)
    services.people.delete([draft.uid])
    dialog = opened(qtbot, desk, services, is_read_only=True)
    assert not dialog.bring.isEnabled()
    assert dialog.said.text() == "Tệp đang mở chỉ để đọc nên không lấy lại được."
