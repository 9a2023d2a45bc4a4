"""The recycle bin: what was deleted, by kind, when and by whom, to be brought back."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from thidua_desktop.domain.numbers import grouped
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.jobs import while_here
from thidua_desktop.ui.safety.log_dialog import LogDialog
from thidua_desktop.ui.safety.log_list import Head, Line, LogList, line, moment

if TYPE_CHECKING:
    from thidua_desktop.services.history import Deleted, History

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "award": "Khen thưởng",
        "decision": "Quyết định",
        "nomination": "Đề nghị",
        "dossier": "Hồ sơ đề nghị",
        "dossier_paper": "Giấy tờ của hồ sơ",
        "nomination_fact": "Nội dung đã xác nhận",
        "finding_waiver": "Lý do bỏ qua kiểm tra",
        "state_entry": "Tình trạng đã qua",
        "plan_task": "Nhiệm vụ kế hoạch",
        "task_unit": "Đơn vị của nhiệm vụ",
        "plan": "Kế hoạch",
        "report": "Báo cáo",
        "block": "Đoạn văn bản",
        "council_term": "Nhiệm kỳ hội đồng",
        "council_member": "Thành viên hội đồng",
        "meeting": "Phiên họp",
        "attendance": "Người dự họp",
        "ballot": "Phiếu bầu",
        "person": "Người",
        "unit": "Đơn vị",
        "unit_succession": "Đơn vị kế thừa",
        "household": "Hộ gia đình",
        "movement": "Phong trào",
        "cluster": "Cụm, khối thi đua",
        "cluster_member": "Đơn vị trong cụm, khối",
        "pledge": "Đăng ký thi đua",
        "score": "Điểm thi đua",
        "rating": "Xếp loại",
        "unit_year": "Số liệu tập thể theo năm",
        "initiative": "Sáng kiến",
        "initiative_author": "Tác giả sáng kiến",
        "initiative_use": "Sáng kiến dùng cho đề nghị",
        "discipline": "Kỷ luật",
        "open_case": "Vụ việc đang xem xét",
        "directive": "Văn bản chỉ đạo",
        "attachment": "Tệp đính kèm",
        "import_batch": "Lần nhập khẩu",
        "waiting_row": "Dòng chờ xử lý",
        "source_row": "Dòng đã nhập khẩu",
        "learnt_name": "Tên gọi đã nhớ",
    }
)
"""What each kind of record is called here, by its table; others are "Mục khác"."""

_OTHER = "Mục khác"
_HEADS = (
    Head("Nội dung"),
    Head("Loại", 136),
    Head("Xóa lúc", 118),
    Head("Người xóa", 130),
    Head("Trong bước", 150),
)
_MANY = 2_000  # Deleted records read, the newest first.
_LEAD = (
    "Những gì đã bị xóa khỏi tệp, mới nhất ở trên. Lấy lại thì trở về đúng như trước khi xóa. "
    "Chọn nhiều mục bằng Ctrl hoặc Shift."
)
_EMPTY = "Thùng rác không có gì. Những gì bị xóa sẽ nằm ở đây và lấy lại được."
_READ_ONLY = "Tệp đang mở chỉ để đọc nên không lấy lại được."


class BinDialog(LogDialog):
    """What lies in the bin of a file; stays open while things are brought back."""

    def __init__(self, history: "History", desk: Desk, *, is_read_only: bool) -> None:
        table = LogList("Những gì đã xóa", _HEADS, desk.look, many=True)
        super().__init__("Thùng rác", _LEAD, table, desk.look)
        self._history = history
        self._desk = desk
        self._is_read_only = is_read_only
        self._done = ""
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Loại")
        self.kinds.addItem("Mọi loại", "")
        self.kinds.setMinimumWidth(desk.look.px(170))
        self.kinds.activated.connect(self.narrow)
        self.top.addWidget(self.kinds)
        self.setTabOrder(self.search, self.kinds)
        self.setTabOrder(self.kinds, table)
        self.bring = self.add_button("Lấy lại", self._bring_back, is_main=True)
        self.add_button("Đóng", self.reject)
        self.search.setPlaceholderText("Tìm theo nội dung, người xóa, ngày…")
        table.chosen_changed.connect(self._say)
        self.empty.say("Đang đọc…", icon="trash-2")
        self.show_table(False)
        self._say()
        self._read()

    def narrow(self) -> None:
        """Show only the deleted records of the kind and with the words sought."""
        self.table.narrow(self.search.text(), self.kinds.currentData())

    def _read(self) -> None:
        job = self._desk.read(lambda: _read(self._history))
        job.succeeded.connect(self._show)

    def _show(self, lines: Sequence[Line]) -> None:
        self._offer_kinds(lines)
        self.table.show_lines(lines, self.search.text(), self.kinds.currentData())
        self.empty.say(_EMPTY, icon="trash-2")
        self.show_table(bool(lines))
        if lines:
            self.table.setFocus()

    def _offer_kinds(self, lines: Sequence[Line]) -> None:
        """Offer the kinds there are; stay on the one chosen while it still has something."""
        chosen = self.kinds.currentData()
        there = {each.sort for each in lines}
        self.kinds.clear()
        self.kinds.addItem("Mọi loại", "")
        for words in dict.fromkeys((*KINDS.values(), _OTHER)):
            if words in there:
                self.kinds.addItem(words, words)
        self.kinds.setCurrentIndex(max(self.kinds.findData(chosen), 0))

    def _say(self) -> None:
        chosen = self.table.chosen
        self.bring.setEnabled(bool(chosen) and not self._is_read_only)
        counted = f"Chọn {grouped(len(chosen))} / {grouped(len(self.table.shown))} mục."
        more = f" Chỉ hiện {grouped(_MANY)} mục xóa gần nhất." if self._is_cut else ""
        parts = (self._done, counted + more if self.table.total else "")
        self.said.setText(_READ_ONLY if self._is_read_only else " ".join(filter(None, parts)))

    @property
    def _is_cut(self) -> bool:
        return self.table.total >= _MANY

    def _bring_back(self) -> None:
        if chosen := self.table.chosen:
            self.bring.setEnabled(False)
            job = self._desk.write(lambda: self._history.bring_back(chosen))
            job.succeeded.connect(while_here(self, lambda _changed: self._brought_back(chosen)))
            job.failed.connect(self._say)

    def _brought_back(self, chosen: "Sequence[Deleted]") -> None:
        what = f"“{chosen[0].title}”" if len(chosen) == 1 else f"{grouped(len(chosen))} mục"
        self._done = f"Đã lấy lại {what}."
        self._read()


def _read(history: "History") -> Sequence[Line]:
    return [_line(one) for one in history.deleted(_MANY)]


def _line(one: "Deleted") -> Line:
    kind = KINDS.get(one.table, _OTHER)
    return line(one, (one.title, kind, moment(one.at), one.who, one.label), kind)
