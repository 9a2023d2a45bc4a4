"""The share of CSTĐCS among LĐTT of a year: limited only where the office sets a limit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.shares import WHOLE, over_share
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.text import fold, sort_key
from thidua_desktop.services.checking.facts import MEMBER_TITLES, OPEN
from thidua_desktop.services.checking.values import Ratio
from thidua_desktop.services.parameters import FIGHTER_SHARE, Parameter, Parameters
from thidua_desktop.services.records import Reading
from thidua_desktop.services.titles import year_or_none
from thidua_desktop.storage import checking as stored
from thidua_desktop.storage.checking import HolderFact

_ADVANCED, FIGHTER = MEMBER_TITLES
_UID = 36  # Letters of a uid; whatever else stands for a unit is its folded name.


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRatios:
    """The shares of a year: of the *whole*, and *by_unit*, by uid or folded name of the unit.

    *scope*: which of them the office looks at; *parameter*: what it set, by the law of *pack*.
    """

    whole: Ratio
    by_unit: Mapping[str, Ratio]
    scope: str
    parameter: Parameter | None
    pack: LawPack | None

    @property
    def all(self) -> list[Ratio]:
        """Return the whole, then the units in dictionary order."""
        return [self.whole, *sorted(self.by_unit.values(), key=lambda one: sort_key(one.unit))]

    def findings(self, nomination: Nomination) -> tuple[Finding, ...]:
        """Return the warnings that the shares give a *nomination* for CSTĐCS."""
        if self.parameter is None or self.pack is None:
            return ()
        place = nomination.recipient.workplace_uid or fold(nomination.recipient.unit_name)
        counts = {}
        if self.scope in ("whole", "both"):
            counts[WHOLE] = (self.whole.fighters, self.whole.advanced)
        if self.scope in ("unit", "both") and (of := self.by_unit.get(place)):
            counts[of.unit] = (of.fighters, of.advanced)
        return over_share(self.pack, self.parameter.law, self.parameter.value, counts)


def read(connection: Reading, year: int, parameters: Parameters, book: LawBook) -> YearRatios:
    """Return the shares of *year*: people awarded, or with a proposal that is still open."""
    known = parameters.read(connection)
    parameter = next((one for one in known if one.law.id == FIGHTER_SHARE), None)
    holders = stored.holders(connection, year, MEMBER_TITLES, OPEN)
    units: dict[str, list[HolderFact]] = {}
    for one in holders:
        units.setdefault(one.unit_uid, []).append(one)
    by_unit = {
        key: _ratio(found, parameter, year, found[0].unit, key if len(key) == _UID else None)
        for key, found in units.items()
        if key
    }
    return YearRatios(
        whole=_ratio(holders, parameter, year),
        by_unit=by_unit,
        scope=parameters.read_share_scope(connection),
        parameter=parameter,
        pack=book.pack_for(year_or_none(year)) or book.packs[0],
    )


def _ratio(
    holders: Iterable[HolderFact],
    parameter: Parameter | None,
    year: int,
    unit: str = "",
    uid: str | None = None,
) -> Ratio:
    found = list(holders)
    return Ratio(
        unit=unit,
        unit_uid=uid,
        year=year,
        fighters=len({one.who for one in found if one.title == FIGHTER}),
        advanced=len({one.who for one in found if one.title == _ADVANCED}),
        limit=parameter.value if parameter else None,
    )
