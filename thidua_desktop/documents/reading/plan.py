"""A yearly plan out of a .txt, .md or .docx file: heading, prose, and tasks by quarter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.documents.reading.outline import outline
from thidua_desktop.documents.reading.papers import read_parts
from thidua_desktop.documents.reading.period import most_named_year, year_of
from thidua_desktop.documents.reading.source import Grid, Item
from thidua_desktop.documents.reading.tasks import ReadTask, read_tasks
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.markup import plain

TASKS_BODY = '<field name="plan_tasks"/>'
_NO_TABLE = (
    "Không tìm thấy bảng nhiệm vụ (các cột: TT, Nội dung nhiệm vụ, Đơn vị thực hiện); "
    "phần văn của kế hoạch vẫn được giữ đủ."
)


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as read: where its table of tasks stood, *blocks* hold the live table.

    *year* is 0 when the plan does not name it; *remarks* are sentences for the officer.
    """

    heading: Heading
    blocks: tuple[Block, ...]
    tasks: tuple[ReadTask, ...]
    year: int
    remarks: tuple[str, ...] = ()


def read_plan(path: Path) -> ReadPlan:
    """Return the plan in *path*. Raises OutsideError, Refused or BadFile with a sentence."""
    parts = read_parts(path)
    found = next(filter(None, map(_tasks_of, parts.body)), None)
    table, tasks, remarks = found or (None, (), (_NO_TABLE,))
    blocks = outline(parts.body)
    blocks = tuple(_live(blocks, parts.body, table))
    text = (plain(block.body) for block in blocks)
    year = year_of(parts.heading.subject, parts.heading.date, text) or most_named_year(
        task.body for task in tasks
    )
    return ReadPlan(parts.heading, blocks, tasks, year, (*parts.remarks, *remarks))


_Found = tuple[Grid, tuple[ReadTask, ...], tuple[str, ...]]


def _tasks_of(item: Item) -> _Found | None:
    if not isinstance(item, Grid) or (read := read_tasks(item)) is None:
        return None
    return item, *read


def _live(blocks: Iterable[Block], items: Iterable[Item], table: Grid | None) -> Iterator[Block]:
    for block, item in zip(blocks, items, strict=True):
        yield replace(block, body=TASKS_BODY) if item is table else block
