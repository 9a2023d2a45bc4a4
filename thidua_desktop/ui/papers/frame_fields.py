"""The fields of a paper's frame: what stands above its text and below it (NĐ 30/2020/NĐ-CP)."""

from thidua_desktop.ui.widgets.editors import LineEditor, ProseEditor
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.value_editors import DateEditor

FRAME: tuple[Field, ...] = (
    Field("heading.parent", "Cơ quan chủ quản", LineEditor, "Đầu văn bản",
          "Để trống khi cơ quan không có cấp trên trực tiếp ghi ở đầu văn bản"),
    Field("heading.issuer", "Cơ quan ban hành", LineEditor),
    Field("heading.number", "Số", lambda: LineEditor("để trống khi chưa lấy số", 24)),
    Field("heading.symbol", "Ký hiệu", lambda: LineEditor("", 24), tip="Ví dụ: BC-UBND"),
    Field("heading.place", "Địa danh", LineEditor),
    Field("heading.date", "Ngày", DateEditor,
          tip="Chỉ ghi năm khi chưa ký: ngày và tháng để trống trên giấy"),
    Field("heading.type_name", "Tên loại", LineEditor, tip="Ví dụ: BÁO CÁO, KẾ HOẠCH"),
    Field("heading.subject", "Trích yếu", lambda: ProseEditor(3)),
    Field("heading.authority", "Quyền hạn ký", lambda: ProseEditor(2), "Cuối văn bản",
          "Mỗi dòng một ý, ví dụ: TM. ỦY BAN NHÂN DÂN, dòng dưới là CHỦ TỊCH"),
    Field("heading.signer", "Người ký", LineEditor),
    Field("heading.recipients", "Nơi nhận", lambda: ProseEditor(5), tip="Mỗi nơi một dòng"),
)  # fmt: skip
