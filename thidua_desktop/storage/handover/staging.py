"""Private folders of this computer for copies on their way. Knows no office file."""

import secrets
import shutil
import time
from pathlib import Path

from thidua_desktop.storage.handover.troubles import too_little_room
from thidua_desktop.storage.sqlite.failures import translated

_FORGOTTEN = 86_400
"""Seconds after which a copy that nobody took is thrown away."""


def private_folder(staging: Path, needed: int = 0) -> Path:
    """Make a folder in *staging* for one copy; raise where *needed* bytes would not fit.

    What a program that was cut off left there long ago is thrown away first.
    """
    with translated(staging):
        staging.mkdir(parents=True, exist_ok=True)
        _sweep(staging)
        if needed > (free := shutil.disk_usage(staging).free):
            raise too_little_room(staging, needed, free)
        folder = staging / secrets.token_hex(8)
        folder.mkdir(mode=0o700)
    return folder


def throw_away(folder: Path) -> None:
    """Remove a folder with all that is in it; doing it twice does no harm."""
    shutil.rmtree(folder, ignore_errors=True)


def _sweep(staging: Path) -> None:
    for folder in staging.iterdir():
        if time.time() - folder.stat().st_mtime > _FORGOTTEN:
            throw_away(folder)
