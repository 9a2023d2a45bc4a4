"""The forms of the lists of single tabs: decisions, clusters, registrations, waiting rows."""

import json

from thidua_desktop.domain.decisions import STATES
from thidua_desktop.domain.intake import WaitingRow
from thidua_desktop.domain.pledges import PledgeRow
from thidua_desktop.domain.recipients import LEVELS
from thidua_desktop.services.importing.values import KINDS
from thidua_desktop.services.listed.forms import ListColumn, ListForm, masked

_KINDS = {kind: words[:1].upper() + words[1:] for kind, words in KINDS.items()}
_FOR_THE_SENDER = "Nơi gửi trả lời"


def _quantity(row: PledgeRow) -> int | None:
    return row.quantity or None


def _content(row: WaitingRow) -> str:
    cells = (str(cell).strip() for cell in json.loads(row.cells) if cell is not None)
    return masked(" | ".join(filter(None, cells)))


def _reasons(row: WaitingRow) -> str:
    told = (str(one.get("reason", "")) for one in json.loads(row.problems))
    return masked("; ".join(filter(None, told))) or "Để lại"


def _blank(_row: WaitingRow) -> str:
    return ""


DECISIONS = ListForm(
    name="Quyết định",
    title="Danh sách quyết định khen thưởng",
    file="quyet-dinh",
    columns=(
        ListColumn("number", "Số quyết định", 16, "code"),
        ListColumn("date", "Ngày ký", 11, "date"),
        ListColumn("subject", "Trích yếu", 36),
        ListColumn("awards", "Khen thưởng", 9, "number", is_summed=True),
        ListColumn("state", "Tình trạng", 13, "code", words=STATES),
        ListColumn("authority", "Người quyết định", 24),
        ListColumn("signer", "Người ký", 18),
        ListColumn("level", "Cấp", 8, "code", words=LEVELS),
    ),
)
CLUSTERS = ListForm(
    name="Cụm, khối",
    title="Danh sách đơn vị trong cụm, khối thi đua",
    file="cum-khoi",
    columns=(
        ListColumn("unit_name", "Đơn vị", 40),
        ListColumn("is_leader", "Vai trò", 12, "code", {True: "Trưởng", False: "Thành viên"}),
        ListColumn("cluster", "Cụm, khối", 30),
    ),
)
PLEDGES = ListForm(
    name="Đăng ký thi đua",
    title="Danh sách đăng ký thi đua",
    file="dang-ky",
    columns=(
        ListColumn("unit_name", "Đơn vị", 32),
        ListColumn("title_text", "Danh hiệu, hình thức đăng ký", 32),
        ListColumn("quantity", "Số lượng", 8, "number", value=_quantity, is_summed=True),
        ListColumn("text", "Chỉ tiêu, nội dung khác", 36, is_spare=True),
    ),
)
WAITING = ListForm(
    name="Dòng chờ",
    title="Danh sách dòng chờ xử lý",
    file="dong-cho",
    columns=(
        ListColumn("file", "Tệp", 20),
        ListColumn("sheet", "Trang", 12),
        ListColumn("row", "Dòng", 7, "ordinal"),
        ListColumn("kind", "Loại", 16, words=_KINDS),
        ListColumn("cells", "Nội dung", 38, value=_content),
        ListColumn("problems", "Vì sao chờ", 30, value=_reasons),
        ListColumn("answer", _FOR_THE_SENDER, 22, "code", value=_blank),
    ),
    has_years=False,
)
