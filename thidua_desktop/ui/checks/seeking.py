"""Which titles can be looked through the file for, in a year. Knows no widget."""

from dataclasses import dataclass

from thidua_desktop.domain.law.book import LawBook

KINDS = {"person": "Cá nhân", "collective": "Tập thể"}
"""The recipients that the file can be looked through for."""

_ROLES = ("decides", "proposes", "records")


@dataclass(frozen=True, slots=True)
class Sought:
    """A title with a rule: its id, the kind of recipient, its name."""

    title: str
    kind: str
    name: str


def sought(book: LawBook, kind: str, year: int, level: str) -> list[Sought]:
    """Return the titles whose conditions records can meet, those of an office of *level* first."""
    pack = book.pack_for(f"{year:04}")
    if pack is None:
        return []
    rules = [rule for rule in pack.rules if rule.recipient == kind]
    known = [
        title
        for rule in rules
        if any(path.accumulated for path in rule.paths)
        and (title := pack.title(rule.title, kind)) is not None
    ]
    known.sort(key=lambda title: (level not in title.levels, _ROLES.index(title.local_role)))
    return [Sought(title.id, kind, title.name) for title in known]
