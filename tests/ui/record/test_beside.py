"""Files and history of the record shown: as the officer sees, adds, opens and takes away."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from tests.ui.answers import Answers
from tests.ui.record.conftest import Office
from thidua_desktop.ui.record.beside import Beside
from thidua_desktop.ui.record.file_list import FileList
from thidua_desktop.ui.record.life import LifePage


def beside(office: Office) -> Beside:
    [found] = office.page.findChildren(Beside)
    return found


def files(office: Office) -> FileList:
    return beside(office).files.list


def names(office: Office) -> list[str]:
    tree = files(office).tree
    return [each.text(0) for each in tree.findItems("*", Qt.MatchFlag.MatchWildcard)]


def pages(office: Office) -> list[str]:
    [bar] = office.page.pane.findChildren(QTabBar)
    return [bar.tabText(number) for number in range(bar.count())]


def life(office: Office) -> str:
    beside(office).show_life()
    office.settle()
    [page] = office.page.pane.findChildren(LifePage)
    return page.text.toPlainText()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was handed to the programs of this computer."""
    paths: list[Path] = []

    def take(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return paths


def test_a_dropped_file_is_kept_and_counted(office: Office, paper: Path):
    uid = office.go_to(2)
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    assert names(office) == ["Tờ trình.pdf"]
    assert pages(office) == ["Nội dung", "Đính kèm (1)", "Lịch sử"]
    assert files(office).isVisible()
    assert [one.name for one in office.services.attachments.of("award", uid)] == ["Tờ trình.pdf"]


def test_files_are_chosen_by_the_button(office: Office, paper: Path, answers: Answers):
    office.go_to(2)
    answers.left.append([paper])
    beside(office).attach()
    office.settle()
    assert answers.asked == ["Đính kèm tệp"]
    assert names(office) == ["Tờ trình.pdf"]


def test_another_row_shows_its_own_files(office: Office, paper: Path):
    office.go_to(2)
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    office.go_to(4)
    assert names(office) == []
    assert pages(office)[1] == "Đính kèm"
    office.go_to(2)
    assert names(office) == ["Tờ trình.pdf"]


def test_what_is_left_out_is_told(office: Office, paper: Path, answers: Answers):
    office.go_to(2)
    office.page.pane.files_dropped.emit([paper, paper.parent / "mất.pdf"])
    office.settle()
    assert answers.asked == [
        "Đã đính kèm 1 tệp; 1 tệp không đính kèm được.\nKhông đọc được “mất.pdf”."
    ]


def test_a_new_record_is_saved_first(office: Office, paper: Path, answers: Answers):
    office.page.add()
    office.settle()
    office.page.pane.form.type_in({"recipient.name": "Y Hoa", "title_text": "Giấy khen"})
    answers.left.append("save")
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    assert not office.page.has_draft()
    assert names(office) == ["Tờ trình.pdf"]


def test_enter_opens_a_copy_that_cannot_be_changed(office: Office, paper: Path, opened: list[Path]):
    office.go_to(2)
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    QTest.keyClick(files(office).tree, Qt.Key.Key_Return)
    office.settle()
    [copy] = opened
    assert copy != paper
    assert copy.read_bytes() == b"scan"
    assert not copy.stat().st_mode & 0o222


def test_what_could_run_is_opened_only_after_a_question(
    office: Office, paper: Path, opened: list[Path], answers: Answers
):
    program = paper.rename(paper.with_name("Danh sách.docm"))
    office.go_to(2)
    office.page.pane.files_dropped.emit([program])
    office.settle()
    answers.left += ["leave", "open"]
    QTest.keyClick(files(office).tree, Qt.Key.Key_Return)
    office.settle()
    assert opened == []
    QTest.keyClick(files(office).tree, Qt.Key.Key_Return)
    office.settle()
    assert [copy.name for copy in opened] == ["Danh sách.docm"]


def test_a_file_is_saved_out(office: Office, paper: Path, answers: Answers, tmp_path: Path):
    office.go_to(2)
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    target = tmp_path / "ra.pdf"
    answers.left += [target, "close"]
    files(office).save_asked.emit()
    office.settle()
    assert target.read_bytes() == b"scan"
    assert answers.asked[-1] == "Đã lưu “ra.pdf”."


def test_delete_takes_a_file_away_after_a_question_and_undo_brings_it_back(
    office: Office, paper: Path, answers: Answers
):
    office.go_to(2)
    office.page.pane.files_dropped.emit([paper])
    office.settle()
    answers.left.append("remove")
    QTest.keyClick(files(office).tree, Qt.Key.Key_Delete)
    office.settle()
    assert names(office) == []
    office.desk.write(office.services.history.undo)
    office.settle()
    assert names(office) == ["Tờ trình.pdf"]


def test_history_tells_fields_files_and_deletion_in_the_officers_words(office: Office, paper: Path):
    uid = office.go_to(2)
    award = office.services.awards.get(uid)
    office.services.awards.save(replace(award, amount=540_000, decision_date="2024-05-06"))
    office.services.attachments.add("award", uid, [paper])
    office.services.awards.delete([uid])
    office.services.history.undo()
    told = life(office)
    newest_first = [told.index(words) for words in ("được lấy lại", "bị xóa", "Tờ trình.pdf")]
    assert newest_first == sorted(newest_first)
    assert "10:32 30/06/2024 · Lò Thị Mây" in told
    assert "540.000 đ" in told
    assert "06/05/2024" in told
    assert "amount" not in told


def test_the_first_entry_has_nothing_before_its_values(office: Office):
    office.go_to(2)
    assert "→" not in life(office)


def test_history_follows_what_is_saved_while_one_looks(office: Office):
    uid = office.go_to(2)
    life(office)
    award = office.services.awards.get(uid)
    office.desk.write(lambda: office.services.awards.save(replace(award, note="Đã phát bằng")))
    office.settle()
    assert "Đã phát bằng" in life(office)


def test_a_record_never_saved_has_no_history_yet(office: Office):
    office.page.add()
    office.settle()
    assert life(office) == "Bản ghi này chưa cất lần nào nên chưa có lịch sử."


def test_words_with_signs_of_markup_stand_as_they_are(office: Office):
    uid = office.go_to(2)
    award = office.services.awards.get(uid)
    office.services.awards.save(replace(award, note="<b>đậm</b> & “x”"))
    assert "<b>đậm</b> & “x”" in life(office)


def test_what_names_the_record_is_needed_for_commands_about_it(office: Office):
    office.page.set_year(1950)
    office.settle()
    offers = beside(office).offers()
    assert {offer.why_not for offer in offers.values()} == {"Hãy chọn một khen thưởng trước."}


def test_f3_shows_the_past_of_the_one_in_the_form_as_typed(office: Office, answers: Answers):
    office.go_to(2)
    office.page.pane.form.type_in({"recipient.name": "Không Ai"})
    answers.left.append(lambda _dialog: False)
    wanted: list[str] = []
    office.desk.bus.past_wanted.connect(lambda name, _uid: wanted.append(name))
    beside(office).offers()["history"].run()
    office.settle()
    assert wanted == ["Không Ai"]
    assert answers.asked == ["Lịch sử khen thưởng"]


def test_about_nobody_f3_is_left_to_the_window(office: Office):
    office.page.add()
    office.settle()
    assert "history" not in beside(office).offers()


def test_f3_right_after_going_to_a_row_is_about_that_row(office: Office, answers: Answers):
    office.go_to(2)
    answers.left.append(lambda _dialog: False)
    wanted: list[str] = []
    office.desk.bus.past_wanted.connect(lambda name, _uid: wanted.append(name))
    office.page.grid.view.go_to(5)
    beside(office).ask_past()
    assert wanted == []
    office.settle()
    row = office.services.awards.get(office.page.grid.current)
    assert wanted == [row.recipient.name]
