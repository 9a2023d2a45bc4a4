"""Qt's own words in Vietnamese, since Qt brings none: buttons, menus of fields, file windows."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

WORDS = {
    # Buttons
    "OK": "Đồng ý",
    "Save": "Cất",
    "Save All": "Cất tất cả",
    "Open": "Mở",
    "Yes": "Có",
    "Yes to All": "Có, tất cả",
    "No": "Không",
    "No to All": "Không, tất cả",
    "Abort": "Thôi",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "Cancel": "Bỏ qua",
    "Discard": "Bỏ",
    "Don't Save": "Không cất",
    "Help": "Trợ giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    # Menus of fields
    "Undo": "Hoàn tác",
    "Redo": "Làm lại",
    "Cut": "Cắt",
    "Copy": "Sao chép",
    "Paste": "Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Clear": "Xóa trống",
    "Copy Link Location": "Sao chép liên kết",
    "Step up": "Tăng",
    "Step down": "Giảm",
    "Insert Unicode control character": "Chèn ký tự điều khiển Unicode",
    # Scroll bars and tab bars
    "Scroll here": "Cuộn đến đây",
    "Left edge": "Mép trái",
    "Right edge": "Mép phải",
    "Top": "Lên đầu",
    "Bottom": "Xuống cuối",
    "Page left": "Sang trái một trang",
    "Page right": "Sang phải một trang",
    "Page up": "Lên một trang",
    "Page down": "Xuống một trang",
    "Scroll left": "Cuộn sang trái",
    "Scroll right": "Cuộn sang phải",
    "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống",
    "Scroll Left": "Cuộn sang trái",
    "Scroll Right": "Cuộn sang phải",
    # File windows
    "Find Directory": "Tìm thư mục",
    "Save As": "Cất thành",
    "Choose": "Chọn",
    "Could not delete directory.": "Không xóa được thư mục.",
    "Look in:": "Trong:",
    "Back": "Lùi",
    "Go back": "Về thư mục trước",
    "Forward": "Tiến",
    "Go forward": "Sang thư mục sau",
    "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục",
    "Create a New Folder": "Tạo một thư mục mới",
    "List View": "Danh sách",
    "Change to list view mode": "Xem theo danh sách",
    "Detail View": "Chi tiết",
    "Change to detail view mode": "Xem chi tiết",
    "Sidebar": "Thanh bên",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Files": "Tệp",
    "Files of type:": "Loại tệp:",
    "All files (*)": "Mọi tệp (*)",
    "All Files (*)": "Mọi tệp (*)",
    "Rename": "Đổi tên",
    "Show hidden files": "Hiện tệp ẩn",
    "Show ": "Hiện ",
    "New Folder": "Thư mục mới",
    "Directory:": "Thư mục:",
    "File name:": "Tên tệp:",
    "Directories": "Thư mục",
    "Recent Places": "Nơi vừa dùng",
    "Remove": "Bỏ khỏi danh sách",
    "My Computer": "Máy tính",
    "Computer": "Máy tính",
    "Drive": "Ổ đĩa",
    "Folder": "Thư mục",
    "File Folder": "Thư mục",
    "File": "Tệp",
    "Alias": "Lối tắt",
    "Shortcut": "Lối tắt",
    "Unknown": "Không rõ",
    "Name": "Tên",
    "Size": "Cỡ",
    "Kind": "Loại",
    "Type": "Loại",
    "Date Modified": "Ngày sửa",
    "Invalid filename": "Tên tệp không dùng được",
    "%1 already exists.\nDo you want to replace it?": "Đã có “%1”.\nGhi đè lên tệp này?",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "Không thấy thư mục:\n%1\nHãy xem lại tên thư mục."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "Không thấy tệp:\n%1\nHãy xem lại tên tệp."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "“%1” được đặt chống ghi.\nVẫn xóa?"
    ),
    "Are you sure you want to delete '%1'?": "Xóa “%1”?",
}


class Vietnamese(QTranslator):
    """Answers Qt's questions for words; what it does not know stays as Qt has it."""

    def translate(
        self,
        context: str | bytes | bytearray | memoryview,
        sourceText: str | bytes | bytearray | memoryview,
        disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        return WORDS.get(str(sourceText).replace("&", ""), str(sourceText))

    def isEmpty(self) -> bool:
        return False


def translate_qt(app: QObject) -> None:
    """Have Qt speak Vietnamese as long as *app* lives."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    QCoreApplication.installTranslator(Vietnamese(app))
