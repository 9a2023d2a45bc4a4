"""The fingerprint of a schema: tables, indexes and guards, nothing more and nothing less."""

import re
from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection

FINGERPRINTS = {
    1: "17ade49a887aaf6220655abf329379fd797111b97113f92315a548d737751163",
    2: "98b2015a1ee0548236bf2c06354570a6e0838681077ffcd48109060e3d427629",
    3: "597de8383950e961cd9f1a9187b3f671c89770d00a8ef87077d65bfbfd47662c",
}
"""SHA-256 of the normalised schema of each version this program has written."""

_RULES = ("CONSTRAINT", "PRIMARY KEY", "FOREIGN KEY", "CHECK", "UNIQUE")


def newest_known() -> int:
    """Return the newest version of the schema: `user_version` of a file this program writes."""
    return max(FINGERPRINTS)


def is_known(connection: Connection, version: int) -> bool:
    """Say whether the schema is exactly that of *version*."""
    return fingerprint(connection) == FINGERPRINTS.get(version)


def fingerprint(connection: Connection) -> str:
    """Return the SHA-256 of the schema: blanks, quotes and the order of constraints aside.

    Rebuilding a table in an upgrade writes its constraints in any order.
    """
    entries = connection.exec_driver_sql(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema "
        "WHERE type <> 'table' OR name NOT IN ('sqlite_stat1', 'sqlite_stat4') "
        "ORDER BY type, name"
    )
    told = "\n".join(
        " ".join((*map(str, names), _plain(str(sql or "")))) for *names, sql in entries
    )
    return sha256(told.encode()).hexdigest()


def _plain(sql: str) -> str:
    text = re.sub(r"\s+", " ", sql.replace('"', "")).strip()
    if not text.startswith("CREATE TABLE "):
        return text
    head, _, body = text.partition("(")
    parts = list(_parts(body.removesuffix(")")))
    rules = sorted(part for part in parts if part.startswith(_RULES))
    return f"{head.strip()} ({', '.join([p for p in parts if p not in rules] + rules)})"


def _parts(body: str) -> Iterator[str]:
    """Give what stands between the commas that are in no parentheses."""
    depth, start = 0, 0
    for at, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield body[start:at].strip()
            start = at + 1
    yield body[start:].strip()
