"""What was done and taking it back: steps, undo, redo, the life of a record, a person's awards."""

from thidua_desktop.domain.awards import AwardRow
from thidua_desktop.domain.changes import Changed, FieldChange, Step
from thidua_desktop.storage import history, undo
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.history import Deleted
from thidua_desktop.storage.lists.awards import AWARDS

_STEPS = 200


class History:
    """The journal as an officer sees it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def steps(self, limit: int = _STEPS) -> list[Step]:
        """Return the last *limit* steps, the newest first."""
        with self._database.read() as connection:
            return history.steps(connection, limit)

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back, None when there is none."""
        with self._database.read() as connection:
            return history.next_undo(connection)

    def next_redo(self) -> Step | None:
        """Return the undo that redo would take back, None when there is none."""
        with self._database.read() as connection:
            return history.next_redo(connection)

    def undo(self, uid: str | None = None, *, confirmed: bool = False) -> Changed:
        """Take back the last step not undone, or the step *uid*, as a new step.

        ChangedSince names the rows changed since; once *confirmed* they are left as they are.
        Refused when there is nothing to take back.
        """
        return undo.undo(self._database, uid, confirmed=confirmed)

    def redo(self, *, confirmed: bool = False) -> Changed:
        """Do again what was undone last; Refused when there is nothing."""
        return undo.redo(self._database, confirmed=confirmed)

    def of_record(self, table: str, uid: str) -> list[FieldChange]:
        """Return what happened to one record, field by field, the newest first."""
        with self._database.read() as connection:
            return history.of_record(connection, table, uid)

    def awards_of(self, name_or_uid: str) -> list[AwardRow]:
        """Return all awards of a person or collective, the newest first.

        By its uid, or by its name with marks and case aside.
        """
        with self._database.read() as connection:
            return AWARDS.rows(connection, history.awards_of(connection, name_or_uid))

    def deleted(self, limit: int = _STEPS) -> list[Deleted]:
        """Return the last *limit* records that an officer deleted, to be brought back by undo."""
        with self._database.read() as connection:
            return history.recycle_bin(connection, limit)
