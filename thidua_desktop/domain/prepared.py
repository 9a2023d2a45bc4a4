"""A prepared set of changes of units: what its file says, and what of it an office's list has.

Knows no folder and no database.
"""

from dataclasses import dataclass

from thidua_desktop.domain.reorganising import Change
from thidua_desktop.domain.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedUnit:
    """A unit that ends, as the set names it; *district* tells places of one name apart."""

    name: str
    district: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit that there is from that day on; *above*: the key of the one it stands under.

    One that *goes_on* was there before; one that *is_unchanged* is only named by others.
    """

    key: str
    name: str
    kind: str = "commune"
    code: str = ""
    above: str = ""
    district: str = ""
    goes_on: bool = False
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedChange:
    """One change of the set: names that end, keys of those that take over."""

    kind: str
    ends: tuple[NamedUnit, ...]
    into: tuple[str, ...]
    basis: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSet:
    """A set as its file has it. *verified*: the texts themselves were read."""

    title: str
    date: str
    basis: str
    source: str
    verified: bool
    units: tuple[NewUnit, ...]
    changes: tuple[PreparedChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """One change with what the office's list has of it.

    *change*: its units of the list, and those that take over. *missing*: names that the list does
    not have; *doubtful*: units of such a name of which it is not known whether they are meant;
    *is_done*: what it says stands in the list already.
    """

    prepared: PreparedChange
    change: Change
    missing: tuple[str, ...] = ()
    doubtful: tuple[Unit, ...] = ()
    is_done: bool = False

    @property
    def is_there(self) -> bool:
        """Say whether the list has any of the units that end, without doubt."""
        return bool(self.change.ends)
