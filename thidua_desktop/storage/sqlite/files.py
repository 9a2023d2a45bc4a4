"""Files put in place whole: flushed, renamed without a gap, hashed. Knows no SQLite."""

import os
import shutil
import time
from hashlib import file_digest
from pathlib import Path

_ON_WINDOWS = os.name == "nt"
_TRIES = 5
_PAUSE = 0.2  # Seconds; a virus scanner holds a fresh file about that long.

COMPANIONS = ("-journal", "-wal", "-shm")
"""Endings of what SQLite may leave beside a file; it belongs to that file alone."""


def sync(path: Path) -> None:
    """Make sure that what was written to the file or folder *path* is on the disk."""
    if path.is_dir() and _ON_WINDOWS:
        return  # Windows flushes folders itself and cannot be asked to.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(draft: Path, path: Path) -> None:
    """Give the finished *draft* its name, replacing what stood there, and make it lasting."""
    sync(draft)
    for tries_left in reversed(range(_TRIES)):
        try:
            draft.replace(path)
            break
        except PermissionError:
            if not tries_left or not _ON_WINDOWS:
                raise
            time.sleep(_PAUSE)
    sync(path)
    sync(path.parent)


def copy(source: Path, target: Path) -> None:
    """Copy *source* to *target* and make it lasting."""
    shutil.copyfile(source, target)
    sync(target)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file's bytes, in hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
