"""Tasks of one year's plan as tasks of another: their days, the years they name. Knows no file."""

import re
from dataclasses import dataclass, replace

from thidua_desktop.domain import markup
from thidua_desktop.domain.dates import first_day, last_day, quarter_end
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.plans import PlanTask, TaskUnit
from thidua_desktop.domain.text import fold

_YEAR = r"(?P<first>(?:19|20)\d\d)"
_SPOKEN = re.compile(
    rf"\b(?P<word>[Nn]ăm(?: học)?\s+){_YEAR}(?P<to>\s*[-–]\s*(?:19|20)\d\d)?(?![\d/])"
)
_OF_A_DAY = re.compile(r"ngày \d{1,2} tháng \d{1,2},?\s*$", re.IGNORECASE)
_ALONE = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d/]|\.\d)")


@dataclass(frozen=True, slots=True)
class Taken:
    """A task of the year before as it would stand in the new plan, with new uids.

    *source* is the task it comes from; *is_there*: the new plan has one of the same words in the
    same quarter; *old_years*: years up to the one before that its words still name.
    """

    source: PlanTask
    task: PlanTask
    units: tuple[TaskUnit, ...] = ()
    is_there: bool = False
    old_years: tuple[str, ...] = ()

    @property
    def is_usual(self) -> bool:
        """Say whether one would take it: it was not dropped, and is not there yet."""
        return self.source.state != "dropped" and not self.is_there


def taken(source: PlanTask, units: tuple[TaskUnit, ...], years: tuple[int, int]) -> Taken:
    """Return *source*, of the plan of the first of *years*, as a task of the plan of the second.

    Nothing of it is done or proved yet. A day is moved by as many years and kept within the
    task's quarter, whatever day of the week it falls on; one that was only the quarter's end is
    the quarter's end again. Years that the words speak of are moved too.
    """
    before, after = years
    due = quarter_end(after, source.quarter) if source.is_due_derived else ""
    task = replace(
        source,
        plan_uid="",
        body=moved_words(source.body, years),
        due=due or moved_day(source.due, years, source.quarter),
        state="todo",
        proof="",
        done_on="",
        uid=new_uid(),
    )
    parts = tuple(replace(unit, uid=new_uid(), task_uid=task.uid) for unit in units)
    return Taken(source, task, parts, old_years=_old_years(source.body, before))


def with_what_is_there(found: Taken, there: frozenset[tuple[int, str]]) -> Taken:
    """Return *found* marked when *there*, keys of the new plan's tasks, has its like."""
    return replace(found, is_there=key(found.task) in there)


def key(task: PlanTask) -> tuple[int, str]:
    """Return what two tasks have in common that say the same: quarter and words."""
    return task.quarter, " ".join(fold(markup.plain(task.body)).split())


def moved_day(day: str, years: tuple[int, int], quarter: int) -> str:
    """Return the whole date *day* moved by the distance of *years*, within *quarter* of the second.

    The 29th of February becomes the 28th where the year has none; "" stays "".
    """
    if not day:
        return ""
    before, after = years
    year, month, number = map(int, day.split("-"))
    year += after - before
    number = min(number, int(last_day(f"{year:04}-{month:02}")[-2:]))
    moved = f"{year:04}-{month:02}-{number:02}"
    first = first_day(f"{after:04}-{quarter * 3 - 2:02}")
    return min(max(moved, first), quarter_end(after, quarter))


def moved_words(body: str, years: tuple[int, int]) -> str:
    """Return *body* with the years it speaks of moved: "năm 2024", "năm học 2023-2024".

    Only the year of the plan and its neighbours are moved; not those of documents (98/2023/NĐ-CP)
    nor of whole dates (ngày 12 tháng 3 năm 2024), which stay what they were.
    """
    before, after = years

    def move(found: re.Match[str]) -> str:
        if not _is_moved(found, body, before):
            return found[0]
        first, to = int(found["first"]) + after - before, found["to"] or ""
        if to:
            to = f"{to[:-4]}{int(to[-4:]) + after - before}"
        return f"{found['word']}{first}{to}"

    return _SPOKEN.sub(move, body)


def _old_years(body: str, before: int) -> tuple[str, ...]:
    """Return the years near *before* that *body* names and `moved_words` leaves, in order."""
    rest = _SPOKEN.sub(lambda found: "" if _is_moved(found, body, before) else found[0], body)
    named = (found[0] for found in _ALONE.finditer(markup.plain(rest)))
    return tuple(dict.fromkeys(year for year in named if before - 1 <= int(year) <= before))


def _is_moved(found: re.Match[str], body: str, before: int) -> bool:
    is_near = abs(int(found["first"]) - before) <= 1
    return is_near and not _OF_A_DAY.search(body[: found.start()])
