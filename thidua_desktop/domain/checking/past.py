"""What a recipient has received, put in order for counting: which awards and years count."""

from collections.abc import Iterable

from thidua_desktop.domain.checking.case import Case, PastAward, Penalty
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, State
from thidua_desktop.domain.dates import last_day
from thidua_desktop.domain.law.pack import LawPack

_SUPPORTS = {True: HOLDS, False: FAILS, None: UNKNOWN}


class Past:
    """The awards of a case by title, oldest first, and the years whose results count."""

    def __init__(self, pack: LawPack, case: Case) -> None:
        self.pack = pack
        self.case = case
        self._awards: dict[str, list[tuple[PastAward, State]]] = {}
        for award in case.history:
            if award.year <= case.year and not award.is_cancelled:
                counts = _SUPPORTS[pack.supports_merit(award.title, award.loai_hinh)]
                self._awards.setdefault(award.title, []).append((award, counts))
        is_reckoned = pack.general_rule("after_discipline") is not None
        self._penalties = (case.discipline or ()) if is_reckoned else ()
        self._is_open = not all(one.until for one in self._penalties)
        ends = (_first_year(one) for one in self._penalties if one.until)
        self.first_year = max(ends, default=0)

    def awards(self, titles: Iterable[str]) -> list[tuple[PastAward, State]]:
        """Return the awards of *titles*, oldest first, and whether each supports a proposal."""
        found = [pair for title in dict.fromkeys(titles) for pair in self._awards.get(title, ())]
        return sorted(found, key=lambda pair: by_age(pair[0]))

    def of_year(self, titles: Iterable[str], year: int) -> list[tuple[PastAward, State]]:
        """Return those of *titles* for the achievement of *year*."""
        return [pair for pair in self.awards(titles) if pair[0].year == year]

    def proposed_too(self, titles: Iterable[str], year: int) -> bool:
        """Say whether one of *titles* of that same year is proposed in the same dossier.

        Only titles of emulation: what is only proposed has no effect otherwise.
        """
        proposed = self.case.proposed_too
        if not proposed or year != self.case.year:
            return False
        return any(id in proposed and self.pack.supports_merit(id, "") for id in titles)

    def counts(self, year: int) -> State:
        """Say whether results of *year* count: after discipline only those since its end do."""
        if year < self.first_year:
            return FAILS
        return UNKNOWN if self._is_open else HOLDS

    def penalties(self, years: Iterable[int]) -> tuple[Penalty, ...]:
        """Return the measures because of which one of *years* does not count."""
        first = min(years, default=self.case.year)
        return tuple(
            one for one in self.case.discipline or () if not one.until or _first_year(one) > first
        )


def by_age(award: PastAward) -> tuple[int, str, str, str]:
    """Order awards: the oldest first."""
    return award.year, award.decision_date, award.title, award.uid


def _first_year(penalty: Penalty) -> int:
    """Return the first year that begins after the end of the measure."""
    return int(last_day(penalty.until)[:4]) + 1
