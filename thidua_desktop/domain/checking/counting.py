"""Awards and ratings counted within a period, and awards received at any time before."""

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.case import PastAward
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, Outcome
from thidua_desktop.domain.checking.look import Look, not_supporting
from thidua_desktop.domain.checking.past import Past
from thidua_desktop.domain.checking.streaks import RANKS, if_given, no_rating, unknown_kind
from thidua_desktop.domain.law.conditions import AwardBefore, CountInStreak, YearsInStreak


def years_in_streak(look: Look, condition: YearsInStreak) -> Outcome:
    """Weigh how many years of the period are rated so high."""
    case, wanted = look.case, RANKS[condition.at_least]
    years = range(look.first_year, case.year + 1)
    known = [year for year in years if year in case.ratings]
    held = [year for year in known if RANKS[case.ratings[year].rating] >= wanted]
    short = condition.years - len(held)
    if short <= 0:
        return Outcome(HOLDS)
    unknown = [year for year in years if year not in case.ratings]
    if len(unknown) >= short:
        return Outcome(UNKNOWN, (no_rating(look, "years_in_streak", unknown),), short)
    rated, span = words.rated(condition.at_least), words.span(years)
    message = f"Mới có {len(held)}/{condition.years} năm {rated} trong thời gian {span}."
    if not held:
        message = f"Chưa có năm nào {rated} trong thời gian {span}; cần {condition.years} năm."
    uids = [case.ratings[year].uid for year in known]
    subject = f"{condition.at_least}:{len(held)}"
    found = look.finding("error", "years_in_streak", subject, message, records=uids)
    return Outcome(FAILS, (found,), short)


def count_in_streak(look: Look, condition: CountInStreak) -> Outcome:
    """Weigh how often the titles were received within the period, taken together."""
    past, titles, wanted = look.past, condition.titles, condition.count
    years = range(look.first_year, look.case.year + 1)
    within = [pair for pair in past.awards(titles) if pair[0].year in years]
    sure = [award for award, counts in within if counts is HOLDS]
    have = len({_once(past, award) for award in sure})
    if have >= wanted:
        return Outcome(HOLDS)
    # A title of the same year counts if it is given, but not beside itself.
    open_titles = [id for id in titles if not past.of_year([id], look.case.year)]
    if have + 1 >= wanted and past.proposed_too(open_titles, look.case.year):
        return Outcome(HOLDS, if_given(look, "count_in_streak", open_titles))
    doubtful = [award for award, counts in within if counts is UNKNOWN]
    short = wanted - have
    if len(doubtful) >= short:
        known_years = [award.year for award in doubtful]
        told = unknown_kind(look, "count_in_streak", titles, known_years)
        return Outcome(UNKNOWN, (told,), short)
    name, span = words.called(past.pack, titles), words.span(years)
    message = f"Mới có {have}/{wanted} lần {name} trong thời gian {span}."
    if not have:
        message = f"Chưa có {name} trong thời gian {span}; cần {wanted} lần."
    found = look.finding(
        "error", "count_in_streak", f"{'+'.join(titles)}:{have}", message,
        records=[award.uid for award in sure],
    )  # fmt: skip
    dropped = [award for award, counts in within if counts is FAILS]
    return Outcome(FAILS, (found, *not_supporting(look, dropped)), short)


def award_before(look: Look, condition: AwardBefore) -> Outcome:
    """Weigh whether one of the titles was received at any time before."""
    found = look.past.awards(condition.titles)
    if any(counts is HOLDS for _, counts in found):
        return Outcome(HOLDS)
    doubtful = [award.year for award, counts in found if counts is UNKNOWN]
    if doubtful:
        told = unknown_kind(look, "award_before", condition.titles, doubtful)
        return Outcome(UNKNOWN, (told,), 1)
    name = words.called(look.pack, condition.titles)
    missing = look.finding(
        "error", "award_before", "+".join(condition.titles), f"Chưa có {name} trước đó."
    )
    return Outcome(FAILS, (missing, *not_supporting(look, [award for award, _ in found])), 1)


def _once(past: Past, award: PastAward) -> tuple[str, int, str]:
    """Return what tells two awards of a title apart: a title of emulation is given once a year."""
    is_yearly = past.pack.supports_merit(award.title, "")
    return award.title, award.year, "" if is_yearly else award.decision_date
