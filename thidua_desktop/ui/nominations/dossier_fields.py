"""The fields of a dossier."""

from collections.abc import Sequence

from thidua_desktop.domain.nominations import STATES
from thidua_desktop.services.time_limits import Limit
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.suggestions import SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor


def dossier_fields(
    suggesting: Suggesting, desk: Desk, limits: Sequence[Limit]
) -> tuple[Field, ...]:
    """Return the fields of the form of a dossier, which may run under one of *limits*."""
    procedures = {"": "Không tính ngày"} | {limit.id: _words(limit) for limit in limits}
    return (
        Field(
            "unit_name",
            "Đơn vị nộp",
            lambda: SuggestionEditor(suggesting.units, desk),
            tip="Gõ vài chữ để chọn từ danh sách (F4 mở danh sách)",
            needed=True,
        ),
        Field("number", "Số tờ trình", LineEditor, tip="Số và ký hiệu như trên giấy: 61/TTr-GDĐT"),
        Field("subject", "Nội dung", LineEditor, tip="Ví dụ: Đề nghị khen thưởng năm học"),
        Field("year", "Năm", lambda: NumberEditor(grouped=False), needed=True),
        Field("received", "Ngày nhận", DateEditor),
        Field(
            "procedure",
            "Thời hạn theo",
            lambda: ChoiceEditor(procedures),
            tip="Thời hạn của thủ tục, tính từ ngày nhận hoặc từ ngày nộp lại",
        ),
        Field(
            "days",
            "Số ngày",
            lambda: NumberEditor(grouped=False),
            tip="Chỉ ghi khi khác số ngày của thời hạn đã chọn",
        ),
        Field(
            "due",
            "Hạn giải quyết",
            DateEditor,
            tip="Ghi ngày thì tính theo ngày này, không theo thời hạn của thủ tục",
        ),
        Field("state", "Tình trạng", lambda: ChoiceEditor(STATES)),
        Field("reason", "Lý do", lambda: ProseEditor(2), tip="Bắt buộc khi trả lại hồ sơ"),
    )


def _words(limit: Limit) -> str:
    days = f"{limit.days} ngày{' làm việc' if limit.is_working else ''}"
    return f"{limit.name} ({days})"
