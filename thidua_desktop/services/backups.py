"""Copies of the office file that were read again: made, listed, put back; and the whole check."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from thidua_desktop.storage import backups, verify
from thidua_desktop.storage.backups import REASONS, Backup, State
from thidua_desktop.storage.database import Database

__all__ = ["REASONS", "Backup", "Backups", "State"]

_MANUAL = "manual"
Sentences = list[str]
Made = list[Backup]


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
        """Back the file up when *reason* makes one due (daily, exit, import); None when none is.

        Raises what `make` raises.
        """
        made = backups.automatic(self._database, reason)
        return made.path if made else None

    def list(self) -> Made:
        """Return the automatic backups, the newest first."""
        return backups.listed(self._database)

    def move_to(self, folder: Path) -> Path:
        """Keep automatic backups in *folder* from now on; return the first one, made there now.

        Nothing changes when it cannot be made there: see `make`.
        """
        before = self._database.place
        self._database.place = replace(before, backups=folder)
        try:
            return self.make()
        except BaseException:
            self._database.place = before
            raise

    def restore(self, backup: Path) -> None:
        """Put *backup* in the place of this file, which is closed for it and must be opened again.

        The present state is backed up first. BadFile when the backup is not as it was made; the
        file is closed and as it was then.
        """
        place = self._database.place
        self._database.close()
        backups.restore(backup, self._database.path, place)

    def verify(self) -> Sentences:
        """Return what is wrong in the file, read in full: structure, links, journal, rows."""
        with self._database.read() as connection:
            return verify.problems(connection)

    def last(self) -> datetime | None:
        """Return when the newest automatic backup was made."""
        made = self.list()
        return made[0].at if made else None

    def present(self) -> State:
        """Return what the open file holds now, to be laid beside a backup."""
        return backups.present(self._database)

    def check(self, backup: Path) -> Backup:
        """Return *backup* after reading it in full; BadFile when it is not as it was made."""
        return backups.check(backup)

    def is_current(self) -> bool:
        """Say whether nothing was written since the newest automatic backup."""
        return backups.is_current(self._database)
