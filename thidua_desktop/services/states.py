"""The states that dossiers and nominations went through, each with its day and reason."""

from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.domain.nominations import Dossier, Nomination, StateEntry
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep

Owner = Dossier | Nomination


class States:
    """Reads what was entered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_dossier(self, uid: str) -> list[StateEntry]:
        """Return the states of a dossier, the first first."""
        with self._database.read() as connection:
            return read(connection, "dossier_uid", [uid]).get(uid, [])

    def of_nomination(self, uid: str) -> list[StateEntry]:
        """Return the states that a nomination came into after it was first written down."""
        with self._database.read() as connection:
            return read(connection, "nomination_uid", [uid]).get(uid, [])


def read(connection: Reading, field: str, uids: Sequence[str]) -> dict[str, list[StateEntry]]:
    """Return the entries whose *field* is one of *uids*, by that uid, the first first."""
    found: dict[str, list[StateEntry]] = {}
    for entry in store.owned(connection, StateEntry, field, uids):
        found.setdefault(getattr(entry, field), []).append(entry)
    for entries in found.values():
        entries.sort(key=lambda entry: (entry.ordinal, entry.uid))
    return found


def enter(step: WriteStep, saved: Iterable[Owner], before: Mapping[str, Owner], date: str) -> None:
    """Write down in the open *step* which of *saved* came into another state than *before*.

    A dossier's first state counts as one, on the day it was received; *date* is the day of all
    others.
    """
    changed = [one for one in saved if _is_other(one, before.get(one.uid))]
    for kind, field in ((Dossier, "dossier_uid"), (Nomination, "nomination_uid")):
        owners = [one for one in changed if isinstance(one, kind)]
        if owners:
            known = read(step.connection, field, [one.uid for one in owners])
            step.put([_entry(one, field, known, before, date) for one in owners])


def _is_other(now: Owner, before: Owner | None) -> bool:
    if before is None:
        return isinstance(now, Dossier)
    return now.state != before.state


def _entry(
    one: Owner,
    field: str,
    known: Mapping[str, list[StateEntry]],
    before: Mapping[str, Owner],
    date: str,
) -> StateEntry:
    earlier = known.get(one.uid, [])
    is_first = one.uid not in before and isinstance(one, Dossier)
    return StateEntry(
        **{field: one.uid},
        state=one.state,
        date=(one.received or date) if is_first and isinstance(one, Dossier) else date,
        reason=one.reason if one.state in ("returned", "rejected") else "",
        ordinal=max((entry.ordinal for entry in earlier), default=0) + 1,
    )
