import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests import factory
from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.test_workspace import NOW, TABS
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.office_dialog import OfficeDialog
from thidua_desktop.ui.office_files import OfficeFiles, Places
from thidua_desktop.ui.safety.restore_dialog import RestoreDialog
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.workspace import Workspace
from thidua_desktop.wiring import Wiring


@pytest.fixture(scope="module")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that knows its office and nothing else, to be copied."""
    folder = tmp_path_factory.mktemp("empty")
    file = folder / "empty.thidua"
    factory.wiring(folder).create_office(file, factory.OFFICE).file.close()
    return file


@pytest.fixture
def file(empty_office: Path, tmp_path: Path) -> Path:
    return factory.copy_of(empty_office, tmp_path)


@pytest.fixture
def wires(tmp_path: Path) -> Wiring:
    return factory.wiring(tmp_path / "user")


class Desktop:
    """The window with its file menu, and what a test asks of it."""

    def __init__(self, qtbot: QtBot, desk: Desk, wires: Wiring, folder: Path) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.remembered: list[Path] = []
        self.window = MainWindow(TABS, desk.actions, desk.look, desk.memory, 2024)
        self.window.complete()
        qtbot.addWidget(self.window)
        self.workspace = Workspace(self.window, TABS, desk, lambda: NOW)
        places = Places(folder / "Huyện mẫu.thidua", wires.paths.backups, self.remembered.append)
        self.files = OfficeFiles(self.window, self.workspace, desk, wires, places)
        self.window.show()

    def open(self, path: Path) -> None:
        self.files.open_file(path)
        self.settle()

    def run(self, command: str) -> None:
        self.desk.actions[command].trigger()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.desk)

    @property
    def opened(self) -> Path | None:
        services = self.workspace.services
        return services.file.path if services else None

    def seen(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def buttons(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QPushButton) if each.isVisible()]

    def press_anywhere(self, words: str) -> None:
        buttons = self.window.findChildren(QPushButton)
        next(each for each in buttons if each.text() == words and each.isVisible()).click()
        self.settle()

    def press(self, words: str) -> None:
        buttons = self.workspace.notice.findChildren(QPushButton)
        next(button for button in buttons if button.text() == words).click()
        self.settle()


@pytest.fixture
def desktop(qtbot: QtBot, desk: Desk, wires: Wiring, tmp_path: Path) -> Iterator[Desktop]:
    desktop = Desktop(qtbot, desk, wires, tmp_path)
    yield desktop
    desktop.settle()
    if services := desktop.workspace.services:
        services.file.close()


def test_an_open_file_is_named_with_its_office(desktop: Desktop, file: Path):
    desktop.open(file)
    assert f"{file.name} · {factory.OFFICE.name}" in desktop.seen()
    assert desktop.remembered == [file]
    assert desktop.window.windowTitle().startswith("Đắk Ruồng")


def test_another_file_waits_for_the_dialog_of_the_one_that_is_open(
    qtbot: QtBot, desktop: Desktop, file: Path, tmp_path: Path
):
    other = factory.copy_of(file, tmp_path, "Đắk Hà.thidua")
    desktop.open(file)
    dialog = QDialog(desktop.workspace.page)
    desktop.files.open_file(other)
    dialog.open()
    desktop.settle()
    assert desktop.opened == file
    dialog.close()
    qtbot.waitUntil(lambda: desktop.opened == other)


def test_the_first_opening_of_a_day_makes_a_backup(desktop: Desktop, file: Path, wires: Wiring):
    desktop.open(file)
    assert "Sao lưu ngày 30/06/2024" in desktop.seen()
    assert list(wires.paths.backups.rglob("*.thidua"))


def test_without_a_file_the_window_says_what_can_be_done(desktop: Desktop):
    desktop.files.welcome()
    assert "Chưa mở tệp thi đua nào" in desktop.seen()


def test_the_sample_is_made_once_and_then_opened(desktop: Desktop, tmp_path: Path):
    desktop.run("open_sample")
    assert desktop.opened == tmp_path / "Huyện mẫu.thidua"
    assert "tệp mẫu" in desktop.seen()
    made = desktop.opened.stat().st_ino
    services = desktop.workspace.services
    assert services is not None
    services.file.close()
    desktop.workspace.detach()
    desktop.run("open_sample")
    assert desktop.opened.stat().st_ino == made


def test_the_sample_begins_in_the_year_of_its_plan(desktop: Desktop):
    desktop.run("open_sample")
    assert desktop.window.year.year == 2024


def test_an_office_without_a_name_is_not_accepted(qtbot: QtBot, desk: Desk, answers: Answers):
    accepted: list[bool] = []

    def press_main(dialog: QDialog) -> bool:
        qtbot.addWidget(dialog)
        dialog.accepted.connect(lambda: accepted.append(True))
        dialog.accept()
        return False

    answers.left = [press_main]
    assert OfficeDialog.ask(desk, factory.OFFICE.__class__(), "Lập tệp mới", "Lập tệp") is None
    assert accepted == []


def test_a_damaged_file_is_told_on_the_frame_with_a_way_out(
    desktop: Desktop, file: Path, answers: Answers
):
    file.write_bytes(file.read_bytes()[:5000])
    desktop.open(file)
    assert "bị hỏng" in desktop.seen()
    assert desktop.workspace.notice.is_trouble
    assert "Traceback" not in desktop.seen()
    answers.left = [lambda _dialog: False]
    desktop.press("Khôi phục từ bản sao lưu…")
    assert answers.asked == ["Khôi phục từ bản sao lưu"]


def test_a_damaged_file_is_restored_from_the_frame(
    desktop: Desktop, file: Path, answers: Answers, wires: Wiring
):
    services = wires.open_office(file)
    backup = services.backups.make()
    services.file.close()
    file.write_bytes(file.read_bytes()[:5000])
    desktop.open(file)
    shown: list[Path] = []

    def take_first(dialog: QDialog) -> bool:
        assert isinstance(dialog, RestoreDialog)
        shown.extend(line.key.path for line in dialog.table.shown)
        return True

    answers.left = [take_first]
    desktop.press("Khôi phục từ bản sao lưu…")
    assert shown == [backup]
    assert desktop.opened == file
    assert factory.OFFICE.name in desktop.seen()


def test_a_foreign_file_is_told_on_the_frame(desktop: Desktop, tmp_path: Path):
    foreign = tmp_path / "thu.thidua"
    foreign.write_text("Đây là thư, không phải tệp thi đua. " * 10, "utf-8")
    desktop.open(foreign)
    assert "không phải tệp dữ liệu của chương trình" in desktop.seen()


def test_a_file_that_is_gone_can_be_tried_again(desktop: Desktop, file: Path, tmp_path: Path):
    away = file.rename(tmp_path / "cất ở nơi khác")
    desktop.open(file)
    assert desktop.opened is None
    shutil.move(away, file)
    desktop.press("Mở lại")
    assert desktop.opened == file


def test_a_locked_file_names_who_has_it_and_can_be_read(
    desktop: Desktop, file: Path, wires: Wiring
):
    other = wires.open_office(file)
    desktop.open(file)
    assert "đang được mở" in desktop.seen()
    desktop.press("Mở chỉ để đọc")
    assert desktop.opened == file
    assert "Tệp đang mở chỉ để đọc. Tệp “" in desktop.seen()
    assert "đang được mở bởi" in desktop.seen()
    assert "Xem, tìm, in và xuất khẩu được; không sửa được." in desktop.seen()
    assert not desktop.desk.actions["restore"].isEnabled()
    assert not desktop.desk.actions["undo"].isEnabled()
    other.file.close()
    desktop.press_anywhere("Mở lại để sửa")
    assert "chỉ để đọc" not in desktop.seen()
    assert desktop.desk.actions["restore"].isEnabled()


def test_a_locked_file_can_be_read_instead_of_the_open_one(
    desktop: Desktop,
    file: Path,
    empty_office: Path,
    tmp_path: Path,
    wires: Wiring,
    answers: Answers,
):
    second = factory.copy_of(empty_office, tmp_path, "Khác.thidua")
    other = wires.open_office(second)
    desktop.open(file)
    answers.left = ["read"]
    desktop.open(second)
    assert desktop.opened == second
    assert "đang được mở bởi" in desktop.seen()
    other.file.close()


def test_a_newer_file_cannot_be_read_either(desktop: Desktop, file: Path):
    spoilt = bytearray(file.read_bytes())
    spoilt[60:64] = (9_999).to_bytes(4, "big")
    file.write_bytes(spoilt)
    desktop.open(file)
    assert "do phiên bản mới hơn của chương trình tạo ra" in desktop.seen()
    assert "Mở chỉ để đọc" not in desktop.buttons()


def test_a_file_that_may_not_be_written_says_so_and_can_be_read(
    desktop: Desktop, file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path) != file)
    desktop.open(file)
    assert "bị đánh dấu chỉ đọc" in desktop.seen()
    desktop.press("Mở chỉ để đọc")
    assert "bị đánh dấu chỉ đọc" in desktop.seen()
    assert desktop.opened == file


def test_a_file_that_cannot_be_opened_leaves_the_open_one(
    desktop: Desktop, file: Path, tmp_path: Path, answers: Answers
):
    desktop.open(file)
    desktop.open(tmp_path / "không có.thidua")
    assert desktop.opened == file
    assert "không có.thidua" in answers.asked[0]


def test_another_file_takes_the_place_of_the_open_one(
    desktop: Desktop, file: Path, empty_office: Path, tmp_path: Path, wires: Wiring
):
    other = factory.copy_of(empty_office, tmp_path, "Khác.thidua")
    desktop.open(file)
    desktop.open(other)
    assert desktop.opened == other
    wires.open_office(file).file.close()  # The first one is free again.


def test_opening_the_open_file_again_changes_nothing(desktop: Desktop, file: Path):
    desktop.open(file)
    before = desktop.workspace.services
    desktop.open(file)
    assert desktop.workspace.services is before


def test_a_backup_is_made_on_demand(qtbot: QtBot, desktop: Desktop, file: Path):
    desktop.open(file)
    with qtbot.waitSignal(desktop.desk.bus.backed_up):
        desktop.run("backup")


def test_restoring_shows_the_backups_and_puts_one_back(
    desktop: Desktop, file: Path, answers: Answers
):
    desktop.open(file)
    services = desktop.workspace.services
    assert services is not None
    services.backups.make()
    services.units.save(factory.unit("Đơn vị thêm sau"))
    shown: list[str] = []

    def take_first(dialog: QDialog) -> bool:
        assert isinstance(dialog, RestoreDialog)
        shown.extend(dialog.table.shown[0].cells)
        return True

    answers.left = [take_first]
    desktop.run("restore")
    assert shown[:4] == ["30/06/2024 10:32", "Theo yêu cầu", "0", "0"]
    restored = desktop.workspace.services
    assert restored is not None
    assert restored is not services
    assert restored.units.count(factory_query()) == 0


def factory_query():
    from thidua_desktop.domain.listing import Query

    return Query()


def test_a_whole_file_is_found_whole(desktop: Desktop, file: Path, answers: Answers):
    desktop.open(file)
    answers.left = ["close"]
    desktop.run("verify")
    assert answers.asked == ["Đã kiểm tra toàn bộ tệp: không có chỗ nào hỏng."]


def test_the_office_is_changed_as_a_step(desktop: Desktop, file: Path, answers: Answers):
    def change_place(dialog: QDialog) -> bool:
        assert isinstance(dialog, OfficeDialog)
        place = dialog.form.editor("place")
        assert isinstance(place, LineEditor)
        place.line.setText("Ngọc Lăng")
        return True

    desktop.open(file)
    answers.left = [change_place]
    desktop.run("office")
    services = desktop.workspace.services
    assert services is not None
    assert services.office.get().place == "Ngọc Lăng"


def test_closing_backs_up_and_frees_the_file(
    qtbot: QtBot, desktop: Desktop, file: Path, wires: Wiring
):
    desktop.open(file)
    services = desktop.workspace.services
    assert services is not None
    services.units.save(factory.unit())
    before = len(services.backups.list())
    with qtbot.waitSignal(desktop.files.closed):
        desktop.window.close()
    again = wires.open_office(file)
    assert len(again.backups.list()) == before + 1
    again.file.close()
    desktop.workspace.detach()


def test_a_backup_that_fails_at_the_end_is_seen_before_the_window_goes(
    qtbot: QtBot, desktop: Desktop, file: Path, wires: Wiring, answers: Answers
):
    desktop.open(file)
    services = desktop.workspace.services
    assert services is not None
    services.units.save(factory.unit())
    shutil.rmtree(wires.paths.backups)
    wires.paths.backups.write_text("a file where the folder was", "utf-8")
    with qtbot.waitSignal(desktop.files.closed):
        desktop.window.close()
    assert answers.asked[0].startswith("Chưa sao lưu được khi đóng.")
    desktop.workspace.detach()
