"""The columns of the list of nominations."""

from thidua_desktop.domain.nominations import STATES, NominationRow
from thidua_desktop.ui.honours import columns
from thidua_desktop.ui.honours.columns import said
from thidua_desktop.ui.widgets.rows_model import Column

_TONES = {
    "returned": "amber",
    "rejected": "red",
    "approved": "green",
    "awarded": "green",
}

COLUMNS: tuple[Column[NominationRow], ...] = (
    columns.NAME,
    Column(
        "state",
        "Tình trạng",
        lambda row: said(STATES, row.state),
        130,
        state=lambda row: _TONES.get(row.state, "muted"),
    ),
    columns.TITLE,
    columns.UNIT,
    columns.YEAR,
    columns.POSITION,
    columns.LEVEL,
    columns.LOAI,
    columns.KIND,
    Column("dossier", "Hồ sơ", lambda row: row.dossier, 200),
)
