"""The routine of backups of an open file: when one is due, where they lie, which stay."""

import glob
from pathlib import Path

from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.journal import Order
from thidua_desktop.storage.sqlite import backup, restoring
from thidua_desktop.storage.sqlite.backup import REASONS, Backup, State
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.thinning import kept

__all__ = [
    "REASONS",
    "Backup",
    "State",
    "automatic",
    "check",
    "folder_of",
    "is_current",
    "listed",
    "listed_for",
    "make",
    "present",
    "restore",
]


def make(database: Database, reason: str, folder: Path | None = None) -> Backup:
    """Back the file up now into *folder*, or else where its automatic backups lie, thinning those.

    *reason* is a key of `backup.REASONS`.
    """
    at = database.place.clock()
    made = backup.make(database.path, folder or folder_of(database), reason, at)
    if folder is None:
        everything = listed(database)
        for old in set(everything) - kept(everything, at) - {made}:
            backup.remove(old)
    return made


def automatic(database: Database, reason: str) -> Backup | None:
    """Back the file up when *reason* ("daily", "exit", …) makes one due; None when none is.

    Nothing is due when nothing changed since the last backup; a daily one only once a day.
    """
    if is_current(database):
        return None
    last = next(iter(listed(database)), None)
    today = database.place.clock().date()
    if reason == "daily" and last is not None and last.at.date() == today:
        return None
    return make(database, reason)


def is_current(database: Database) -> bool:
    """Say whether the newest automatic backup holds all that was written."""
    with database.read() as connection:
        head = backup.head_of(connection)
    return any(made.head == head for made in listed(database)[:1])


def restore(source: Path, target: Path, place: Place) -> None:
    """Put the backup *source* in the place of the office file *target*, which must be closed.

    The state before is kept: as a backup, or moved aside where it is too damaged to read. Raises
    BadFile when the backup is not as it was made, Refused when another program has the file.
    """
    label = f"Khôi phục từ bản sao lưu {source.name}"
    order = Order(label, "restore", place.who, place.clock())
    uid = check(source).file
    folder = backup.folder_for(place.backups, target, uid)
    restoring.put_back(source, target, folder, place.migrations, order)


def listed(database: Database) -> list[Backup]:
    """Return the automatic backups of this file, newest first."""
    return backup.read_all(folder_of(database))


def listed_for(place: Place, path: Path) -> list[Backup]:
    """Return the automatic backups of files named like *path*, newest first.

    For a file too damaged to say which one it is.
    """
    folders = place.backups.glob(f"{glob.escape(path.stem)}_*")
    found = [made for folder in folders for made in backup.read_all(folder)]
    return sorted(found, key=lambda made: made.at, reverse=True)


def present(database: Database) -> State:
    """Return how far the open file has come."""
    with database.read() as connection:
        return backup.state_of(connection)


def check(path: Path) -> Backup:
    """Return the backup *path* after reading it in full; BadFile when a bit of it changed."""
    return backup.check(path, newest_known())


def folder_of(database: Database) -> Path:
    """Return the folder of this file's automatic backups; its name survives renaming the file."""
    with database.read() as connection:
        uid = backup.file_uid(connection)
    return backup.folder_for(database.place.backups, database.path, uid)
