"""The numbers that the law leaves to the office, and its days: asked for in one form."""

from collections.abc import Sequence
from dataclasses import make_dataclass, replace
from textwrap import wrap
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from thidua_desktop.domain.errors import Problem
from thidua_desktop.services.parameters import (
    FIGHTER_SHARE,
    SHARE_SCOPES,
    Parameter,
    Written,
)
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot
from thidua_desktop.ui.widgets.editors import ChoiceEditor, Editor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field, Form
from thidua_desktop.ui.widgets.hinted import HintedEditor
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_DAYS = (
    Field(
        "submit_by",
        "Hạn nộp hồ sơ hằng năm",
        lambda: LineEditor("15/12, hoặc 15/1 năm sau"),
        group="Ngày",
        tip="Ngày cuối các đơn vị nộp hồ sơ của một năm; bỏ trống thì không kiểm tra",
    ),
    Field(
        "holidays",
        "Ngày nghỉ",
        lambda: hinted(
            ProseEditor(3),
            "Ngày/tháng thì nghỉ mọi năm, ngày/tháng/năm thì chỉ năm ấy. Thứ bảy, chủ nhật đã "
            "được trừ sẵn.",
        ),
        tip="Các ngày nghỉ lễ, tết, cách nhau bằng dấu phẩy",
    ),
)
_SCOPE = Field("share_scope", "Cách tính tỷ lệ CSTĐCS", lambda: ChoiceEditor(SHARE_SCOPES))
_LABEL_LETTERS = 34
_LEAD = "Để trống thì theo mức mặc định, ghi 0 thì không áp dụng."


class ParametersDialog(QDialog):
    """Asks for all of it; `keep_asked` has a `Written`, whose problems `mark` shows."""

    keep_asked = Signal(object)

    def __init__(self, known: Sequence[Parameter], written: Written, look: Look) -> None:
        super().__init__()
        self.setWindowTitle("Thông số của cơ quan")
        self._ids = [one.law.id for one in known]
        self._written = written
        self.form: Form[Any] = Form(_fields(known), look)
        self.form.show_value(_form_value(self._ids, written))
        self._keep = QPushButton("Cất")
        foot = dialog_foot(self, self._keep, _LEAD)
        foot.setContentsMargins(sizes.GAP, 0, sizes.GAP, sizes.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.TIGHT, 0, 0)
        column.addWidget(self.form)
        column.addLayout(foot)
        look.size(self, 700, 540)
        self.form.begin()

    def accept(self) -> None:
        """Ask for what is typed to be kept; the dialog goes once it is."""
        if problems := self.form.problems():
            self.mark(problems)
            return
        self._keep.setEnabled(False)
        self.keep_asked.emit(self.draft())

    def draft(self) -> Written:
        """Return what is typed."""
        value = self.form.draft()
        return replace(
            self._written,
            numbers={id: getattr(value, id) for id in self._ids},
            share_scope=value.share_scope,
            holidays=value.holidays,
            submit_by=value.submit_by,
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Show *problems* beside their fields."""
        self._keep.setEnabled(True)
        self.form.mark(problems)

    def close_kept(self) -> None:
        """Close, for everything is kept."""
        super().accept()


def hinted(editor: Editor, words: str) -> HintedEditor:
    """Return *editor* with *words* below it."""
    found = HintedEditor(editor)
    found.say(words)
    return found


def _fields(known: Sequence[Parameter]) -> tuple[Field, ...]:
    found: list[Field] = []
    for one in known:
        group = "" if found else "Thông số luật để địa phương, cơ quan quyết định"
        found.append(_field(one, group))
        if one.law.id == FIGHTER_SHARE:
            found.append(_SCOPE)
    if _SCOPE not in found:
        found.append(_SCOPE)
    return (*found, *_DAYS)


def _field(one: Parameter, group: str) -> Field:
    unit = f" ({one.law.unit})" if one.law.unit else ""
    unread = "" if one.law.verified else " (chưa đối chiếu)"
    words = f"{_default(one)}. {one.law.article}{unread}."
    return Field(
        one.law.id,
        "\n".join(wrap(f"{one.law.name}{unit}", _LABEL_LETTERS)),
        lambda: hinted(NumberEditor(empty=None, grouped=False), words),
        group=group,
        tip=one.law.note,
    )


def _default(one: Parameter) -> str:
    if not one.law.default:
        return "Mặc định: không áp dụng"
    return f"Mặc định: {one.law.default} {one.law.unit}".rstrip()


def _form_value(ids: Sequence[str], written: Written) -> Any:
    """Return *written* as a value with a field of its own for each number."""
    names = (*ids, "share_scope", "holidays", "submit_by")
    values = {id: written.numbers.get(id) for id in ids}
    return make_dataclass("ParametersDraft", names, frozen=True)(
        **values,
        share_scope=written.share_scope,
        holidays=written.holidays,
        submit_by=written.submit_by,
    )
