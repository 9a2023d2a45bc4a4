"""Numbers the law leaves to the province or the office, and its days off. Knows no screen."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.values import LocalParameter
from thidua_desktop.domain.text import clean
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.catalogue import Setting
from thidua_desktop.storage.database import Database

FIGHTER_SHARE = "grassroots_fighter_share"
"""How many CSTĐCS there may be for a hundred LĐTT, a local parameter of the law."""

SHARE_SCOPES = {
    "whole": "Tính chung toàn cơ quan",
    "unit": "Tính riêng từng đơn vị",
    "both": "Tính cả hai",
}
"""Of whom the share of CSTĐCS is looked at; the first where the office chose none."""

_PREFIX = "parameter."
_HOLIDAYS, _SUBMIT_BY = "holidays", "submit_by"
_SHARE_SCOPE = "grassroots_fighter_share.scope"
_NEXT_YEAR = "năm sau"
_MOST = 9_999
_DAY_OFF = re.compile(r"(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?P<day>\d\d)")
_WRITTEN = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the office: what the law says of it, and the *value* that holds here.

    *value* None: off. *is_set*: the office set it, it is not the law's default.
    """

    law: LocalParameter
    value: int | None
    is_set: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that the office sets, as one writes it.

    *numbers* by id: None where the law's default holds, 0 where it is off. *holidays* and
    *submit_by* are texts as `set_holidays` and `set_submit_by` take them.
    """

    numbers: Mapping[str, int | None]
    share_scope: str = next(iter(SHARE_SCOPES))
    holidays: str = ""
    submit_by: str = ""


class Parameters:
    """What this office has set; it travels with the file."""

    def __init__(self, database: Database, office: OfficeService, book: LawBook) -> None:
        self._database = database
        self._office = office
        self._book = book

    def all(self) -> list[Parameter]:
        """Return every number that the law of today leaves open, in the order of the pack."""
        with self._database.read() as connection:
            return self.read(connection)

    def value(self, id: str) -> int | None:
        """Return the number *id* as it holds here; None when it is off."""
        with self._database.read() as connection:
            return self.read_value(connection, id)

    def set(self, id: str, value: int | None) -> Changed:
        """Keep *value* as the office's own; None goes back to the default of the law.

        0 switches it off. RuleError when it is below zero, or a share above a hundred.
        """
        known = {one.law.id: one.law for one in self.all()}
        law = known[id]
        number = _number(law, value)
        words = f"Đặt {law.name.lower()}" if value is not None else f"Bỏ đặt {law.name.lower()}"
        return self._keep({_PREFIX + id: number}, words)

    def holidays(self) -> frozenset[str]:
        """Return the days off: YYYY-MM-DD, or MM-DD for every year."""
        with self._database.read() as connection:
            return self.read_holidays(connection)

    def set_holidays(self, text: str) -> Changed:
        """Keep the days off written in *text*, parted by blanks, commas or lines.

        Each is 30/4, for every year, or 29/01/2025; RuleError names one that is neither.
        """
        return self._keep({_HOLIDAYS: _days_off(text)}, "Đặt ngày nghỉ lễ")

    def submit_by(self) -> str:
        """Return the office's last day for handing in, MM-DD, "+" before it: of the year after."""
        with self._database.read() as connection:
            return self.read_submit_by(connection)

    def set_submit_by(self, text: str) -> Changed:
        """Keep the last day for handing in: "15/12", "15/01 năm sau", or "" for none.

        RuleError when it is no day.
        """
        return self._keep({_SUBMIT_BY: _last_day(text)}, "Đặt hạn nộp hồ sơ hằng năm")

    def read_submit_by(self, connection: Reading) -> str:
        """Return what `submit_by` returns, as *connection* sees it."""
        return self._kept(connection).get(_SUBMIT_BY, "")

    def share_scope(self) -> str:
        """Return of whom the share of CSTĐCS is looked at, one of SHARE_SCOPES."""
        with self._database.read() as connection:
            return self.read_share_scope(connection)

    def set_share_scope(self, scope: str) -> Changed:
        """Look at the share of CSTĐCS by *scope*, one of SHARE_SCOPES."""
        return self._keep({_SHARE_SCOPE: _scope(scope)}, "Đặt cách tính tỷ lệ CSTĐCS")

    def written(self) -> Written:
        """Return all that the office set, as one writes it."""
        with self._database.read() as connection:
            known = self.read(connection)
            return Written(
                numbers={one.law.id: (one.value or 0) if one.is_set else None for one in known},
                share_scope=self.read_share_scope(connection),
                holidays=", ".join(map(_written, sorted(self.read_holidays(connection)))),
                submit_by=_written(self.read_submit_by(connection)),
            )

    def keep(self, wanted: Written) -> Changed:
        """Keep all of *wanted* as one step; RuleError tells of every field that is wrong."""
        laws = {one.law.id: one.law for one in self.all()}
        asked: list[tuple[str, Callable[[], str]]] = [
            (_PREFIX + id, partial(_number, laws[id], number))
            for id, number in wanted.numbers.items()
        ]
        asked += [
            (_SHARE_SCOPE, partial(_scope, wanted.share_scope)),
            (_HOLIDAYS, partial(_days_off, wanted.holidays)),
            (_SUBMIT_BY, partial(_last_day, wanted.submit_by)),
        ]
        values, found = {}, []
        for name, understand in asked:
            try:
                values[name] = understand()
            except RuleError as error:
                found += error.problems
        if found:
            raise RuleError(found)
        return self._keep(values, "Đặt thông số của cơ quan")

    def read_share_scope(self, connection: Reading) -> str:
        """Return what `share_scope` returns, as *connection* sees it."""
        return self._kept(connection).get(_SHARE_SCOPE) or next(iter(SHARE_SCOPES))

    def read(self, connection: Reading) -> list[Parameter]:
        """Return what `all` returns, as *connection* sees it."""
        kept = self._kept(connection)
        pack = self._book.pack_for(self._office.now.date().isoformat())
        return [_parameter(law, kept) for law in (pack.local_parameters if pack else ())]

    def read_value(self, connection: Reading, id: str) -> int | None:
        """Return what `value` returns, as *connection* sees it."""
        return next((one.value for one in self.read(connection) if one.law.id == id), None)

    def read_holidays(self, connection: Reading) -> frozenset[str]:
        """Return the days off as *connection* sees them."""
        return frozenset(self._kept(connection).get(_HOLIDAYS, "").split())

    @staticmethod
    def _kept(connection: Reading) -> dict[str, str]:
        return {one.name: one.value for one in store.everything(connection, Setting)}

    def _keep(self, values: Mapping[str, str], label: str) -> Changed:
        with self._database.write(label) as step:
            known = {one.name: one for one in store.everything(step.connection, Setting)}
            new = {name: value for name, value in values.items() if value or name in known}
            step.put(
                [
                    replace(known.get(name, Setting(name=name)), value=value)
                    for name, value in new.items()
                ]
            )
        return step.changed


def _number(law: LocalParameter, value: int | None) -> str:
    most = 100 if law.unit == "%" else _MOST
    if value is not None and not 0 <= value <= most:
        raise RuleError([Problem(law.id, f"{law.name} phải là số từ 0 đến {most} {law.unit}.")])
    return "" if value is None else str(value)


def _scope(scope: str) -> str:
    if scope not in SHARE_SCOPES:
        raise RuleError([Problem("share_scope", "Cách tính tỷ lệ không có trong danh sách.")])
    return "" if scope == next(iter(SHARE_SCOPES)) else scope


def _days_off(text: str) -> str:
    days = re.split(r"[\s,;]+", text.strip()) if text.strip() else []
    return " ".join(sorted(map(_day_off, days)))


def _last_day(text: str) -> str:
    words = clean(text).lower()
    is_next = words.endswith(_NEXT_YEAR)
    day = _day_off(words.removesuffix(_NEXT_YEAR).strip(), _SUBMIT_BY) if words else ""
    return f"{'+' if is_next else ''}{day[-5:]}" if day else ""


def _written(day: str) -> str:
    """Return a day as it is kept the way one writes it: 30/4, 29/1/2025, 15/1 năm sau."""
    if not day:
        return ""
    *year, month, number = day.removeprefix("+").split("-")
    words = "/".join((str(int(number)), str(int(month)), *year))
    return f"{words} {_NEXT_YEAR}" if day.startswith("+") else words


def _parameter(law: LocalParameter, kept: dict[str, str]) -> Parameter:
    text = kept.get(_PREFIX + law.id, "")
    if not text.isdecimal():
        return Parameter(law, law.default or None)
    return Parameter(law, int(text) or None, is_set=True)


def submit_day(submit_by: str, year: int) -> str:
    """Return the last day for handing in what is proposed for *year*; "" where none is set."""
    if not submit_by:
        return ""
    return f"{year + 1 if submit_by.startswith('+') else year}-{submit_by[-5:]}"


def _day_off(text: str, name: str = _HOLIDAYS) -> str:
    found = _WRITTEN.fullmatch(text) or _DAY_OFF.fullmatch(text)
    if found:
        year, month, day = found["year"], int(found["month"]), int(found["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return "-".join(filter(None, (year, f"{month:02}", f"{day:02}")))
    words = f"“{text}” không phải một ngày. Hãy ghi ngày/tháng, hoặc ngày/tháng/năm."
    raise RuleError([Problem(name, words)])
