"""What the words above, between and below the rows of a list say. Knows no columns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import PurePath

from thidua_desktop.documents.reading.award_cells import (
    decision_in,
    kind_of_words,
    loai_hinh_in,
    period_in,
    year_in,
)
from thidua_desktop.documents.reading.list_values import Facts
from thidua_desktop.documents.reading.names import is_collective_name, is_person_name
from thidua_desktop.documents.reading.row_kinds import Look, bare_words, group_level, group_unit
from thidua_desktop.documents.reading.title_words import names_title, titles_in
from thidua_desktop.domain.text import fold

_NATIONAL = re.compile(r"cong hoa xa hoi chu nghia.*|doc lap ?[-–] ?tu do.*|[_*-]+")
_NUMBER_LINE = re.compile(r"so\s*[:.]?\s*\d*\s*/.*|so\s*:.*")
_LIST = re.compile(r"\b(?:danh sach|bang tong hop|bieu tong hop|tong hop|bang ke|so theo doi|so)\b")
_SENDER = re.compile(
    r"(?:tên\s+)?(?:đơn vị|cơ quan|trường)(?:\s+\w+){0,3}\s*:\s*(?P<name>\S.*)", re.I
)
_SCHOOL_YEAR = re.compile(r"\b(?:nam hoc|nien khoa)\b")
_DECISION = re.compile(r"\b(?:quyet dinh|qd)\b")
_PROPOSAL = re.compile(r"\b(?:to trinh|ttr|cong van|ke hoach)\b")
_OF_UNIT = re.compile(
    r"\b(?:của|tại)?\s*(?P<name>(?:trường|xã|phường|thị trấn|phòng)\s+.+?)"
    r"(?=\s*(?:,|;|\(|năm\b|đề nghị|$))",
    re.I,
)
_PARENT = re.compile(r"(?:ubnd|uy ban nhan dan|so|bo|phong (?:gd|giao duc)|dang bo|huyen uy)\b.*")
_KINDS = (("collective", "tap the"), ("household", "ho gia dinh"), ("person", "ca nhan"))


def facts_of(texts: Iterable[str]) -> Facts:
    """Return what the *texts* of title rows say of the list below; the last one said counts."""
    lines = [text for text in dict.fromkeys(texts) if text and not _is_formal(text)]
    facts = Facts(unit=_sender(lines))
    for line in lines:
        facts = _of_line(line).over(facts)
    return facts if facts.unit else replace(facts, unit=_unit_in_title(lines))


def named_by(file: str, sheet: str) -> Facts:
    """Return the title and the year that the names of a *sheet* and its *file* say, if one."""
    words = [re.sub(r"_+|(?<!\d)-|-(?!\d)", " ", name) for name in (PurePath(file).stem, sheet)]
    facts = facts_of(words)
    period = facts.period if _is_one_year(facts.period) else ""
    return Facts(title=facts.title, year=facts.year, period=period)


def group_facts(look: Look) -> Facts:
    """Return what a group row says of the rows below it."""
    words = bare_words(look.words)
    said = _of_line(words)
    kind = kind_of_words(words) or _kind_in(words)
    unit = "" if kind else group_unit(words)
    kind = "" if kind in ("commune", "village") else kind  # "Các xã" are collectives as well.
    if not unit and is_collective_name(words) and not names_title(words) and not kind:
        unit = "" if re.match(r"(?:tổ|nhóm|khối|cụm|các|lớp)\b", words, re.I) else words
    return replace(said, unit=unit, recipient_kind=kind)


class Groups:
    """The group rows that hold for the next row, the outer ones first."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Facts]] = []

    def enter(self, look: Look) -> None:
        """Take in a group row: it closes those of its own level and all inside them."""
        facts = group_facts(look)
        level = group_level(look) or _said(facts)
        levels = [name for name, _ in self._open]
        if level in levels:
            del self._open[levels.index(level) :]
        self._open.append((level, facts))

    @property
    def facts(self) -> Facts:
        """Return what all open groups say, inner words over outer ones."""
        merged = Facts()
        for _, facts in self._open:
            merged = facts.over(merged)
        return merged


def is_title_row(texts: Sequence[str]) -> bool:
    """Say whether the *texts* of a row begin a new heading: the national one, or "Danh sách …"."""
    folded = [fold(text) for text in texts]
    return any(
        _NATIONAL.fullmatch(text) or re.match(r"danh sach|bang tong hop|bieu\b|phu luc", text)
        for text in folded
    )


def signer_of(rows: Sequence[Sequence[str]]) -> str:
    """Return who signed: the last name, furthest to the right, in the *rows* of a signature."""
    for row in reversed(rows):
        names = [text for text in dict.fromkeys(row) if is_person_name(text)]
        if names and not any(is_collective_name(name) for name in names):
            return names[-1]
    return ""


def _of_line(line: str) -> Facts:
    folded = fold(line)
    titles = list(dict.fromkeys(titles_in(line)))
    is_decision = bool(_DECISION.search(folded)) and not _PROPOSAL.search(folded)
    decision = decision_in(line) if is_decision else None
    period = period_in(line)
    if _SCHOOL_YEAR.search(folded) and not _is_one_year(period):
        period = ""  # A school year "2023-2025" is a slip, and nobody knows of which year.
    return Facts(
        recipient_kind=_kind_in(line),
        title=titles[0] if len(titles) == 1 else "",
        loai_hinh=loai_hinh_in(line),
        year="" if period or is_decision else year_in(line),
        period=period,
        decision_number=decision.number if decision else "",
        decision_date=decision.date if decision else "",
        authority=decision.authority if decision else "",
    )


def _is_one_year(period: str) -> bool:
    first, _, last = period.partition("-")
    return bool(last) and int(last) - int(first) == 1


def _kind_in(text: str) -> str:
    """Return the kind of recipient that *text* speaks of, "" when of none or of several."""
    folded = re.sub(r"tap the (?:lao dong|ld)\b", "", fold(text))
    found = [kind for kind, words in _KINDS if words in folded]
    return found[0] if len(found) == 1 else ""


def _sender(lines: list[str]) -> str:
    """Return who sends the list: named after "Đơn vị:", else the last body of the heading."""
    for line in lines:
        if found := _SENDER.fullmatch(line):
            return found["name"].strip(" .")
    bodies = (line for line in lines[:4] if is_collective_name(line))
    heading = [line for line in bodies if not _LIST.search(fold(line))]
    own = [line for line in heading if not _PARENT.fullmatch(fold(line))] or heading
    return own[-1] if own else ""


def _unit_in_title(lines: list[str]) -> str:
    for line in lines:
        if _LIST.search(fold(line)) and (found := _OF_UNIT.search(line)):
            return found["name"].strip()
    return ""


def _is_formal(text: str) -> bool:
    folded = fold(text)
    return bool(_NATIONAL.fullmatch(folded) or _NUMBER_LINE.fullmatch(folded))


def _said(facts: Facts) -> str:
    """Return which fact an unnumbered group row tells, so that it closes others like it."""
    return next((f.name for f in fields(facts) if getattr(facts, f.name)), "")
