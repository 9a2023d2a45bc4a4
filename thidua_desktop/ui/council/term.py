"""The fields of a term of the council, and what its roster lacks. Knows no service."""

from collections.abc import Sequence

from thidua_desktop.domain.council import CouncilMember, CouncilTerm
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
    """Return decision and size in one line."""
    number = f"Quyết định {term.decision_number}" if term.decision_number else ""
    day = f"ngày {show_date(term.decision_date)}" if term.decision_date else ""
    sitting = [member for member in members if not member.ends]
    count = f"{len(sitting)} thành viên"
    if term.size and term.size != len(sitting):
        count = f"{count}, quyết định ghi {term.size}"
    return " · ".join(filter(None, (f"{number} {day}".strip(), count)))


def doubts(term: CouncilTerm, members: Sequence[CouncilMember]) -> list[str]:
    """Return in short words what does not match in the make-up of the council."""
    sitting = [member for member in members if not member.ends]
    if not sitting:
        return []
    found = []
    if not any(member.role == "chair" for member in sitting):
        found.append("chưa có Chủ tịch")
    secretaries = sum(member.is_secretary for member in sitting)
    if secretaries != 1:
        found.append(f"có {secretaries} thư ký" if secretaries else "chưa có thư ký")
    if term.size and term.size != len(sitting):
        found.append("số thành viên khác quyết định")
    return found
