"""Whose a record is, person or unit: the columns and fields in which that is typed and chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.listing import Query
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.link_editor import LinkEditor
from thidua_desktop.ui.widgets.rows_model import Column
from thidua_desktop.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_MOST = 30
_UNKNOWN = "Hãy chọn một người trong danh sách gợi ý, hoặc để trống."


class OfSomeone(Protocol):
    """A row that is of a person, with their unit, or of a unit itself."""

    @property
    def uid(self) -> str:
        """The record's uid."""

    @property
    def full_name(self) -> str:
        """The person, "" where the unit itself is meant."""

    @property
    def unit(self) -> str:
        """The unit, or that of the person."""


class Choosing:
    """Proposes people and units; its methods run off the window's thread."""

    def __init__(self, services: "Services") -> None:
        self._services = services
        self.unit = ChoosingUnit(services)

    def people(self, text: str) -> Sequence[Suggestion]:
        """Return people by their words, each with what tells namesakes apart."""
        people = self._services.people
        return [
            Suggestion(row.full_name, _about(row.birth, row.position, row.unit), row.uid)
            for row in people.rows(people.find(Query(text=text))[:_MOST])
        ]

    def name_of(self, uid: str) -> str:
        """Return the name of a person, "" when gone."""
        found = self._services.people.rows([uid])
        return found[0].full_name if found else ""

    def editor(self, desk: Desk) -> LinkEditor:
        """Return an editor whose value is the uid of a person."""
        return LinkEditor(self.people, self.name_of, desk, _UNKNOWN)

    def units_of(self, people: Sequence[str]) -> dict[str, str]:
        """Return by uid the unit of each of *people*."""
        return {row.uid: row.unit for row in self._services.people.rows(people)}

    def columns(self) -> tuple[Column[OfSomeone], Column[OfSomeone]]:
        """Return the columns of the person and the unit."""
        return (
            Column(
                "full_name",
                "Họ và tên",
                lambda row: row.full_name,
                140,
                cell=kinds.line("person_uid", lambda _row, text: self.people(text)),
                frozen=True,
            ),
            Column(
                "unit",
                "Đơn vị, tập thể",
                lambda row: row.unit,
                160,
                cell=kinds.line("unit_uid", lambda _row, text: self.unit.units(text)),
            ),
        )

    def fields(self, desk: Desk) -> tuple[Field, Field]:
        """Return the fields of the person and the unit."""
        return (
            Field(
                "person_uid",
                "Cá nhân",
                lambda: self.editor(desk),
                "Của ai",
                tip="Gõ tên rồi chọn trong gợi ý",
            ),
            Field(
                "unit_uid",
                "Tập thể",
                lambda: self.unit.editor(desk),
                tip="Chỉ ghi khi là của cả tập thể",
            ),
        )


def who(row: OfSomeone) -> str:
    """Return whose a row is, in words."""
    return row.full_name or row.unit


def _about(birth: str, position: str, unit: str) -> str:
    born = f"sinh {show_date(birth)}" if birth else ""
    return ", ".join(filter(None, (position, unit, born)))
