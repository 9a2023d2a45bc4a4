"""How a written title is brought to one form, so that any list's way of writing finds it."""

import re
from collections.abc import Iterable, Mapping

from thidua_desktop.domain.law.values import Title
from thidua_desktop.domain.text import fold

_VERBS = re.compile(
    r"(?:(?:dat|duoc|tang|truy tang|tang thuong|cong nhan|danh hieu|hinh thuc|nhan) )+"
)
_YEARS = re.compile(r"(?: nam(?: hoc)?)? \d{4}(?: \d{4})?$")
_SHORT_WORDS = re.compile(r"\b([bcdghklmnrstvx])y\b")  # Sỹ and sĩ, kỷ and kỉ, mỹ and mĩ.
_GRADES = {"hang i": "hang nhat", "hang ii": "hang nhi", "hang iii": "hang ba",
           "hang 1": "hang nhat", "hang 2": "hang nhi", "hang 3": "hang ba"}  # fmt: skip
_FILLERS = frozenset(("cua", "cap"))


class TitleNames:
    """Finds the titles that a text names, among the titles of one pack and in their order."""

    def __init__(self, titles: Iterable[Title], shorthands: Mapping[str, str]) -> None:
        self._shorthands = {fold(short): fold(full) for short, full in shorthands.items()}
        self._exact: dict[str, list[Title]] = {}
        self._openings: dict[str, list[Title]] = {}
        for title in titles:
            for written in (title.name, title.abbreviation, *title.aliases, *title.openings):
                self._add(self._exact, written, title)
            for written in title.openings:
                self._add(self._openings, written, title)

    def find(
        self, text: str, recipient: str | None = None, level: str | None = None
    ) -> Title | None:
        """Return the first title that *text* names, for *recipient* if given; None if none does.

        Where several share a short name ("Giấy khen"), one of *level* is preferred.
        """
        found = [title for title in self._named(text) if recipient in (None, title.recipient)]
        of_level = [title for title in found if level in title.levels]
        return next(iter(of_level or found), None)

    def clashes(self) -> list[tuple[str, Title, Title]]:
        """Return the names that mean two titles of one recipient and one level."""
        clashing = []
        for written, titles in self._exact.items():
            seen: dict[tuple[str, str], Title] = {}
            for title in titles:
                for level in title.levels:
                    other = seen.setdefault((title.recipient, level), title)
                    if other is not title:
                        clashing.append((written, other, title))
        return clashing

    def _add(self, index: dict[str, list[Title]], written: str, title: Title) -> None:
        named = index.setdefault(self._plain(written), []) if written else []
        if title not in named:
            named.append(title)

    def _named(self, text: str) -> list[Title]:
        plain = self._plain(text)
        if plain in self._exact:
            return self._exact[plain]
        opening = max((o for o in self._openings if plain.startswith(o + " ")), key=len, default="")
        return self._openings.get(opening, [])

    def _plain(self, text: str) -> str:
        """Return *text* without marks, signs, fillers and years, short forms written out."""
        plain = re.sub(r"\W+", " ", fold(text)).strip()
        plain = _YEARS.sub("", plain.replace("uy ban nhan dan", "ubnd"))
        plain = _SHORT_WORDS.sub(r"\1i", plain)
        if verbs := _VERBS.match(plain):
            plain = plain[verbs.end() :] or plain
        words = [self._shorthands.get(word, word) for word in plain.split()]
        plain = " ".join(word for word in words if word not in _FILLERS)
        head, _, grade = plain.rpartition(" hang ")
        return f"{head} {_GRADES.get(f'hang {grade}', f'hang {grade}')}" if head else plain
