"""Live figures of a report: what a field's name counts, in words and in numbers.

A name is read by dots: `awards.<level>[.<title id>].<person|collective|household>` counts the rows
of the register by the date of their decision, revoked ones left out; `council.<members|chairs|
vice_chairs|standing_vice_chairs|others|secretaries>` counts who sits at the period's end;
`units.<kind>` counts units there at the period's end; `plan.tasks[.<state>|.q<1-4>]` counts the
year's tasks. Without a level, `awards.<person|…>` counts all levels. Knows no SQL and no paper.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thidua_desktop.domain import plans, units
from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.recipients import LEVELS, PERSON_KINDS

GROUPS: Mapping[str, str] = MappingProxyType(
    {"person": "lượt cá nhân", "collective": "lượt tập thể", "household": "lượt hộ gia đình"}
)
SEATS: Mapping[str, str] = MappingProxyType(
    {
        "members": "thành viên Hội đồng",
        "chairs": "Chủ tịch Hội đồng",
        "vice_chairs": "Phó Chủ tịch Hội đồng, kể cả Thường trực",
        "standing_vice_chairs": "Phó Chủ tịch Thường trực Hội đồng",
        "others": "Ủy viên Hội đồng",
        "secretaries": "Thư ký Hội đồng",
    }
)
_SEAT_ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "chairs": frozenset({"chair"}),
        "vice_chairs": frozenset({"first_vice_chair", "vice_chair", "standing_vice_chair"}),
        "standing_vice_chairs": frozenset({"standing_vice_chair"}),
        "others": frozenset({"member"}),
    }
)
_QUARTERS: Mapping[str, int] = MappingProxyType({"q1": 1, "q2": 2, "q3": 3, "q4": 4})
_REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Period:
    """The days a report counts, whole dates, both counted."""

    first: str
    last: str

    @property
    def words(self) -> str:
        """Return the days in words."""
        return f"từ ngày {show_date(self.first)} đến ngày {show_date(self.last)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """What one field counts. *subject*: awards, council, units or plan; the rest narrow it."""

    subject: str
    level: str = ""
    title: str = ""
    group: str = ""
    part: str = ""

    def counts(self, row: AwardRow) -> bool:
        """Say whether this figure of the register counts *row*."""
        return (
            row.nature != _REVOKED
            and self.group == group_of(row.recipient_kind)
            and self.level in ("", row.level)
            and self.title in ("", row.title)
        )

    def seats(self, role: str, *, is_secretary: bool) -> bool:
        """Say whether this figure of the council counts a member of that role."""
        if self.part == "secretaries":
            return is_secretary
        return self.part == "members" or role in _SEAT_ROLES[self.part]

    def has_task(self, quarter: int, state: str) -> bool:
        """Say whether this figure of the plan counts a task."""
        return self.part in ("", state) or _QUARTERS.get(self.part) == quarter


def read_figure(name: str) -> Figure | None:
    """Return what the field *name* counts; None when it is no name of a figure."""
    subject, *parts = name.split(".")
    readers = {"awards": _awards, "council": _council, "units": _units, "plan": _plan}
    return readers[subject](parts) if subject in readers else None


def words_of(figure: Figure, period: Period, title_name: Callable[[str], str]) -> str:
    """Return in words what *figure* counts; *title_name* gives the name of a title's id."""
    if figure.subject == "council":
        return f"Số {SEATS[figure.part]} vào ngày {show_date(period.last)}"
    if figure.subject == "units":
        return f"Số đơn vị loại “{units.KINDS[figure.part]}” vào ngày {show_date(period.last)}"
    if figure.subject == "plan":
        return f"Số nhiệm vụ{_which_tasks(figure.part)} của kế hoạch năm {period.last[:4]}"
    level = f" cấp {_level_words(figure.level)}" if figure.level else ""
    title = f", “{title_name(figure.title)}”" if figure.title else ""
    return f"Số {GROUPS[figure.group]} được khen{level}{title}, theo ngày quyết định {period.words}"


def group_of(recipient_kind: str) -> str:
    """Return person, household or collective; enterprises, communes, villages are collectives."""
    if recipient_kind in PERSON_KINDS:
        return "person"
    return "household" if recipient_kind == "household" else "collective"


def tally(rows: Iterable[AwardRow], figures: Mapping[str, Figure]) -> dict[str, int]:
    """Return how many of *rows* each of *figures* counts, going through them once."""
    found: dict[tuple[str, str, str], int] = {}
    for row in rows:
        if row.nature != _REVOKED:
            key = (row.level, row.title, group_of(row.recipient_kind))
            found[key] = found.get(key, 0) + 1
    return {name: _sum(found, figure) for name, figure in figures.items()}


def _sum(found: Mapping[tuple[str, str, str], int], figure: Figure) -> int:
    return sum(
        count
        for (level, title, group), count in found.items()
        if group == figure.group and figure.level in ("", level) and figure.title in ("", title)
    )


def _level_words(level: str) -> str:
    """Return a level as it stands inside a sentence: "tỉnh", but "Nhà nước"."""
    words = LEVELS[level]
    return words if " " in words else words.lower()


def _awards(parts: list[str]) -> Figure | None:
    *place, group = parts or [""]
    level = place[0] if place else ""
    title = place[1] if len(place) > 1 else ""
    is_known = group in GROUPS and len(place) <= 2 and (not place or level in LEVELS)
    return Figure("awards", level=level, title=title, group=group) if is_known else None


def _council(parts: list[str]) -> Figure | None:
    return Figure("council", part=parts[0]) if len(parts) == 1 and parts[0] in SEATS else None


def _units(parts: list[str]) -> Figure | None:
    return Figure("units", part=parts[0]) if len(parts) == 1 and parts[0] in units.KINDS else None


def _plan(parts: list[str]) -> Figure | None:
    part = parts[1] if len(parts) == 2 else ""
    is_known = part == "" or part in plans.TASK_STATES or part in _QUARTERS
    if parts[:1] != ["tasks"] or len(parts) > 2 or not is_known:
        return None
    return Figure("plan", part=part)


def _which_tasks(part: str) -> str:
    if part in _QUARTERS:
        return f" quý {_QUARTERS[part]}"
    return f" “{plans.TASK_STATES[part]}”" if part else ""
