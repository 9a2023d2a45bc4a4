"""Every command of the window, one row each; menus, toolbar and tips are made from the rows.

Knows no tab: who can run a command now is said by `Offer`s.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from thidua_desktop.ui.look import Look, Tone
from thidua_desktop.ui.offer import Offer


class Command(NamedTuple):
    """One command: its name in code, the words in the menu, short words for the toolbar, keys, tip.

    *group* parts a menu by lines. *key* is portable ("Ctrl+N"). A command without *menu* is
    reached by its key and from a tab's own buttons.
    """

    name: str
    words: str
    menu: str = ""
    group: int = 0
    icon: str = ""
    key: str = ""
    tip: str = ""
    short: str = ""
    tone: Tone = Tone.TEXT


MENUS = {
    "Tệp": "&Tệp",
    "Sửa": "&Sửa",
    "Xem": "&Xem",
    "Dữ liệu": "&Dữ liệu",
    "Báo cáo": "&Báo cáo",
    "Công cụ": "&Công cụ",
    "Trợ giúp": "Trợ &giúp",
}
"""The menus in order, with the key that opens each by Alt."""

OTHERS = "Lệnh khác"
"""The menu of the directory's window, with what only its pages answer."""

COMMANDS: tuple[Command, ...] = (
    Command("new_file", "Mới…", "Tệp", 1, "file-plus", "", "Lập tệp thi đua cho một cơ quan"),
    Command("open_file", "Mở…", "Tệp", 1, "folder-open", "Ctrl+O", "Mở một tệp thi đua đã có"),
    Command(
        "open_sample",
        "Mở tệp mẫu",
        "Tệp",
        1,
        "flask-conical",
        "",
        "Mở huyện mẫu với người và số liệu đặt ra, để xem và thử",
    ),
    Command(
        "bring_in",
        "Đưa vào máy này…",
        "Tệp",
        1,
        "hard-drive-download",
        "",
        "Chép một tệp từ USB hay ổ mạng vào máy này, kiểm tra rồi mới mở",
    ),
    Command(
        "backup", "Sao lưu", "Tệp", 2, "archive", "", "Chép tệp đang mở thành một bản đã kiểm tra"
    ),
    Command(
        "restore",
        "Khôi phục…",
        "Tệp",
        2,
        "archive-restore",
        "",
        "Đưa tệp về một bản sao lưu; bản đang có được sao lưu trước",
    ),
    Command(
        "backup_folder",
        "Nơi sao lưu…",
        "Tệp",
        2,
        "",
        "",
        "Chọn thư mục cho các bản sao lưu của máy này",
    ),
    Command(
        "send_copy",
        "Chép ra USB…",
        "Tệp",
        2,
        "usb",
        "",
        "Ghi một bản đã đọc lại và so từng byte ra USB hay thư mục khác",
    ),
    Command("office", "Thông tin cơ quan…", "Tệp", 3, "", "", "Tên, địa danh, người ký"),
    Command(
        "parameters",
        "Thông số của cơ quan…",
        "Tệp",
        3,
        "",
        "",
        "Tỷ lệ, thời hạn thẩm định, hạn nộp hồ sơ và ngày nghỉ của cơ quan",
    ),
    Command("print", "In…", "Tệp", 4, "printer", "Ctrl+P", "Xem trước rồi in", "In"),
    Command("quit", "Thoát", "Tệp", 5, "log-out", "Ctrl+Q", "Đóng chương trình"),
    Command("undo", "Hoàn tác", "Sửa", 1, "undo-2", "Ctrl+Z", "Bỏ lần sửa vừa rồi"),
    Command("redo", "Làm lại", "Sửa", 1, "redo-2", "Ctrl+Y", "Làm lại lần sửa vừa hoàn tác"),
    Command(
        "steps",
        "Các bước đã làm…",
        "Sửa",
        1,
        "list-restart",
        "Ctrl+Alt+Z",
        "Xem ai đã sửa gì, và đưa tệp về lúc vừa xong một bước",
    ),
    Command("bin", "Thùng rác…", "Sửa", 1, "archive-x", "", "Xem và lấy lại những gì đã xóa"),
    Command("add", "Thêm", "Sửa", 2, "plus", "Ctrl+N", "Thêm một dòng mới"),
    Command("change", "Sửa", "Sửa", 2, "pencil", "F2", "Sửa dòng đang chọn"),
    Command("delete", "Xóa", "Sửa", 2, "trash-2", "Ctrl+Del", "Xóa các dòng đang chọn"),
    Command("save", "Cất", "Sửa", 3, "save", "Ctrl+S", "Cất những gì đang sửa"),
    Command("copy_rows", "Chép các dòng", "Sửa", 4, "copy", "", "Chép để dán vào Excel"),
    Command("find", "Tìm", "Sửa", 4, "search", "Ctrl+F", "Tìm theo từ, không cần dấu"),
    Command("fold", "Ẩn hoặc hiện phần chi tiết", "Xem", 2, "", "F6"),
    Command("reload", "Nạp lại", "Xem", 2, "refresh-cw", "F5", "Đọc lại từ tệp"),
    Command("import", "Nhập khẩu…", "Dữ liệu", 1, "file-down", "", "Đưa tệp vào", "Nhập khẩu"),
    Command(
        "paste_list",
        "Dán danh sách…",
        "Dữ liệu",
        1,
        "clipboard-list",
        "Ctrl+Shift+V",
        "Đọc bảng vừa chép từ Excel hoặc Word như một danh sách, xem trước rồi nhập",
    ),
    Command(
        "waiting",
        "Dòng chờ xử lý…",
        "Dữ liệu",
        1,
        "",
        "",
        "Các dòng chưa nhập được của những lần nhập trước",
    ),
    Command(
        "export",
        "Xuất khẩu…",
        "Dữ liệu",
        1,
        "file-up",
        "Ctrl+E",
        "Xuất những dòng đang hiện ra tệp",
        "Xuất khẩu",
    ),
    Command(
        "directory",
        "Danh mục…",
        "Dữ liệu",
        2,
        "book-user",
        "Ctrl+U",
        "Đơn vị, cá nhân và những gì biết về họ, trong một cửa sổ riêng",
    ),
    Command(
        "history",
        "Lịch sử khen thưởng",
        "Dữ liệu",
        2,
        "history",
        "F3",
        "Mọi khen thưởng của người hoặc tập thể đang chọn, hay của tên gõ vào",
    ),
    Command(
        "life", "Lịch sử sửa", "Dữ liệu", 2, "", "Shift+F3", "Ai đã sửa gì ở bản ghi đang chọn"
    ),
    Command(
        "attach",
        "Đính kèm tệp…",
        "Dữ liệu",
        2,
        "paperclip",
        "",
        "Giữ tệp quét, văn bản cùng bản ghi đang chọn",
    ),
    Command(
        "set_state",
        "Đổi tình trạng…",
        "Dữ liệu",
        3,
        "list-checks",
        "",
        "Đổi tình trạng của mọi đề nghị đang chọn",
    ),
    Command(
        "move",
        "Chuyển hồ sơ…",
        "Dữ liệu",
        3,
        "folder-input",
        "",
        "Chuyển các đề nghị đang chọn sang một hồ sơ khác",
    ),
    Command(
        "enter",
        "Ghi vào sổ…",
        "Dữ liệu",
        3,
        "medal",
        "",
        "Ghi các đề nghị đã “Đồng ý” vào sổ khen thưởng theo một quyết định",
    ),
    Command(
        "dossier_state",
        "Đổi tình trạng hồ sơ…",
        "Dữ liệu",
        3,
        "list-checks",
        "",
        "Đổi tình trạng của hồ sơ đang xem, cùng các đề nghị trong đó nếu muốn",
    ),
    Command(
        "check",
        "Kiểm tra trước khi trình…",
        "Dữ liệu",
        3,
        "circle-check",
        "F7",
        "Đối chiếu mọi đề nghị đang hiện với luật, xem từng điều chưa đạt và căn cứ",
        "Kiểm tra",
    ),
    Command(
        "eligible",
        "Ai đủ điều kiện?…",
        "Dữ liệu",
        3,
        "users",
        "",
        "Tìm trong tệp những ai đã đủ điều kiện của một danh hiệu, rồi đề nghị",
    ),
    Command(
        "appraisal",
        "Phiếu thẩm định…",
        "Dữ liệu",
        3,
        "file-text",
        "",
        "Lập phiếu thẩm định của hồ sơ đang xem",
    ),
    Command(
        "sent_back",
        "Danh sách trả lại…",
        "Dữ liệu",
        3,
        "undo-2",
        "",
        "Các đề nghị đã trả lại và lý do, của hồ sơ đang xem hay của năm",
    ),
    Command(
        "finish",
        "Ghi việc đã xong",
        "Dữ liệu",
        4,
        "circle-check",
        "Ctrl+Shift+X",
        "Ghi các nhiệm vụ đang chọn là đã xong hôm nay",
    ),
    Command(
        "new_plan",
        "Kế hoạch mới…",
        "Dữ liệu",
        4,
        "file-plus",
        "Ctrl+Shift+N",
        "Lập kế hoạch của một năm",
    ),
    Command(
        "take_over",
        "Lấy nhiệm vụ sang năm khác…",
        "Dữ liệu",
        4,
        "copy",
        "",
        "Đưa nhiệm vụ của năm đang xem sang kế hoạch năm sau, hạn lùi theo năm",
    ),
    Command(
        "plan_facts",
        "Thông tin kế hoạch…",
        "Dữ liệu",
        4,
        "file-text",
        "",
        "Số, ngày, trích yếu, người ký của kế hoạch đang xem",
    ),
    Command(
        "delete_plan",
        "Xóa kế hoạch…",
        "Dữ liệu",
        4,
        "trash-2",
        "",
        "Xóa kế hoạch đang xem cùng nhiệm vụ và văn bản của nó",
    ),
    Command("new_cluster", "Cụm, khối mới…", icon="plus", tip="Lập một cụm, khối thi đua"),
    Command(
        "cluster_facts",
        "Thông tin cụm, khối…",
        icon="pencil",
        tip="Tên, loại, ghi chú của cụm, khối đang xem",
    ),
    Command(
        "take_clusters",
        "Lấy cụm, khối từ năm trước…",
        icon="copy",
        tip="Đưa các đơn vị trong cụm, khối của năm trước sang năm đang xem",
    ),
    Command(
        "leave_cluster",
        "Bỏ cụm, khối khỏi năm này…",
        icon="trash-2",
        tip="Bỏ cụm, khối đang xem cùng các đơn vị khỏi năm đang xem",
    ),
    Command(
        "not_pledged",
        "Danh sách chưa gửi…",
        icon="file-text",
        tip="Lập danh sách đơn vị chưa gửi đăng ký thi đua, kèm công văn đôn đốc",
    ),
    Command(
        "issue_report",
        "Ban hành…",
        "Báo cáo",
        1,
        "circle-check",
        "",
        "Ghi số và ngày ký; từ đó lời văn và số liệu giữ nguyên",
    ),
    Command(
        "reopen_report",
        "Mở lại để sửa…",
        "Báo cáo",
        1,
        "pencil",
        "",
        "Số liệu của báo cáo đã ban hành được tính lại từ sổ",
    ),
    Command(
        "report_frame",
        "Kỳ, số, ngày và người ký",
        "Báo cáo",
        2,
        "file-text",
        "Alt+Return",
        "Những gì đứng ở đầu và cuối văn bản",
    ),
    Command(
        "report_numbers",
        "Thay con số bằng số liệu…",
        "Báo cáo",
        3,
        "hash",
        "",
        "Những con số trong lời văn mà sổ khen thưởng có thể cho",
    ),
    Command(
        "figure_rows",
        "Các dòng của số liệu",
        "Báo cáo",
        3,
        "list-checks",
        "Ctrl+Alt+R",
        "Những dòng trong sổ mà số liệu ở con trỏ đã đếm",
    ),
    Command(
        "reorganise",
        "Sắp xếp đơn vị…",
        OTHERS,
        1,
        "git-merge",
        "",
        "Sáp nhập, chia, tách, đổi tên từ một ngày; xem trước rồi mới ghi",
    ),
    Command(
        "close_units",
        "Kết thúc hoạt động…",
        OTHERS,
        1,
        "archive-x",
        "",
        "Ghi ngày kết thúc của các đơn vị đang chọn và đơn vị nhận việc",
    ),
    Command(
        "apply_set",
        "Áp dụng bộ sắp xếp có sẵn…",
        OTHERS,
        1,
        "list-checks",
        "",
        "Việc sắp xếp năm 2025 của Đắk Glei và Đắk Hà, áp dụng cho đơn vị có trong danh mục",
    ),
    Command(
        "show_numbers",
        "Hiện số định danh",
        OTHERS,
        2,
        "",
        "",
        "Hiện đủ số định danh trong danh sách; lần nữa thì che lại",
    ),
    Command(
        "use_initiative",
        "Dùng cho đề nghị…",
        OTHERS,
        3,
        "list-checks",
        "",
        "Ghi sáng kiến đang chọn dùng cho những đề nghị nào của các tác giả",
    ),
    Command(
        "merge",
        "Gộp hai bản ghi",
        OTHERS,
        4,
        "git-merge",
        "Ctrl+M",
        "Gộp hai bản ghi đang so thành một; mọi thứ nối với bản bị gộp chuyển sang bản giữ lại",
    ),
    Command(
        "swap_master",
        "Đổi bản ghi giữ lại",
        OTHERS,
        4,
        "",
        "Ctrl+J",
        "Giữ bản ghi kia, gộp bản ghi này vào",
    ),
    Command(
        "tell_apart",
        "Không phải trùng",
        OTHERS,
        4,
        "",
        "Ctrl+Shift+K",
        "Ghi nhớ rằng các cặp đang chọn không phải là một; bỏ ghi nhớ khi đang xem chúng",
    ),
    Command(
        "merge_many",
        "Gộp nhiều…",
        OTHERS,
        4,
        "git-merge",
        "Ctrl+Shift+M",
        "Xem trước rồi gộp nhiều cặp trong một bước",
    ),
    Command(
        "compare_two",
        "So hai bản ghi khác…",
        OTHERS,
        4,
        "",
        "",
        "Chọn hai bản ghi bất kỳ để so và gộp, khi chương trình không tìm thấy",
    ),
    Command("verify", "Kiểm tra tệp", "Công cụ", 1, "circle-check", "", "Đọc lại toàn bộ tệp"),
    Command(
        "guide",
        "Hướng dẫn",
        "Trợ giúp",
        1,
        "book-open",
        "F1",
        "Mở hướng dẫn ở trang của thẻ hay hộp thoại đang xem",
    ),
    Command("keys", "Các phím", "Trợ giúp", 1, "circle-question-mark", "Ctrl+/"),
    Command("about", "Về chương trình", "Trợ giúp", 2),
)

TOOLBAR = ("add", "change", "delete", "", "import", "export", "print", "", "undo", "redo")
"""Names in order; an empty one is a line. The year and the search box follow."""

WORDLESS = ("undo", "redo")
WORDLESS_WHEN_TIGHT = ("import", "export", "print")
"""Those of the toolbar whose icon alone will do, always or with large letters; tips have words."""

_NO_FILE = "Hãy mở một tệp thi đua trước."


class Actions(QObject):
    """The QActions of COMMANDS, and who answers them at the moment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offers: dict[str, Offer] = {}
        self._rows = {command.name: command for command in COMMANDS}
        self._actions: dict[str, QAction] = {}
        self._called: dict[str, str] = {}
        self._otherwise = _NO_FILE
        self._make(TOOLBAR)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return ((self._rows[name], action) for name, action in self._actions.items())

    def complete(self) -> None:
        """Make the actions not seen in the toolbar, set all keys; done after the first paint."""
        self._make(name for name in self._rows if name not in self._actions)
        for command, action in self:
            if command.key:
                action.setShortcut(QKeySequence(command.key))
        self._look.changed.connect(self._tint)

    def offer(self, offers: "Mapping[str, Offer]", otherwise: str) -> None:
        """Let *offers* answer the commands; the rest is disabled, and *otherwise* says why."""
        if unknown := offers.keys() - self._rows.keys():
            raise KeyError(f"Commands without a row in COMMANDS: {sorted(unknown)}")
        self._offers, self._otherwise = dict(offers), otherwise
        for name in self._actions:
            self._say(name)

    def call(self, name: str, words: str) -> None:
        """Show *words* for the command *name* in menu and tip ("Hoàn tác: Sửa khen thưởng")."""
        self._called[name] = words
        self._actions[name].setText(words.replace("&", "&&"))
        self._say(name)

    def _make(self, names: Iterable[str]) -> None:
        for name in filter(None, names):
            command = self._rows[name]
            action = QAction(command.words, self)
            action.setObjectName(name)
            action.setIconText(command.short or command.words)
            action.triggered.connect(partial(self._run, name))
            self._actions[name] = action
            self._say(name)
        self._tint()

    def _run(self, name: str, _is_checked: bool = False) -> None:
        if (offer := self._offers.get(name)) and not offer.why_not:
            offer.run()

    def _say(self, name: str) -> None:
        """Enable the action or not, and tell in its tip what it does and why it cannot now."""
        action, command, offer = self._actions[name], self._rows[name], self._offers.get(name)
        why_not = offer.why_not if offer else self._otherwise
        key = f" ({command.key})" if command.key else ""
        head = self._called.get(name, command.short or command.words.rstrip("…")) + key
        action.setEnabled(not why_not)
        action.setToolTip("\n".join(filter(None, (head, command.tip, why_not))))
        action.setStatusTip(why_not or command.tip)

    def _tint(self) -> None:
        for command, action in self:
            if command.icon:
                action.setIcon(self._look.icon(command.icon, command.tone))
