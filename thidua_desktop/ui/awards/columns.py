"""The columns of the register."""

from dataclasses import replace
from typing import TYPE_CHECKING

from thidua_desktop.domain.awards import NATURES, AwardRow
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import decimal, grouped
from thidua_desktop.ui.honours.columns import HonourColumns, by_row, said
from thidua_desktop.ui.widgets.cells import kinds
from thidua_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_YES = "Doanh nghiệp"
_STATES = {"revoked": "red", "adjusted": "amber"}


def columns(services: "Services") -> tuple[Column[AwardRow], ...]:
    """Return the columns, typed with proposals of *services*."""
    shared = HonourColumns(services)
    return (
        shared.name,
        shared.position,
        shared.unit,
        shared.title,
        shared.year,
        Column(
            "decision_number",
            "Số quyết định",
            lambda row: row.decision_number,
            104,
            cell=kinds.line("decision_number", by_row(services, lambda one: one.decisions)),
        ),
        Column(
            "decision_date",
            "Ngày ký",
            lambda row: show_date(row.decision_date),
            84,
            cell=kinds.day("decision_date", lambda row: str(row.decision_date)),
            values="date",
        ),
        shared.level,
        shared.loai,
        Column(
            "amount",
            "Tiền thưởng",
            lambda row: _money(row.amount),
            100,
            right=True,
            cell=kinds.number("amount", empty=None),
            values="number",
            sums=True,
        ),
        Column(
            "nature",
            "Ghi sổ",
            lambda row: said(NATURES, row.nature),
            96,
            state=lambda row: _STATES.get(row.nature, ""),
            cell=kinds.choice("nature", NATURES),
            words=NATURES,
        ),
        shared.kind,
        Column(
            "authority",
            "Người quyết định",
            lambda row: row.authority,
            200,
            cell=kinds.prose("authority"),
        ),
        Column("note", "Ghi chú", lambda row: row.note, 160, cell=kinds.prose("note")),
        *_rare(),
    )


def _rare() -> tuple[Column[AwardRow], ...]:
    """Return the columns for statistics, money and certificates, hidden until asked for."""
    columns: tuple[Column[AwardRow], ...] = (
        Column("period", "Giai đoạn", lambda row: row.period, 90, cell=kinds.line("period")),
        Column(
            "ordinal",
            "Thứ tự",
            lambda row: str(row.ordinal or ""),
            60,
            right=True,
            cell=kinds.number("ordinal"),
            values="number",
        ),
        Column("movement", "Phong trào", lambda row: row.movement, 180),
        Column(
            "group",
            "Nhóm thống kê",
            lambda row: row.group,
            130,
            cell=kinds.line("recipient.group"),
        ),
        Column(
            "is_enterprise",
            "Doanh nghiệp",
            lambda row: _YES if row.is_enterprise else "",
            96,
            cell=kinds.tick("recipient.is_enterprise", _YES),
            words={1: _YES, 0: "Không là doanh nghiệp"},
        ),
        Column("coefficient", "Hệ số", lambda row: _factor(row.coefficient), 60, right=True),
        Column(
            "base_salary",
            "Lương cơ sở",
            lambda row: _money(row.base_salary),
            96,
            right=True,
            cell=kinds.number("base_salary", empty=None),
            values="number",
        ),
        Column("law", "Luật", lambda row: f"Từ {row.law}" if row.law else "", 70),
        Column(
            "certificate_number",
            "Số vào sổ bằng",
            lambda row: row.certificate_number,
            110,
            cell=kinds.line("certificate_number"),
        ),
        Column(
            "certificate_printed",
            "Ngày in bằng",
            lambda row: show_date(row.certificate_printed),
            96,
            cell=kinds.day("certificate_printed", lambda row: str(row.certificate_printed)),
            values="date",
        ),
        Column("source", "Nguồn", lambda row: row.source, 160),
    )
    return tuple(replace(column, is_shown=False) for column in columns)


def _factor(thousandths: int | None) -> str:
    return "" if thousandths is None else decimal(thousandths / 1000, 3).rstrip("0").rstrip(",")


def _money(amount: int | None) -> str:
    return "" if amount is None else grouped(amount)
