"""The fields of an award, in the order of the paper it is typed from."""

from thidua_desktop.domain.awards import NATURES
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.honours.fields import recipient_fields, title_fields
from thidua_desktop.ui.honours.suggesting import Suggesting
from thidua_desktop.ui.widgets.editors import ChoiceEditor, LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.hinted import HintedEditor
from thidua_desktop.ui.widgets.suggestions import SuggestionEditor
from thidua_desktop.ui.widgets.value_editors import DateEditor, NumberEditor


def fields(suggesting: Suggesting, desk: Desk) -> tuple[Field, ...]:
    """Return all fields of the register's form."""
    return (
        *recipient_fields("Người, tập thể được khen", suggesting, desk),
        *title_fields("Danh hiệu, hình thức", suggesting, desk),
        Field("period", "Giai đoạn", LineEditor, tip="Khi không phải năm dương lịch: 2023-2024"),
        Field("nature", "Ghi sổ", lambda: ChoiceEditor(NATURES)),
        Field(
            "decision_number",
            "Số quyết định",
            lambda: SuggestionEditor(suggesting.decisions, desk),
            "Quyết định",
            "Số và ký hiệu như trên giấy: 135/QĐ-UBND (F4 mở danh sách quyết định đã có)",
        ),
        Field("decision_date", "Ngày ký", DateEditor, tip="Sổ cũ có thể chỉ ghi năm"),
        Field("authority", "Người quyết định", LineEditor),
        Field("ordinal", "Số thứ tự", NumberEditor, tip="Thứ tự trong danh sách của quyết định"),
        Field(
            "coefficient",
            "Hệ số",
            lambda: HintedEditor(NumberEditor(empty=None, thousandths=True)),
            "Tiền thưởng",
            "Theo mức lương cơ sở",
        ),
        Field("base_salary", "Lương cơ sở", lambda: NumberEditor(empty=None)),
        Field("amount", "Tiền thưởng", lambda: NumberEditor(empty=None), tip="Đồng"),
        Field("certificate_number", "Số vào sổ bằng", lambda: LineEditor("", 24)),
        Field("certificate_printed", "Ngày in bằng", DateEditor),
        Field("note", "Ghi chú", ProseEditor, "Ghi chú"),
        Field("source", "Nguồn", LineEditor, tip="Tệp và dòng mà khen thưởng này được nhập từ đó"),
    )
