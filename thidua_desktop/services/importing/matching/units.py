"""Units by the names that lists give them: known, taught, nearly known, or new. Writes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from thidua_desktop.documents.reading.unit_rows import guessed_kind
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.lineage import has_begun, is_over
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import NAMED, NEW, UNIT, Doubt
from thidua_desktop.services.importing.matching.names import (
    UnitWords,
    is_vague,
    unit_key,
    unit_words,
)

_NEAR = 88  # Of 100: from here on two names may well be one, and the officer is asked.
_ALIKE = 80
_OFFERED = 4


@dataclass(frozen=True, slots=True)
class UnitFound:
    """What became of a name: the unit, None while it is in doubt; *is_learnt* by an answer."""

    unit: Unit | None = None
    doubt: Doubt | None = None
    is_answered: bool = False


class UnitNames:
    """The units of the office by their names, and those that one intake makes."""

    def __init__(
        self,
        units: Iterable[Unit],
        successions: Iterable[UnitSuccession] = (),
    ) -> None:
        self._by_uid = {unit.uid: unit for unit in units}
        self._learnt: Mapping[str, str] = {}
        self._after: dict[str, list[str]] = {}
        for one in successions:
            self._after.setdefault(one.from_uid, []).append(one.to_uid)
        self._by_key: dict[str, list[Unit]] = {}
        self._proper: dict[str, list[tuple[UnitWords, Unit]]] = {}
        self._near: dict[str, list[tuple[float, Unit]]] = {}
        for unit in self._by_uid.values():
            self._index(unit)
        self.made: dict[str, Unit] = {}

    def learn(self, learnt: Mapping[str, str]) -> None:
        """Let names mean what was taught, as the sender of the list at hand uses them."""
        self._learnt = learnt

    def get(self, uid: str | None) -> Unit | None:
        """Return the unit *uid*, stored or made here."""
        return self._by_uid.get(uid or "")

    def known(self, name: str) -> Unit | None:
        """Return the one unit that is called *name*, marks left aside."""
        found = self._called(name)
        return found[0] if len(found) == 1 else None

    def find(self, name: str, date: str, answer: str = "", parent: str | None = None) -> UnitFound:
        """Return the unit that a list calls *name*; one that nothing resembles is made.

        *date*: when what is written of it holds; *answer*: the choice of an earlier doubt;
        *parent*: the uid under which a new one stands.
        """
        chosen = self._chosen(name, answer, parent)
        if chosen is None:
            called = _in_force(self._called(name), date)
            if len(called) > 1:
                return UnitFound(doubt=_several(name, called))
            if not called and (near := self.near(name)) and near[0][0] >= _NEAR:
                return UnitFound(doubt=self._unknown(name, near, is_needed=True))
            chosen = called[0] if called else None
        if chosen is None and answer != NEW and is_vague(name):
            return UnitFound(doubt=self._vague(name))
        if chosen is None:
            near = self.near(name)
            offer = self._unknown(name, near, is_needed=False) if near else None
            return UnitFound(self._make(name, parent), offer)
        if closed := self._closed(chosen, date):
            return UnitFound(doubt=closed)
        return UnitFound(chosen, is_answered=bool(answer))

    def near(self, name: str) -> list[tuple[float, Unit]]:
        """Return units whose names resemble *name*, the nearest first, with how near of 100."""
        from rapidfuzz import fuzz, process

        key = unit_key(name)
        if key not in self._near:
            best: dict[str, float] = {}
            for words in unit_words(name):
                if not words.proper:
                    continue
                hits = process.extract(
                    words.proper, list(self._proper), scorer=fuzz.ratio,
                    limit=20, score_cutoff=_ALIKE,
                )  # fmt: skip
                for proper, score, _ in hits:
                    for other, unit in self._proper[proper]:
                        if words.may_be(other):
                            told = score - words.distance(other)
                            best[unit.uid] = max(told, best.get(unit.uid, 0))
            ordered = sorted(best.items(), key=lambda item: -item[1])[:_OFFERED]
            self._near[key] = [(score, self._by_uid[uid]) for uid, score in ordered]
        return self._near[key]

    def _called(self, name: str) -> list[Unit]:
        """Return the units of that name; of several, those written just so where there are any."""
        key = unit_key(name)
        if (target := self._learnt.get(key)) and (taught := self._by_uid.get(target)):
            return [taught]
        called = self._by_key.get(key, [])
        return [unit for unit in called if unit.name == name] or called

    def _chosen(self, name: str, answer: str, parent: str | None) -> Unit | None:
        if answer == NEW:
            return next(iter(self._by_key.get(unit_key(name), ())), None) or self._make(
                name, parent
            )
        if answer.startswith(NAMED):
            return next(iter(self._by_key.get(answer.removeprefix(NAMED), ())), None)
        return self._by_uid.get(answer.removeprefix(UNIT)) if answer.startswith(UNIT) else None

    def _make(self, name: str, parent: str | None) -> Unit:
        unit = Unit(name=name, kind=guessed_kind(name) or "other", parent_uid=parent)
        self.add(unit)
        return unit

    def add(self, unit: Unit) -> None:
        """Know *unit* from now on, made by this intake."""
        self._by_uid[unit.uid] = unit
        self.made[unit.uid] = unit
        self._index(unit)
        self._near.clear()

    def keep(self, unit: Unit, known: Unit | None) -> None:
        """Know *unit* as a row of a list of units tells it; it may fill in one that is *known*."""
        if known is None:
            self.add(unit)
        elif known.parent_uid is None and unit.parent_uid:
            self._by_uid[unit.uid] = replace(known, parent_uid=unit.parent_uid)

    def _index(self, unit: Unit) -> None:
        self._by_key.setdefault(unit_key(unit.name), []).append(unit)
        for words in unit_words(unit.name):
            if words.proper:
                self._proper.setdefault(words.proper, []).append((words, unit))

    def _unknown(self, name: str, near: list[tuple[float, Unit]], *, is_needed: bool) -> Doubt:
        return Doubt(
            rule="unit" if is_needed else "unit_offer",
            reason=f"Chưa có đơn vị “{name}”; có đơn vị tên gần giống.",
            about=unit_key(name),
            proposals=(*map(self._proposal, (unit for _, unit in near)), _add(name)),
            is_needed=is_needed,
        )

    def _vague(self, name: str) -> Doubt:
        """Return the doubt about words that only tell what kind of unit it is."""
        kinds = unit_words(name)[0].kinds
        of_kind = [
            (len(words.kinds), unit)
            for known in self._proper.values()
            for words, unit in known
            if kinds and kinds <= words.kinds
        ]
        of_kind.sort(key=lambda one: one[0])
        shown = list(dict.fromkeys(unit for _, unit in of_kind))[:_OFFERED]
        return Doubt(
            rule="unit_vague",
            reason=f"“{name}” chưa nói rõ là đơn vị nào.",
            about=unit_key(name),
            proposals=(*map(self._proposal, shown), _add(name)),
        )

    def _proposal(self, unit: Unit) -> Proposal:
        is_made = unit.uid in self.made
        choice = NAMED + unit_key(unit.name) if is_made else UNIT + unit.uid
        return Proposal(f"Là “{unit.name}”", choice)

    def _closed(self, unit: Unit, date: str) -> Doubt | None:
        """Return the doubt of something dated after the unit's last day."""
        if not is_over(unit, date):
            return None
        after = tuple(self._successors(unit.uid, date))
        return Doubt(
            rule="closed",
            reason=f"“{unit.name}” đã kết thúc ngày {show_date(unit.valid_to)}.",
            about=unit.uid,
            proposals=tuple(
                Proposal(f"Ghi cho đơn vị kế thừa “{one.name}”", UNIT + one.uid) for one in after
            ),
        )

    def _successors(self, uid: str, date: str) -> Iterator[Unit]:
        """Give the units that took over and are there on *date*, through any number of steps."""
        seen, following = {uid}, list(self._after.get(uid, ()))
        while following:
            one = self._by_uid.get(following.pop(0))
            if one is None or one.uid in seen:
                continue
            seen.add(one.uid)
            if is_over(one, date):
                following += self._after.get(one.uid, ())
            else:
                yield one


def _in_force(called: list[Unit], date: str) -> list[Unit]:
    """Return those of several units of one name that are there on *date*; all when none is."""
    there = [unit for unit in called if has_begun(unit, date) and not is_over(unit, date)]
    return there or called


def _several(name: str, called: list[Unit]) -> Doubt:
    return Doubt(
        rule="unit_several",
        reason=f"Có {len(called)} đơn vị tên “{name}”.",
        about=unit_key(name),
        proposals=tuple(
            Proposal(f"Là “{unit.name}”{_told(unit)}", UNIT + unit.uid) for unit in called
        ),
    )


def _told(unit: Unit) -> str:
    """Return what tells units of one name apart."""
    if unit.code:
        return f" (mã {unit.code})"
    return f" (đến {show_date(unit.valid_to)})" if unit.valid_to else ""


def _add(name: str) -> Proposal:
    return Proposal(f"Thêm đơn vị mới “{name}”", NEW)
