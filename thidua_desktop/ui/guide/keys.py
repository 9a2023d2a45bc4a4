"""All keys by the place where they hold: those of commands from their table. Knows no window."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua_desktop.ui.commands import COMMANDS


class KeyGroup(NamedTuple):
    """The keys of one place: its title, and pairs of what is done and the key."""

    title: str
    rows: tuple[tuple[str, str], ...]


_LIST = KeyGroup(
    "Trong danh sách",
    (
        ("Sang ô sau, về ô trước", "Tab, Shift+Tab"),
        ("Xuống dòng dưới, lên dòng trên", "Enter, Shift+Enter"),
        ("Đến ô cuối cùng", "Ctrl+End"),
        ("Chọn thêm ô liền nhau", "Shift+↑ ↓ ← →"),
        ("Chọn cả dòng", "Shift+Space"),
        ("Chọn tất cả", "Ctrl+A"),
        ("Sửa tiếp nội dung của ô", "F2"),
        ("Mở danh sách của ô", "F4"),
        ("Xóa trắng các ô đang chọn", "Del"),
        ("Bỏ chữ vừa gõ trong ô", "Esc"),
        ("Chép dòng trên cùng xuống", "Ctrl+D"),
        ("Ghi ngày hôm nay", "Ctrl+;"),
        ("Chép, dán", "Ctrl+C, Ctrl+V"),
        ("Chép kèm tên cột", "Ctrl+Shift+C"),
        ("Sang ô lọc của cột", "Ctrl+Shift+L"),
        ("Sang phần chi tiết của dòng", "Ctrl+Enter"),
    ),
)
_FORM = KeyGroup(
    "Trong phần chi tiết và hộp thoại",
    (
        ("Sang ô sau, về ô trước", "Tab, Shift+Tab"),
        ("Mở danh sách gợi ý", "F4"),
        ("Bấm nút chính", "Enter"),
        ("Bỏ phần đang sửa, đóng hộp thoại", "Esc"),
        ("Hoàn tác chữ vừa gõ trong ô", "Ctrl+Z"),
    ),
)
_TEXT = KeyGroup(
    "Trong lời văn",
    (
        ("Chữ đậm", "Ctrl+B"),
        ("Chữ nghiêng", "Ctrl+I"),
        ("Chú thích", "Ctrl+Alt+F"),
        ("Chèn số liệu", "Ctrl+Alt+S"),
        ("Xong lời chú thích", "Ctrl+Enter"),
    ),
)
_PAGES = KeyGroup(
    "Trong bản xem trước",
    (
        ("Trang đầu, trang cuối", "Home, End"),
        ("Phóng to, thu nhỏ", "Ctrl++, Ctrl+-"),
    ),
)
_DIRECTORY = KeyGroup(
    "Trong cửa sổ Danh mục",
    (
        ("Sang từng trang", "Ctrl+1, Ctrl+2"),
        ("Đóng, phần đang gõ vẫn còn", "Ctrl+W"),
    ),
)
_GUIDE = KeyGroup(
    "Trong hướng dẫn",
    (
        ("Tìm", "Ctrl+F"),
        ("Trang trước, trang sau", "Alt+←, Alt+→"),
        ("In", "Ctrl+P"),
        ("Đóng", "Esc"),
    ),
)


def key_groups(tabs: Sequence[str]) -> list[KeyGroup]:
    """Return the keys of commands, of the *tabs* in their order, and of each kind of place."""
    commands = ((one.words.rstrip("…"), on_keyboard(one.key)) for one in COMMANDS if one.key)
    titles = ((f"Thẻ {title}", f"Ctrl+{number}") for number, title in enumerate(tabs, start=1))
    first = KeyGroup("Lệnh", (*commands, *titles))
    return [first, _LIST, _FORM, _TEXT, _PAGES, _DIRECTORY, _GUIDE]


def on_keyboard(key: str) -> str:
    """Return the portable *key* as keyboards have it."""
    return key.replace("Return", "Enter")


def as_markdown(groups: Sequence[KeyGroup]) -> str:
    """Return *groups* as tables for the page of keys."""
    return "\n".join(line for group in groups for line in _table(group))


def _table(group: KeyGroup) -> Iterator[str]:
    yield from ("", f"## {group.title}", "", "| Việc | Phím |", "|---|---|")
    yield from (f"| {words} | `{key}` |" for words, key in group.rows)
