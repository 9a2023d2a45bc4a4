"""Drafts: what is typed and not saved yet, kept beside the office file and found after a crash.

They lie in the folder of this computer's user, one small file each, and never in the office file.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from thidua_desktop.domain.errors import Refused
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.sqlite.backup import file_uid

T = TypeVar("T")
_log = logging.getLogger(__name__)
_ENDING = ".draft"
_NO_PATH = re.compile(r"[^\w-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One field of a draft in the words of its form: its label, what stood there, what is typed."""

    label: str
    was: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in one form. *at*: when, ISO 8601; *title*: which record, for the officer.

    *was* and *now*: the record as it was kept when typing began and with what is typed, both as
    plain values; `Drafts.record` makes records of them.
    """

    table: str
    uid: str
    is_new: bool
    title: str
    fields: tuple[Typed, ...]
    was: Any
    now: Any
    at: str = ""


def draft_of(was: Any, now: Any, **about: Any) -> Draft:
    """Return the draft of a record *now* that was kept as *was*; *about*: the fields of `Draft`."""
    return Draft(was=msgspec.to_builtins(was), now=msgspec.to_builtins(now), **about)


class Drafts:
    """The drafts of one office file, below *folder*; they know the file by its own uid."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._root = folder

    def keep(self, draft: Draft) -> str:
        """Write *draft* in the place of an earlier one of the same record; return when.

        Raises OSError when the disk refuses; an earlier draft is as it was then.
        """
        at = self._database.place.clock().isoformat(timespec="seconds")
        path = self._path(draft.table, draft.uid)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, msgspec.json.encode(replace(draft, at=at)))
        return at

    def drop(self, table: str, uid: str) -> None:
        """Forget the draft of one record, if there is one."""
        with suppress(OSError):
            self._path(table, uid).unlink(missing_ok=True)

    def found(self) -> list[Draft]:
        """Return the drafts that were neither saved nor thrown away, the newest first.

        What cannot be read is passed over and stays where it is.
        """
        return sorted(self._read(), key=lambda draft: draft.at, reverse=True)

    @staticmethod
    def record(kind: type[T], plain: Any) -> T:
        """Return the record of class *kind* from *was* or *now* of a draft.

        Raises Refused when it does not fit: another version of the program wrote it.
        """
        try:
            return msgspec.convert(plain, kind)
        except msgspec.ValidationError as error:
            raise Refused(
                "Bản nháp này do một phiên bản khác của chương trình ghi, không mở lại được.",
                "Dữ liệu đã cất không bị ảnh hưởng.",
                "Hãy đọc các ô đã gõ trong danh sách bản nháp rồi gõ lại.",
            ) from error

    def _read(self) -> Iterator[Draft]:
        folder = self._folder()
        for path in folder.glob(f"*{_ENDING}") if folder.is_dir() else ():
            try:
                yield msgspec.json.decode(path.read_bytes(), type=Draft)
            except (OSError, msgspec.DecodeError) as error:
                _log.warning("draft %s not read: %s", path.name, error)

    def _path(self, table: str, uid: str) -> Path:
        return self._folder() / f"{_NO_PATH.sub('_', f'{table}-{uid}')}{_ENDING}"

    def _folder(self) -> Path:
        with self._database.read() as connection:
            return self._root / file_uid(connection)


def _write(path: Path, content: bytes) -> None:
    """Write *content* to *path* whole or not at all, for the user's eyes alone."""
    beside = path.with_suffix(".new")
    how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, how, mode=0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
