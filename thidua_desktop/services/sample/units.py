"""The sample's units: the district, its agencies, communes, schools and villages."""

from collections.abc import Iterator

from thidua_desktop.domain.office import Office
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.words import Words

_SCHOOLS = (
    ("kindergartens", "Trường Mầm non"),
    ("primary_schools", "Trường Tiểu học"),
    ("joint_schools", "Trường TH&THCS"),
    ("secondary_schools", "Trường THCS"),
)


def units(words: Words, office: Office, chance: Chance) -> list[Unit]:
    """Return all units of the district; all but villages stand right under it."""
    named = words["units"]
    district = Unit(name=office.name, kind="office", uid=chance.uid())
    made = [district]
    for kind, names in _kinds(words):
        made += [
            Unit(name=name, kind=kind, parent_uid=district.uid, uid=chance.uid()) for name in names
        ]
    communes = {unit.name: unit.uid for unit in made if unit.kind == "commune"}
    made += [
        Unit(name=name, kind="village", parent_uid=communes[commune], uid=chance.uid())
        for name, commune in named["villages"]
    ]
    return made


def _kinds(words: Words) -> Iterator[tuple[str, list[str]]]:
    named = words["units"]
    yield "department", named["departments"]
    yield "party", named["party"]
    yield "commune", named["communes"]
    for key, opening in _SCHOOLS:
        yield "school", [f"{opening} {name}" for name in named[key]]
    yield "enterprise", named["enterprises"]
