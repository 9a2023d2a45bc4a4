"""Backups: a compact copy and a note of its hash and counts, read again before it is named."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from thidua_desktop.domain.errors import BadFile
from thidua_desktop.storage.sqlite import safe_open
from thidua_desktop.storage.sqlite.engine import connect, make_engine
from thidua_desktop.storage.sqlite.failures import damaged, translated
from thidua_desktop.storage.sqlite.files import put_in_place, sha256_of
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.lock import beside

REASONS: Mapping[str, str] = {
    "daily": "Đầu ngày",
    "exit": "Khi đóng chương trình",
    "manual": "Sao lưu theo yêu cầu",
    "import": "Trước khi nhập danh sách lớn",
    "merge": "Trước khi gộp dữ liệu",
    "upgrade": "Trước khi nâng cấp tệp",
    "restore": "Trước khi khôi phục",
    "handover": "Chép ra USB",
}
"""Why a backup was made, in words for an officer."""

_NOTE = ".json"
_DRAFT = ".dang-ghi"


@dataclass(frozen=True, slots=True)
class State:
    """How far an office file has come. *counts*: rows by table, without the deleted ones.

    *head*: hash of the last step, "" before the first; *last_at*, *last_label*: when it was made
    (ISO) and its words.
    """

    counts: Mapping[str, int]
    head: str = ""
    last_at: str = ""
    last_label: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup and what its note says; see `State` for what it holds.

    *file*: the uid of the office file it was made of. Notes of the first program tell no last step,
    and count deleted rows too.
    """

    path: Path
    file: str
    at: datetime
    reason: str
    size: int
    sha256: str
    version: int
    head: str
    counts: Mapping[str, int] = field(hash=False, compare=False)
    last_at: str = field(default="", compare=False)
    last_label: str = field(default="", compare=False)


def make(source: Path, folder: Path, reason: str, at: datetime) -> Backup:
    """Back the office file *source* up into *folder*; raise, leaving nothing, when it fails.

    The copy is read again in full before it is given its name.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob(f"*{_DRAFT}*"):
            stale.unlink(missing_ok=True)
        path = _free_name(source, folder, at)
        draft, note = beside(path, _DRAFT), beside(path, _NOTE + _DRAFT)
        try:
            _copy(source, draft)
            made = _describe(draft, path, reason, at)
            note.write_text(_note_text(made), "utf-8")
            put_in_place(note, beside(path, _NOTE))
            put_in_place(draft, path)
        except BaseException:
            for rest in (draft, note, beside(path, _NOTE)):
                rest.unlink(missing_ok=True)
            raise
    return made


def read_all(folder: Path) -> list[Backup]:
    """Return the backups in *folder*, newest first; a file without a readable note is none."""
    found = [_read_note(note) for note in folder.glob(f"*{_NOTE}")] if folder.is_dir() else []
    known = (backup for backup in found if backup is not None and backup.path.is_file())
    return sorted(known, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def check(path: Path, newest: int) -> Backup:
    """Return the backup *path* after reading it in full; raise BadFile when a bit of it changed."""
    safe_open.check_header(path, newest)
    said = _read_note(beside(path, _NOTE))
    if said is None:
        raise BadFile(
            f"Bản sao lưu “{path.name}” thiếu tệp ghi chú đi kèm (.json), không kiểm tra được.",
            "Tệp đang dùng được giữ nguyên.",
            "Hãy chọn bản sao lưu khác.",
        )
    with translated(path):
        found = _describe(path, path, said.reason, said.at)
        if found != said or (said.last_at and found.counts != said.counts):
            raise damaged(path, "nội dung khác với lúc sao lưu")
    return said


def remove(backup: Backup) -> None:
    """Delete a backup and its note."""
    backup.path.unlink(missing_ok=True)
    beside(backup.path, _NOTE).unlink(missing_ok=True)


def folder_for(backups: Path, path: Path, uid: str) -> Path:
    """Return where the backups of the file *uid*, now at *path*, lie or will lie.

    A folder of its very name is its own; else one that it had under another name.
    """
    mark = f"_{uid[-12:]}"
    if (own := backups / f"{path.stem}{mark}").is_dir():
        return own
    known = sorted(backups.glob(f"*{mark}")) if backups.is_dir() else []
    return known[0] if known else backups / f"{path.stem}{mark}"


def _free_name(source: Path, folder: Path, at: datetime) -> Path:
    stem = f"{source.stem}_{at:%Y%m%d_%H%M%S}"
    path, number = folder / f"{stem}{source.suffix}", 1
    while path.exists() or beside(path, _NOTE).exists():
        number += 1
        path = folder / f"{stem}_{number}{source.suffix}"
    return path


def _copy(source: Path, draft: Path) -> None:
    connection = connect(source, "ro")
    try:
        connection.execute("VACUUM INTO ?", (str(draft),))
    finally:
        connection.close()


def _describe(draft: Path, path: Path, reason: str, at: datetime) -> Backup:
    """Return what the copy *draft* holds, having checked all of it."""
    header = safe_open.check_header(draft, newest_known())
    engine = make_engine(draft, read_only=True)
    try:
        with engine.begin() as connection:
            safe_open.check_whole(connection, path)
            safe_open.check_schema(connection, path, header.version)
            state, uid = state_of(connection), file_uid(connection)
    finally:
        engine.dispose()
    return Backup(
        path=path,
        file=uid,
        at=at,
        reason=reason,
        size=draft.stat().st_size,
        sha256=sha256_of(draft),
        version=header.version,
        **asdict(state),
    )


def file_uid(connection: Connection) -> str:
    """Return the uid of the file itself."""
    asked = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'file'")
    return str(asked.scalar_one())


def head_of(connection: Connection) -> str:
    """Return the hash of the last step, "" before the first."""
    last = connection.exec_driver_sql("SELECT hash FROM step ORDER BY tick DESC LIMIT 1")
    return last.scalar() or ""


def state_of(connection: Connection) -> State:
    """Return how far the file has come."""
    last = connection.exec_driver_sql("SELECT hash, at, label FROM step ORDER BY tick DESC LIMIT 1")
    return State(_counts(connection), *(last.first() or ()))


def _counts(connection: Connection) -> dict[str, int]:
    tables = connection.exec_driver_sql(
        "SELECT name, EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'gone') "
        "FROM sqlite_schema AS t WHERE type = 'table' ORDER BY name"
    )
    return {name: _count(connection, name, softly=softly) for name, softly in tables.all()}


def _count(connection: Connection, name: str, *, softly: int) -> int:
    """Count the rows of a table; where they are deleted *softly*, an index knows which are."""
    every = f'SELECT count(*) FROM "{name}"'
    gone = f"({every} WHERE gone = 1)" if softly else "0"
    return int(connection.exec_driver_sql(f"SELECT ({every}) - {gone}").scalar_one())


def _note_text(backup: Backup) -> str:
    told = {**asdict(backup), "path": backup.path.name, "at": backup.at.isoformat()}
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True)


def _read_note(note: Path) -> Backup | None:
    """Return the backup a note speaks of; None when the note is missing or is not one of ours."""
    try:
        told: dict[str, Any] = json.loads(note.read_text("utf-8"))
        path = note.with_name(note.name.removesuffix(_NOTE))
        return Backup(**{**told, "path": path, "at": datetime.fromisoformat(told["at"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
