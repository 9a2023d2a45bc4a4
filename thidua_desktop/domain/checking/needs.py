"""What has to be gathered before cases for a title can be judged. Gathers nothing itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.law.conditions import (
    AwardStreak,
    Condition,
    Initiative,
    Measured,
    MeetsStandard,
    MemberCount,
    MembersDisciplined,
    MemberShare,
    Rating,
    RatingStreak,
    Research,
    Stated,
    YearsInStreak,
    parts_of,
    titles_named,
)
from thidua_desktop.domain.law.pack import LawPack


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What the rule of a title looks at; *has_rule* False: nothing can be judged.

    *titles*: awards of these at any time. *years*: how many years back ratings are looked at, at
    least; longer streaks count too. The rest: whether such records decide at all.
    """

    has_rule: bool
    titles: frozenset[str]
    years: int
    ratings: bool
    initiatives: bool
    members: bool
    facts: bool


def needs_of(pack: LawPack, title: str, recipient: str, loai_hinh: str = "CONG_TRANG") -> Needs:
    """Return what the rule for *title* looks at, when proposed as *loai_hinh*."""
    parts = list(_parts(pack, title, recipient, loai_hinh))
    streaks = [part.years for part in parts if isinstance(part, RatingStreak | AwardStreak)]
    return Needs(
        has_rule=bool(parts),
        titles=frozenset[str]().union({title}, *map(titles_named, parts)),
        years=max(streaks, default=1),
        ratings=_has(parts, Rating | RatingStreak | YearsInStreak),
        initiatives=_has(parts, Initiative | Research),
        members=_has(parts, MemberShare | MemberCount | MembersDisciplined),
        facts=_has(parts, Stated | Measured),
    )


def _has(parts: list[Condition], kinds: UnionType | type) -> bool:
    return any(isinstance(part, kinds) for part in parts)


def _parts(pack: LawPack, title: str, recipient: str, loai_hinh: str) -> Iterator[Condition]:
    """Give every condition of the rule, with those of the standards it rests on."""
    rule = words.rule_of(pack, title, recipient)
    for path in rule.paths if rule else ():
        if loai_hinh == "CONG_TRANG" and not path.accumulated:
            continue
        for part in (part for need in path.needs for part in parts_of(need)):
            yield part
            if isinstance(part, MeetsStandard):
                for standard in part.titles:
                    yield from _parts(pack, standard, recipient, loai_hinh)
