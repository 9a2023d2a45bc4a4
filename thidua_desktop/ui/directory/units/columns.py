"""The columns of the list of units."""

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.units import KINDS, STATES, UnitRow
from thidua_desktop.ui.directory.units.choosing import ChoosingUnit
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column

_TONES = {"ended": "muted", "coming": "amber"}


def columns(choosing: ChoosingUnit) -> tuple[Column[UnitRow], ...]:
    """Return the columns, typed with proposals of *choosing*."""
    return (
        Column(
            "name",
            "Tên đơn vị",
            lambda row: row.name,
            220,
            state=lambda row: _TONES.get(row.state, ""),
            cell=kinds.line("name"),
            frozen=True,
        ),
        Column(
            "kind",
            "Loại đơn vị",
            lambda row: KINDS.get(row.kind, row.kind),
            168,
            cell=kinds.choice("kind", KINDS),
            words=KINDS,
        ),
        Column(
            "parent",
            "Trực thuộc",
            lambda row: row.parent,
            180,
            cell=kinds.line("parent_uid", lambda _row, text: choosing.units(text)),
        ),
        Column(
            "people",
            "Số người",
            lambda row: str(row.people or ""),
            70,
            right=True,
            values="number",
            sums=True,
        ),
        Column(
            "state", "Tình trạng", lambda row: STATES.get(row.state, row.state), 128, words=STATES
        ),
        Column("code", "Mã", lambda row: row.code, 64, cell=kinds.line("code")),
        Column(
            "valid_from",
            "Từ ngày",
            lambda row: show_date(row.valid_from),
            84,
            cell=kinds.day("valid_from", lambda row: str(row.valid_from)),
            values="date",
        ),
        Column(
            "valid_to",
            "Đến ngày",
            lambda row: show_date(row.valid_to),
            84,
            cell=kinds.day("valid_to", lambda row: str(row.valid_to)),
            values="date",
        ),
        Column("before", "Kế thừa từ", lambda row: row.before, 180),
        Column("after", "Nay là", lambda row: row.after, 180),
        Column(
            "note", "Ghi chú", lambda row: row.note, 160, cell=kinds.prose("note"), is_shown=False
        ),
    )
