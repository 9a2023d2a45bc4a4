"""The columns of the list of nominations."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.ui.honours.columns import HonourColumns, said
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_TONES = {
    "returned": "amber",
    "rejected": "red",
    "approved": "green",
    "awarded": "green",
}


def columns(services: "Services") -> tuple[Column[NominationRow], ...]:
    """Return the columns, typed with proposals of *services*."""
    shared = HonourColumns(services)
    return (
        shared.name,
        shared.position,
        shared.unit,
        shared.title,
        shared.year,
        Column(
            "state",
            "Tình trạng",
            lambda row: said(STATES, row.state),
            130,
            state=lambda row: _TONES.get(row.state, "muted"),
            cell=kinds.choice("state", STATES),
            words=STATES,
        ),
        shared.level,
        shared.loai,
        shared.kind,
        Column("dossier", "Hồ sơ", lambda row: row.dossier, 200),
    )
