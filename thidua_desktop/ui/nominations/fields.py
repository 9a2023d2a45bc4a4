"""The fields of a nomination."""

from thidua_desktop.domain.nominations import STATES
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.fields import recipient_fields, title_fields
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field


def fields(suggesting: Suggesting, desk: Desk) -> tuple[Field, ...]:
    """Return all fields of the form."""
    return (
        *recipient_fields("Người, tập thể được đề nghị", suggesting, desk),
        *title_fields("Danh hiệu, hình thức đề nghị", suggesting, desk),
        Field("achievement", "Thành tích", lambda: ProseEditor(5), tip="Tóm tắt thành tích"),
        Field("state", "Tình trạng", lambda: ChoiceEditor(STATES), "Xét duyệt"),
        Field("reason", "Lý do", ProseEditor, tip="Bắt buộc khi trả lại hồ sơ"),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
        Field("source", "Nguồn", LineEditor, tip="Tệp và dòng mà đề nghị này được nhập từ đó"),
    )
