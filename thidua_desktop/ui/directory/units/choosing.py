"""Units to choose from while one types, and their names. Knows no form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import unit_suggestions
from thidua_desktop.ui.widgets.link_editor import LinkEditor
from thidua_desktop.ui.widgets.suggestions import Suggestion

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_UNKNOWN = "Hãy chọn một đơn vị trong danh sách gợi ý, hoặc để trống."


class ChoosingUnit:
    """Proposes units, those still at work first; its methods run off the window's thread."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def units(self, text: str) -> Sequence[Suggestion]:
        """Return units by their words."""
        return unit_suggestions(self._services, text)

    def name_of(self, uid: str) -> str:
        """Return the name of a unit, "" when it is gone."""
        found = self._services.units.rows([uid])
        return found[0].name if found else ""

    def editor(self, desk: Desk) -> LinkEditor:
        """Return an editor whose value is the uid of a unit."""
        return LinkEditor(self.units, self.name_of, desk, _UNKNOWN)
