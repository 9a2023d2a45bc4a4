"""The columns of the list of nominations."""

from typing import TYPE_CHECKING

from thidua_desktop.domain.checking.findings import VERDICTS
from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.services.checking.verdicts import VERDICT
from thidua_desktop.ui.checks.verdicts import TONES, Verdicts
from thidua_desktop.ui.honours.columns import HonourColumns, said
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_STATE_TONES = {
    "returned": "amber",
    "rejected": "red",
    "approved": "green",
    "awarded": "green",
}


def columns(services: "Services", verdicts: Verdicts) -> tuple[Column[NominationRow], ...]:
    """Return the columns, typed with proposals of *services*; *verdicts* tell what checks say."""
    shared = HonourColumns(services)
    return (
        shared.name,
        shared.position,
        shared.unit,
        shared.title,
        shared.year,
        Column(
            VERDICT,
            "Kiểm tra",
            lambda row: verdicts.words(row.uid),
            154,
            state=lambda row: TONES.get(verdicts.code(row.uid), "muted"),
            words={str(code): words for code, words in VERDICTS.items()},
        ),
        Column(
            "state",
            "Tình trạng",
            lambda row: said(STATES, row.state),
            130,
            state=lambda row: _STATE_TONES.get(row.state, "muted"),
            cell=kinds.choice("state", STATES),
            words=STATES,
        ),
        shared.level,
        shared.loai,
        shared.kind,
        Column("dossier", "Hồ sơ", lambda row: row.dossier, 200),
    )
