"""All keys by the place where they hold: those of commands from their table. Knows no window."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua_desktop.ui.actions import COMMANDS


class KeyGroup(NamedTuple):
    """The keys of one place: its title, and pairs of what is done and the key."""

    title: str
    rows: tuple[tuple[str, str], ...]


_LIST = KeyGroup(
    "Trong danh sách",
    (
        ("Chọn thêm dòng liền nhau", "Shift+↑ ↓"),
        ("Chọn tất cả", "Ctrl+A"),
        ("Chép các dòng đang chọn", "Ctrl+C"),
        ("Sang phần chi tiết để sửa", "Enter"),
    ),
)
_FORM = KeyGroup(
    "Trong phần chi tiết và hộp thoại",
    (
        ("Sang ô sau, về ô trước", "Tab, Shift+Tab"),
        ("Mở danh sách gợi ý", "F4"),
        ("Bấm nút chính (Cất, Xong…)", "Enter"),
        ("Bỏ phần đang sửa, đóng hộp thoại", "Esc"),
        ("Hoàn tác chữ vừa gõ trong ô", "Ctrl+Z"),
    ),
)
_TEXT = KeyGroup(
    "Trong nội dung văn bản",
    (
        ("Chữ đậm", "Ctrl+B"),
        ("Chữ nghiêng", "Ctrl+I"),
        ("Chú thích", "Ctrl+Alt+F"),
        ("Chèn số liệu", "Ctrl+Alt+S"),
    ),
)


def key_groups(tabs: Sequence[str]) -> list[KeyGroup]:
    """Return the keys of commands, of the *tabs* in their order, and of each kind of place."""
    commands = ((command.words.rstrip("…"), command.key) for command in COMMANDS if command.key)
    titles = ((f"Thẻ {title}", f"Ctrl+{number}") for number, title in enumerate(tabs, start=1))
    return [KeyGroup("Lệnh", (*commands, *titles)), _LIST, _FORM, _TEXT]


def as_markdown(groups: Sequence[KeyGroup]) -> str:
    """Return *groups* as tables for the page of keys."""
    return "\n".join(line for group in groups for line in _table(group))


def _table(group: KeyGroup) -> Iterator[str]:
    yield from ("", f"## {group.title}", "", "| Việc | Phím |", "|---|---|")
    yield from (f"| {words} | `{key}` |" for words, key in group.rows)
