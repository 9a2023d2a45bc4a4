"""Editors of dates and numbers: text that is understood when the field is left. Know no record."""

from typing import Any

from PySide6.QtCore import Qt

from thidua_desktop.domain.dates import DateError, parse_date, show_date
from thidua_desktop.domain.numbers import NumberError, decimal, grouped, parse_number
from thidua_desktop.ui.widgets.editors import LineEditor

_DATE_WIDTH, _NUMBER_WIDTH = 16, 18


class DateEditor(LineEditor):
    """A day, a month or only a year: 5/6/24, 050624, 6/2024, 2024. Its value is YYYY[-MM[-DD]]."""

    def __init__(self) -> None:
        super().__init__("ngày/tháng/năm", _DATE_WIDTH)

    def value(self) -> Any:
        text = super().value()
        try:
            return parse_date(text) if text else ""
        except DateError:
            return text

    def problem(self) -> str:
        text = super().value()
        try:
            if text:
                parse_date(text)
        except DateError as error:
            return str(error)
        return ""

    def show_value(self, value: Any) -> None:
        super().show_value(value if self._is_foreign(value) else show_date(value))

    def tidy(self) -> None:
        if not self.problem():
            self.show_value(self.value())

    @staticmethod
    def _is_foreign(value: str) -> bool:
        return not value.replace("-", "").isdecimal()


class NumberEditor(LineEditor):
    """A whole number, grouped by dots. With *empty* None an empty field is no number at all.

    *thousandths*: the record keeps thousandths (a coefficient), the officer types 1,5.
    """

    def __init__(
        self, *, empty: int | None = 0, thousandths: bool = False, grouped: bool = True
    ) -> None:
        super().__init__("", _NUMBER_WIDTH)
        self._empty = empty
        self._thousandths = thousandths
        self._grouped = grouped
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> Any:
        try:
            return self._read()
        except NumberError:
            return self._empty

    def problem(self) -> str:
        try:
            self._read()
        except NumberError as error:
            return str(error)
        return ""

    def show_value(self, value: Any) -> None:
        super().show_value("" if value is None or value == self._empty else self._words(value))

    def tidy(self) -> None:
        if not self.problem():
            self.show_value(self.value())

    def _read(self) -> int | None:
        text = super().value()
        if not text:
            return self._empty
        number = parse_number(text) * (1000 if self._thousandths else 1)
        if number != round(number):
            raise NumberError(
                "Chỉ được tối đa ba chữ số thập phân."
                if self._thousandths
                else f"“{text}” phải là số nguyên."
            )
        return round(number)

    def _words(self, value: int) -> str:
        if self._thousandths:
            return decimal(value / 1000, 3).rstrip("0").rstrip(",")
        return grouped(value) if self._grouped else str(value)
