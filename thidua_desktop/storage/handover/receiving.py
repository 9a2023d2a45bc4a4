"""A file from outside brought onto this computer: copied in, distrusted, read in full, taken.

Nothing is ever read by SQLite where the file was found. Knows no open file and no window.
"""

import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.errors import BadFile, Refused
from thidua_desktop.domain.office import Office
from thidua_desktop.storage import records, schema, verify
from thidua_desktop.storage.handover.staging import private_folder, throw_away
from thidua_desktop.storage.handover.troubles import reading_from
from thidua_desktop.storage.journal import Order
from thidua_desktop.storage.sqlite import backup, drafts, portions, restoring, safe_open
from thidua_desktop.storage.sqlite.backup import State
from thidua_desktop.storage.sqlite.engine import make_engine
from thidua_desktop.storage.sqlite.failures import damaged, folder_instead, missing, translated
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.lock import beside
from thidua_desktop.storage.sqlite.watching import watched
from thidua_desktop.storage.telling import Progress, Stages, Tell

_WORDS = ("Chép vào máy", "Kiểm tra tệp", "Kiểm tra từng bản ghi")
_NOTE, _LONGEST_NOTE = ".json", 100_000
_LARGEST = 8_000_000_000  # Bytes; no office comes near.
_ROOM = 2.2
"""How often its size a file needs while it is checked, upgraded and put in place."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A copy on this computer of a file from outside, read in full and found good.

    *source*: where it was found; *copy*: where the copy waits until it is taken or dropped.
    *file*: its uid; *last_who*: who made its last step. *is_compared*: a note with its hash lay
    beside it. *was_older*: it was made by an older program, and the copy has been upgraded.
    """

    source: Path
    copy: Path
    office: Office
    file: str
    state: State
    last_who: str
    size: int
    is_compared: bool
    was_older: bool


def receive(source: Path, staging: Path, migrations: Path, tell: Tell) -> Incoming:
    """Copy *source* into a private folder in *staging* and check all of the copy there.

    Raises BadFile when it is damaged, foreign or tampered with, Refused when it is newer or not
    to be had now, OutsideError when its disk fails; nothing stays in *staging* then, nor when
    *tell* raises. *source* is only ever read.
    """
    stages = Stages(tell, _WORDS)
    size = _check_source(source)
    folder = private_folder(staging, int(size * _ROOM))
    try:
        return _received(source, folder / source.name, migrations, stages)
    except BadFile as error:
        throw_away(folder)
        raise BadFile(
            error.what,
            "Chưa có gì bị thay đổi trên máy này; tệp kia được giữ nguyên.",
            "Hãy xin một bản chép khác, lập bằng Tệp → Chép ra USB trên máy kia.",
        ) from error
    except BaseException:
        throw_away(folder)
        raise


def take(incoming: Incoming, target: Path, backups: Path, order: Order) -> None:
    """Put the copy at *target*, where no file stands, with a replica id of its own.

    *order* is the step that says where it comes from. Its backups get a folder of their own in
    *backups*. Raises Refused when the name is taken, OutsideError when the disk fails; the copy
    waits on then.
    """
    if not target.parent.is_dir():
        raise missing(target)
    draft = drafts.draft_of(target)
    with translated(target):
        try:
            portions.copy(incoming.copy, draft, _quiet)
            restoring.mint(draft, order)
            drafts.put_new(draft, target)
        except FileExistsError:
            raise Refused(
                f"Đã có tệp “{target.name}” trong thư mục này.",
                "Tệp cũ được giữ nguyên.",
                "Hãy chọn tên khác.",
            ) from None
        finally:
            drafts.throw_away(draft)
        (backups / f"{target.stem}_{incoming.file[-12:]}").mkdir(parents=True, exist_ok=True)
    drop(incoming)


@contextmanager
def at_hand(source: Path, staging: Path) -> Iterator[Path]:
    """Give a copy of the backup *source* and its note on this computer, for as long as needed."""
    folder = private_folder(staging)
    try:
        with reading_from(source):
            portions.copy(source, folder / source.name, _quiet)
            if (note := beside(source, _NOTE)).is_file():
                portions.copy(note, folder / note.name, _quiet)
        yield folder / source.name
    finally:
        throw_away(folder)


def drop(incoming: Incoming) -> None:
    """Throw the waiting copy away; dropping twice does no harm."""
    throw_away(incoming.copy.parent)


def _check_source(source: Path) -> int:
    """Return the size of *source*; raise where it is no plain file, or is being written."""
    with reading_from(source):
        if not source.parent.is_dir():
            raise missing(source)
        try:
            found = source.lstat()
        except FileNotFoundError:
            raise missing(source) from None
        unfinished = [p for e in ("-journal", "-wal") if _has_content(p := beside(source, e))]
    if stat.S_ISDIR(found.st_mode):
        raise folder_instead(source)
    if not stat.S_ISREG(found.st_mode):
        raise _refused(
            f"“{source.name}” là liên kết (lối tắt), không phải tệp dữ liệu.",
            "Hãy chọn chính tệp mà liên kết ấy chỉ tới.",
        )
    if found.st_size > _LARGEST:
        raise _refused(
            f"Tệp “{source.name}” quá lớn để là tệp thi đua.", "Hãy xem lại đã chọn đúng tệp chưa."
        )
    if unfinished:
        raise _refused(
            f"Cạnh tệp “{source.name}” có phần ghi dở (“{unfinished[0].name}”): tệp đang mở ở "
            "chương trình khác, hoặc được chép khi đang mở.",
            "Hãy mở tệp trên máy đã dùng nó, chép lại bằng Tệp → Chép ra USB, rồi đưa bản ấy vào.",
        )
    return found.st_size


def _received(source: Path, copy: Path, migrations: Path, stages: Stages) -> Incoming:
    is_compared = _copy_in(source, copy, stages.stage(0))
    _check_strictly(copy)
    _check(copy, stages.stage(1))
    was_older = restoring.bring_up(copy, migrations)
    return _read(source, copy, stages.stage(2), is_compared=is_compared, was_older=was_older)


def _copy_in(source: Path, copy: Path, progress: Progress) -> bool:
    """Copy the bytes; say whether a note beside *source* confirms them, raise where it denies."""
    with reading_from(source):
        before = source.stat()
        sha256 = portions.copy(source, copy, progress)
        after, said = source.stat(), _noted(beside(source, _NOTE))
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _refused(
            f"Tệp “{source.name}” bị chương trình khác ghi trong khi đang chép.",
            "Hãy đóng chương trình kia rồi làm lại.",
        )
    if said is not None and said != sha256:
        raise damaged(source, "nội dung khác với lúc chép ra")
    return said is not None


def _check_strictly(copy: Path) -> None:
    """Raise unless the header is that of a finished copy: nothing missing, nothing outside it."""
    header = safe_open.check_header(copy, newest_known())
    if header.modes != (1, 1):
        raise damaged(copy, "một phần dữ liệu nằm ngoài tệp")
    if copy.stat().st_size != header.page_size * header.pages:
        raise damaged(copy, "độ dài không khớp với phần đầu tệp")


def _check(copy: Path, progress: Progress) -> None:
    """Raise unless pages, links and schema of the copy are as the program makes them."""
    version = safe_open.check_header(copy, newest_known()).version
    engine = make_engine(copy, read_only=True)
    try:
        with translated(copy), engine.begin() as connection:
            with watched(connection, lambda: progress(0, 1)):
                safe_open.check_whole(connection, copy)
            safe_open.check_schema(connection, copy, version)
    finally:
        engine.dispose()
    progress(1, 1)


def _read(
    source: Path, copy: Path, progress: Progress, *, is_compared: bool, was_older: bool
) -> Incoming:
    """Return what the copy holds; raise where its rows are not those that its journal tells of."""
    engine = make_engine(copy, read_only=True)
    try:
        with translated(copy), engine.begin() as connection:
            with watched(connection, lambda: progress(0, 1)):
                found = verify.problems(connection)
            if found:
                raise damaged(copy, found[0].rstrip("."))
            progress(1, 1)
            return Incoming(
                source=source,
                copy=copy,
                office=next(iter(records.everything(connection, Office)), Office()),
                file=backup.file_uid(connection),
                state=backup.state_of(connection),
                last_who=_last_who(connection),
                size=copy.stat().st_size,
                is_compared=is_compared,
                was_older=was_older,
            )
    finally:
        engine.dispose()


def _last_who(connection: Connection) -> str:
    last = sa.select(schema.step.c.who).order_by(schema.step.c.tick.desc()).limit(1)
    return connection.execute(last).scalar() or ""


def _noted(note: Path) -> str | None:
    """Return the hash that the note promises; None where there is no note of ours."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        if note.stat().st_size <= _LONGEST_NOTE and not note.is_symlink():
            said = json.loads(note.read_text("utf-8"))["sha256"]
            return said if isinstance(said, str) else None
    return None


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _refused(what: str, todo: str) -> Refused:
    return Refused(what, "Chưa có gì bị thay đổi.", todo)


def _quiet(_done: int, _total: int) -> None:
    """Tell nothing of a copy from disk to disk."""
