"""A small form that must be answered before one goes on: a term, a year. Knows no record."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui import look as sizes
from thidua_desktop.ui.look import Look
from thidua_desktop.ui.prompts import Prompts
from thidua_desktop.ui.widgets.dialog_foot import dialog_foot
from thidua_desktop.ui.widgets.form import Field, Form

V = TypeVar("V")


class FormDialog(QDialog, Generic[V]):
    """Asks for the fields of *value*; its main button, *verb*, closes when *check* agrees."""

    def __init__(
        self,
        title: str,
        verb: str,
        fields: Sequence[Field],
        value: V,
        check: Callable[[V], list[Problem]],
        look: Look,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._check = check
        self.form: Form[V] = Form(fields, look)
        self.form.show_value(value)
        self._lay_out(verb, look, len(fields))
        self.form.begin()

    def answer(self, prompts: Prompts) -> V | None:
        """Return the value the officer leaves behind, or None; the dialog is gone afterwards."""
        is_accepted = prompts.run(self)
        value = self.form.draft()
        self.deleteLater()
        return value if is_accepted else None

    def accept(self) -> None:
        """Close when nothing stands in the way of the value."""
        if problems := self.form.problems() or self._check(self.form.draft()):
            self.form.mark(problems)
        else:
            super().accept()

    def _lay_out(self, verb: str, look: Look, fields: int) -> None:
        foot = dialog_foot(self, QPushButton(verb))
        foot.setContentsMargins(sizes.GAP, 0, sizes.GAP, sizes.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.TIGHT, 0, 0)
        column.addWidget(self.form)
        column.addLayout(foot)
        look.size(self, 480, 90 + 36 * fields)
