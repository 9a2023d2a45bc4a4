"""The columns of the register."""

from thidua_desktop.domain.awards import NATURES, AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui.honours import columns
from thidua_desktop.ui.honours.columns import said
from thidua_desktop.ui.widgets.rows_model import Column

_STATES = {"revoked": "red", "adjusted": "amber"}

COLUMNS: tuple[Column[AwardRow], ...] = (
    columns.NAME,
    columns.POSITION,
    columns.UNIT,
    columns.TITLE,
    columns.YEAR,
    columns.LEVEL,
    Column("decision_number", "Số quyết định", lambda row: row.decision_number, 110),
    Column("decision_date", "Ngày ký", lambda row: show_date(row.decision_date), 88),
    columns.LOAI,
    Column("amount", "Tiền thưởng", lambda row: _money(row.amount), 100, right=True),
    Column(
        "nature",
        "Ghi sổ",
        lambda row: said(NATURES, row.nature),
        96,
        state=lambda row: _STATES.get(row.nature, ""),
    ),
    columns.KIND,
    Column("authority", "Người quyết định", lambda row: row.authority, 200),
    Column("note", "Ghi chú", lambda row: row.note, 160),
)


def _money(amount: int | None) -> str:
    return "" if amount is None else grouped(amount)
