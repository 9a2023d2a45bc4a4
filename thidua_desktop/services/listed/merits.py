"""The forms of the lists of results: ratings, initiatives, discipline, cases, strength."""

from thidua_desktop.domain.merits import DISCIPLINES, INITIATIVE_KINDS, RATINGS, SCOPES
from thidua_desktop.services.listed.forms import ListColumn, ListForm

_WHOSE = (
    ListColumn("full_name", "Họ và tên", 24),
    ListColumn("unit", "Đơn vị, tập thể", 28),
)

RATINGS_LIST = ListForm(
    name="Xếp loại",
    title="Danh sách xếp loại hằng năm",
    file="xep-loai",
    columns=(
        *_WHOSE,
        ListColumn("year", "Năm", 7, "year"),
        ListColumn("rating", "Mức xếp loại", 26, words=RATINGS),
    ),
)
INITIATIVES = ListForm(
    name="Sáng kiến, đề tài",
    title="Danh sách sáng kiến, đề tài",
    file="sang-kien",
    columns=(
        ListColumn("title", "Tên sáng kiến, đề tài", 36),
        ListColumn("authors", "Tác giả", 22),
        ListColumn("year", "Năm", 7, "year"),
        ListColumn("scope", "Phạm vi", 9, "code", words=SCOPES),
        ListColumn("kind", "Loại", 9, "code", words=INITIATIVE_KINDS),
        ListColumn(
            "is_applied", "Áp dụng", 10, "code", {True: "Đã áp dụng", False: "Chưa áp dụng"}
        ),
        ListColumn("recognised_by", "Nơi công nhận", 20),
        ListColumn("decision_number", "Số quyết định", 14, "code"),
        ListColumn("decision_date", "Ngày ký", 11, "date"),
        ListColumn("uses", "Đã dùng (lần)", 8, "number"),
    ),
)
DISCIPLINE = ListForm(
    name="Kỷ luật",
    title="Danh sách kỷ luật",
    file="ky-luat",
    columns=(
        *_WHOSE,
        ListColumn("kind", "Hình thức", 16, "code", words=DISCIPLINES),
        ListColumn("decision_date", "Ngày quyết định", 11, "date"),
        ListColumn("until", "Hết hiệu lực", 11, "date"),
    ),
)
CASES = ListForm(
    name="Vụ việc",
    title="Danh sách vụ việc đang xem xét",
    file="vu-viec",
    columns=(
        *_WHOSE,
        ListColumn("subject", "Nội dung đang xem xét", 36),
        ListColumn("opened", "Bắt đầu", 11, "date"),
        ListColumn("closed", "Kết thúc", 11, "date"),
    ),
)
STRENGTHS = ListForm(
    name="Tập thể theo năm",
    title="Số liệu tập thể theo năm",
    file="tap-the",
    columns=(
        ListColumn("unit", "Tập thể", 36),
        ListColumn("year", "Năm", 7, "year"),
        ListColumn("members", "Tổng số người", 10, "number"),
        ListColumn("done_or_better", "HTNV trở lên", 10, "number"),
        ListColumn("disciplined", "Bị kỷ luật", 8, "number"),
        ListColumn("advanced", "LĐTT", 8, "number"),
        ListColumn("fighters", "CSTĐCS", 10, "number"),
    ),
)
