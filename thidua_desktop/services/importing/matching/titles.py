"""Titles and forms of commendation by what lists write, under the law of a year. Writes nothing."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.values import Title
from thidua_desktop.domain.text import clean, fold
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import TITLE, Doubt
from thidua_desktop.services.titles import known_title

AS_TEXT = "text"
"""The choice by which words outside the catalogue stay as they are."""

_OFFERED = 5
_ALIKE = 55
_SHORT = {
    "bk": "bang khen", "gk": "giay khen", "cp": "chinh phu", "ttcp": "thu tuong chinh phu",
    "ttg": "thu tuong chinh phu", "hc": "huan chuong", "vh": "van hoa", "ct": "chu tich",
    "ldtt": "lao dong tien tien", "cstd": "chien si thi dua",
}  # fmt: skip
_CODE = re.compile(r"[\w./-]{2,20}")
_COLLECTIVES = ("collective", "enterprise", "commune", "village", "household")


Codes = Callable[[], Mapping[str, str]]
"""Gives the codes of titles that a file lists, folded code to name; asked only when needed."""


def no_codes() -> Mapping[str, str]:
    """Give no codes."""
    return {}


@dataclass(frozen=True, slots=True)
class TitleFound:
    """What became of the words: the *title*, or the *text* that is kept, or the doubt."""

    title: Title | None = None
    text: str = ""
    doubt: Doubt | None = None
    is_answered: bool = False


class TitleNames:
    """The titles of the law by any usual writing, by what was taught, and by codes of a file."""

    def __init__(self, book: LawBook, learnt: Mapping[str, str] | None = None) -> None:
        self._book = book
        self._learnt = learnt or {}
        self._proposals: dict[tuple[str, str], tuple[Proposal, ...]] = {}
        self._named: dict[tuple[str, str, str, str], Title | None] = {}

    def find(
        self,
        text: str,
        recipient: str,
        date: str,
        *,
        level: str = "",
        codes: Codes = no_codes,
        answer: str = "",
    ) -> TitleFound:
        """Return the title that *text* names for a *recipient*, "" for any, on *date*.

        *level*: of whom decides, where a short name is shared; *codes* gives folded code to name,
        as the file lists them; *answer*: the choice of an earlier doubt.
        """
        if answer == AS_TEXT:
            return TitleFound(text=clean(text), is_answered=True)
        if answer.startswith(TITLE):
            chosen = self._by_id(answer.removeprefix(TITLE), recipient, date)
            return TitleFound(chosen, is_answered=chosen is not None)
        taught = self._learnt.get(fold(text), "")
        if taught == AS_TEXT:
            return TitleFound(text=clean(text))
        if taught and (known := self._by_id(taught, recipient, date)):
            return TitleFound(known)
        if found := self._called(text, recipient, date, level):
            return TitleFound(found)
        written = codes().get(fold(text), text)
        found = self._called(written, recipient, date, level)
        found = found or self._called(_spelled(written), recipient, date, level)
        doubt = None if found else self._unknown(text, written, recipient)
        return TitleFound(found, doubt=doubt)

    def recipients(self, text: str, date: str, codes: Codes = no_codes) -> set[str]:
        """Return the kinds of recipients that the title written as *text* is for."""
        kinds = ("person", *_COLLECTIVES)
        found = {kind for kind in kinds if self._called(text, kind, date, "")}
        found = found or {kind for kind in kinds if self._called(_spelled(text), kind, date, "")}
        if found or (name := codes().get(fold(text))) is None:
            return found
        return self.recipients(name, date)

    def _called(self, written: str, recipient: str, date: str, level: str) -> Title | None:
        """Return the title of that name under the law of *date*, else under any other.

        Whoever writes a question mark does not know the title.
        """
        if "?" in written:
            return None
        key = (written, recipient, date, level)
        if key not in self._named:
            kind, by_level = recipient or None, level or None
            find = self._book.find_title
            there = find(written, date, kind, by_level)
            self._named[key] = there or find(written, "", kind, by_level)
        return self._named[key]

    def _by_id(self, id: str, recipient: str, date: str) -> Title | None:
        kinds = (recipient,) if recipient else ("person", *_COLLECTIVES)
        return next(filter(None, (known_title(self._book, id, k, date) for k in kinds)), None)

    def _unknown(self, text: str, written: str, recipient: str) -> Doubt:
        near, about = self._near(written, recipient), f"{fold(text)} {recipient}"
        if "?" in written:
            reason = f"“{clean(text)}” còn để dấu hỏi."
            return Doubt(rule="title_unsure", reason=reason, about=about, proposals=near)
        if recipient and (other := self._book.find_title(written)):
            reason = f"“{other.name}” không dành cho loại đối tượng này."
            return Doubt(rule="title_recipient", reason=reason, about=about, proposals=near)
        return Doubt(
            rule="title",
            reason=f"“{clean(text)}” không có trong danh mục danh hiệu, hình thức khen thưởng.",
            about=about,
            proposals=(*near, _kept(text)),
        )

    def _near(self, text: str, recipient: str) -> tuple[Proposal, ...]:
        """Return the titles whose names are nearest to *text*, for *recipient* where it is told."""
        from rapidfuzz import fuzz, process

        key = (_spelled(text), recipient)
        if key not in self._proposals:
            names = dict(self._names(recipient))
            hits = process.extract(
                key[0], list(names), scorer=fuzz.WRatio, limit=20, score_cutoff=_ALIKE
            )
            near = dict.fromkeys(names[name] for name, _, _ in hits)
            self._proposals[key] = tuple(
                Proposal(name, TITLE + id) for id, name in list(near)[:_OFFERED]
            )
        return self._proposals[key]

    def _names(self, recipient: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Give each folded writing with id and name of its title, the later law's names last."""
        for pack in self._book.packs:
            for title in pack.titles:
                if recipient in ("", title.recipient):
                    for written in (title.name, title.abbreviation, *title.aliases):
                        if written:
                            yield fold(written), (title.id, title.name)


def level_of(authority: str) -> str:
    """Return the level of whom *authority* names as deciding, "" when its words do not say."""
    folded = fold(authority)
    return next((level for form, level in _LEVELS if re.search(form, folded)), "")


_LEVELS = (
    (r"chu tich nuoc|thu tuong|chinh phu|quoc hoi", "state"),
    (r"\bbo\b|bo truong|tong cuc", "ministry"),
    (r"\btinh\b|giam doc so|\bso\b", "province"),
    (r"\bhuyen\b|\bthi xa\b|\bquan\b|\bthanh pho\b", "district"),
    (r"\bxa\b|\bphuong\b|\bthi tran\b|\bdac khu\b", "commune"),
)


def codes_in(rows: Iterable[Sequence[str]], book: LawBook) -> dict[str, str]:
    """Return the codes of titles that *rows* list beside their names: folded code to name."""
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    for cells in rows:
        pairs = set(pairwise([text for text in cells if text])) - seen
        seen |= pairs
        for code, name in sorted(pairs):
            is_code = _CODE.fullmatch(code) and re.search(r"[^\W\d_]", code)
            if is_code and fold(code) not in found and book.find_title(name):
                found[fold(code)] = name
    return {code: name for code, name in found.items() if not book.find_title(code)}


def _spelled(text: str) -> str:
    """Return *text* folded, with the usual short words of titles written out."""
    return " ".join(_SHORT.get(word, word) for word in fold(text).split())


def _kept(text: str) -> Proposal:
    return Proposal(f"Giữ nguyên “{clean(text)}” (ngoài danh mục)", AS_TEXT)
