"""`thidua list`, `find` and `history`: rows are asked for. Nothing is written."""

import argparse
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.cli import answers
from thidua_desktop.cli.answers import Object
from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.parser import Commands, limit, year
from thidua_desktop.domain.listing import Query

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services

_SHOWN = 50  # Rows that a terminal is given when no number is asked for.


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    listing = commands.add(
        "list",
        _list,
        "liệt kê một danh sách",
        "thidua list mau.thidua awards --year 2024",
        "thidua list mau.thidua tasks --year 2024 --json",
    )
    listing.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    listing.add_argument(
        "what", choices=tuple(_LISTS), metavar="LOẠI", help=f"một trong: {', '.join(_LISTS)}"
    )
    listing.add_argument("--year", type=year, metavar="NĂM", help="chỉ của năm này")
    listing.add_argument("--limit", type=limit, metavar="N", help="nhiều nhất N dòng")
    find = commands.add(
        "find",
        _find,
        "tìm trong sổ khen thưởng, không cần gõ dấu",
        "thidua find mau.thidua y hoa 2024",
    )
    find.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    find.add_argument("words", nargs="+", metavar="TỪ", help="các từ cần tìm, thứ tự tùy ý")
    find.add_argument("--limit", type=limit, metavar="N", help="nhiều nhất N dòng")
    history = commands.add(
        "history",
        _history,
        "mọi lần được khen của một người hoặc tập thể",
        'thidua history mau.thidua "Y Sương"',
    )
    history.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    history.add_argument("name", metavar="TÊN_HOẶC_UID", help="họ tên, tên tập thể hoặc uid")


def _list(options: argparse.Namespace, door: Door) -> int:
    with door.reading(options.file) as services:
        rows = _LISTS[options.what](services, Query(year=options.year), options.limit)
    return _show(options.what, rows, options.limit, door)


def _find(options: argparse.Namespace, door: Door) -> int:
    text = " ".join(options.words)
    with door.reading(options.file) as services:
        names, also = services.units.also_named(text)
        rows = _awards(services, Query(text=text, also=also), options.limit)
    if names:
        door.say(f"Gồm cả {', '.join(names)} (đơn vị trước và sau sắp xếp).")
    return _show("awards", rows, options.limit, door)


def _history(options: argparse.Namespace, door: Door) -> int:
    with door.reading(options.file) as services:
        rows = [answers.award(row) for row in services.history.awards_of(options.name)]
    return _show("awards", rows, None, door)


def _show(kind: str, rows: Sequence[Object], most: int | None, door: Door) -> int:
    door.answer(rows)
    shown = rows if most else rows[:_SHOWN]
    if shown:
        for line in answers.lines(kind, shown):
            door.say(line)
    more = f", hiện {len(shown)} dòng đầu (--limit N để xem thêm)" if len(shown) < len(rows) else ""
    door.say(f"Có {len(rows)} dòng{more}." if rows else "Không có dòng nào.")
    return DONE


def _awards(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.awards.find(query)[:most]
    return list(map(answers.award, services.awards.rows(uids)))


def _nominations(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.nominations.find(query)[:most]
    verdicts = services.checks.verdicts(uids)
    rows = services.nominations.rows(uids)
    return [answers.nomination(row, verdicts.get(row.uid)) for row in rows]


def _dossiers(services: "Services", query: Query, most: int | None) -> list[Object]:
    shelf = services.dossiers.shelf(query.year)
    return [answers.dossier(row, shelf.left.get(row.uid)) for row in shelf.dossiers[:most]]


def _people(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.people.find(query)[:most]
    return list(map(answers.person, services.people.rows(uids)))


def _units(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.units.find(query)[:most]
    return list(map(answers.unit, services.units.rows(uids)))


def _members(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.council.find(query)[:most]
    return list(map(answers.member, services.council.rows(uids)))


def _decisions(services: "Services", query: Query, most: int | None) -> list[Object]:
    uids = services.decisions.find(query)[:most]
    return list(map(answers.decision, services.decisions.rows(uids)))


def _tasks(services: "Services", query: Query, most: int | None) -> list[Object]:
    """Return the tasks, each with its number in its quarter, whatever gaps deleting has left."""
    seq: dict[tuple[int, int], int] = {}
    found = []
    for row in services.plans.rows(services.plans.find(query)):
        quarter = (row.year, row.quarter)
        seq[quarter] = seq.get(quarter, 0) + 1
        found.append(answers.task(row, services.plans.units_of(row.uid), seq[quarter]))
    return list(islice(found, most))


_LISTS: dict[str, Callable[["Services", Query, int | None], list[Object]]] = {
    "nominations": _nominations,
    "dossiers": _dossiers,
    "awards": _awards,
    "people": _people,
    "units": _units,
    "tasks": _tasks,
    "members": _members,
    "decisions": _decisions,
}
