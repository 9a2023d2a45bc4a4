"""Files kept with records: added, listed, read out, taken away. Opens none of them."""

from collections.abc import Container, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from thidua_desktop.domain.attaching import HEAVY, MOST, Kept, safe_name, size_words
from thidua_desktop.domain.changes import Changed, FieldChange
from thidua_desktop.domain.errors import BadFile, Refused
from thidua_desktop.domain.papers import Attachment
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.storage import attachments, records
from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep

_QUIET = Quiet()
_READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class Added:
    """What became of files that were to be added: the step, and a sentence for each left out.

    *total*: what all files of the office file weigh, in words, once that is worth telling.
    """

    changed: Changed
    names: Sequence[str]
    left_out: Sequence[str] = field(default_factory=list)
    total: str = ""


class Attachments:
    """The files kept with records of one office file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, table: str, uid: str) -> list[Kept]:
        """Return the files of one record in the order they were added."""
        with self._database.read() as connection:
            return attachments.of_owner(connection, table, uid)

    def comings_and_goings(self, table: str, uid: str) -> list[FieldChange]:
        """Return when files were added to one record and taken away; see `storage.attachments`."""
        with self._database.read() as connection:
            return attachments.comings_and_goings(connection, table, uid)

    def add(self, table: str, uid: str, paths: Sequence[Path], ticket: Ticket = _QUIET) -> Added:
        """Keep the files *paths* with one record as one step.

        A file that is too large, empty, unreadable or there already is left out and told of.
        Raises Refused when the record is gone.
        """
        left_out = [why for path in paths if (why := _why_not(path))]
        good = [path for path in paths if not _why_not(path)]
        what = f"“{safe_name(good[0].name)}”" if len(good) == 1 else f"{len(good)} tệp"
        names: list[str] = []
        with self._database.write(f"Đính kèm {what}") as step:
            if not records.exists(step.connection, BY_TABLE[table].record, uid):
                raise Refused("Bản ghi này đã bị xóa.", "Chưa có tệp nào được đính kèm.")
            there = records.owned(step.connection, Attachment, "owner_uid", [uid])
            for number, path in enumerate(good):
                ticket.step(number, len(good), f"Đang đính kèm {path.name}")
                draft = Attachment(owner_table=table, owner_uid=uid, name=safe_name(path.name))
                told = _put(step, draft, path, there)
                (left_out if told else names).append(told or there[-1].name)
        return Added(step.changed, names, left_out, self._heavy())

    def remove(self, uids: Sequence[str]) -> Changed:
        """Take files away from their record; undo brings them back."""
        with self._database.read() as connection:
            files = records.get(connection, Attachment, uids)
        what = f"“{files[0].name}”" if len(files) == 1 else f"{len(files)} tệp"
        with self._database.write(f"Bỏ tệp đính kèm {what}") as step:
            step.remove(Attachment, uids)
        return step.changed

    def content(self, uid: str) -> tuple[str, bytes]:
        """Return name and bytes of one file; KeyError when it was taken away, BadFile when lost."""
        with self._database.read() as connection:
            file = records.one(connection, Attachment, uid)
            try:
                return file.name, records.blob(connection, file.sha256)
            except KeyError as error:
                raise BadFile(
                    f"Nội dung của tệp đính kèm “{file.name}” không còn trong tệp dữ liệu.",
                    "Các dữ liệu khác không bị ảnh hưởng.",
                    "Hãy khôi phục từ bản sao lưu gần nhất, hoặc đính kèm lại tệp này.",
                ) from error

    def save_out(self, uid: str, path: Path) -> Path:
        """Write one file to *path*, whole or not at all; return *path*.

        KeyError when it was taken away, BadFile when lost, OutsideError when the disk refuses.
        """
        from thidua_desktop.documents.output import whole_file

        _name, content = self.content(uid)
        with whole_file(path) as beside:
            beside.write_bytes(content)
        return path

    def save_all_out(self, uids: Sequence[str], folder: Path, ticket: Ticket = _QUIET) -> Path:
        """Write files into *folder* by name; one that is there stays, ours gets a number.

        Raises what `save_out` raises, and Cancelled; the files written before then stay.
        """
        with self._database.read() as connection:
            files = records.get(connection, Attachment, uids)
        for number, file in enumerate(files):
            ticket.step(number, len(files), f"Đang ghi {file.name}")
            there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
            self.save_out(file.uid, folder / _other_than(there, safe_name(file.name)))
        return folder

    def copy_to_read(self, uid: str, folder: Path) -> Path:
        """Write a copy of one file below *folder* that cannot be changed, and return its path.

        Raises what `save_out` raises. A copy that is there already serves again.
        """
        with self._database.read() as connection:
            file = records.one(connection, Attachment, uid)
        copy = folder / uid / safe_name(file.name)
        if not copy.exists():
            with suppress(OSError):  # `save_out` says what the disk refuses.
                copy.parent.mkdir(parents=True, exist_ok=True)
            self.save_out(uid, copy).chmod(_READ_ONLY)
        return copy

    def _heavy(self) -> str:
        """Return what all files weigh once that is to be told, else ""."""
        with self._database.read() as connection:
            total = attachments.total(connection)
        return size_words(total) if total > HEAVY else ""


def _why_not(path: Path) -> str:
    """Return why *path* cannot be kept, or ""."""
    try:
        if path.is_dir():
            return f"“{path.name}” là thư mục; hãy chọn từng tệp trong đó."
        size = path.stat().st_size
    except OSError:
        return f"Không đọc được “{path.name}”."
    if not size:
        return f"“{path.name}” là tệp rỗng."
    if size > MOST:
        most = size_words(MOST)
        return f"“{path.name}” lớn {size_words(size)}; mỗi tệp đính kèm chỉ được tối đa {most}."
    return ""


def _put(step: WriteStep, draft: Attachment, path: Path, there: list[Attachment]) -> str:
    """Keep the content of *path* as *draft*, added to *there*; or return why it is left out."""
    try:
        content = path.read_bytes()
    except OSError:
        return f"Không đọc được “{path.name}”."
    sha256 = step.put_blob(content)
    if any(one.sha256 == sha256 for one in there):
        return f"“{path.name}” đã được đính kèm rồi."
    name = _other_than({one.name for one in there}, draft.name)
    there.append(replace(draft, name=name, sha256=sha256, size=len(content)))
    step.put(there[-1])
    return ""


def _other_than(taken: Container[str], name: str) -> str:
    """Return *name*, with a number before its ending when it is one of *taken*."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    numbered = (f"{stem} ({number}){dot}{ending}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)
