"""What is wrong with a law pack, told so that whoever keeps the files finds the line."""

from thidua_desktop.domain.errors import BadFile


class LawPackError(BadFile):
    """A law file breaks its schema; names the file, the entry and the reason in Vietnamese."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        place = f"tệp luật {file}, mục {entry}" if entry else f"tệp luật {file}"
        super().__init__(
            f"Không đọc được {place}: {reason}.",
            "Dữ liệu của cơ quan không bị ảnh hưởng.",
            "Hãy cài lại chương trình, hoặc sửa tệp luật nếu vừa thay đổi tệp này.",
        )
        self.file = file
        self.entry = entry
        self.reason = reason
