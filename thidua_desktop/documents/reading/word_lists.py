"""The numbers that Word draws before list paragraphs and does not write."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from thidua_desktop.documents.reading.word_styles import value

_PLACE = re.compile(r"%(\d)")
_BULLETS = "-–+•"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Lists:
    """The lists of one document and how far each has counted; ask in reading order."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    counter_of: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: Element | None) -> "Lists":
        """Return the lists of the numbering part *root*; none without it."""
        lists = cls()
        if root is None:
            return lists
        drawn = {a.get("abstractNumId", ""): a for a in root.findall("abstractNum")}
        for number in root.findall("num"):
            name, base = number.get("numId", ""), value(number, "abstractNumId")
            levels = _levels(drawn.get(base))
            changed = _overrides(number, levels)
            lists.levels[name] = levels | changed
            # Lists of one drawing count on together unless one of them starts anew.
            lists.counter_of[name] = name if changed else f"drawing {base}"
        return lists

    def next_label(self, name: str, level: int) -> str:
        """Return the number before the next paragraph of list *name* at *level*: "1.", "a)"."""
        levels = self.levels.get(name, {})
        if not name or level not in levels:
            return ""
        counts = self.counts[self.counter_of[name]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._label(levels, level, counts)

    def _label(self, levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
        own = levels[level]
        if own.form == "bullet":
            return own.text if own.text in tuple(_BULLETS) else "-"

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            drawn = levels.get(at, _Level())
            return _counted(counts.get(at, drawn.start), drawn.form)

        return "" if own.form == "none" else _PLACE.sub(shown, own.text).strip()


def _levels(drawn: Element | None) -> dict[int, _Level]:
    found = [] if drawn is None else drawn.findall("lvl")
    return {int(level.get("ilvl", "0")): _level(level) for level in found}


def _level(level: Element) -> _Level:
    return _Level(value(level, "numFmt") or "decimal", value(level, "lvlText"), _start(level))


def _start(level: Element) -> int:
    start = value(level, "start")
    return int(start) if start.isdigit() else 1


def _overrides(number: Element, levels: dict[int, _Level]) -> dict[int, _Level]:
    changed = {}
    for override in number.findall("lvlOverride"):
        at = int(override.get("ilvl", "0"))
        own, start = override.find("lvl"), value(override, "startOverride")
        level = levels.get(at, _Level()) if own is None else _level(own)
        if start.isdigit():
            level = _Level(level.form, level.text, int(start))
        changed[at] = level
    return changed


def _counted(count: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    letters = []
    for worth, letter in _ROMAN:
        letters.append(letter * (count // worth))
        count %= worth
    return "".join(letters)
