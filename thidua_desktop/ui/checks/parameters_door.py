"""Opens the office's own numbers from any tab, and has them kept."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import RuleError
from thidua_desktop.services.parameters import Parameter, Written
from thidua_desktop.ui.checks.parameters_dialog import ParametersDialog
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.offer import Offer
from thidua_desktop.ui.widgets.reading_only import why_not

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services


class ParametersDoor(QObject):
    """The numbers of one open file."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk

    def offers(self) -> Mapping[str, Offer]:
        """Return the command that is answered here."""
        return {"parameters": Offer(self.begin, why_not(self._services.file.is_read_only))}

    def begin(self) -> None:
        """Read the numbers and ask for them."""
        parameters = self._services.parameters
        job = self._desk.read(lambda: (parameters.all(), parameters.written()))
        job.succeeded.connect(self._ask)

    def _ask(self, found: tuple[Sequence[Parameter], Written]) -> None:
        dialog = ParametersDialog(*found, self._desk.look)
        dialog.keep_asked.connect(lambda wanted: self._keep(dialog, wanted))
        self._desk.prompts.run(dialog)
        dialog.deleteLater()

    def _keep(self, dialog: ParametersDialog, wanted: Written) -> None:
        parameters = self._services.parameters
        job = self._desk.write(lambda: parameters.keep(wanted))
        job.on(RuleError, while_here(dialog, lambda error: dialog.mark(error.problems)))
        job.succeeded.connect(while_here(dialog, lambda _changed: dialog.close_kept()))
