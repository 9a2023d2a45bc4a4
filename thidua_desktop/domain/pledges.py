"""What units registered for a year (đăng ký thi đua), and which of them have not yet.

Knows neither Qt nor SQL.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.clusters import is_same_unit
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.movements import Pledge
from thidua_desktop.domain.text import fold, sort_key
from thidua_desktop.domain.units import KINDS, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeRow:
    """What a unit registered, as a list shows it."""

    uid: str
    unit_name: str
    year: int
    title_text: str
    quantity: int
    text: str


@dataclass(frozen=True, slots=True)
class Returns:
    """Who has registered for *year* and who has not.

    *sent*: how many units have; *waiting*: those that have not, of the kinds of which any has.
    """

    year: int
    sent: int = 0
    waiting: tuple[Unit, ...] = ()

    def by_kind(self) -> list[tuple[str, list[str]]]:
        """Return the names of those who wait by the words of their kind."""
        kinds = dict.fromkeys(unit.kind for unit in self.waiting)
        return [
            (KINDS.get(kind, kind), [unit.name for unit in self.waiting if unit.kind == kind])
            for kind in kinds
        ]


def problems(draft: Pledge) -> list[Problem]:
    """Return what stands in the way of saving *draft* by itself."""
    found = []
    if not draft.unit_name:
        found.append(Problem("unit_name", "Cần có tên đơn vị."))
    if not (draft.title_text or draft.text):
        found.append(Problem("title_text", "Cần ghi danh hiệu hoặc chỉ tiêu đã đăng ký."))
    if draft.quantity < 0:
        found.append(Problem("quantity", "Số lượng không thể là số âm."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm phải từ 1900 đến 2100."))
    return found


def twice(draft: Pledge, others: Iterable[Pledge]) -> list[Problem]:
    """Return the problem when *others* of the year have the same title of the same unit."""
    for other in others:
        is_same = fold(other.unit_name) == fold(draft.unit_name)
        if is_same and draft.title_text and fold(other.title_text) == fold(draft.title_text):
            words = f"“{draft.unit_name}” đã đăng ký “{other.title_text}” năm {draft.year}."
            return [Problem("title_text", words)]
    return []


def returns(year: int, pledges: Sequence[Pledge], units: Sequence[Unit]) -> Returns:
    """Return who of *units*, those there in *year*, has registered by *pledges* and who has not.

    Kinds of units of which none has registered are not asked for: not every office asks them.
    """
    linked = {pledge.unit_uid for pledge in pledges if pledge.unit_uid}
    named = {pledge.unit_name for pledge in pledges if not pledge.unit_uid}
    sent = [
        unit
        for unit in units
        if unit.uid in linked or any(is_same_unit(unit.name, name) for name in named)
    ]
    gone = {unit.uid for unit in sent}
    kinds = {unit.kind for unit in sent}
    waiting = [unit for unit in units if unit.kind in kinds and unit.uid not in gone]
    waiting.sort(key=lambda unit: (list(KINDS).index(unit.kind), sort_key(unit.name)))
    who = {pledge.unit_uid or fold(pledge.unit_name) for pledge in pledges}
    return Returns(year, len(who), tuple(waiting))
