"""What is typed and not saved is found again, and laid over the record as it is by then."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.answers import Answers
from tests.ui.record.conftest import Office
from thidua_desktop.services.drafts import Drafts
from thidua_desktop.ui.record.drafts_dialog import DraftsDialog


def press(words: str, *, accepts: bool) -> Any:
    """Return an answer to the dialog: press the button of these *words*."""

    def answer(dialog: DraftsDialog) -> bool:
        [button] = [each for each in dialog.findChildren(QPushButton) if each.text() == words]
        button.click()
        return accepts

    return answer


def said(office: Office) -> str:
    labels = office.page.pane.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_what_is_typed_is_kept_and_said_to_be(office: Office):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    [draft] = office.services.drafts.found()
    assert (draft.table, draft.uid, draft.is_new) == ("award", uid, False)
    assert draft.title.startswith("Khen thưởng: ")
    assert [(each.label, each.typed) for each in draft.fields] == [("Ghi chú", "Đã phát")]
    assert "Đã giữ bản nháp 10:32" in said(office)


def test_saving_forgets_the_draft(office: Office):
    office.go_to(3)
    office.type_note("Đã phát")
    office.page.save()
    office.settle()
    assert office.services.drafts.found() == []
    assert "bản nháp" not in said(office)


def test_throwing_away_forgets_the_draft(office: Office):
    office.go_to(3)
    office.type_note("Đã phát")
    office.page.drop_draft()
    office.settle()
    assert office.services.drafts.found() == []


def test_typing_back_what_stood_there_forgets_the_draft(office: Office):
    office.go_to(3)
    was = office.page.pane.form.value
    assert was is not None
    office.type_note("Đã phát")
    office.page.pane.form.type_in({"note": was.note})
    office.settle()
    assert office.services.drafts.found() == []


def test_the_next_start_tells_of_it_and_goes_on_with_it(office: Office, answers: Answers):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    assert answers.asked == ["Có bản nháp chưa cất"]
    assert office.wanted == [("award", uid)]
    form = office.page.pane.form
    assert office.page.pane.uid == office.page.grid.current == uid
    assert form.editor("note").words() == "Đã phát"
    assert office.page.has_draft()
    assert "Bản nháp gõ lúc 10:32 30/06/2024" in said(office)


def test_taken_up_it_is_saved_like_anything_typed(office: Office, answers: Answers):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    office.page.save()
    office.settle()
    assert office.services.awards.get(uid).note == "Đã phát"
    assert office.services.drafts.found() == []


def test_a_new_record_not_saved_yet_is_found_again(office: Office, answers: Answers):
    office.page.add()
    office.settle()
    office.type_note("Đã phát")
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    pane = office.page.pane
    assert pane.is_new
    assert pane.title == "Khen thưởng mới"
    assert pane.form.editor("note").words() == "Đã phát"


def test_what_was_changed_since_is_told_beside_its_field(office: Office, answers: Answers):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    office.services.awards.save(replace(office.services.awards.get(uid), note="Gửi bưu điện"))
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    assert "Sau khi gõ nháp, ô này đã được sửa thành “Gửi bưu điện”." in said(office)
    assert office.page.pane.form.editor("note").words() == "Đã phát"


def test_a_change_elsewhere_in_the_record_is_not_undone_by_the_draft(
    office: Office, answers: Answers
):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    award = office.services.awards.get(uid)
    office.services.awards.save(replace(award, certificate_number="57"))
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    office.page.save()
    office.settle()
    award = office.services.awards.get(uid)
    assert (award.certificate_number, award.note) == ("57", "Đã phát")


def test_the_draft_of_a_deleted_record_says_so_and_can_bring_it_back(
    office: Office, answers: Answers
):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    office.services.awards.delete([uid])
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    assert "sau đó bản ghi đã bị xóa. Cất sẽ lấy lại bản ghi." in said(office)
    office.page.save()
    office.settle()
    assert office.services.awards.get(uid).note == "Đã phát"


def test_a_draft_whose_words_were_saved_meanwhile_is_forgotten(office: Office, answers: Answers):
    uid = office.go_to(3)
    office.type_note("Đã phát")
    office.services.awards.save(replace(office.services.awards.get(uid), note="Đã phát"))
    answers.left.append(press("Sửa tiếp", accepts=True))
    office.start()
    assert "đã được cất rồi" in said(office)
    assert office.services.drafts.found() == []


def test_a_draft_can_be_left_for_later(office: Office, answers: Answers):
    office.go_to(3)
    office.type_note("Đã phát")
    answers.left.append(press("Để lần sau", accepts=False))
    office.start()
    assert len(office.services.drafts.found()) == 1
    assert not office.page.has_draft()


def test_a_draft_is_thrown_away_only_after_a_question(office: Office, answers: Answers):
    office.go_to(3)
    office.type_note("Đã phát")
    answers.left += [press("Bỏ bản nháp", accepts=False), "keep"]
    office.start()
    assert len(office.services.drafts.found()) == 1
    answers.left += [press("Bỏ bản nháp", accepts=False), "drop"]
    office.start()
    assert office.services.drafts.found() == []


def test_a_disk_that_refuses_is_told_below_the_form(office: Office, monkeypatch: Any, qtbot: Any):
    def full(*_given: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Drafts, "keep", full)
    office.go_to(3)
    office.page.pane.form.type_in({"note": "Đã phát"})
    qtbot.waitUntil(lambda: "Chưa giữ được bản nháp trên máy này" in said(office))
