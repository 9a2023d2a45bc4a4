"""Columns that lists of nominations and awards have alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.cells.kinds import CellSuggest
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class Honour(Protocol):
    """What rows of both lists have."""

    @property
    def uid(self) -> str:
        """The record's uid."""

    @property
    def name(self) -> str:
        """Who is honoured."""

    @property
    def recipient_kind(self) -> str:
        """A key of KINDS."""

    @property
    def position(self) -> str:
        """The post held then."""

    @property
    def unit(self) -> str:
        """The unit of then."""

    @property
    def title_text(self) -> str:
        """The title in words."""

    @property
    def level(self) -> str:
        """A key of LEVELS, or ""."""

    @property
    def year(self) -> int:
        """The year of achievement."""

    @property
    def loai_hinh(self) -> str:
        """A key of LOAI_HINH."""


def said(words: Mapping[str, str], value: str) -> str:
    """Return the words of *value*; what is not in the vocabulary stands as it is."""
    return words.get(value, value)


def by_row(
    services: "Services", propose: Callable[[Suggesting], Callable[[str], Sequence[Suggestion]]]
) -> CellSuggest:
    """Return proposals for a cell, for such a recipient and level as its row has."""

    def suggest(row: Any, text: str) -> Sequence[Suggestion]:
        suggesting = Suggesting(services)
        if row is not None:
            suggesting.kind = row.recipient_kind
            suggesting.level = row.level
            suggesting.date = getattr(row, "decision_date", "") or str(row.year or "")
        return propose(suggesting)(text)

    return suggest


class HonourColumns:
    """The columns, typed with proposals of *services*."""

    def __init__(self, services: "Services") -> None:
        names = by_row(services, lambda suggesting: suggesting.names)
        units = by_row(services, lambda suggesting: suggesting.units)
        titles = by_row(services, lambda suggesting: suggesting.titles)
        self.name: Column[Honour] = Column(
            "name",
            "Họ tên / Tập thể",
            lambda row: row.name,
            164,
            cell=kinds.line("recipient.name", names),
            frozen=True,
        )
        self.position: Column[Honour] = Column(
            "position",
            "Chức vụ",
            lambda row: row.position,
            92,
            cell=kinds.line("recipient.position"),
        )
        self.unit: Column[Honour] = Column(
            "unit",
            "Đơn vị",
            lambda row: row.unit,
            128,
            cell=kinds.line("recipient.unit_name", units),
        )
        self.title: Column[Honour] = Column(
            "title_text",
            "Danh hiệu, hình thức",
            lambda row: row.title_text,
            168,
            cell=kinds.line("title_text", titles),
        )
        self.year: Column[Honour] = Column(
            "year",
            "Năm",
            lambda row: str(row.year or ""),
            52,
            right=True,
            cell=kinds.number("year"),
            values="number",
        )
        self.level: Column[Honour] = Column(
            "level",
            "Cấp",
            lambda row: said(LEVELS, row.level),
            72,
            cell=kinds.choice("level", LEVELS),
            words=LEVELS,
        )
        self.loai: Column[Honour] = Column(
            "loai_hinh",
            "Loại hình",
            lambda row: said(LOAI_HINH, row.loai_hinh),
            120,
            cell=kinds.choice("loai_hinh", LOAI_HINH),
            words=LOAI_HINH,
        )
        self.kind: Column[Honour] = Column(
            "recipient_kind",
            "Đối tượng",
            lambda row: said(KINDS, row.recipient_kind),
            90,
            cell=kinds.choice("recipient.kind", KINDS),
            words=KINDS,
        )
