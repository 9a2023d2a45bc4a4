"""The fields of a term of the council, and the term in one line. Knows no service."""

from collections.abc import Sequence

from thidua_desktop.domain.council import CouncilMember, CouncilTerm, sitting
from thidua_desktop.domain.dates import show_date
from thidua_desktop.ui.widgets.editors import LineEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

TERM: tuple[Field, ...] = (
    Field("name", "Tên Hội đồng", LineEditor, needed=True),
    Field("decision_number", "Số quyết định", LineEditor, tip="Quyết định thành lập, kiện toàn"),
    Field("decision_date", "Ngày quyết định", DateEditor),
    Field("starts", "Từ ngày", DateEditor),
    Field("ends", "Đến ngày", DateEditor, tip="Để trống khi nhiệm kỳ đang còn"),
    Field("size", "Số thành viên", NumberEditor, tip="Số thành viên ghi trong quyết định"),
)


def facts(term: CouncilTerm, members: Sequence[CouncilMember]) -> str:
    """Return decision, time and size in one line."""
    number = f"Quyết định {term.decision_number}" if term.decision_number else ""
    day = f"ngày {show_date(term.decision_date)}" if term.decision_date else ""
    is_other_day = term.starts not in ("", term.decision_date)
    first = f"từ {show_date(term.starts)}" if is_other_day else ""
    last = f"đến {show_date(term.ends)}" if term.ends else ""
    count = f"{len(sitting(term, members))} thành viên"
    parts = (f"{number} {day}".strip(), f"{first} {last}".strip(), count)
    return " · ".join(filter(None, parts))
