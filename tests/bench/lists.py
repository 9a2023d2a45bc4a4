"""Lists of 200 000 awards: search and pages against the same SELECT by the bare driver."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.floors import raw_connection
from tests.bench.measure import Ratio, ratio
from tests.bench.office import made
from thidua_desktop.domain.listing import Query
from thidua_desktop.storage.lists.awards import AWARDS

COUNT = 200_000
PAGE = 100


def ratios(folder: Path) -> Iterator[Ratio]:
    """Measure searching (few, many, no hits), the whole list, and pages at three depths."""
    path = folder / "lists.thidua"
    with (
        made(path, COUNT) as database,
        raw_connection(path) as raw,
        database.read() as connection,
    ):
        for words in ("nguyen thi thu ha 17", "dang", "khong co ai", ""):
            query = Query(text=words)
            sql, values = _raw_search(words)
            assert AWARDS.find(connection, query) == _raw_uids(raw, sql, values)
            yield ratio(
                f"search 200 000 awards: “{words}”",
                partial(AWARDS.find, connection, query),
                partial(_raw_uids, raw, sql, values),
                1.5,
                turns=9,
            )
        uids = AWARDS.find(connection, Query())
        for where, start in (("first", 0), ("middle", COUNT // 2), ("last", COUNT - PAGE)):
            page = uids[start : start + PAGE]
            yield ratio(
                f"page of 100, {where}",
                partial(AWARDS.rows, connection, page),
                partial(_raw_page, raw, page),
                2.5,
                turns=51,
            )


def _raw_search(words: str) -> tuple[str, list[str]]:
    wanted = words.split()
    tests = "".join(" AND search_fold LIKE ?" for _ in wanted)
    order = "register_year DESC, decision_date DESC, decision_number, ordinal, name_key, uid"
    sql = f"SELECT uid FROM award WHERE gone = 0{tests} ORDER BY {order}"
    return sql, [f"%{word}%" for word in wanted]


def _raw_uids(raw: sqlite3.Connection, sql: str, values: list[str]) -> list[str]:
    return [row[0] for row in raw.execute(sql, values)]


def _raw_page(raw: sqlite3.Connection, page: list[str]) -> list[tuple[object, ...]]:
    marks = ",".join("?" * len(page))
    columns = (
        "uid, recipient_name, recipient_kind, recipient_position, recipient_unit_name, title,"
        "title_text, level, year, loai_hinh, nature, decision_number, decision_date, authority,"
        "amount, note"
    )
    sql = f"SELECT {columns} FROM award WHERE uid IN ({marks}) AND gone = 0"
    return raw.execute(sql, page).fetchall()
