"""Numbers the law leaves to the province or the office, and its days off. Knows no screen."""

import re
from dataclasses import dataclass, replace

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.values import LocalParameter
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.catalogue import Setting
from thidua_desktop.storage.database import Database

_PREFIX = "parameter."
_HOLIDAYS = "holidays"
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
        return next((one.value for one in self.all() if one.law.id == id), None)

    def set(self, id: str, value: int | None) -> Changed:
        """Keep *value* as the office's own; None goes back to the default of the law.

        0 switches it off. RuleError when it is below zero, or a share above a hundred.
        """
        known = {one.law.id: one.law for one in self.all()}
        law = known[id]
        most = 100 if law.unit == "%" else _MOST
        if value is not None and not 0 <= value <= most:
            raise RuleError([Problem(id, f"{law.name} phải là số từ 0 đến {most} {law.unit}.")])
        words = f"Đặt {law.name.lower()}" if value is not None else f"Bỏ đặt {law.name.lower()}"
        return self._keep(_PREFIX + id, "" if value is None else str(value), words)

    def holidays(self) -> frozenset[str]:
        """Return the days off: YYYY-MM-DD, or MM-DD for every year."""
        with self._database.read() as connection:
            return self.read_holidays(connection)

    def set_holidays(self, text: str) -> Changed:
        """Keep the days off written in *text*, parted by blanks, commas or lines.

        Each is 30/4, for every year, or 29/01/2025; RuleError names one that is neither.
        """
        days = sorted(map(_day_off, re.split(r"[\s,;]+", text.strip()))) if text.strip() else []
        return self._keep(_HOLIDAYS, " ".join(days), "Đặt ngày nghỉ lễ")

    def read(self, connection: Reading) -> list[Parameter]:
        """Return what `all` returns, as *connection* sees it."""
        kept = {one.name: one.value for one in store.everything(connection, Setting)}
        pack = self._book.pack_for(self._office.now.date().isoformat())
        return [_parameter(law, kept) for law in (pack.local_parameters if pack else ())]

    def read_holidays(self, connection: Reading) -> frozenset[str]:
        """Return the days off as *connection* sees them."""
        kept = {one.name: one.value for one in store.everything(connection, Setting)}
        return frozenset(kept.get(_HOLIDAYS, "").split())

    def _keep(self, name: str, value: str, label: str) -> Changed:
        with self._database.write(label) as step:
            known = [one for one in store.everything(step.connection, Setting) if one.name == name]
            if value:
                step.put(replace(known[0] if known else Setting(name=name), value=value))
            else:
                step.remove(Setting, [one.uid for one in known])
        return step.changed


def _parameter(law: LocalParameter, kept: dict[str, str]) -> Parameter:
    text = kept.get(_PREFIX + law.id, "")
    if not text.isdecimal():
        return Parameter(law, law.default or None)
    return Parameter(law, int(text) or None, is_set=True)


def _day_off(text: str) -> str:
    found = _WRITTEN.fullmatch(text) or _DAY_OFF.fullmatch(text)
    if found:
        year, month, day = found["year"], int(found["month"]), int(found["day"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return "-".join(filter(None, (year, f"{month:02}", f"{day:02}")))
    words = f"“{text}” không phải ngày nghỉ. Hãy ghi ngày/tháng, hoặc ngày/tháng/năm."
    raise RuleError([Problem(_HOLIDAYS, words)])
