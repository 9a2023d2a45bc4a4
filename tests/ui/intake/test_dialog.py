"""The window of an intake, by its keys and buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.intake.lists import FILES, KNOWN, NEW, FakeWorker, made
from thidua_desktop.services.importing.values import PreviewRow, Sheet
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.intake.dialog import ListsDialog
from thidua_desktop.ui.intake.sheet_view import SheetView
from thidua_desktop.ui.look import Look

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def worker() -> FakeWorker:
    return FakeWorker()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, worker: FakeWorker) -> Iterator[ListsDialog]:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = ListsDialog(made(), worker, lambda _text: [], desk, host)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    settle(qtbot, desk)


def texts(dialog: ListsDialog) -> list[str]:
    """Return the cells that are still to be decided, as the list shows them."""
    model = dialog.fixes.model()
    return [str(model.index(row, 3).data()) for row in range(model.rowCount())]


def test_every_place_of_all_files_is_listed_what_is_needed_first(dialog: ListsDialog) -> None:
    assert texts(dialog) == ["TH Kim Đồng"] * 4 + ["Y Suơng"] * 2
    assert dialog.fixes.hasFocus()


def test_rows_found_are_those_that_go_in_and_those_that_wait(dialog: ListsDialog) -> None:
    assert dialog.counts.text() == "Tìm thấy 12 dòng = 8 nhập + 4 chờ. 1 tệp không đọc được."
    assert dialog.take.text() == "Nhập 8 dòng, để 4 dòng chờ"


def test_enter_takes_what_is_proposed_and_goes_on_to_the_next(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    qtbot.keyClick(dialog.fixes, Key.Key_Return)
    settle(qtbot, desk)
    assert worker.seen[-1].answers == {f"{FILES[0]}:5:3": KNOWN.choice}
    assert dialog.fixes.fix is not None
    assert (dialog.fixes.fix.file, dialog.fixes.fix.row) == (FILES[0], 6)
    assert dialog.take.text() == "Nhập 9 dòng, để 3 dòng chờ"


def test_another_proposal_can_be_chosen(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    dialog.answers.proposals.setCurrentIndex(1)
    qtbot.mouseClick(dialog.answers.accept, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    assert list(worker.seen[-1].answers.values()) == [NEW.choice]


def test_ctrl_enter_takes_it_for_all_alike_in_all_files(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    assert dialog.answers.accept_all.text() == "Nhận cả 4 chỗ giống vậy"
    qtbot.keyClick(dialog.fixes, Key.Key_Return, CTRL)
    settle(qtbot, desk)
    assert list(worker.seen[-1].answers.values()) == [KNOWN.choice] * 4
    assert texts(dialog) == ["Y Suơng"] * 2
    assert dialog.take.text() == "Nhập 12 dòng"


def test_a_proposed_spelling_takes_the_place_of_the_cell(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    dialog.fixes.selectRow(4)
    qtbot.keyClick(dialog.fixes, Key.Key_Return)
    settle(qtbot, desk)
    assert worker.seen[-1].cells == {(FILES[0], 7, 1): "Y Sương"}


def test_f2_writes_another_text_into_the_cell(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    qtbot.keyClick(dialog.fixes, Key.Key_F2)
    line = dialog.fixes.findChild(QLineEdit)
    assert line is not None
    line.setText("Trường Mầm non Hoa Sen")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(worker.seen))
    settle(qtbot, desk)
    assert worker.seen[-1].cells == {(FILES[0], 5, 3): "Trường Mầm non Hoa Sen"}
    assert worker.seen[-1].answers == {}


def test_delete_puts_the_rows_aside_and_ctrl_z_takes_them_back(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog
) -> None:
    qtbot.keyClick(dialog.fixes, Key.Key_Delete)
    settle(qtbot, desk)
    assert dialog.intake.choices.aside == {(FILES[0], 5)}
    assert dialog.take.text() == "Nhập 8 dòng, để 4 dòng chờ"
    qtbot.keyClick(dialog, Key.Key_Z, CTRL)
    settle(qtbot, desk)
    assert not dialog.intake.choices.aside
    assert len(texts(dialog)) == 6


def test_a_row_is_put_aside_and_taken_back_in_the_sheet(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog
) -> None:
    dialog.sheet.setFocus()
    dialog.sheet.setCurrentIndex(dialog.sheet.model().index(8, 1))
    for aside in ({(FILES[0], 10)}, set()):
        qtbot.keyClick(dialog.sheet, Key.Key_Delete)
        settle(qtbot, desk)
        assert dialog.intake.choices.aside == aside


def test_the_sheet_follows_the_place_one_is_on(qtbot: QtBot, dialog: ListsDialog) -> None:
    dialog.fixes.selectRow(2)
    assert dialog.sheet.currentIndex().row() == 3
    assert dialog.sheet.currentIndex().column() == 4
    assert dialog.sheet.model().headerData(4, Qt.Orientation.Horizontal) == "Đơn vị ▾\nNơi công tác"


def test_what_a_column_means_is_chosen_from_a_menu(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    dialog.sheet.meaning_chosen.emit(6, "position")
    settle(qtbot, desk)
    assert worker.seen[-1].meanings == {(FILES[0], 6): "position"}
    head = dialog.sheet.model().headerData(7, Qt.Orientation.Horizontal)
    assert head == "Chức vụ ▾\nTổ"


def test_columns_of_a_sheet_without_a_head_can_be_told_too(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    rows = (PreviewRow(1, ("1", "Y Hoa"), "remark"),)
    view = SheetView(look)
    qtbot.addWidget(view)
    view.show_sheet(
        Sheet(key="a", file_key="a", file="a", name="a", kind="people", rows=rows),
        {"full_name": "Họ và tên"},
    )
    told: list[tuple[int, str]] = []
    view.meaning_chosen.connect(lambda column, meaning: told.append((column, meaning)))
    view.horizontalHeader().sectionClicked.emit(2)
    [menu] = view.findChildren(QMenu)
    menu.actions()[-1].trigger()
    assert told == [(1, "full_name")]


def test_the_fields_over_the_sheet_can_be_read_in_a_narrow_window(dialog: ListsDialog) -> None:
    dialog.resize(dialog.minimumSizeHint())
    shown = [one for one in dialog.facts.findChildren(QLineEdit) if one.isVisible()]
    assert shown
    assert min(one.width() for one in shown) >= 84


def test_a_sheet_can_be_left_out(qtbot: QtBot, desk: Desk, dialog: ListsDialog) -> None:
    model = dialog.files.model()
    model.setData(model.index(2, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    settle(qtbot, desk)
    assert dialog.counts.text().startswith("Tìm thấy 6 dòng = 4 nhập + 2 chờ.")


def test_the_year_of_a_file_is_told_in_its_field(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    line = dialog.facts.editors["year"].field
    assert isinstance(line, QLineEdit)
    line.setText("2023")
    line.editingFinished.emit()
    settle(qtbot, desk)
    assert worker.seen[-1].stated == {FILES[0]: {"year": "2023"}}


def test_the_kind_of_list_can_be_changed(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, worker: FakeWorker
) -> None:
    dialog.facts.kind_chosen.emit("register")
    settle(qtbot, desk)
    assert worker.seen[-1].kinds == {FILES[0]: "register"}
    assert dialog.facts.editors["decision_number"].isVisible()


def test_a_file_that_cannot_be_read_says_why(dialog: ListsDialog) -> None:
    dialog.files.selectRow(3)
    assert not dialog.sheet.isVisible()


def test_leaving_after_choices_asks_first(
    qtbot: QtBot, desk: Desk, dialog: ListsDialog, answers: Answers
) -> None:
    qtbot.keyClick(dialog.fixes, Key.Key_Return)
    settle(qtbot, desk)
    answers.left = ["stay", "leave"]
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_ctrl_s_takes_the_list_in(qtbot: QtBot, dialog: ListsDialog) -> None:
    qtbot.keyClick(dialog, Key.Key_S, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted
