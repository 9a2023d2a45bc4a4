"""The guide as pages in order: what each is about, and which have some words. Knows no Qt."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.domain.text import fold, words

CONTENTS = "contents.toml"
SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page in markdown. *name* is that of its file, without suffix.

    *windows*: the tabs and dialogs it explains, each by its class or by how its title begins.
    """

    name: str
    title: str
    text: str
    windows: tuple[str, ...] = ()

    def whole(self, made: Mapping[str, str]) -> str:
        """Return the text and what *made* adds to the page of this name."""
        return f"{self.text}\n{made.get(self.name, '')}"


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, under one title."""

    title: str
    pages: tuple[GuidePage, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All parts in order; the first page is the one to begin with."""

    parts: tuple[Part, ...]

    @property
    def pages(self) -> Iterator[GuidePage]:
        """Give every page in order."""
        return (page for part in self.parts for page in part.pages)

    def page(self, name: str) -> GuidePage:
        """Return the page *name*, or the first one."""
        return next((page for page in self.pages if page.name == name), next(self.pages))

    def about(self, *called: str) -> GuidePage:
        """Return the page about the first of *called* that any page is about, or the first page.

        Of two pages that are, the one that names more of the title is meant.
        """
        for title in called:
            named = [
                (len(window), page)
                for page in self.pages
                for window in page.windows
                if title.startswith(window)
            ]
            if named:
                return max(named, key=lambda each: each[0])[1]
        return next(self.pages)

    def having(self, text: str) -> set[str]:
        """Return the names of the pages that have all words of *text*, with or without marks."""
        wanted = words(text)
        return {page.name for page in self.pages if _has(page, wanted)}

    def best(self, text: str) -> str:
        """Return the name of the page that says most of *text*, "" when none has all of it.

        Words of the title count first, then how often the very words stand in the page.
        """
        wanted = words(text)

        def weight(page: GuidePage) -> tuple[int, int]:
            title, known = _words_of(page.title), Counter(_words_of(page.text))
            return sum(word in title for word in wanted), sum(known[word] for word in wanted)

        found = [page for page in self.pages if _has(page, wanted)]
        return max(found, key=weight).name if found else ""


def read(folder: Path) -> Book:
    """Return the guide in *folder*; OSError when a file of it is missing."""
    contents = tomllib.loads((folder / CONTENTS).read_text("utf-8"))
    return Book(
        tuple(
            Part(
                part["title"],
                tuple(
                    _page(folder, page["name"], tuple(page.get("windows", ())))
                    for page in part["page"]
                ),
            )
            for part in contents["part"]
        )
    )


def _page(folder: Path, name: str, windows: tuple[str, ...]) -> GuidePage:
    """Return the page in the file *name*; its first line is its title."""
    text = (folder / f"{name}{SUFFIX}").read_text("utf-8")
    return GuidePage(name, text.partition("\n")[0].lstrip("# "), text, windows)


def meant(known: Collection[str], wanted: Iterable[str]) -> set[str]:
    """Return which of the folded words *known* are meant by *wanted*.

    The very words where there are any, else those that begin so, else those that have it inside.
    """
    found: set[str] = set()
    for word in wanted:
        same = {each for each in known if each == word}
        begun = {each for each in known if each.startswith(word)}
        found |= same or begun or {each for each in known if word in each}
    return found


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _has(page: GuidePage, wanted: list[str]) -> bool:
    known = fold(page.text)
    return all(word in known for word in wanted)
