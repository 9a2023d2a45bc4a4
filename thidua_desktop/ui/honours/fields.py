"""Fields of the one honoured and of the title, in the forms of nominations and awards."""

from thidua_desktop.domain.recipients import KINDS, LEVELS, LOAI_HINH
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, TickEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.hinted import HintedEditor
from thidua_desktop.ui.widgets.suggestions import SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import NumberEditor

_NO_LEVEL = {"": "Theo danh hiệu", **LEVELS}


def recipient_fields(group: str, suggesting: Suggesting, desk: Desk) -> tuple[Field, ...]:
    """Return the fields of the one honoured, under the head *group*."""
    return (
        Field(
            "recipient.name",
            "Tên",
            lambda: HintedEditor(SuggestionEditor(suggesting.names, desk)),
            group,
            "Họ tên hoặc tên tập thể; gõ vài chữ để chọn từ danh sách (F4 mở danh sách)",
            needed=True,
        ),
        Field("recipient.kind", "Đối tượng", lambda: ChoiceEditor(KINDS)),
        Field("recipient.position", "Chức vụ", LineEditor, tip="Chức vụ lúc được khen"),
        Field(
            "recipient.unit_name",
            "Đơn vị",
            lambda: SuggestionEditor(suggesting.units, desk),
            tip="Đơn vị lúc được khen; gõ vài chữ để chọn từ danh sách (F4 mở danh sách)",
        ),
        Field(
            "recipient.group",
            "Nhóm thống kê",
            LineEditor,
            tip="Nhóm đối tượng trong biểu thống kê, ví dụ: trực tiếp sản xuất",
        ),
        Field("recipient.is_enterprise", "Doanh nghiệp", lambda: TickEditor("Là doanh nghiệp")),
    )


def title_fields(group: str, suggesting: Suggesting, desk: Desk) -> tuple[Field, ...]:
    """Return the fields of title, year, level and kind of commendation."""
    return (
        Field(
            "title_text",
            "Danh hiệu",
            lambda: HintedEditor(SuggestionEditor(suggesting.titles, desk)),
            group,
            "Danh hiệu hoặc hình thức khen thưởng; gõ vài chữ hoặc chữ tắt (F4 mở danh sách)",
            needed=True,
        ),
        Field("year", "Năm thành tích", lambda: NumberEditor(grouped=False), needed=True),
        Field("level", "Cấp khen", lambda: ChoiceEditor(_NO_LEVEL)),
        Field("loai_hinh", "Loại hình", lambda: ChoiceEditor(LOAI_HINH)),
    )
