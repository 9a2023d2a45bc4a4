"""The whole way of lists through the window: dropped, pasted, chosen; taken, waiting, undone."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.services import Services
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.intake.dialog import ListsDialog
from thidua_desktop.ui.intake.door import IntakeDoor
from thidua_desktop.ui.intake.dropping import Dropping
from thidua_desktop.ui.intake.waiting_dialog import WaitingDialog

_ROWS = (
    ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024", None, None, None, None),
    ("TT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"),
    (1, "Lò Thị Mây", "Giáo viên", "Trường Tiểu học Kim Đồng", "LĐTT"),
    (2, "A Tik", "Giáo viên", "Trường Tiểu học Kim Đồng", "CSTĐCS"),
    (3, "Y Sương", "Kế toán", "Trường Tiểu học Kim Đồng", "Danh hiệu nào đó"),
)


@pytest.fixture
def door(qtbot: QtBot, desk: Desk, services: Services) -> Iterator[IntakeDoor]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield IntakeDoor(services, desk, window)
    settle(qtbot, desk)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in _ROWS:
        sheet.append(row)
    path = tmp_path / "Kim Đồng.xlsx"
    book.save(path)
    return path


def take(dialog: QDialog) -> bool:
    """Take in what the window of lists shows."""
    assert isinstance(dialog, ListsDialog)
    assert "3 dòng = 2 nhập + 1 chờ" in dialog.counts.text()
    return True


def names(services: Services) -> list[str]:
    rows = services.nominations.rows(services.nominations.find(Query()))
    return sorted(row.name for row in rows)


def test_chosen_files_are_seen_taken_and_undone_as_one_step(
    qtbot: QtBot, desk: Desk, door: IntakeDoor, services: Services, answers: Answers, workbook: Path
) -> None:
    answers.left = [[workbook], take, "close"]
    door.ask("nominations")
    settle(qtbot, desk)
    assert names(services) == ["A Tik", "Lò Thị Mây"]
    assert answers.asked[-1] == "Đã nhập 2 dòng; 1 dòng chờ xử lý."
    services.history.undo()
    assert names(services) == []
    assert services.people.find(Query()) == []
    assert services.importing.waiting() == []


def test_what_waits_is_taken_up_again(
    qtbot: QtBot, desk: Desk, door: IntakeDoor, services: Services, answers: Answers, workbook: Path
) -> None:
    def go_on(dialog: QDialog) -> bool:
        assert isinstance(dialog, WaitingDialog)
        settle(qtbot, desk)
        dialog.go_on.click()
        return True

    def put_right(dialog: QDialog) -> bool:
        assert isinstance(dialog, ListsDialog)
        [fix] = [fix for fix in dialog.intake.fixes() if fix.is_needed]
        dialog.fixes.edited.emit(fix, "Giấy khen")
        settle(qtbot, desk)
        return dialog.take.text() == "Nhập 1 dòng"

    answers.left = [[workbook], take, "waiting", go_on, put_right, "close"]
    door.ask("nominations")
    settle(qtbot, desk)
    assert names(services) == ["A Tik", "Lò Thị Mây", "Y Sương"]
    assert services.importing.waiting() == []


def test_rows_that_wait_are_written_out_so_that_the_sender_can_be_asked(
    qtbot: QtBot,
    desk: Desk,
    door: IntakeDoor,
    answers: Answers,
    workbook: Path,
    tmp_path: Path,
) -> None:
    out = tmp_path / "chờ.xlsx"

    def write(dialog: QDialog) -> bool:
        assert isinstance(dialog, WaitingDialog)
        settle(qtbot, desk)
        answers.left = [out, "close"]
        dialog.export.click()
        settle(qtbot, desk)
        dialog.table.clearSelection()
        assert not dialog.export.isEnabled()
        return False

    answers.left = [[workbook], take, "waiting", write]
    door.ask("nominations")
    settle(qtbot, desk)
    found = openpyxl.load_workbook(out).worksheets[0].iter_rows(values_only=True)
    [row] = [row for row in found if isinstance(row[0], int)]
    assert row[1] == workbook.name
    assert "Y Sương" in str(row[5])
    assert row[6]


def test_a_table_copied_from_excel_is_read_as_a_list(
    qtbot: QtBot, desk: Desk, door: IntakeDoor, services: Services, answers: Answers
) -> None:
    lines = ["\t".join(str(cell) for cell in row if cell is not None) for row in _ROWS]
    QGuiApplication.clipboard().setText("\n".join(lines))
    answers.left = [take, "close"]
    door.paste_copied("nominations")
    settle(qtbot, desk)
    assert names(services) == ["A Tik", "Lò Thị Mây"]


def test_with_nothing_copied_it_is_said(
    qtbot: QtBot, desk: Desk, door: IntakeDoor, answers: Answers
) -> None:
    QGuiApplication.clipboard().clear()
    door.paste_copied("nominations")
    assert answers.asked == [
        "Chưa chép bảng nào.\nHãy chọn bảng trong Excel hoặc Word, bấm Ctrl+C rồi làm lại."
    ]


def test_leaving_writes_nothing(
    qtbot: QtBot, desk: Desk, door: IntakeDoor, services: Services, answers: Answers, workbook: Path
) -> None:
    answers.left = [[workbook], lambda _dialog: False]
    before = services.history.next_undo()
    door.ask("nominations")
    settle(qtbot, desk)
    assert services.history.next_undo() == before


def test_files_dropped_on_the_window_are_read(qtbot: QtBot, workbook: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    taken: list[Path] = []
    Dropping(window, lambda: True, taken.extend)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(workbook)), QUrl("https://example.org/a.xlsx")])
    how = (
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for event in (QDragEnterEvent(QPoint(5, 5), *how), QDropEvent(QPointF(5, 5), *how)):
        QApplication.sendEvent(window, event)
    assert taken == [workbook]
