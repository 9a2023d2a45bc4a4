"""Which units of an office's list a prepared set means, by name without marks.

Places of one name are told apart by the district they stand under. Knows no database.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from thidua_desktop.domain.lineage import NameParts, has_begun, is_over, name_parts
from thidua_desktop.domain.prepared import (
    Matched,
    NamedUnit,
    NewUnit,
    PreparedChange,
    PreparedSet,
)
from thidua_desktop.domain.reorganising import Change, Heir
from thidua_desktop.domain.units import Unit

_DISTRICT = "huyen"


def match(prepared: PreparedSet, units: Iterable[Unit], office: str) -> list[Matched]:
    """Return each change of *prepared* with the units of the list that it means.

    *office*: the name of this office, whose district holds for units of which none is known.
    Places and their committees ("UBND xã …") are changed apart, where both are in the list.
    """
    known = {unit.uid: unit for unit in units}
    parts = name_parts(office)
    own = parts.core if parts.level == _DISTRICT else ""
    return list(_Matching(prepared, _Place(known, own, prepared.date)).all())


def chosen(rows: Sequence[Matched], ticked: Sequence[Matched]) -> list[Change]:
    """Return the changes of *ticked*, some of *rows*, fit to be carried out as one step.

    What ends without beginning anything is taken over only by units that there are, or that begin
    in the same step; so is what stands above a unit.
    """
    made = {heir.unit.uid for row in rows for heir in row.change.heirs if heir.is_new}
    begun = {
        heir.unit.uid
        for row in ticked
        for heir in row.change.heirs
        if heir.is_new and row.change.kind != "close"
    }
    return [_fit(row.change, made - begun) for row in ticked]


def _fit(change: Change, absent: set[str]) -> Change:
    """Return *change* without what leads to units that do not come to be."""
    heirs = []
    for heir in change.heirs:
        if change.kind == "close":
            if heir.unit.uid not in absent:
                heirs.append(replace(heir, is_new=False))
        elif heir.unit.parent_uid in absent:
            heirs.append(replace(heir, unit=replace(heir.unit, parent_uid=None)))
        else:
            heirs.append(heir)
    return replace(change, heirs=tuple(heirs))


@dataclass(frozen=True, slots=True)
class _Place:
    """The list on the day: its units by uid, and the district the office itself is of."""

    units: Mapping[str, Unit]
    district: str
    date: str

    def district_of(self, unit: Unit) -> str:
        """Return the core of the district's name *unit* stands under, else the office's own."""
        above, seen = unit.parent_uid, {unit.uid}
        while above and above not in seen and above in self.units:
            seen.add(above)
            parts = name_parts(self.units[above].name)
            if parts.level == _DISTRICT:
                return parts.core
            above = self.units[above].parent_uid
        return self.district

    def called(self, names: Sequence[NameParts]) -> Iterator[Unit]:
        """Give the units of one of *names*: the level must be said too."""
        wanted = {(each.level, each.core) for each in names}
        for unit in self.units.values():
            parts = name_parts(unit.name)
            if (parts.level, parts.core) in wanted:
                yield unit


class _Found(NamedTuple):
    """Units of one name: those meant, those perhaps meant, those meant that have ended already."""

    sure: list[Unit]
    doubtful: list[Unit]
    ended: list[Unit]


class _Matching:
    """Goes through the changes; a unit that begins is made once, so that all lead to the same."""

    def __init__(self, prepared: PreparedSet, place: _Place) -> None:
        self._prepared = prepared
        self._place = place
        self._new = {unit.key: unit for unit in prepared.units}
        self._heirs: dict[tuple[str, bool], Heir] = {}

    def all(self) -> Iterator[Matched]:
        for change in self._prepared.changes:
            found = {named: self._found(named) for named in change.ends}
            styles = {_is_office(unit) for each in found.values() for unit in each.sure}
            for is_office in sorted(styles) or [False]:
                yield self._matched(change, found, is_office=is_office)

    def _matched(
        self, change: PreparedChange, found: Mapping[NamedUnit, _Found], *, is_office: bool
    ) -> Matched:
        there = {
            named: unit
            for named, each in found.items()
            for unit in each.sure
            if _is_office(unit) is is_office
        }
        ends = tuple(there.values())
        is_done = not ends and any(each.ended for each in found.values())
        made = Change(
            kind=change.kind,
            ends=ends,
            heirs=tuple(self._taking_over(change, ends, is_office=is_office)),
            date=self._prepared.date,
            basis=change.basis,
        )
        missing = () if is_done else tuple(n.name for n in change.ends if n not in there)
        doubtful = tuple(unit for each in found.values() for unit in each.doubtful)
        return Matched(
            prepared=change, change=made, missing=missing, doubtful=doubtful, is_done=is_done
        )

    def _found(self, named: NamedUnit) -> _Found:
        found = _Found([], [], [])
        wanted = name_parts(named.district).core if named.district else ""
        for unit in self._place.called([name_parts(n) for n in (named.name, *named.aliases)]):
            district = self._place.district_of(unit)
            is_elsewhere = bool(wanted and district) and wanted != district
            if is_elsewhere or unit.valid_from >= self._place.date:
                continue
            if is_over(unit, self._place.date):
                found.ended.append(unit)
            elif wanted and not district and self._is_twofold(named):
                found.doubtful.append(unit)
            else:
                found.sure.append(unit)
        return found

    def _is_twofold(self, named: NamedUnit) -> bool:
        """Say whether the set names a place of the same name in another district."""
        said = name_parts(named.name)
        ends = [each for change in self._prepared.changes for each in change.ends]
        places = [(each.name, each.district) for each in ends]
        places += [(each.name, each.district) for each in self._prepared.units]
        return any(name_parts(n) == said and d not in ("", named.district) for n, d in places)

    def _taking_over(
        self, change: PreparedChange, ends: Sequence[Unit], *, is_office: bool
    ) -> Iterator[Heir]:
        for key in change.into:
            heir = self._heirs.get((key, is_office))
            if heir is None and change.kind == "close":
                heir = self._heirs.get((key, not is_office))
            heir = heir or self._heir(self._new[key], ends, is_office=is_office)
            if heir:
                yield heir

    def _heir(self, new: NewUnit, ends: Sequence[Unit], *, is_office: bool) -> Heir | None:
        """Return the unit of the list that *new* is, or the one that begins; None when neither."""
        there = self._there(new, ends, is_office=is_office)
        if new.is_unchanged and there is None:
            there = self._there(new, ends, is_office=not is_office)
        if new.is_unchanged and there is None:
            return None
        begins = there or self._begun(new, ends, is_office=is_office)
        return self._heirs.setdefault((new.key, is_office), Heir(unit=begins, is_new=not there))

    def _there(self, new: NewUnit, ends: Sequence[Unit], *, is_office: bool) -> Unit | None:
        ending = {unit.uid for unit in ends}
        for unit in self._place.called([name_parts(new.name)]):
            if _is_office(unit) is not is_office or unit.uid in ending:
                continue
            if unit.valid_from == self._place.date or self._goes_on(unit, new):
                return unit
        return None

    def _goes_on(self, unit: Unit, new: NewUnit) -> bool:
        """Say whether *unit* is *new*, which was there before that day and is there after it."""
        if not (new.goes_on or new.is_unchanged) or is_over(unit, self._place.date):
            return False
        district = name_parts(new.district).core if new.district else ""
        is_there = self._place.district_of(unit) in ("", district) or not district
        return is_there and has_begun(unit, self._place.date)

    def _begun(self, new: NewUnit, ends: Sequence[Unit], *, is_office: bool) -> Unit:
        """Return the unit that begins, called in the way of those that end."""
        heirs = self._heirs
        over = heirs.get((new.above, is_office)) or heirs.get((new.above, not is_office))
        return Unit(
            name=_office_name(new.name, ends) if is_office else new.name,
            kind=ends[0].kind if ends else new.kind,
            code=new.code,
            parent_uid=over.unit.uid if over else None,
            valid_from=self._place.date,
        )


def _is_office(unit: Unit) -> bool:
    return name_parts(unit.name).is_office


def _office_name(name: str, ends: Sequence[Unit]) -> str:
    """Return the committee of the place *name*, written out or short as those that end."""
    is_short = not ends or ends[0].name.upper().startswith("UBND")
    head = "UBND" if is_short else "Ủy ban nhân dân"
    return f"{head} {name[:1].lower()}{name[1:]}"
