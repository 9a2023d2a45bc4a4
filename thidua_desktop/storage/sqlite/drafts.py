"""Files under a name that nobody takes for finished, until they are. Knows no SQLite."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from thidua_desktop.storage.sqlite.files import COMPANIONS, put_in_place, sync
from thidua_desktop.storage.sqlite.lock import beside

_ENDING = ".dang-ghi"
_LONGEST = 60  # Letters of a name that its draft keeps; a name of the system ends at 255 bytes.


def draft_of(path: Path) -> Path:
    """Return the hidden name beside *path* under which it is written: `.<name>.<hex>.dang-ghi`."""
    return path.with_name(f".{path.name[:_LONGEST]}.{secrets.token_hex(4)}{_ENDING}")


def sweep(folder: Path, start: str) -> None:
    """Remove what was left half written in *folder* under names that begin with *start*."""
    ours = re.compile(re.escape(f".{start[:_LONGEST]}") + r".*\.[0-9a-f]{8}" + re.escape(_ENDING))
    for path in list(folder.iterdir()):
        if ours.fullmatch(path.name):
            path.unlink(missing_ok=True)


def put_new(draft: Path, path: Path) -> None:
    """Give the finished *draft* its name and make it lasting; FileExistsError when it is taken."""
    sync(draft)
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # The disk knows no second name of a file, as FAT does not.
        if path.exists():
            raise FileExistsError(path) from None
        put_in_place(draft, path)
        return
    draft.unlink()
    sync(path)
    sync(path.parent)


def throw_away(*paths: Path) -> None:
    """Remove files and what SQLite left beside them; the disk they lay on may be gone with them."""
    for path in paths:
        for ending in ("", *COMPANIONS):
            with suppress(OSError):
                beside(path, ending).unlink(missing_ok=True)
