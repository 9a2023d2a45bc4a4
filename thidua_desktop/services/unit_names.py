"""Units named in short lists of a year: which unit a name means, which rows have some words."""

from collections.abc import Sequence
from typing import Any

from thidua_desktop.domain.clusters import is_same_unit
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.records import Entry
from thidua_desktop.storage import records as store


def unit_named(name: str, entry: Entry[Any]) -> str | None:
    """Return the uid of the one unit of the file that has that name, in short too."""
    if "units" not in entry.found:
        entry.found["units"] = store.everything(entry.connection, Unit)
    units: Sequence[Unit] = entry.found["units"]
    same = [unit.uid for unit in units if fold(unit.name) == fold(name)]
    alike = same or [unit.uid for unit in units if is_same_unit(unit.name, name)]
    return alike[0] if len(alike) == 1 else None


def has_words(text: str, wanted: Sequence[str]) -> bool:
    """Say whether *text* has all *wanted* words, folded ones."""
    folded = fold(text)
    return all(word in folded for word in wanted)
