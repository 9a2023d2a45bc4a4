"""The open office file itself: where it lies, whether it may be written, closing it."""

from pathlib import Path

from thidua_desktop.storage.database import Database


class OfficeFile:
    """One open file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """Return where the file lies."""
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        """Say whether the file was opened for reading alone."""
        return self._database.is_read_only

    def close(self) -> None:
        """Close the file and let others have it; closing twice does no harm."""
        self._database.close()
