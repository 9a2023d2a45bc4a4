"""The office's own numbers and days, in one form: kept as one step, problems beside the fields."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.answers import Answers
from tests.ui.conftest import settle
from tests.ui.tabs import words
from thidua_desktop.services.services import Services
from thidua_desktop.ui.checks.parameters_dialog import ParametersDialog
from thidua_desktop.ui.checks.parameters_door import ParametersDoor
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import Editor, LineEditor
from thidua_desktop.ui.widgets.hinted import HintedEditor

SHARE = "grassroots_fighter_share"


class Asking:
    """Opens the dialog, and lets a test do something with it."""

    def __init__(self, services: Services, answers: Answers, qtbot: QtBot, desk: Desk) -> None:
        self._door = ParametersDoor(services, desk, desk.bus)
        self._answers, self._qtbot, self._desk = answers, qtbot, desk

    def run(self, doing: Callable[[ParametersDialog], object]) -> None:
        def answer(dialog: ParametersDialog) -> bool:
            self._desk.look.dress_all_of(dialog)
            dialog.show()
            QTest.qWaitForWindowActive(dialog)
            doing(dialog)
            self.settle()
            return bool(dialog.result())

        self._answers.left.append(answer)
        self._door.offers()["parameters"].run()
        self.settle()

    def settle(self) -> None:
        settle(self._qtbot, self._desk)


@pytest.fixture
def asking(services: Services, answers: Answers, qtbot: QtBot, desk: Desk) -> Asking:
    return Asking(services, answers, qtbot, desk)


def line(dialog: ParametersDialog, name: str) -> QWidget:
    editor: Editor = dialog.form.editor(name)
    inner = editor.inner if isinstance(editor, HintedEditor) else editor
    return inner.line if isinstance(inner, LineEditor) else inner.field


def write(dialog: ParametersDialog, name: str, text: str) -> None:
    line(dialog, name).setFocus()
    QTest.keyClicks(line(dialog, name), text)


def keep(dialog: ParametersDialog, asking: Asking) -> None:
    QTest.keyClick(line(dialog, SHARE), Qt.Key.Key_Return)
    asking.settle()


def test_each_number_tells_its_default_and_its_article(asking: Asking):
    def look(dialog: ParametersDialog) -> None:
        said = words(dialog)
        assert "Mặc định: 20 ngày làm việc." in said
        assert "Mặc định: không áp dụng. Quy định của tỉnh (chưa đối chiếu)." in said

    asking.run(look)


def test_what_is_typed_is_kept_as_one_step(asking: Asking, services: Services):
    def fill(dialog: ParametersDialog) -> None:
        write(dialog, SHARE, "15")
        write(dialog, "appraisal_days", "0")
        write(dialog, "submit_by", "15/12")
        write(dialog, "holidays", "30/4, 2/9")
        keep(dialog, asking)
        assert not dialog.isVisible()

    asking.run(fill)
    parameters = services.parameters
    assert (parameters.value(SHARE), parameters.value("appraisal_days")) == (15, None)
    assert parameters.submit_by() == "12-15"
    assert parameters.holidays() == {"04-30", "09-02"}
    services.history.undo()
    assert (parameters.value(SHARE), parameters.submit_by()) == (None, "")


def test_the_scope_of_the_share_is_chosen(asking: Asking, services: Services):
    def choose(dialog: ParametersDialog) -> None:
        QTest.keyClick(line(dialog, "share_scope"), Qt.Key.Key_Down)
        keep(dialog, asking)

    asking.run(choose)
    assert services.parameters.share_scope() == "unit"


def test_a_wrong_day_is_told_beside_its_field_and_nothing_is_kept(
    asking: Asking, services: Services
):
    def fill(dialog: ParametersDialog) -> None:
        write(dialog, SHARE, "15")
        write(dialog, "submit_by", "31/13")
        keep(dialog, asking)
        assert "“31/13” không phải một ngày." in words(dialog)
        assert dialog.isVisible()
        dialog.reject()

    asking.run(fill)
    assert services.parameters.value(SHARE) is None


def test_an_emptied_field_goes_back_to_the_default(asking: Asking, services: Services):
    services.parameters.set("appraisal_days", 12)

    def clear(dialog: ParametersDialog) -> None:
        field = line(dialog, "appraisal_days")
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        keep(dialog, asking)

    asking.run(clear)
    assert services.parameters.value("appraisal_days") == 20
