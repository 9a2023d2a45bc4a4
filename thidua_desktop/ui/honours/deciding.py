"""The decision that awards stand under, asked for in a small form."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.form_dialog import FormDialog
from thidua_desktop.ui.widgets.suggestions import Suggestion, SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_COPIED = ("date", "authority", "signer", "signer_position", "subject")


def decision_dialog(
    title: str,
    verb: str,
    draft: Decision,
    check: Callable[[Decision], list[Problem]],
    services: "Services",
    desk: Desk,
    parent: QWidget,
) -> FormDialog[Decision]:
    """Return the form of *draft*; a decision chosen from the list fills in what it says."""
    suggesting = Suggesting(services)
    fields = (
        Field(
            "number",
            "Số quyết định",
            lambda: SuggestionEditor(suggesting.decisions, desk),
            tip="Số và ký hiệu: 135/QĐ-UBND; quyết định đã có thì chọn từ danh sách (F4)",
            needed=True,
        ),
        Field("date", "Ngày ký", DateEditor, needed=True),
        Field("authority", "Người quyết định", LineEditor),
        Field("signer", "Người ký", LineEditor),
        Field("signer_position", "Chức vụ người ký", LineEditor),
        Field("subject", "Trích yếu", LineEditor, tip="Về việc khen thưởng gì"),
    )
    dialog = FormDialog(title, verb, fields, draft, check, desk.look, parent)
    number = dialog.form.editor("number")

    def show(decision: Decision) -> None:
        for name in _COPIED:
            editor = dialog.form.editor(name)
            editor.show_value(getattr(decision, name))
            editor.changed.emit()

    def take(chosen: Suggestion) -> None:
        desk.read(lambda: services.decisions.get(chosen.key)).succeeded.connect(show)

    if isinstance(number, SuggestionEditor):
        number.taken.connect(take)
    return dialog
