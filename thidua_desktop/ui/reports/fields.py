"""The fields of a report's frame: its period, then what stands above and below its text."""

from thidua_desktop.domain.reports import KINDS
from thidua_desktop.ui.papers.frame_fields import FRAME
from thidua_desktop.ui.widgets.editors import ChoiceEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor

HALVES = {0: "Không phải 6 tháng", 1: "6 tháng đầu năm", 2: "6 tháng cuối năm"}

FIELDS: tuple[Field, ...] = (
    Field("kind", "Loại báo cáo", lambda: ChoiceEditor(KINDS), "Kỳ báo cáo"),
    Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
    Field("half", "Nửa năm", lambda: ChoiceEditor(HALVES)),
    Field("period_from", "Từ ngày", DateEditor, tip="Số liệu tính theo ngày ký quyết định"),
    Field("period_to", "Đến ngày", DateEditor),
    *FRAME,
)  # fmt: skip
