"""Copies of the office file that were read again: made by hand, made by themselves, listed."""

from datetime import datetime
from pathlib import Path

from thidua_desktop.storage import backups
from thidua_desktop.storage.backups import Backup
from thidua_desktop.storage.database import Database

_MANUAL = "manual"


class Backups:
    """The backups of one open file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, folder: Path | None = None) -> Path:
        """Back the file up now into *folder*, or where its automatic backups lie; return the copy.

        The copy is read again in full before it has its name. Raises OutsideError when the disk
        fails, BadFile when the copy is not whole; nothing is left behind then.
        """
        return backups.make(self._database, _MANUAL, folder).path

    def automatic(self, reason: str) -> Path | None:
        """Back the file up when *reason* makes one due (daily, exit, import); None when none is."""
        made = backups.automatic(self._database, reason)
        return made.path if made else None

    def list(self) -> list[Backup]:
        """Return the automatic backups, the newest first."""
        return backups.listed(self._database)

    def last(self) -> datetime | None:
        """Return when the newest automatic backup was made."""
        made = self.list()
        return made[0].at if made else None
