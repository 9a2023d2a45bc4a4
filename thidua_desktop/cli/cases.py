"""A case for `thidua judge`, as its JSON file writes it: read strictly into the values of a check.

Whatever the file does not say is not known.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from thidua_desktop.domain.checking.answers import MATERNITY, facts_asked
from thidua_desktop.domain.checking.case import (
    Case,
    Fact,
    OpenMatter,
    OtherProposal,
    OwnInitiative,
    PastAward,
    Penalty,
    Statement,
    Strength,
    YearRating,
)
from thidua_desktop.domain.dates import DateError, parse_date
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.conditions import Launcher, Scope
from thidua_desktop.domain.law.reasons import reason
from thidua_desktop.domain.law.values import Level, LoaiHinhCode, RecipientKind

_MOST_BYTES = 4_000_000
_LONGEST = 300  # Letters of a reason; a key of the file may be as long as the file.
_COUNTED = ("total", "done_or_better", "disciplined")

_Year = Annotated[int, Meta(ge=1900, le=2100)]
_Count = Annotated[int, Meta(ge=0)]
_RatingCode = Literal["EXCELLENT", "GOOD", "DONE", "FAIL"]


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    """A part of a case; a key it does not know is refused."""


class _Award(_Part):
    title: str
    year: _Year
    loai_hinh: LoaiHinhCode | None = None
    level: Level | None = None
    decision_date: str | None = None
    nature: Literal["grant", "posthumous", "adjusted", "revoked"] | None = None


class _Work(_Part):
    scope: Scope
    year: _Year | None = None
    name: str = ""
    applied: bool | None = None
    used_for: tuple[str, ...] | None = None


class _Discipline(_Part):
    kind: str = ""
    until: str | None = None
    decision_date: str | None = None


class _Statement(_Part):
    by: Launcher | None = None
    scope: Scope | None = None
    years: _Count | None = None


class _Other(_Part):
    title: str
    year: _Year
    loai_hinh: LoaiHinhCode | None = None
    achievement: str = ""


class _File(_Part):
    law_date: str
    recipient: RecipientKind
    title: str
    year: _Year
    loai_hinh: LoaiHinhCode | None = None
    level: Level | None = None
    achievement: str = ""
    history: tuple[_Award, ...] | None = None
    ratings: dict[str, _RatingCode] | None = None
    initiatives: tuple[_Work, ...] | None = None
    research: tuple[_Work, ...] | None = None
    open_case: bool | None = None
    discipline: tuple[_Discipline, ...] | None = None
    members: dict[str, _Count | None] | None = None
    facts: dict[str, bool | int | tuple[_Year, ...] | _Statement | None] | None = None
    proposed_too: tuple[str, ...] | None = None
    others: tuple[_Other, ...] | None = None
    papers: tuple[str, ...] | None = None
    received: str | None = None
    submit_by: str | None = None


def read_case(path: Path, book: LawBook) -> tuple[str, Case]:
    """Return the date of the law and the case that *path* describes.

    Refused when the file is not there, is no JSON, or says what a case cannot say.
    """
    try:
        file = msgspec.json.decode(_bytes(path), type=_File)
        _check_titles(file, book)
        return parse_date(file.law_date), _case(file, book)
    except msgspec.ValidationError as wrong:
        raise _refused(path, reason(str(wrong))) from wrong
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise _refused(path, "tệp không đúng dạng JSON") from wrong
    except (DateError, _WrongError) as wrong:
        raise _refused(path, str(wrong).rstrip(".")) from wrong


class _WrongError(Exception):
    """The case says what cannot be; the text says what, in Vietnamese."""


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as wrong:
        raise Refused(
            f"Không mở được tệp “{path}”.", "", "Hãy xem lại tên tệp và quyền đọc."
        ) from wrong
    if len(content) > _MOST_BYTES:
        raise _refused(path, "tệp quá lớn, đây không phải một trường hợp")
    return content.removeprefix(b"\xef\xbb\xbf")


def _refused(path: Path, why: str) -> Refused:
    told = why if len(why) <= _LONGEST else f"{why[:_LONGEST]}…"
    return Refused(
        f"Không đọc được trường hợp trong “{path.name}”: {told}.",
        "",
        "Hãy sửa tệp rồi chạy lại; mẫu: thidua judge --help.",
    )


def _case(file: _File, book: LawBook) -> Case:
    """Return the values of a check that *file* stands for."""
    facts = file.facts or {}
    return Case(
        recipient=file.recipient,
        title=file.title,
        year=file.year,
        loai_hinh=file.loai_hinh or "",
        level=file.level or "",
        achievement=file.achievement,
        history=tuple(map(_award, file.history or ())),
        ratings={_year(key): YearRating(code) for key, code in (file.ratings or {}).items()},
        initiatives=_works(file),
        research_only=file.initiatives is None,
        discipline=None if file.discipline is None else tuple(map(_penalty, file.discipline)),
        open_matters=None if file.open_case is None else (OpenMatter(),) * file.open_case,
        members=None if file.members is None else _strength(file.members),
        facts=dict(_facts(facts, book)),
        leave_years=_leave(facts.get(MATERNITY)),
        proposed_too=file.proposed_too or (),
        others=tuple(map(_other, file.others or ())),
        papers=None if file.papers is None else frozenset(file.papers),
        received=_date(file.received),
        submit_by=_date(file.submit_by),
    )


def _award(award: _Award) -> PastAward:
    return PastAward(
        title=award.title,
        year=award.year,
        loai_hinh=award.loai_hinh or "",
        decision_date=_date(award.decision_date),
        is_cancelled=award.nature == "revoked",
    )


def _works(file: _File) -> tuple[OwnInitiative, ...] | None:
    """Return initiatives and research; who tells of initiatives alone has no research."""
    if file.initiatives is None and file.research is None:
        return None
    own = [_work(work, is_research=False) for work in file.initiatives or ()]
    return (*own, *(_work(work, is_research=True) for work in file.research or ()))


def _work(work: _Work, *, is_research: bool) -> OwnInitiative:
    return OwnInitiative(
        scope=work.scope,
        year=work.year or 0,
        is_research=is_research,
        is_applied=work.applied,
        used_for=work.used_for or (),
        name=work.name,
    )


def _penalty(discipline: _Discipline) -> Penalty:
    return Penalty(kind=discipline.kind, until=_date(discipline.until))


def _strength(members: dict[str, int | None]) -> Strength:
    held = {id: count for id, count in members.items() if id not in _COUNTED}
    return Strength(
        total=members.get("total"),
        holders={id: count for id, count in held.items() if count is not None},
        done_or_better=members.get("done_or_better"),
        disciplined=members.get("disciplined"),
    )


def _facts(facts: dict[str, Any], book: LawBook) -> Iterator[tuple[str, Fact]]:
    known = facts_asked(book.packs)
    for name, answer in facts.items():
        if name not in known:
            raise _WrongError(_unknown("facts", name, known))
        if isinstance(answer, tuple) and name != MATERNITY:
            raise _WrongError(f"“{name}” trong “facts” không phải danh sách năm")
        if isinstance(answer, _Statement):
            yield name, Statement(by=answer.by or "", scope=answer.scope or "", years=answer.years)
        elif answer is not None and not isinstance(answer, tuple):
            yield name, answer


def _leave(answer: Any) -> frozenset[int]:
    if answer is None:
        return frozenset()
    if not isinstance(answer, tuple):
        raise _WrongError(f"“{MATERNITY}” trong “facts” phải là danh sách năm, ví dụ [2022]")
    return frozenset(answer)


def _other(other: _Other) -> OtherProposal:
    return OtherProposal(
        title=other.title,
        year=other.year,
        loai_hinh=other.loai_hinh or "",
        achievement=other.achievement,
    )


def _year(key: str) -> int:
    if not (key.isascii() and key.isdigit() and len(key) == len("2024")):
        raise _WrongError(f"“{key}” trong “ratings” không phải năm")
    return int(key)


def _date(text: str | None) -> str:
    return parse_date(text) if text else ""


def _check_titles(file: _File, book: LawBook) -> None:
    """Raise _WrongError for an id that no law pack has."""
    known = {title.id for pack in book.packs for title in pack.titles}
    works = (*(file.initiatives or ()), *(file.research or ()))
    named: list[tuple[str, Iterable[str]]] = [
        ("title", [file.title]),
        ("history", [award.title for award in file.history or ()]),
        ("used_for", [id for work in works for id in work.used_for or ()]),
        ("members", set(file.members or ()) - set(_COUNTED)),
        ("proposed_too", file.proposed_too or ()),
        ("others", [other.title for other in file.others or ()]),
    ]
    for place, ids in named:
        for id in ids:
            if id not in known:
                raise _WrongError(_unknown(place, id, known))


def _unknown(place: str, name: str, known: Iterable[str]) -> str:
    near: Sequence[str] = get_close_matches(name, list(known), n=1)
    meant = f", có phải “{near[0]}”" if near else ""
    return f"“{name}” trong “{place}” không có trong danh mục{meant}"
