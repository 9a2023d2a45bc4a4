"""One program writes a file at a time: a lock the system frees, and a note of who holds it."""

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import filelock

from thidua_desktop.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a file: the system's user, the machine, the process, since when."""

    user: str
    machine: str
    pid: int
    since: str


class FileLock:
    """The lock beside an office file: `<file>.lock`, and `<file>.giu` that names the holder.

    The note goes when the lock is given back; one that is found while the lock is free says that
    the program was cut off (`was_cut_off`).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = beside(path, ".giu")
        self._lock = filelock.FileLock(beside(path, ".lock"), thread_local=False)
        self.was_cut_off = False

    def take(self) -> None:
        """Take the lock, or raise Refused naming who has it."""
        try:
            self._lock.acquire(timeout=0)
        except filelock.Timeout:
            raise held(self._path, _read(self._note)) from None
        self.was_cut_off = self._note.exists()
        try:
            self._note.write_text(json.dumps(asdict(_ourselves()), ensure_ascii=False), "utf-8")
        except OSError:
            self._lock.release()
            raise

    def give_back(self, *, is_clean: bool) -> None:
        """Free the lock; the note goes too, unless the file still has to be checked (not clean)."""
        if is_clean:
            self._note.unlink(missing_ok=True)
        self._lock.release()


def beside(path: Path, ending: str) -> Path:
    """Return the companion of *path* with that ending after the whole name."""
    return path.with_name(path.name + ending)


def held(path: Path, holder: Holder | None) -> Refused:
    """Return what is said when another program has *path* open."""
    who = (
        f"bởi {holder.user} trên máy {holder.machine} (tiến trình {holder.pid})"
        if holder
        else "ở một chương trình khác"
    )
    return Refused(
        f"Tệp “{path.name}” đang được mở {who}.",
        "Chưa có gì bị thay đổi.",
        "Hãy đóng chương trình kia rồi mở lại.",
    )


def _ourselves() -> Holder:
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(user or "người dùng", platform.node() or "này", os.getpid(), now)


def _read(note: Path) -> Holder | None:
    """Return who the note names; None when it is missing or was cut off."""
    try:
        return Holder(**json.loads(note.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
