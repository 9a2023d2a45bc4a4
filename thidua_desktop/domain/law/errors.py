"""What is wrong with a law pack, told so that whoever keeps the files finds the line."""

from thidua_desktop.domain.errors import BadFile
from thidua_desktop.domain.law.lines import line_of


class LawPackError(BadFile):
    """A law file breaks its schema; names the file, the line, the entry and the reason.

    *section* and *number* (from 0, within the file) say which entry, "" where none is meant;
    *line* 0: not known.
    """

    def __init__(
        self, file: str, entry: str, reason: str, section: str = "", number: int = 0, line: int = 0
    ) -> None:
        where = f", dòng {line}" if line else ""
        where += f", mục {entry}" if entry else ""
        super().__init__(
            f"Không đọc được tệp luật {file}{where}: {reason}.",
            "Dữ liệu của cơ quan không bị ảnh hưởng.",
            "Hãy cài lại chương trình, hoặc sửa tệp luật nếu vừa thay đổi tệp này.",
        )
        self.file = file
        self.entry = entry
        self.reason = reason
        self.section = section
        self.number = number
        self.line = line

    def within(self, text: str) -> "LawPackError":
        """Return the same with its line in *text*, what the file says."""
        line = line_of(text, self.section, self.number, self.reason) if self.section else 0
        return LawPackError(
            self.file, self.entry, self.reason, self.section, self.number, self.line or line
        )
