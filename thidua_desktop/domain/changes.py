"""What one step did and what the journal tells of it. Knows neither Qt nor SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changed:
    """What every screen is told after a step: the rows by table, the step and its words."""

    step: str
    label: str
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def uids(self) -> frozenset[str]:
        """Return the uids of all tables together."""
        return frozenset().union(*self.rows.values())

    def touches(self, *tables: str) -> bool:
        """Say whether any of *tables* has a changed row."""
        return any(self.rows.get(table) for table in tables)


@dataclass(frozen=True, slots=True)
class Step:
    """One transaction as the journal keeps it; *kind* is edit, import, undo, redo or restore."""

    uid: str
    tick: int
    at: str
    who: str
    label: str
    kind: str
    rows: int
    undone: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record in one step: who changed it, when, from what to what."""

    step: str
    at: str
    who: str
    label: str
    field: str
    old: str
    new: str
