"""What one person or unit brings, told in a few lines. Knows no file."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.merits import (
    DISCIPLINES,
    RATINGS_SHORT,
    SCOPES,
    Discipline,
    Initiative,
    OpenCase,
    Rating,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """All that one person or unit brings, and what stands against an award."""

    ratings: Sequence[Rating] = ()
    initiatives: Sequence[Initiative] = ()
    disciplines: Sequence[Discipline] = ()
    cases: Sequence[OpenCase] = ()

    def words(self) -> list[str]:
        """Return a line for each kind there is, the newest first."""
        rated = sorted(self.ratings, key=lambda one: one.year, reverse=True)
        written = sorted(self.initiatives, key=lambda one: one.year, reverse=True)
        lines = {
            "Xếp loại": [f"{one.year} {RATINGS_SHORT.get(one.rating, '')}" for one in rated],
            "Sáng kiến, đề tài": [
                f"{one.title} ({one.year}, {SCOPES.get(one.scope, '').lower()})" for one in written
            ],
            "Kỷ luật": [_discipline_words(one) for one in self.disciplines],
            "Vụ việc đang xem xét": [one.subject for one in self.cases if not one.closed],
        }
        return [f"{kind}: {'; '.join(told)}" for kind, told in lines.items() if told]


def _discipline_words(one: Discipline) -> str:
    until = f" đến {show_date(one.until)}" if one.until else ""
    return f"{DISCIPLINES.get(one.kind, one.kind)} từ {show_date(one.decision_date)}{until}"
