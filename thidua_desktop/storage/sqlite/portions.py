"""Files copied and hashed a portion at a time, so that it can be told and stopped."""

import os
from hashlib import sha256
from pathlib import Path

from thidua_desktop.storage.telling import Progress

_PORTION = 1 << 20
_FLUSH_EVERY = 16  # Portions; a stick is slow, and what waits in memory cannot be stopped.


def copy(source: Path, target: Path, progress: Progress) -> str:
    """Copy *source* to the new file *target* and make it lasting; return the SHA-256 in hex.

    FileExistsError when *target* is there.
    """
    running = sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        total, done = os.fstat(reading.fileno()).st_size, 0
        for number, portion in enumerate(iter(lambda: reading.read(_PORTION), b""), start=1):
            writing.write(portion)
            running.update(portion)
            if number % _FLUSH_EVERY == 0:
                writing.flush()
                os.fsync(writing.fileno())
            done += len(portion)
            progress(done, total)
        writing.flush()
        os.fsync(writing.fileno())
    return running.hexdigest()


def read_back(path: Path, progress: Progress) -> str:
    """Return the SHA-256 of the bytes of *path*, read from the disk itself where we can ask so."""
    running = sha256()
    with path.open("rb", buffering=0) as reading:
        _forget(reading.fileno())
        total, done = os.fstat(reading.fileno()).st_size, 0
        while portion := reading.read(_PORTION):
            running.update(portion)
            done += len(portion)
            progress(done, total)
    return running.hexdigest()


def _forget(handle: int) -> None:
    """Let the system drop what it keeps of a flushed file in memory; Windows cannot be asked."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
