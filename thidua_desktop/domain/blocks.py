"""Blocks of a paper's text: ordered headings, paragraphs, bullets, tables; where one stands."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from thidua_desktop.domain.identity import new_uid

BlockKind = Literal["heading", "paragraph", "bullet", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: a merge unit. *number* is text as printed ("1.1.", "II.", "-", "").

    *depth* 1 is "I.", 2 "1.", 3 "1.1."; 0 for text outside the numbering. *body* is inline markup
    (`markup`); a run-in heading is a heading whose body begins in bold and runs on.
    A table's body: rows by line feed, cells by tab, each cell inline markup, the first row the
    head; the body `<field name="plan_tasks"/>` is the live table of a plan's tasks.
    *owner_uid* is the report or plan it belongs to; *ordinal* orders it there.
    """

    owner_uid: str = ""
    ordinal: int = 0
    kind: BlockKind = "paragraph"
    depth: int = 0
    number: str = ""
    body: str = ""
    uid: str = field(default_factory=new_uid)


class Spot(NamedTuple):
    """Where a block, or a part of it, stands on paper: the *page* from 0, *top* and *height*.

    Both in points, *top* from the upper edge of the page.
    """

    page: int
    top: float
    height: float
