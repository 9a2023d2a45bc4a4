"""What would come of changes of units, as rich text beside what is asked for. Knows no dialog."""

from collections.abc import Iterable, Iterator
from html import escape

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.domain.reorganising import Foreseen
from thidua_desktop.ui.look import Look


def as_html(seen: Foreseen, look: Look) -> str:
    """Return *seen* in the colours of *look*."""
    tokens = look.tokens
    parts = [
        _list(
            "Kết thúc hoạt động", (f"{u.name}, ngày cuối {show_date(day)}" for u, day in seen.ends)
        ),
        _list("Bắt đầu", (_begun(unit.name, unit.code, unit.valid_from) for unit in seen.begins)),
        _list("Kế thừa", _takings(seen.takings)),
        _list("Chuyển theo", _moving(seen)),
        _list("Giữ nguyên", _staying(seen), tokens.amber),
    ]
    body = "".join(parts)
    empty = f'<p style="color: {tokens.muted}">Chọn đơn vị và ngày để xem trước.</p>'
    return body or empty


def _list(head: str, lines: Iterable[str], colour: str = "") -> str:
    style = f' style="color: {colour}"' if colour else ""
    rows = "".join(f"<div{style}>{escape(line)}</div>" for line in lines)
    return f'<p style="margin-top: 8px; margin-bottom: 2px"><b>{head}</b></p>{rows}' if rows else ""


def _begun(name: str, code: str, day: str) -> str:
    known = f"từ {show_date(day)}" if day else ""
    return ", ".join(filter(None, (name, f"mã {code}" if code else "", known)))


def _takings(takings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give one line for each who takes over, with all it takes over from."""
    found: dict[str, list[str]] = {}
    for old, new in takings:
        found.setdefault(new, []).append(old)
    for heir, names in found.items():
        yield f"{heir} ← {', '.join(names)}"


def _moving(seen: Foreseen) -> Iterator[str]:
    counted = (
        (seen.people, "người"),
        (seen.nominations, "đề nghị chưa quyết định"),
        (seen.units, "đơn vị trực thuộc"),
    )
    if words := [f"{grouped(count)} {what}" for count, what in counted if count]:
        yield ", ".join(words)


def _staying(seen: Foreseen) -> Iterator[str]:
    if seen.people_left:
        yield f"{grouped(seen.people_left)} người vẫn ghi ở đơn vị đã kết thúc."
    if seen.units_left:
        yield f"{grouped(seen.units_left)} đơn vị vẫn ghi trực thuộc đơn vị đã kết thúc."
    if seen.collectives:
        count = grouped(seen.collectives)
        yield f"{count} đề nghị chưa quyết định cho chính đơn vị kết thúc; cần xem lại."
    if seen.later:
        yield f"{grouped(seen.later)} khen thưởng đã ghi từ ngày ấy trở đi; sổ giữ nguyên."
