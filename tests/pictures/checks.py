"""What checks show: a list gone through, who meets a title, the office's numbers, a dossier."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.pictures.stage import changed_sample, first_row, place
from tests.pictures.studio import SCREEN, SMALLEST, Studio
from thidua_desktop.services.services import Services
from thidua_desktop.ui.checks.eligible_dialog import EligibleDialog
from thidua_desktop.ui.nominations.page import NominationsPage

_NOMINATIONS = 2
_ALL, _DOSSIER = 0, 4  # The dossier of the schools, with most nominations.
_POLL = 60  # Milliseconds until a dialog is looked for again.
_DRESSES: Mapping[str, Mapping[str, object]] = {
    "usual": {},
    "smallest": {"size": SMALLEST},
    "dark": {"dark": True},
    "125": {"scale": 1.25, "size": SCREEN},
    "150": {"scale": 1.5, "size": SMALLEST},
}


def checks(studio: Studio, folder: Path) -> None:
    """Take the windows of checks in every dress, above a dossier that is late and one in time."""
    studio.open(changed_sample(folder, "checks.thidua", _with_limits))
    studio.go_to(_NOMINATIONS)
    actions = studio.desk.actions
    page = next(each for each in studio.window.findChildren(NominationsPage))
    for dress, known in _DRESSES.items():
        studio.dress(**known)  # type: ignore[arg-type]
        place(studio, _ALL)
        studio.shoot_dialogs(f"checks-all-{dress}", actions["check"].trigger)
        place(studio, _DOSSIER)
        first_row(studio)
        studio.shoot_dialogs(f"checks-dossier-{dress}", actions["check"].trigger)
        studio.shoot(f"checks-counts-{dress}")
        page.list.check.show()
        studio.shoot(f"checks-beside-{dress}")
        QTimer.singleShot(_POLL, _seek)
        studio.shoot_dialogs(f"checks-eligible-{dress}", actions["eligible"].trigger)
        studio.shoot_dialogs(f"checks-parameters-{dress}", actions["parameters"].trigger)
        QTimer.singleShot(_POLL, _look_at_paper)
        studio.shoot_dialogs(f"checks-appraisal-{dress}", actions["appraisal"].trigger)
        studio.shoot_dialogs(f"checks-course-{dress}", page.show_course)
        studio.shoot_dialogs(f"checks-state-{dress}", actions["dossier_state"].trigger)
        studio.shoot_dialogs(f"checks-change-{dress}", page.change_dossier)
        page.list.pane.go_to_page(0)
    studio.dress()


def _seek() -> None:
    """Press "Tìm" in the dialog once it is there."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, EligibleDialog):
        dialog.seek.click()
    else:
        QTimer.singleShot(_POLL, _seek)


def _look_at_paper() -> None:
    """Answer that the paper is to be seen, once that is asked."""
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        question.defaultButton().click()
    else:
        QTimer.singleShot(_POLL, _look_at_paper)


def _with_limits(services: Services) -> None:
    """Limit the share of CSTĐCS, and have a dossier wait."""
    services.parameters.set("grassroots_fighter_share", 15)
    for row in services.dossiers.shelf(None).dossiers:
        if row.state not in ("approved", "returned"):
            dossier = services.dossiers.get(row.uid)
            services.dossiers.save(replace(dossier, due="2026-12-01"))
