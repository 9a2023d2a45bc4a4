"""Ratings and awards of years in a row, the last one proposed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, Outcome, State
from thidua_desktop.domain.checking.look import Look, disciplined, not_supporting
from thidua_desktop.domain.checking.past import Past
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.law.conditions import AwardStreak, Rating, RatingStreak

RANKS = {"FAIL": 0, "DONE": 1, "GOOD": 2, "EXCELLENT": 3}


@dataclass(frozen=True, slots=True)
class Streak:
    """Years in a row, the last one proposed. *first*: how far back they go without a break."""

    years: tuple[int, ...]
    missing: tuple[int, ...]
    unknown: tuple[int, ...]
    first: int

    @property
    def state(self) -> State:
        """Say whether every year holds."""
        return FAILS if self.missing else UNKNOWN if self.unknown else HOLDS


def rating_streak_years(past: Past, condition: RatingStreak) -> Streak:
    """Return the years that *condition* looks at."""
    return _walk(past, condition.years, partial(_rating_state, past, condition))


def award_streak_years(past: Past, condition: AwardStreak) -> Streak:
    """Return the years that *condition* looks at."""
    return _walk(past, condition.years, partial(_award_state, past, condition.titles))


def rating(look: Look, condition: Rating) -> Outcome:
    """Weigh the rating of the year proposed."""
    year = look.case.year
    known, counts = look.case.ratings.get(year), look.past.counts(year)
    told = disciplined(look.past, [year])
    if counts is FAILS:
        return Outcome(FAILS, told, 1)
    if known is None:
        return Outcome(UNKNOWN, (no_rating(look, "rating", [year]), *told), 1)
    if RANKS[known.rating] >= RANKS[condition.at_least]:
        return Outcome(counts, told, int(counts is not HOLDS))
    message = (
        f"Xếp loại năm {year} là {words.rated(known.rating)}, cần "
        f"{words.level(condition.at_least)}."
    )
    found = look.finding(
        "error", "rating", condition.at_least, message, missing=[year], records=[known.uid]
    )
    return Outcome(FAILS, (found, *told), 1)


def rating_streak(look: Look, condition: RatingStreak) -> Outcome:
    """Weigh years in a row by their ratings."""
    streak = rating_streak_years(look.past, condition)
    lacking = len(streak.missing) + len(streak.unknown)
    if streak.state is HOLDS:
        known = look.case.ratings.get(look.case.year)
        by_rating = known is not None and RANKS[known.rating] >= RANKS[condition.at_least]
        titles = () if by_rating else condition.or_titles
        return Outcome(HOLDS, if_given(look, "rating_streak", titles))
    found: list[Finding] = []
    if streak.missing:
        found.append(_broken_ratings(look, condition, streak))
    found += _open_years(look, condition, streak)
    return Outcome(streak.state, (*found, *disciplined(look.past, streak.years)), lacking)


def award_streak(look: Look, condition: AwardStreak) -> Outcome:
    """Weigh one of the titles in each of the years."""
    past, titles = look.past, condition.titles
    streak = award_streak_years(past, condition)
    if streak.state is HOLDS:
        return Outcome(HOLDS, if_given(look, "award_streak", titles))
    within = [pair for pair in past.awards(titles) if pair[0].year in streak.years]
    uids = [award.uid for award, _ in within]
    name, subject = words.called(past.pack, titles), "+".join(titles)
    found = []
    if streak.missing:
        message = (
            f"Thiếu {name} {words.years(streak.missing)}; cần {condition.years} năm liên tục "
            f"{words.span(streak.years)}{_leave(look, streak)}."
        )
        found.append(
            look.finding(
                "error", "award_streak", subject, message, missing=streak.missing, records=uids
            )
        )
    lost = [year for year in streak.years if past.of_year(titles, year)]
    if doubtful := [year for year in streak.unknown if past.counts(year) is HOLDS]:
        found.append(unknown_kind(look, "award_streak", titles, doubtful))
    told = disciplined(past, lost) if lost else ()
    dropped = [award for award, counts in within if counts is FAILS]
    lacking = len(streak.missing) + len(streak.unknown)
    return Outcome(streak.state, (*found, *told, *not_supporting(look, dropped)), lacking)


# The states of single years


def _walk(past: Past, count: int, state_of: Callable[[int], State]) -> Streak:
    """Return the last *count* years; years of maternity leave neither break nor fill them."""
    case = past.case
    years: list[int] = []
    missing: list[int] = []
    unknown: list[int] = []
    year = case.year
    while len(years) < count:
        state = state_of(year)
        if state is HOLDS or year == case.year or year not in case.leave_years:
            years.append(year)
            if state is not HOLDS:
                (unknown if state is UNKNOWN else missing).append(year)
        year -= 1
    first = years[-1]
    # "At least so many years": older years count where they are known to go on.
    while not (missing or unknown) and (
        (holds := state_of(year) is HOLDS) or year in case.leave_years
    ):
        first = year if holds else first
        year -= 1
    return Streak(tuple(years), tuple(missing), tuple(unknown), first)


def _award_state(past: Past, titles: tuple[str, ...], year: int) -> State:
    states = [counts for _, counts in past.of_year(titles, year)]
    if past.proposed_too(titles, year):
        states.append(HOLDS)
    return min(max(states, default=FAILS), past.counts(year))


def _rating_state(past: Past, condition: RatingStreak, year: int) -> State:
    allowed = min(past.counts(year), _after(past, condition.after, year))
    if allowed is FAILS:
        return FAILS
    known = past.case.ratings.get(year)
    if known and RANKS[known.rating] >= RANKS[condition.at_least]:
        return allowed
    if condition.or_titles and (by_title := _award_state(past, condition.or_titles, year)):
        return min(allowed, by_title)
    return FAILS if known else UNKNOWN


def _after(past: Past, titles: tuple[str, ...], year: int) -> State:
    """Say whether *year* lies wholly after a decision on one of *titles*.

    Where none was received there is no limit: that it is missing is told by itself.
    """
    awards = [pair for pair in past.awards(titles) if pair[1] is not FAILS] if titles else []
    state = FAILS if awards else HOLDS
    for award, counts in awards:
        decided = int(award.decision_date[:4]) if award.decision_date else 0
        # The day of the decision not known: at the earliest in the year of the achievement
        # itself, as a rule in the next one at the latest.
        surely, perhaps = (decided, decided) if decided else (award.year + 1, award.year)
        if year > surely and counts is HOLDS:
            return HOLDS
        if year > perhaps:
            state = UNKNOWN
    return state


# What is told


def _broken_ratings(look: Look, condition: RatingStreak, streak: Streak) -> Finding:
    past, ratings = look.past, look.case.ratings
    early = [year for year in streak.missing if _after(past, condition.after, year) is FAILS]
    low = [
        year
        for year in streak.missing
        if year not in early and year >= past.first_year and year in ratings
    ]
    reasons = []
    if low:
        reasons.append(f"{words.years(low)} xếp loại thấp hơn")
    if early:
        reasons.append(
            f"{words.years(early)} không nằm trọn sau quyết định tặng "
            f"{_decided(look, condition.after)}"
        )
    why = f" ({'; '.join(reasons)})" if reasons else ""
    message = (
        f"Thiếu {words.years(streak.missing)} trong {condition.years} năm liên tục "
        f"{words.span(streak.years)} đạt {words.level(condition.at_least)}"
        f"{_leave(look, streak)}{why}."
    )
    uids = [ratings[year].uid for year in streak.years if year in ratings]
    uids += [award.uid for award, _ in past.awards(condition.after)]
    return look.finding(
        "error", "rating_streak", condition.at_least, message, missing=streak.missing, records=uids
    )


def _leave(look: Look, streak: Streak) -> str:
    """Return which years of maternity leave were passed over."""
    first, last = streak.years[-1], streak.years[0]
    passed = [y for y in look.case.leave_years if first < y < last and y not in streak.years]
    return f", không kể {words.years(passed)} nghỉ thai sản" if passed else ""


def _open_years(look: Look, condition: RatingStreak, streak: Streak) -> Iterator[Finding]:
    """Give what has to be known before the years of *streak* can be settled."""
    past = look.past
    unrated = [year for year in streak.unknown if year not in look.case.ratings]
    if unrated:
        yield no_rating(look, "rating_streak", unrated)
    undated = [year for year in streak.unknown if _after(past, condition.after, year) is UNKNOWN]
    if undated:
        message = (
            f"Chưa rõ {words.years(undated)} có nằm sau quyết định tặng "
            f"{_decided(look, condition.after)} hay không; cần ngày và loại hình của quyết định ấy."
        )
        uids = [award.uid for award, _ in past.awards(condition.after)]
        yield look.finding(
            "needs_review", "rating_streak", "after", message, missing=undated, records=uids
        )


def no_rating(look: Look, rule: str, years: Iterable[int]) -> Finding:
    """Return that the ratings of *years* are not known."""
    known = sorted(years)
    message = f"Chưa có xếp loại {words.years(known)}."
    return look.finding("needs_review", rule, "no_rating", message, missing=known)


def unknown_kind(look: Look, rule: str, titles: tuple[str, ...], years: Iterable[int]) -> Finding:
    """Return that the loai_hinh of awards of *years* is not known, which decides."""
    known = sorted(set(years))
    pairs = look.past.awards(titles)
    doubtful = [award for award, counts in pairs if award.year in known and counts is UNKNOWN]
    of_which = dict.fromkeys(award.title for award in doubtful)
    message = (
        f"Chưa rõ loại hình khen thưởng của {words.called(look.pack, of_which or titles)} "
        f"{words.years(known)}; chỉ khen công trạng mới được tính."
    )
    uids = [award.uid for award in doubtful]
    return look.finding("needs_review", rule, f"loai_hinh:{known[0]}", message, records=uids)


def if_given(look: Look, rule: str, titles: Sequence[str]) -> tuple[Finding, ...]:
    """Return a note where a title of the same year counts that is only proposed."""
    past, year = look.past, look.case.year
    proposed = [id for id in titles if id in look.case.proposed_too]
    if not past.proposed_too(proposed, year) or past.of_year(titles, year):
        return ()
    message = (
        f"Tính cả {words.called(look.pack, proposed)} năm {year} đang đề nghị cùng hồ sơ, "
        "nếu được tặng."
    )
    return (look.finding("note", rule, f"if_given:{'+'.join(proposed)}", message),)


def _decided(look: Look, titles: tuple[str, ...]) -> str:
    """Return the first decision on *titles* in words: "BK TTg ngày 30/12/2019"."""
    found = look.past.awards(titles)
    award = next(award for award, counts in found if counts is not FAILS)
    name = words.called(look.pack, [award.title])
    if not award.decision_date:
        return f"{name} năm {award.year}"
    part = {4: "năm", 7: "tháng"}.get(len(award.decision_date), "ngày")
    return f"{name} {part} {show_date(award.decision_date)}"
