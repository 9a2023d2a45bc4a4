"""Movements, clusters, pledges and scores of the emulation year. Knows neither Qt nor SQL."""

from dataclasses import dataclass, field

from thidua_desktop.domain.identity import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement (phong trào thi đua): who launched it, for whom, how long (form 0601)."""

    name: str = ""
    launcher: str = ""
    scope: str = ""
    kind: str = ""
    theme: str = ""
    starts: str = ""
    ends: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A cluster or bloc (cụm, khối thi đua)."""

    name: str = ""
    kind: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMember:
    """A unit's place in a cluster in one year; one of them leads."""

    cluster_uid: str = ""
    unit_uid: str | None = None
    unit_name: str = ""
    year: int = 0
    is_leader: bool = False
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What a unit registered for a year: a title and how many."""

    unit_uid: str | None = None
    unit_name: str = ""
    year: int = 0
    title: str = ""
    title_text: str = ""
    quantity: int = 0
    text: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One criterion's points of a unit in a year; points are whole thousandths."""

    cluster_uid: str = ""
    unit_uid: str | None = None
    year: int = 0
    criterion: str = ""
    standard: int = 0
    own: int = 0
    assessed: int | None = None
    reason: str = ""
    uid: str = field(default_factory=new_uid)
