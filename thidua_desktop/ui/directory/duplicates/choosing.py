"""Two records to be compared, which the officer names. Knows no search."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from thidua_desktop.domain.errors import Problem
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.directory.merits.whose import Choosing
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.widgets.form import Field

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_LABELS = {"first": "Bản ghi thứ nhất", "second": "Bản ghi thứ hai"}


@dataclass(frozen=True, slots=True)
class Two:
    """The uids of two people, or of two units."""

    first: str | None = None
    second: str | None = None


def fields(services: "Services", table: str, desk: Desk) -> tuple[Field, ...]:
    """Return the fields in which two records of *table* are chosen."""
    editor = ChoosingUnit(services).editor if table == "unit" else Choosing(services).editor
    return tuple(
        Field(name, label, partial(editor, desk), needed=True) for name, label in _LABELS.items()
    )


def problems(two: Two) -> list[Problem]:
    """Return what stands in the way of comparing *two*."""
    found = [
        Problem(name, "Hãy gõ tên rồi chọn trong gợi ý.")
        for name in _LABELS
        if not getattr(two, name)
    ]
    if not found and two.first == two.second:
        found.append(Problem("second", "Đây là cùng một bản ghi."))
    return found
