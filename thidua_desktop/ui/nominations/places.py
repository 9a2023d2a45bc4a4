"""The places of the tab: all nominations, those in no dossier, units and their dossiers.

Knows no widget but the entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.deadlines import TimeLeft
from thidua_desktop.domain.listing import Filter
from thidua_desktop.domain.nominations import STATES, DossierRow
from thidua_desktop.domain.numbers import grouped
from thidua_desktop.services.dossiers import Shelf
from thidua_desktop.ui.widgets.places import Place

ALL, LOOSE = "all", "loose"
NO_DOSSIER = "Hãy mở một hồ sơ ở bên trái trước."
_UNIT, _DOSSIER = "unit:", "dossier:"
_LAST_DAYS = 3
_STEP = "      "  # A dossier stands below its unit.


@dataclass(frozen=True, slots=True)
class Where:
    """What stands at a place: the *conditions* of its rows, what is *known* of new ones there.

    *states*: how many nominations of the place are in which state; *left*: the time that the
    dossier still has, None without a limit.
    """

    conditions: tuple[Filter, ...]
    known: Mapping[str, Any]
    states: Mapping[str, int]
    dossier: DossierRow | None = None
    left: TimeLeft | None = None


def key_of(dossier_uid: str) -> str:
    """Return the key of the place of a dossier."""
    return _DOSSIER + dossier_uid


def places(shelf: Shelf) -> list[Place]:
    """Return the entries from top to bottom, each with its count."""
    loose = sum(shelf.states([""]).values())
    found = [Place(ALL, _counted("Tất cả đề nghị", sum(shelf.states().values())))]
    if loose:
        found.append(Place(LOOSE, _counted("Chưa vào hồ sơ", loose)))
    unit = None
    for row in shelf.dossiers:
        if row.unit != unit:
            unit = row.unit
            states = shelf.states(_of_unit(shelf, unit))
            found.append(Place(_UNIT + unit, _counted(unit, sum(states.values()))))
        tip = _tip(row, shelf.left.get(row.uid))
        found.append(Place(key_of(row.uid), _STEP + _counted(_words(row), row.count), tip))
    return found


def where(shelf: Shelf, key: str) -> Where:
    """Return what stands at the place *key*."""
    if key == LOOSE:
        return Where((Filter("dossier_uid", "", "is"),), {}, shelf.states([""]))
    if key.startswith(_UNIT):
        unit = key.removeprefix(_UNIT)
        states = shelf.states(_of_unit(shelf, unit))
        last = next((row for row in shelf.dossiers if row.unit == unit), None)
        return Where((Filter("dossier_unit", unit, "is"),), _known(last), states)
    for row in shelf.dossiers:
        if key == key_of(row.uid):
            mine = Filter("dossier_uid", row.uid, "is")
            return Where((mine,), _known(row), row.states, row, shelf.left.get(row.uid))
    return Where((), {}, shelf.states())


def called(row: DossierRow) -> str:
    """Return a dossier in words: "Phòng Nội vụ · 38/TTr-NV"."""
    return f"{row.unit} · {row.number or row.subject or show_date(row.received)}".rstrip(" ·")


def spoken(key: str, here: Where, year: int | None) -> str:
    """Return in words what is listed at the place *key*, while *year* is chosen."""
    if here.dossier:
        return f"Hồ sơ {called(here.dossier)}"
    of_year = f", năm {year}" if year else ""
    if key.startswith(_UNIT):
        return f"Đề nghị của {key.removeprefix(_UNIT)}{of_year}"
    return f"{'Đề nghị chưa vào hồ sơ' if key == LOOSE else 'Tất cả đề nghị'}{of_year}"


def told(row: DossierRow, left: TimeLeft | None = None) -> str:
    """Return number, day and state of a dossier in one line; *left* tells its last day itself."""
    received = f"nhận {show_date(row.received)}" if row.received else "chưa ghi ngày nhận"
    due = f"hạn {show_date(row.due)}" if row.due and left is None else ""
    state = STATES.get(row.state, row.state)
    if row.state == "returned" and row.reason:
        state = f"{state}: {' '.join(row.reason.split())}"
    return " · ".join(filter(None, (row.number, received, due, state)))


def left_words(left: TimeLeft | None) -> str:
    """Return the time left with its last day: "còn 3 ngày làm việc (hạn 12/06/2024)"."""
    return f"{left.words} (hạn {show_date(left.due)})" if left else ""


def left_article(left: TimeLeft | None) -> str:
    """Return where the limit stands, with a remark while that text was not read."""
    if not left or not left.article:
        return ""
    return left.article + ("" if left.is_verified else " (chưa đối chiếu)")


def left_tone(left: TimeLeft | None) -> str:
    """Return the tone of the time left: red when it is past, amber in its last days."""
    if left is None or left.days > _LAST_DAYS:
        return "muted"
    return "red" if left.is_late else "amber"


def _known(row: DossierRow | None) -> dict[str, Any]:
    """Return what a new nomination has that is put into the dossier *row*."""
    return {"dossier_uid": row.uid, "year": row.year, "state": "submitted"} if row else {}


def _of_unit(shelf: Shelf, unit: str) -> list[str]:
    return [row.uid for row in shelf.dossiers if row.unit == unit]


def _words(row: DossierRow) -> str:
    words = row.number or row.subject or show_date(row.received) or "Hồ sơ"
    return f"{words} · trả lại" if row.state == "returned" else words


def _tip(row: DossierRow, left: TimeLeft | None) -> str:
    days = left_words(left)[:1].upper() + left_words(left)[1:]
    count = f"{grouped(row.count)} đề nghị"
    return "\n".join(filter(None, (row.subject, told(row, left), days, count)))


def _counted(words: str, count: int) -> str:
    return f"{words} ({grouped(count)})"
