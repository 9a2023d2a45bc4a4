"""What the officer says of a file beside its rows: the kind of list, who sent it, which year."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.services.importing.values import KINDS, LISTS, Sheet
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.widgets.editors import ChoiceEditor, Editor, LineEditor
from thidua_desktop.ui.widgets.suggestions import Suggest, SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "nominations": ("sender", "year"),
    "register": ("sender", "year", "decision_number", "decision_date"),
    "merits": ("sender", "year"),
    "people": ("sender",),
    "units": (),
}
_LABELS = {
    "sender": "Đơn vị gửi",
    "year": "Năm",
    "decision_number": "Số QĐ",
    "decision_date": "Ngày QĐ",
}
_NUMBER_WIDTH = 14
_WIDTHS = {"sender": 110, "year": 84, "decision_number": 110, "decision_date": 110}
_BELOW = ("decision_number", "decision_date")  # A narrow window has no room for all in one line.
_KIND_WIDTH = 22  # Letters, so that every kind is read whole.


class FactsBar(QWidget):
    """Fields over the sheet; what is told here holds for the whole file."""

    kind_chosen = Signal(str)
    stated = Signal(str, str)
    """The name of a fact, and its value as text ("" when the file's own words count)."""

    def __init__(self, suggest_units: Suggest, desk: Desk) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self.kind = ChoiceEditor({kind: _capital(KINDS[kind]) for kind in LISTS})
        self.kind.box.setMinimumContentsLength(_KIND_WIDTH)
        self.editors: dict[str, Editor] = {
            "sender": SuggestionEditor(suggest_units, desk, "như trong tệp"),
            "year": NumberEditor(grouped=False),
            "decision_number": LineEditor("như trong tệp", _NUMBER_WIDTH),
            "decision_date": DateEditor(),
        }
        self._labels = {name: QLabel(words) for name, words in _LABELS.items()}
        self._lay_out()
        self.kind.changed.connect(lambda: self.kind_chosen.emit(self.kind.value()))
        for name, editor in self.editors.items():
            assert isinstance(editor, LineEditor)
            editor.line.setMinimumWidth(desk.look.px(_WIDTHS[name]))
            editor.line.editingFinished.connect(lambda name=name: self._state(name))
        sender = self.editors["sender"]
        assert isinstance(sender, SuggestionEditor)
        sender.taken.connect(lambda _taken: self._state("sender"))

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show what is known of the file of *sheet*."""
        self._sheet = sheet
        self.setEnabled(sheet is not None)
        shown = _SHOWN.get(sheet.kind, ()) if sheet else ()
        for name, editor in self.editors.items():
            editor.setVisible(name in shown)
            self._labels[name].setVisible(name in shown)
            if sheet and not editor.field.hasFocus():
                editor.show_value(_value(name, sheet))
        if sheet:
            self.kind.show_value(sheet.kind)
            year = self.editors["year"]
            assert isinstance(year, LineEditor)
            year.line.setPlaceholderText(sheet.facts.get("period", "như trong tệp"))

    def _state(self, name: str) -> None:
        editor, sheet = self.editors[name], self._sheet
        if sheet is None or editor.problem():
            return
        text = str(editor.value() or "")
        if text != str(_value(name, sheet) or ""):
            self.stated.emit(name, text)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(sizes.TIGHT)
        row, below = QHBoxLayout(), QHBoxLayout()
        for line in (row, below):
            line.setSpacing(sizes.SPACE)
            whole.addLayout(line)
        kind = QLabel("Loại")
        self.kind.call("Loại danh sách", "Đọc trang này như loại danh sách nào")
        kind.setBuddy(self.kind.field)
        self.kind.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(kind)
        row.addWidget(self.kind)
        for name, editor in self.editors.items():
            editor.call(_LABELS[name], "Áp dụng cho cả tệp")
            self._labels[name].setBuddy(editor.field)
            line = below if name in _BELOW else row
            if line.count():
                line.addSpacing(sizes.SPACE)
            line.addWidget(self._labels[name])
            line.addWidget(editor, 1 if name == "sender" else 0)
        below.addStretch()


def _value(name: str, sheet: Sheet) -> str | int:
    text = sheet.facts.get(name, "")
    return int(text) if name == "year" and text.isdecimal() else text if name != "year" else 0


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
