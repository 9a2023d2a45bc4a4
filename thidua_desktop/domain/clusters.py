"""Clusters and blocs of a year: which rules their make-up keeps, and whose unit is whose.

Knows neither Qt nor SQL.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.movements import Cluster, ClusterMember
from thidua_desktop.domain.text import fold

KINDS = {"cluster": "Cụm thi đua", "bloc": "Khối thi đua"}

_BODY = re.compile(r"^(?:uy ban nhan dan|ubnd)\s+")
_LEVEL = re.compile(r"^(?P<level>huyen|quan|thi xa|thanh pho|tp\.?|xa|phuong|thi tran|tinh)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMemberRow:
    """A unit's place in a cluster in a year, as a list shows it; *cluster* is its name."""

    uid: str
    cluster_uid: str
    cluster: str
    unit_name: str
    year: int
    is_leader: bool


@dataclass(frozen=True, slots=True)
class Roll:
    """The make-up of one cluster in one year; without *members* when it has none then."""

    cluster: Cluster
    year: int
    members: tuple[ClusterMember, ...] = ()

    @property
    def leader(self) -> ClusterMember | None:
        """Return the unit that leads in the year, None when nobody is known to."""
        return next((member for member in self.members if member.is_leader), None)

    def of(self, office: str) -> ClusterMember | None:
        """Return the place that the office of that name has in it."""
        return place_of(office, self.members)


def problems(draft: ClusterMember) -> list[Problem]:
    """Return what stands in the way of saving *draft* by itself."""
    found = []
    if not draft.unit_name:
        found.append(Problem("unit_name", "Cần có tên đơn vị."))
    if not 1900 <= draft.year <= 2100:
        found.append(Problem("year", "Năm phải từ 1900 đến 2100."))
    return found


def roll_problems(draft: ClusterMember, others: Iterable[ClusterMember]) -> list[Problem]:
    """Return what *draft* breaks beside the *others* of the same cluster and year.

    A unit stands in a cluster once a year, and one unit leads it.
    """
    found = []
    for other in others:
        if _is_one(draft, other):
            words = f"“{other.unit_name}” đã có trong cụm, khối này năm {draft.year}."
            found.append(Problem("unit_name", words))
        if draft.is_leader and other.is_leader:
            words = (
                f"Năm {draft.year} đã ghi Trưởng là “{other.unit_name}”; mỗi năm một Trưởng. "
                "Hãy bỏ vai trò ấy trước."
            )
            found.append(Problem("is_leader", words))
    return found


def cluster_problems(draft: Cluster, others: Iterable[Cluster]) -> list[Problem]:
    """Return what stands in the way of saving the cluster *draft* beside the *others*."""
    if not draft.name:
        return [Problem("name", "Cần có tên cụm, khối.")]
    if draft.kind not in KINDS:
        return [Problem("kind", "Loại phải là cụm hoặc khối thi đua.")]
    if any(other.uid != draft.uid and fold(other.name) == fold(draft.name) for other in others):
        return [Problem("name", f"Đã có “{draft.name}”.")]
    return []


def is_same_unit(one: str, other: str) -> bool:
    """Say whether two names mean one unit: "UBND huyện Đắk Hà" and "Đăk Hà" do.

    Where both say a level, such as huyện and xã, it must be the same.
    """
    level, name = _parted(one)
    other_level, other_name = _parted(other)
    return (
        bool(name) and name == other_name and (level == other_level or not (level and other_level))
    )


def place_of(office: str, members: Iterable[ClusterMember]) -> ClusterMember | None:
    """Return the place that the office of that name has among *members*."""
    return next((m for m in members if is_same_unit(m.unit_name, office)), None)


def role_words(roll: Roll, office: str) -> str:
    """Return what the office is in the cluster: "Trưởng Cụm thi đua số 01 năm 2024", or ""."""
    place = roll.of(office)
    if place is None:
        return ""
    role = "Trưởng" if place.is_leader else "Thành viên"
    return f"{role} {roll.cluster.name} năm {roll.year}"


def roles_of(rolls: Sequence[Roll], office: str) -> list[str]:
    """Return what the office is in each of *rolls*, where it leads first."""
    held = [words for roll in rolls if (words := role_words(roll, office))]
    return sorted(held, key=lambda words: not words.startswith("Trưởng"))


def _is_one(one: ClusterMember, other: ClusterMember) -> bool:
    if one.unit_uid and one.unit_uid == other.unit_uid:
        return True
    return fold(one.unit_name) == fold(other.unit_name)


def _parted(name: str) -> tuple[str, str]:
    """Return level and bare name: ("huyen", "dak ha") of "UBND huyện Đắk Hà"."""
    folded = _BODY.sub("", fold(name))
    found = _LEVEL.match(folded)
    return (found["level"], folded[found.end() :]) if found else ("", folded)
