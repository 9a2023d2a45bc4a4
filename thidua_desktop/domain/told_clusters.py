"""What the words of a plan say of a cluster: that this office leads it, and who is in it.

Knows neither Qt nor SQL, and no file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.clusters import is_same_unit, place_of
from thidua_desktop.domain.movements import ClusterMember
from thidua_desktop.domain.text import clean, fold

_I = re.IGNORECASE
_LEADS = re.compile(
    r"(?P<who>[^.;:]*?)\b(?:làm|là|giữ vai trò|đảm nhiệm|đảm nhận)\s+(?:đơn vị\s+)?"
    r"Trưởng\s+(?P<what>(?:Cụm|Khối)[^.;:]*)",
    _I,
)
_NUMBERED = re.compile(r"(?P<kind>Cụm|Khối)(?:\s+thi\s+đua)?(?:\s+số)?\s+(?P<number>\d{1,2})\b", _I)
_YEAR = re.compile(r"\bnăm\s+(?P<year>\d{4})\b", _I)
_MEMBERS = re.compile(
    r"Thành viên\s+(?P<what>(?:Cụm|Khối)[^(:]*)(?:\((?P<inside>[^)]*)\)|:\s*(?P<after>.+))", _I
)
_APART = re.compile(r"\s*[,;]\s*|\s+và\s+")
_LEVELS = "huyện|thị xã|thành phố|xã|phường|thị trấn|tỉnh"
_BEFORE = re.compile(
    rf"^(?:(?:các\s+)?(?:UBND|[UỦ][yỷ] ban nhân dân)\s+)?(?:các\s+)?(?P<level>{_LEVELS})?"
    r"(?:\s+các)?\s+(?=\S)",
    _I,
)
_LEVEL = re.compile(rf"\b(?P<level>{_LEVELS})\b", _I)
_OFFICE = re.compile(r"^(?:UBND|[UỦ][yỷ] ban nhân dân)\s+", _I)
_EDGES = " \t.,;:-–()"


@dataclass(frozen=True, slots=True)
class Told:
    """A cluster that the office leads in *year*: its name and kind, the office, the other units."""

    cluster: str
    kind: str
    year: int
    office: str
    units: tuple[str, ...] = ()

    def adds_to(self, there: Sequence[ClusterMember]) -> bool:
        """Say whether anything told here is not in the cluster yet."""
        place = place_of(self.office, there)
        return not (place and place.is_leader) or bool(self._missing(there))

    def members(self, cluster_uid: str, there: Sequence[ClusterMember]) -> list[ClusterMember]:
        """Return the places to be stored beside those that are *there* already."""
        place = place_of(self.office, there)
        names = self._missing(there)
        own = place or ClusterMember(cluster_uid=cluster_uid, unit_name=self.office, year=self.year)
        others = [
            ClusterMember(cluster_uid=cluster_uid, unit_name=name, year=self.year) for name in names
        ]
        return [replace(own, is_leader=True), *others]

    def _missing(self, there: Iterable[ClusterMember]) -> list[str]:
        known = [member.unit_name for member in there]
        return [name for name in self.units if not any(is_same_unit(name, o) for o in known)]


def told_in(texts: Iterable[str], year: int, office: str) -> Told | None:
    """Return what *texts*, sentences of the plan of *year*, say that *office* leads, or None."""
    lines = [clean(text) for text in texts]
    what = next(filter(None, (_led(line, year, office) for line in lines)), "")
    if not what:
        return None
    name, kind = _named(what)
    own = _short(office)
    units = next(filter(None, (_members(line, name) for line in lines)), ())
    others = tuple(unit for unit in units if not is_same_unit(unit, office))
    return Told(name, kind, year, own, others)


def _led(line: str, year: int, office: str) -> str:
    """Return what the office leads by this line: "Cụm thi đua số 01", or ""."""
    for found in _LEADS.finditer(line):
        named = _YEAR.search(found["who"]) or _YEAR.search(found["what"])
        is_now = named is None or int(named["year"]) == year
        if is_now and _bare(office) and _bare(office) in fold(found["who"]):
            return found["what"]
    return ""


def _named(what: str) -> tuple[str, str]:
    """Return name and kind of the cluster in *what*; a number names it best."""
    numbered = list(_NUMBERED.finditer(what))
    name = numbered[-1][0] if numbered else _YEAR.split(what)[0]
    name = clean(name).strip(_EDGES)
    return name[:1].upper() + name[1:], "bloc" if fold(name).startswith("khoi") else "cluster"


def _members(line: str, cluster: str) -> tuple[str, ...]:
    """Return the units that the line says are in *cluster*; none when it speaks of another."""
    found = _MEMBERS.search(line)
    if found is None or _number(found["what"]) != _number(cluster):
        return ()
    levels = {level.lower() for level in _LEVEL.findall(found["what"])}
    usual = levels.pop() if len(levels) == 1 else ""
    return tuple(_units(found["inside"] or found["after"], usual))


def _units(listed: str, usual: str) -> Iterator[str]:
    """Give the names of a list; a level said once, at its beginning, is that of all of them."""
    for part in _APART.split(listed.strip(_EDGES)):
        before = _BEFORE.match(part)
        if before and before["level"]:
            usual = before["level"].lower()
        name = (part[before.end() :] if before else part).strip(_EDGES)
        if name:
            yield f"{usual[:1].upper()}{usual[1:]} {name}".strip()


def _number(what: str) -> int:
    numbered = list(_NUMBERED.finditer(what))
    return int(numbered[-1]["number"]) if numbered else 0


def _short(office: str) -> str:
    """Return the place an office stands for: "Huyện Đắk Hà" of "UBND huyện Đắk Hà"."""
    name = _OFFICE.sub("", clean(office))
    return name[:1].upper() + name[1:]


def _bare(office: str) -> str:
    """Return the folded proper name: "dak ha"."""
    name = _short(office)
    before = _BEFORE.match(name)
    return fold(name[before.end() :] if before and before["level"] else name)
