"""The forms of the directory's lists: units, people, households."""

from thidua_desktop.domain.people import SEXES
from thidua_desktop.domain.units import KINDS, STATES
from thidua_desktop.services.listed.forms import ListColumn, ListForm

UNITS = ListForm(
    name="Đơn vị",
    title="Danh sách đơn vị",
    file="don-vi",
    columns=(
        ListColumn("name", "Tên đơn vị", 32),
        ListColumn("kind", "Loại đơn vị", 20, words=KINDS),
        ListColumn("parent", "Trực thuộc", 24),
        ListColumn("people", "Số người", 8, "number", is_summed=True),
        ListColumn("state", "Tình trạng", 14, "code", words=STATES),
        ListColumn("code", "Mã", 9, "code", is_spare=True),
        ListColumn("valid_from", "Từ ngày", 11, "date", is_spare=True),
        ListColumn("valid_to", "Đến ngày", 11, "date", is_spare=True),
        ListColumn("before", "Kế thừa từ", 22, is_spare=True),
        ListColumn("after", "Nay là", 22, is_spare=True),
        ListColumn("note", "Ghi chú", 16, is_spare=True),
    ),
)
PEOPLE = ListForm(
    name="Cá nhân",
    title="Danh sách cá nhân",
    file="ca-nhan",
    columns=(
        ListColumn("full_name", "Họ và tên", 24),
        ListColumn("birth", "Ngày sinh", 11, "date"),
        ListColumn("sex", "Giới tính", 7, "code", words=SEXES),
        ListColumn("position", "Chức vụ", 22),
        ListColumn("unit", "Đơn vị", 26),
        ListColumn("citizen_id", "Số định danh", 15, "code", is_private=True),
        ListColumn("awards", "Khen thưởng (lần)", 8, "number"),
    ),
    has_years=False,
)
HOUSEHOLDS = ListForm(
    name="Hộ gia đình",
    title="Danh sách hộ gia đình",
    file="ho-gia-dinh",
    columns=(
        ListColumn("head_name", "Chủ hộ", 24),
        ListColumn("address", "Địa chỉ", 26),
        ListColumn("unit", "Đơn vị", 22),
        ListColumn("awards", "Khen thưởng (lần)", 8, "number"),
        ListColumn("note", "Ghi chú", 14, is_spare=True),
    ),
    has_years=False,
)
