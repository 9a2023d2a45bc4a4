"""Sticks, files brought in and files of the same office, in words. Knows no widget."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.numbers import decimal, grouped
from thidua_desktop.domain.office import LEVELS

if TYPE_CHECKING:
    from thidua_desktop.services.handover import Incoming, Neighbour, Sent, Stick

PERSONAL = (
    "Bản chép có họ tên và thông tin cá nhân, không có mật khẩu: ai cầm USB cũng đọc được. "
    "Chỉ dùng USB của cơ quan, và xóa bản chép khi xong việc."
)
_COUNTED = {
    "award": "Khen thưởng",
    "nomination": "Đề nghị",
    "plan_task": "Nhiệm vụ kế hoạch",
    "report": "Báo cáo",
    "person": "Người",
    "unit": "Đơn vị",
}
_RELATIONS = {
    "same": "giống hệt tệp đang đưa vào",
    "newer": "mới hơn: đã có mọi việc trong tệp đang đưa vào",
    "older": "cũ hơn: tệp đang đưa vào đã có mọi việc trong tệp này",
    "apart": "hai bên đều đã sửa thêm sau khi tách ra",
    "other": "lập riêng cho cùng cơ quan, không phải bản chép của nhau",
}


def bytes_in_words(size: int) -> str:
    """Return *size* bytes as one reads it: "12,4 MB"."""
    for unit, least in (("GB", 10**9), ("MB", 10**6)):
        if size >= least:
            return f"{decimal(size / least, 1)} {unit}"
    return f"{grouped(max(size // 1000, 1))} kB"


def stick_name(stick: "Stick") -> str:
    """Return what an officer calls *stick*: its name and where it is."""
    return f"{stick.name} ({stick.path})" if stick.name else str(stick.path)


def stick_room(stick: "Stick", size: int) -> str:
    """Return how much room *stick* has, and what stands in the way of *size* bytes."""
    room = f"còn {bytes_in_words(stick.free)} trong {bytes_in_words(stick.total)}"
    why = why_not(stick, size)
    return f"{room} · {why}" if why else room


def why_not(stick: "Stick", size: int) -> str:
    """Return why a copy of *size* bytes cannot go onto *stick*, "" when it can."""
    if stick.is_locked:
        return "bị khóa ghi"
    if stick.limit is not None and size > stick.limit:
        return "FAT32 không nhận tệp lớn như vậy"
    return "không đủ chỗ" if size > stick.free else ""


def sent(copy: "Sent") -> str:
    """Return what is said of a copy that is written and checked, below the first sentence."""
    awards = grouped(copy.copy.counts.get("award", 0))
    return (
        f"{copy.path}\n{bytes_in_words(copy.copy.size)}, {awards} khen thưởng; đọc lại từ ổ thấy "
        "đúng từng byte.\n\nHãy tháo USB an toàn trước khi rút."
    )


def checked(incoming: "Incoming") -> str:
    """Return where the file was found and what checking it has shown."""
    size = bytes_in_words(incoming.size)
    sentences = [f"Tệp “{incoming.source.name}” ({size}) đã chép vào máy và kiểm tra: nguyên vẹn."]
    if incoming.is_compared:
        sentences.append("Nội dung đúng như lúc chép ra.")
    if incoming.was_older:
        sentences.append("Tệp do phiên bản cũ lập; bản trên máy này đã được nâng cấp.")
    return " ".join(sentences)


def facts(incoming: "Incoming") -> list[tuple[str, str]]:
    """Return what the file holds, a label and a text each; counts of nothing are left out."""
    counts = incoming.state.counts
    found = [
        (label, grouped(counts[table])) for table, label in _COUNTED.items() if counts.get(table)
    ]
    held = ", ".join(f"{count} {label.lower()}" for label, count in found)
    return [
        ("Cơ quan", LEVELS.get(incoming.office.level, "")),
        ("Trong tệp có", held or "chưa có gì"),
        ("Sửa lần cuối", _last(incoming)),
    ]


def neighbours(found: "Sequence[Neighbour]") -> str:
    """Return a line for each file of the same office on this computer."""
    return "\n".join(f"• {each.path} — {_RELATIONS[each.relation]}" for each in found)


def safe_to_open(found: "Sequence[Neighbour]") -> Path | None:
    """Return a file of this computer that has all that is brought in, if there is one."""
    whole = (each.path for each in found if each.relation in ("same", "newer"))
    return next(whole, None)


def _last(incoming: "Incoming") -> str:
    state = incoming.state
    if not state.last_at:
        return "chưa sửa lần nào"
    at = datetime.fromisoformat(state.last_at)
    who = f", {incoming.last_who}" if incoming.last_who else ""
    return f"{at:%H:%M %d/%m/%Y}{who}: {state.last_label}"
