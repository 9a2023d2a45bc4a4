"""A checked copy of an office file onto a stick. Knows no open file and no window."""

import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thidua_desktop.domain.errors import Refused
from thidua_desktop.storage import drives
from thidua_desktop.storage.handover.staging import private_folder, throw_away
from thidua_desktop.storage.handover.troubles import (
    different,
    too_large,
    too_little_room,
    writing_to,
)
from thidua_desktop.storage.sqlite import backup, drafts, portions, safe_open
from thidua_desktop.storage.sqlite.backup import Backup
from thidua_desktop.storage.sqlite.engine import make_engine
from thidua_desktop.storage.sqlite.failures import missing
from thidua_desktop.storage.sqlite.lock import beside
from thidua_desktop.storage.telling import Progress, Stages, Tell

_NOTE = ".json"
_SPARE = 0.1
"""Share of the size that must be free beside it."""

_WORDS = ("Lập bản chép", "Ghi ra ổ", "Đọc lại để so")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Letters that FAT and NTFS do not take in a name."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A copy that was written, read back and found the same; *copy* says what it holds."""

    path: Path
    copy: Backup


def send(source: Path, folder: Path, staging: Path, at: datetime, tell: Tell) -> Sent:
    """Write a copy of the office file *source*, open or not, into *folder* of a stick; return it.

    A compact copy is made and read in full in *staging* on this computer first, so that the file
    is held for a moment only. On the stick it is written under a hidden name, flushed, read back
    from the disk and compared, then named by the date; nobody's file is written over. A note with
    its hash lies beside it. Raises Refused or OutsideError, leaving nothing with a final name;
    what *tell* raises stops the work as cleanly.
    """
    if not folder.is_dir():
        raise missing(folder / source.name)
    stages = Stages(tell, _WORDS)
    stages.stage(0)(0, 1)
    here = private_folder(staging)
    try:
        made = backup.make(source, here, "handover", at)
        stages.stage(0)(1, 1)
        return _put(made, folder, stages)
    finally:
        throw_away(here)


def plain_name(name: str) -> str:
    """Return *name* without what a stick or Windows does not take in the name of a file."""
    return _FORBIDDEN.sub("-", name).strip(" .")


def _put(made: Backup, folder: Path, stages: Stages) -> Sent:
    note = beside(made.path, _NOTE)
    _check_room(folder, made.size, note.stat().st_size)
    with writing_to(folder, made.size):
        drafts.sweep(folder, plain_name(made.path.stem))
        path = _free_name(folder, made.path)
        draft, note_draft = drafts.draft_of(path), drafts.draft_of(beside(path, _NOTE))
        try:
            portions.copy(made.path, draft, stages.stage(1))
            portions.copy(note, note_draft, _quiet)
            _compare(draft, made, stages.stage(2))
            _name(note_draft, beside(path, _NOTE))
            _name(draft, path, beside(path, _NOTE))
        except BaseException:
            drafts.throw_away(draft, note_draft)
            raise
    return Sent(path, made)


def _check_room(folder: Path, size: int, note: int) -> None:
    """Raise before a byte is written where the copy cannot fit."""
    with writing_to(folder, size):
        limit, free = drives.file_limit(folder), shutil.disk_usage(folder).free
    if limit is not None and size > limit:
        raise too_large(folder, size, limit)
    if (needed := int(size * (1 + _SPARE)) + note) > free:
        raise too_little_room(folder, needed, free)


def _compare(draft: Path, made: Backup, progress: Progress) -> None:
    """Raise unless *draft*, read back from its disk, is the copy that was made, and whole."""
    if portions.read_back(draft, progress) != made.sha256:
        raise different(draft)
    header = safe_open.check_header(draft, made.version)
    engine = make_engine(draft, read_only=True)
    try:
        with engine.begin() as connection:
            safe_open.check_whole(connection, draft)
            safe_open.check_schema(connection, draft, header.version)
            if backup.state_of(connection).counts != made.counts:
                raise different(draft)
    finally:
        engine.dispose()


def _name(draft: Path, path: Path, *with_it: Path) -> None:
    """Give *draft* its name; where that fails, it goes *with_it*."""
    try:
        drafts.put_new(draft, path)
    except FileExistsError:
        drafts.throw_away(*with_it)
        raise Refused(
            f"Trong “{path.parent}” vừa có tệp khác mang tên “{path.name}”.",
            "Tệp ấy được giữ nguyên.",
            "Hãy làm lại; bản chép sẽ mang tên khác.",
        ) from None
    except OSError:
        drafts.throw_away(path, *with_it)
        raise


def _free_name(folder: Path, wanted: Path) -> Path:
    """Return the name for the copy: dated, and numbered where the date is taken."""
    path, number = folder / f"{plain_name(wanted.stem)}{wanted.suffix}", 1
    while path.exists() or beside(path, _NOTE).exists():
        number += 1
        path = folder / f"{plain_name(wanted.stem)}_{number}{wanted.suffix}"
    return path


def _quiet(_done: int, _total: int) -> None:
    """Tell nothing of a note of some hundred bytes."""
