"""The chain: a step's hash covers the step before it and every image's digest. Knows no SQL."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from hashlib import sha256

import msgspec

Link = tuple[int, str, str, bytes | None, bytes | None]
"""One change as the chain covers it: number, table, uid, digests before and after."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A row of `step` without its hash; the fields in stored order."""

    uid: str
    tick: int
    replica: str
    number: int
    at: str
    who: str
    label: str
    kind: str
    undoes: str | None
    undo_top: str | None
    redo_top: str | None
    below: str | None
    first: int
    rows: int
    prev: str

    def hash(self, links: Iterable[Link]) -> str:
        """Return the hash of this step over all its fields, *prev* among them, and its changes."""
        running = sha256(msgspec.json.encode(astuple(self)))
        for number, table, uid, before, after in links:
            running.update(f"\n{number} {table} {uid} {_hex(before)} {_hex(after)}".encode())
        return running.hexdigest()


def _hex(digest: bytes | None) -> str:
    return digest.hex() if digest is not None else "-"
