"""Weighs one path of a rule: each condition by its kind, then all of them together."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.checking import answers, collectives, counting, own_work, streaks, words
from thidua_desktop.domain.checking.asking import asked
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.logic import HOLDS, UNKNOWN, Outcome, all_of, any_of
from thidua_desktop.domain.checking.look import Look, disciplined
from thidua_desktop.domain.checking.past import Past
from thidua_desktop.domain.law.conditions import (
    AllOf,
    AnyOf,
    AwardBefore,
    AwardStreak,
    Condition,
    CountInStreak,
    Initiative,
    Judgement,
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
)
from thidua_desktop.domain.law.values import Path


def weigh_path(past: Past, path: Path) -> Outcome:
    """Return how the conditions of *path* come out together."""
    look = Look(past, path, _first_year(past, path))
    outcome = all_of([_weigh(look, need) for need in path.needs])
    year = past.case.year
    if outcome.state is HOLDS and past.counts(year) is not HOLDS:
        # No condition looked at years: whether the feat came after the discipline is open.
        told = (replace(each, severity="needs_review") for each in disciplined(past, [year]))
        return Outcome(UNKNOWN, (*outcome.findings, *told), 1)
    return outcome


def _weigh(look: Look, condition: Condition) -> Outcome:
    return WEIGHED[type(condition)](look, condition)


def _all(look: Look, condition: AllOf) -> Outcome:
    return all_of([_weigh(look, part) for part in condition.of])


def _any(look: Look, condition: AnyOf) -> Outcome:
    outcomes = [_weigh(look, part) for part in condition.of]
    if any(outcome.state is HOLDS for outcome in outcomes):
        return any_of(outcomes, ())
    return any_of(outcomes, [asked(look.pack, part) for part in condition.of])


def _meets_standard(look: Look, condition: MeetsStandard) -> Outcome:
    """Weigh the rules of the titles; one that was received in the year meets its own standard."""
    past, year = look.past, look.case.year
    if past.of_year(condition.titles, year):
        return Outcome(HOLDS)
    outcomes = list(_standards(past, condition))
    if not outcomes:
        name = words.called(look.pack, condition.titles)
        message = f"Cần xem tiêu chuẩn {name} năm {year}: chương trình không có điều kiện."
        subject = "+".join(condition.titles)
        told = look.finding("needs_review", "meets_standard", subject, message)
        return Outcome(UNKNOWN, (told,), 1)
    best = any_of(outcomes, ())
    note = () if past.proposed_too(condition.titles, year) else (_not_yet(look, condition),)
    return Outcome(best.state, (*best.findings, *note), best.lacking)


def _standards(past: Past, condition: MeetsStandard) -> Iterator[Outcome]:
    """Give how each path of the rules of the titles comes out, told as their standard."""
    for title in condition.titles:
        rule = words.rule_of(past.pack, title, past.case.recipient)
        name = words.called(past.pack, [title])
        for path in rule.paths if rule else ():
            outcome = weigh_path(past, path)
            told = (
                each
                if each.rule in ("judgement", "discipline")
                else replace(each, message=f"Tiêu chuẩn {name}: {words.inside(each.message)}.")
                for each in outcome.findings
            )
            yield replace(outcome, findings=tuple(told))


def _not_yet(look: Look, condition: MeetsStandard) -> Finding:
    name = words.called(look.pack, condition.titles[:1])
    message = (
        f"Chưa thấy {name} năm {look.case.year} trong lịch sử khen thưởng và trong hồ sơ này; "
        f"chỉ cần đạt tiêu chuẩn {name}."
    )
    return look.finding("note", "meets_standard", condition.titles[0], message)


def _first_year(past: Past, path: Path) -> int:
    """Return the first year of the period that *path* looks at."""
    for need in path.needs:
        if isinstance(need, RatingStreak):
            return streaks.rating_streak_years(past, need).first
        if isinstance(need, AwardStreak):
            return streaks.award_streak_years(past, need).first
    return past.case.year


WEIGHED: dict[type, Callable[[Look, Any], Outcome]] = {
    AllOf: _all,
    AnyOf: _any,
    MeetsStandard: _meets_standard,
    Rating: streaks.rating,
    RatingStreak: streaks.rating_streak,
    YearsInStreak: counting.years_in_streak,
    CountInStreak: counting.count_in_streak,
    AwardBefore: counting.award_before,
    AwardStreak: streaks.award_streak,
    Initiative: own_work.own_work,
    Research: own_work.own_work,
    MemberShare: collectives.member_share,
    MemberCount: collectives.member_count,
    MembersDisciplined: collectives.members_disciplined,
    Measured: answers.measured,
    Stated: answers.stated,
    Judgement: answers.judgement,
}
"""How each kind of condition is weighed."""
