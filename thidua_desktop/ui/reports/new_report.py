"""The question a new report begins with: which kind, which period, from what text."""

from dataclasses import dataclass

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.reports import KINDS
from thidua_desktop.ui.reports.fields import HALVES
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_BEGINNINGS = {"outline": "Đề cương của chương trình", "carried": "Lời văn của kỳ trước"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer wants: kind, year, half (0 for none), and what the text *begins* with."""

    kind: str = "half_year"
    year: int = 0
    half: int = 1
    begins: str = "outline"


WANTED: tuple[Field, ...] = (
    Field("kind", "Loại báo cáo", lambda: ChoiceEditor(KINDS)),
    Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
    Field("half", "Nửa năm", lambda: ChoiceEditor(HALVES)),
    Field("begins", "Bắt đầu từ", lambda: ChoiceEditor(_BEGINNINGS)),
)


def problems(wanted: Wanted) -> list[Problem]:
    """Return what stands in the way of such a report."""
    found = []
    if not 1900 <= wanted.year <= 2100:
        found.append(Problem("year", "Năm của báo cáo phải từ 1900 đến 2100."))
    if wanted.kind == "half_year" and wanted.half not in (1, 2):
        found.append(Problem("half", "Hãy chọn 6 tháng đầu năm hay cuối năm."))
    return found
