"""A paper: what every writer draws, heading, text, tables, closing. Knows neither PDF nor Word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from thidua_desktop.documents.sheets import Cell, Kind
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.heading import Heading


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its *width* in millimetres, and what its cells hold.

    Columns of width 0 share what the others leave, by what stands in them. *kind* is that of
    `sheets.SheetColumn`: it says how a number is written and where a cell stands.
    """

    title: str
    width: float = 0.0
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A bold row that names the rows below it ("I", "QUÝ I"); the last cell spans the rest."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A bold row that ends a table; the first cell spans the columns for which none is given."""

    cells: tuple[Cell, ...]


Row = Sequence[Cell] | GroupRow | TotalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table whose head is repeated on every page.

    A text cell is inline markup (`domain.markup`: a name with "&" or "<" is escaped before), its
    lines parted by line feeds. A plain row has one cell for each of *columns*. *size* is that of
    the letters in points.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    size: float = 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One formal paper, or one list that is printed as a paper.

    *title*: the document's title in its properties. *heading*: the frame of NĐ 30/2020/NĐ-CP and
    the closing; without number and symbol there is no "Số:" line, without place no place and
    date. *subtitle*: lines in italics under the subject ("(Kèm theo Quyết định số …)").
    *blocks*: the text in order; a table block whose body is `<field name="…"/>` stands for the
    table of that name in *tables*. *figures*: what live fields show now; a field not in it keeps
    its frozen words. *is_counted*: every page says "Trang 2/15" at its foot, as lists do, instead
    of the number alone at the top from page 2. *made*: the time in the properties; the same paper
    made at the same time gives the same bytes. *author*: whose paper it is in the properties.
    """

    title: str
    made: datetime
    heading: Heading | None = None
    subtitle: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    is_landscape: bool = False
    is_counted: bool = False
