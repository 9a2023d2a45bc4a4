"""The page of units as an officer works on it: closing, merging, applying a prepared set."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.factory import person, unit
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import cell, go_to, line, shown, words, write
from thidua_desktop.domain.reorganising import Change, Heir, Moves
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.page import UnitsPage
from thidua_desktop.ui.directory.units.prepared_dialog import PreparedDialog
from thidua_desktop.ui.directory.units.reorganising_dialog import ReorganisingDialog
from thidua_desktop.ui.directory.units.unit_lines import Named
from thidua_desktop.ui.widgets.link_editor import LinkEditor

ABOVE = unit("UBND huyện Đăk Glei", kind="office")
CHOONG = unit("Xã Đắk Choong", kind="commune", parent_uid=ABOVE.uid)
XOP = unit("Xã Xốp", kind="commune", parent_uid=ABOVE.uid)
ENDED = unit("Xã Đắk Sơ", kind="commune", valid_to="2019-12-31")
TIK = person("A Tik", unit_uid=CHOONG.uid)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, services: Services) -> UnitsPage:
    services.units.save_many([ABOVE, CHOONG, XOP, ENDED])
    services.people.save(TIK)
    return shown(UnitsPage(services, desk), qtbot, desk)


def names(page: UnitsPage) -> list[str]:
    rows = page.records.rows(page.grid.model.uids)
    return [row.name for row in rows]


def wait(qtbot: QtBot, desk: Desk, dialog: ReorganisingDialog | PreparedDialog) -> None:
    """Wait until the preview of *dialog* has come."""
    qtbot.waitUntil(lambda: dialog.keep.isEnabled() or bool(words(dialog)))
    qtbot.wait(300)
    settle(qtbot, desk)


def test_units_at_work_are_shown_first_and_the_others_when_asked(
    qtbot: QtBot, desk: Desk, page: UnitsPage
):
    assert names(page) == ["UBND huyện Đăk Glei", "Xã Đắk Choong", "Xã Xốp"]
    page.filters.drop_all()
    settle(qtbot, desk)
    assert "Xã Đắk Sơ" in names(page)


def test_the_unit_above_is_shown_by_name_and_changed_by_typing_it(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services
):
    go_to(page, 1, qtbot, desk)
    editor = page.pane.form.editor("parent_uid")
    assert isinstance(editor, LinkEditor)
    assert editor.words() == "UBND huyện Đăk Glei"
    editor.typed.line.setFocus()
    editor.typed.line.setText("xa xop")
    editor.typed.line.textEdited.emit("xa xop")
    editor.typed.line.editingFinished.emit()
    settle(qtbot, desk)
    page.save()
    settle(qtbot, desk)
    assert services.units.get(CHOONG.uid).parent_uid == XOP.uid


def test_a_unit_above_that_nobody_knows_is_told_beside_the_field(
    qtbot: QtBot, desk: Desk, page: UnitsPage
):
    go_to(page, 1, qtbot, desk)
    editor = page.pane.form.editor("parent_uid")
    assert isinstance(editor, LinkEditor)
    editor.typed.line.setText("Tỉnh nào đó")
    editor.typed.line.textEdited.emit("Tỉnh nào đó")
    page.save()
    assert "Hãy chọn một đơn vị trong danh sách gợi ý" in words(page.pane)


def test_a_unit_above_is_typed_in_its_cell_too(page: UnitsPage, services: Services):
    services.units.edit([Edit(XOP.uid, {"parent_uid": "xã đắk choong"})])
    assert services.units.get(XOP.uid).parent_uid == CHOONG.uid
    done = services.units.edit([Edit(XOP.uid, {"parent_uid": "Tỉnh nào đó"})])
    assert [each.field for each in done.refused[XOP.uid]] == ["parent_uid"]


def test_a_unit_in_use_is_closed_instead_of_deleted(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services, answers: Answers
):
    def close(dialog: ReorganisingDialog) -> bool:
        assert dialog.kind.currentData() == "close"
        dialog.date.show_value("2024-03-01")
        dialog.date.changed.emit()
        wait(qtbot, desk, dialog)
        dialog.accept()
        settle(qtbot, desk)
        return True

    answers.left += ["delete", "close", close]
    go_to(page, 1, qtbot, desk)
    page.delete()
    settle(qtbot, desk)
    assert answers.asked[0] == "Xóa đơn vị Xã Đắk Choong?"
    assert "còn 1 người, trong đó có “A Tik”" in answers.asked[1]
    assert services.units.get(CHOONG.uid).valid_to == "2024-02-29"


def test_two_units_are_merged_after_the_preview(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services, answers: Answers
):
    seen: list[str] = []

    def merge(dialog: ReorganisingDialog) -> bool:
        dialog.show()
        wait(qtbot, desk, dialog)
        assert not dialog.keep.isEnabled()
        dialog.heirs.show_units([Named("Xã Đắk Rin", "", "23356")])
        dialog.date.show_value("2024-03-01")
        dialog.date.changed.emit()
        wait(qtbot, desk, dialog)
        seen.append(dialog.preview.toPlainText())
        assert dialog.keep.isEnabled()
        dialog.accept()
        settle(qtbot, desk)
        return True

    answers.left.append(merge)
    page.grid.view.go_to(1)
    page.grid.view.selectRow(1)
    page._ask_how("merge", [CHOONG.uid, XOP.uid])
    settle(qtbot, desk)
    assert "Xã Đắk Choong, ngày cuối 29/02/2024" in seen[0]
    assert "Xã Đắk Rin, mã 23356, từ 01/03/2024" in seen[0]
    assert "Xã Đắk Rin ← Xã Đắk Choong, Xã Xốp" in seen[0]
    assert "1 người" in seen[0]
    [new] = [each for each in services.units.all() if each.name == "Xã Đắk Rin"]
    assert services.people.get(TIK.uid).unit_uid == new.uid
    assert names(page) == ["UBND huyện Đăk Glei", "Xã Đắk Rin"]


def test_one_chosen_unit_is_proposed_to_be_renamed(
    qtbot: QtBot, desk: Desk, page: UnitsPage, answers: Answers
):
    kinds: list[str] = []

    def look(dialog: ReorganisingDialog) -> bool:
        kinds.append(dialog.kind.currentData())
        assert [each.name for each in dialog.ends.value()] == ["Xã Đắk Choong"]
        return False

    answers.left.append(look)
    go_to(page, 1, qtbot, desk)
    page.reorganise()
    settle(qtbot, desk)
    assert kinds == ["rename"]


def test_what_stands_in_the_way_is_said_and_nothing_is_stored(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services, answers: Answers
):
    said: list[str] = []

    def try_it(dialog: ReorganisingDialog) -> bool:
        dialog.show()
        dialog.heirs.show_units([Named("Xã Đắk Rin", "", "23356")])
        dialog.date.show_value("2024-03-01")
        dialog.date.changed.emit()
        wait(qtbot, desk, dialog)
        dialog.accept()
        settle(qtbot, desk)
        said.append(words(dialog))
        return False

    services.units.save(unit("Xã Măng Sơ", code="23356", valid_from="2024-03-01"))
    answers.left.append(try_it)
    page._ask_how("rename", [CHOONG.uid])
    settle(qtbot, desk)
    assert "Mã này từ 01/03/2024 đã là của “Xã Măng Sơ”." in said[0]
    assert services.units.get(CHOONG.uid).valid_to == ""


def test_where_people_go_is_asked_only_when_there_are_several_heirs(
    qtbot: QtBot, desk: Desk, page: UnitsPage, answers: Answers
):
    def look(dialog: ReorganisingDialog) -> bool:
        dialog.show()
        dialog.heirs.show_units([Named("Xã Một"), Named("Xã Hai")])
        dialog.heirs.changed.emit()
        assert dialog.to.isVisibleTo(dialog)
        assert [dialog.to.itemText(n) for n in range(3)] == ["(không chuyển)", "Xã Một", "Xã Hai"]
        dialog.kind.setCurrentIndex(dialog.kind.findData("merge"))
        dialog.heirs.show_units([Named("Xã Một")])
        dialog.heirs.changed.emit()
        assert not dialog.to.isVisibleTo(dialog)
        wait(qtbot, desk, dialog)
        return False

    answers.left.append(look)
    page._ask_how("split", [CHOONG.uid])
    settle(qtbot, desk)


def test_a_prepared_set_ticks_what_is_there_and_applies_it(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services, answers: Answers
):
    def apply(dialog: PreparedDialog) -> bool:
        dialog.show()
        settle(qtbot, desk)
        ticked = [row.prepared.into for row in dialog.ticked]
        assert ("xop",) in ticked
        assert ("dak-pek",) not in ticked
        number = next(n for n, row in enumerate(dialog.rows) if row.prepared.into == ("xop",))
        assert cell(dialog.table, number, 2) == "Có: Xã Đắk Choong, Xã Xốp"
        assert "Chưa đối chiếu với toàn văn." in words(dialog)
        assert "Xã Xốp ← Xã Đắk Choong, Xã Xốp" in dialog.preview.toPlainText()
        dialog.accept()
        settle(qtbot, desk)
        return True

    answers.left.append(apply)
    page.apply_set()
    settle(qtbot, desk)
    assert services.units.get(CHOONG.uid).valid_to == "2025-06-30"
    [step, *_] = services.history.steps()
    assert step.label.startswith("Sắp xếp đơn vị: Đắk Glei")


def test_a_set_of_which_nothing_is_ticked_cannot_be_applied(
    qtbot: QtBot, desk: Desk, page: UnitsPage, answers: Answers
):
    def untick(dialog: PreparedDialog) -> bool:
        dialog.show()
        settle(qtbot, desk)
        for row in range(len(dialog.rows)):
            dialog.tick(row, on=False)
        settle(qtbot, desk)
        assert not dialog.keep.isEnabled()
        assert dialog.keep.toolTip() == "Chưa chọn việc nào để áp dụng."
        return False

    answers.left.append(untick)
    page.apply_set()
    settle(qtbot, desk)


def test_the_unit_shown_says_whom_it_took_over_from(
    qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services
):
    new = unit("Xã Đắk Rin", kind="commune")
    change = Change(kind="merge", ends=(CHOONG, XOP), heirs=(Heir(unit=new),), date="2024-03-01")
    done = services.reorganising.carry_out([change], Moves())
    desk.bus.changed.emit(done)
    settle(qtbot, desk)
    page.reveal("unit", new.uid)
    settle(qtbot, desk)
    assert "Xã Đắk Rin: kế thừa từ Xã Đắk Choong, Xã Xốp" in words(page)


def test_a_file_that_is_read_only_offers_no_reorganising(
    qtbot: QtBot, desk: Desk, services: Services
):
    page = UnitsPage(services, desk)
    page.why_read_only = "Tệp đang mở chỉ để đọc, không sửa được."
    qtbot.addWidget(page)
    settle(qtbot, desk)
    offers = page.offers()
    assert offers["reorganise"].why_not == page.why_read_only
    assert offers["apply_set"].why_not == page.why_read_only


def test_a_name_is_written_and_kept(qtbot: QtBot, desk: Desk, page: UnitsPage, services: Services):
    go_to(page, 2, qtbot, desk)
    write(page, "name", "Xã Xốp cũ")
    page.save()
    settle(qtbot, desk)
    assert services.units.get(XOP.uid) == replace(XOP, name="Xã Xốp cũ")
    assert line(page, "name").value() == "Xã Xốp cũ"
