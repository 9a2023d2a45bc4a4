"""Columns that lists of nominations and awards have alike."""

from collections.abc import Mapping
from typing import Protocol

from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.ui.widgets.rows_model import Column


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


NAME: Column[Honour] = Column("name", "Họ tên / Tập thể", lambda row: row.name, 180)
POSITION: Column[Honour] = Column("position", "Chức vụ", lambda row: row.position, 110)
UNIT: Column[Honour] = Column("unit", "Đơn vị", lambda row: row.unit, 160)
TITLE: Column[Honour] = Column(
    "title_text", "Danh hiệu, hình thức", lambda row: row.title_text, 230
)
YEAR: Column[Honour] = Column("year", "Năm", lambda row: str(row.year or ""), 56, right=True)
LEVEL: Column[Honour] = Column("level", "Cấp", lambda row: said(LEVELS, row.level), 72)
LOAI: Column[Honour] = Column(
    "loai_hinh", "Loại hình", lambda row: said(LOAI_HINH, row.loai_hinh), 120
)
KIND: Column[Honour] = Column(
    "recipient_kind", "Đối tượng", lambda row: said(KINDS, row.recipient_kind), 90
)
