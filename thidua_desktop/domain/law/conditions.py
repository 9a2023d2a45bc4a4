"""Conditions of an award, as a rule of the law states them. Values only: nothing is judged here.

Years run up to the year proposed. *titles* are ids; any one of them serves. A condition names
facts, and says nothing of where they are kept.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

RatingCode = Literal["EXCELLENT", "GOOD", "DONE"]
Scope = Literal["unit", "commune", "district", "province", "ministry", "national"]
Launcher = Literal["unit", "district", "province", "ministry", "central_council", "prime_minister",
                   "president"]  # fmt: skip
TitleIds = Annotated[tuple[str, ...], Meta(min_length=1)]
Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1)]
Percent = Annotated[int, Meta(ge=1, le=100)]


class _Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True,
                 tag_field="kind"):  # fmt: skip
    """What every condition is: a frozen value that its *kind* names in the file."""


class AllOf(_Condition, tag="all", frozen=True, kw_only=True):
    """Every one of these."""

    of: Annotated[tuple["Condition", ...], Meta(min_length=1)]


class AnyOf(_Condition, tag="any", frozen=True, kw_only=True):
    """At least one of these."""

    of: Annotated[tuple["Condition", ...], Meta(min_length=2)]


class MeetsStandard(_Condition, tag="meets_standard", frozen=True, kw_only=True):
    """The standard of one of *titles* is met in the year proposed, awarded or not."""

    titles: TitleIds


class Rating(_Condition, tag="rating", frozen=True, kw_only=True):
    """The rating of the year proposed is at least *at_least*."""

    at_least: RatingCode


class RatingStreak(_Condition, tag="rating_streak", frozen=True, kw_only=True):
    """*years* in a row, the last one proposed, rated at least *at_least*.

    A year with one of *or_titles* counts as well. With *after* the years begin only after the
    decision on one of those titles. The counting conditions beside it look at the same years.
    """

    at_least: RatingCode
    years: Count
    or_titles: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class YearsInStreak(_Condition, tag="years_in_streak", frozen=True, kw_only=True):
    """Within the streak at least *years* are rated *at_least* or better."""

    at_least: RatingCode
    years: Count


class CountInStreak(_Condition, tag="count_in_streak", frozen=True, kw_only=True):
    """Within the streak one of *titles* was received at least *count* times, taken together."""

    titles: TitleIds
    count: Count


class AwardBefore(_Condition, tag="award_before", frozen=True, kw_only=True):
    """One of *titles* was received at any time before."""

    titles: TitleIds


class AwardStreak(_Condition, tag="award_streak", frozen=True, kw_only=True):
    """One of *titles* in each of *years* years in a row, the last one proposed."""

    titles: TitleIds
    years: Count


class Initiative(_Condition, tag="initiative", frozen=True, kw_only=True):
    """*count* initiatives whose effect was recognised at *scope* or wider."""

    scope: Scope
    count: Count = 1
    in_streak: bool = False


class Research(_Condition, tag="research", frozen=True, kw_only=True):
    """*count* pieces of research, accepted, and with *applied* put to use, at *scope* or wider."""

    scope: Scope
    count: Count = 1
    applied: bool = False
    in_streak: bool = False


class MemberShare(_Condition, tag="member_share", frozen=True, kw_only=True):
    """At least *percent* of the members hold *title*, or are rated *at_least*, in that year."""

    percent: Percent
    title: str = ""
    at_least: RatingCode | None = None


class MemberCount(_Condition, tag="member_count", frozen=True, kw_only=True):
    """At least *count* members hold *title* in that year."""

    title: str
    count: Count


class MembersDisciplined(_Condition, tag="members_disciplined", frozen=True, kw_only=True):
    """At most *at_most* members were disciplined in that year by *from_kind* or more."""

    from_kind: Literal["KHIEN_TRACH", "CANH_CAO"]
    at_most: Annotated[int, Meta(ge=0)]


class Measured(_Condition, tag="measured", frozen=True, kw_only=True):
    """A quantity of the recipient is at least *at_least*; *text* says which, for the officer."""

    fact: Literal["years_since_founding", "months_of_service", "days_posted"]
    at_least: Count
    text: Text


class Stated(_Condition, tag="stated", frozen=True, kw_only=True):
    """A fact that the officer states, unknown until then; *text* puts it to them.

    *by* says who led or launched what it speaks of, *scope* how far it reached. *only_if_stated*:
    silence means no, for what hardly anyone brings forward.
    """

    fact: Literal[
        "bloc_leader", "best_of_leaders", "targets_exceeded", "movement_leader", "movement",
        "sudden_feat", "contribution", "worker_or_farmer", "worker_initiative", "farmer_model",
        "political_task", "long_service", "combat_ingenuity", "frame_criteria", "not_excluded",
        "flags_not_open", "fell_on_duty",
    ]  # fmt: skip
    text: Text
    by: tuple[Launcher, ...] = ()
    scope: Scope | None = None
    years: Annotated[int, Meta(ge=0)] = 0
    only_if_stated: bool = False


class Judgement(_Condition, tag="judgement", frozen=True, kw_only=True):
    """What only people can judge: a note that never changes a verdict."""

    text: Text


Condition = (
    AllOf
    | AnyOf
    | MeetsStandard
    | Rating
    | RatingStreak
    | YearsInStreak
    | CountInStreak
    | AwardBefore
    | AwardStreak
    | Initiative
    | Research
    | MemberShare
    | MemberCount
    | MembersDisciplined
    | Measured
    | Stated
    | Judgement
)


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Give *condition* and every one inside it, at any depth."""
    yield condition
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.of:
            yield from parts_of(part)


def titles_named(condition: Condition) -> set[str]:
    """Return the ids of every title that *condition* speaks of, at any depth."""
    return set().union(*map(_own_titles, parts_of(condition)))


def _own_titles(condition: Condition) -> set[str]:
    match condition:
        case RatingStreak():
            return {*condition.or_titles, *condition.after}
        case MeetsStandard() | CountInStreak() | AwardBefore() | AwardStreak():
            return set(condition.titles)
        case MemberShare() | MemberCount():
            return {condition.title} - {""}
        case _:
            return set()
