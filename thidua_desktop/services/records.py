"""What every list of records can do: find, read, save, delete. Knows no kind of record by name."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.listing import Query
from thidua_desktop.services.edits import GONE, Edit, Edited, alike, with_values
from thidua_desktop.services.tidying import Words
from thidua_desktop.storage import records as store
from thidua_desktop.storage.catalogue import mapping_of
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.listing import Listing
from thidua_desktop.storage.wording import headline

Reading = Any
"""An open connection; services hand it on to storage and never look inside."""


class Record(Protocol):
    """A record value: it has a uid."""

    @property
    def uid(self) -> str:
        """Return the key of the record."""


T = TypeVar("T", bound=Record)
R = TypeVar("R")
_PAGE = 2_000


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One draft on its way in. *before*: the record as it is stored, None on first entry.

    *connection* sees the file as the open step has made it so far; *found* keeps what was looked
    up for other drafts of the same step.
    """

    draft: T
    before: T | None
    connection: Reading
    found: dict[Any, Any] = field(default_factory=dict)


class Records(Generic[T, R]):
    """One list and its records. Saving tidies a draft, tells its problems, writes one step.

    A class of this kind says which record it keeps and adds what is its own: `new`, a draft with
    the office's defaults; `_tidy`, what typed words become and what is wrong with them; `_follow`,
    records that change with it; `_leave`, what hangs on it.
    """

    kind: ClassVar[type[Any]]
    listing: ClassVar[Listing[Any]]
    words: ClassVar[Words]

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, query: Query) -> list[str]:
        """Return the uids of the records that match *query*, in its order."""
        with self._database.read() as connection:
            return self.listing.find(connection, query)

    def count(self, query: Query) -> int:
        """Return how many records match *query*."""
        with self._database.read() as connection:
            return self.listing.count(connection, query)

    def rows(self, uids: Sequence[str]) -> list[R]:
        """Return what the list shows of *uids*, in that order; what is gone is left out."""
        with self._database.read() as connection:
            return self.listing.rows(connection, uids)

    def rows_of(self, query: Query) -> list[R]:
        """Return all rows that match *query*, as they stand at one moment."""
        found: list[R] = []
        texts: dict[str, str] = {}
        with self._database.read() as connection:
            uids = self.listing.find(connection, query)
            for start in range(0, len(uids), _PAGE):
                page = self.listing.rows(connection, uids[start : start + _PAGE])
                found.extend(_sharing(row, texts) for row in page)
        return found

    def get(self, uid: str) -> T:
        """Return the record; KeyError when it is gone."""
        with self._database.read() as connection:
            found: list[T] = store.get(connection, self.kind, [uid])
        if not found:
            raise KeyError(uid)
        return found[0]

    def get_many(self, uids: Sequence[str]) -> list[T]:
        """Return the records of *uids* in that order; what is gone is left out."""
        with self._database.read() as connection:
            found: list[T] = store.get(connection, self.kind, uids)
            return found

    def save(self, draft: T, label: str | None = None) -> Changed:
        """Store *draft* as one step; RuleError when something stands in its way."""
        return self.save_many([draft], label)

    def save_many(self, drafts: Iterable[T], label: str | None = None) -> Changed:
        """Store all *drafts* as one step, or none; RuleError with the problems of the first bad."""
        wanted = list(drafts)
        known = {record.uid for record in self.get_many([draft.uid for draft in wanted])}
        added = sum(draft.uid not in known for draft in wanted)
        words = label or self.words.saved(added, len(wanted) - added, self._name(wanted))
        with self._database.write(words) as step:
            self.put(step, wanted)
        return step.changed

    def put(self, step: WriteStep, drafts: Sequence[T]) -> None:
        """Tidy and store *drafts* in the open *step*; RuleError with the problems of the first bad.

        For services whose one step is more than one list.
        """
        connection = step.connection
        stored = store.get(connection, self.kind, [draft.uid for draft in drafts])
        before: dict[str, T] = {record.uid: record for record in stored}
        found: dict[Any, Any] = {}
        saved = []
        for draft in drafts:
            record, problems = self.checked(Entry(draft, before.get(draft.uid), connection, found))
            if problems:
                raise RuleError(problems)
            saved.append(record)
        step.put(saved)
        self._follow(step, saved, before)

    def edit(self, edits: Sequence[Edit], label: str | None = None, **known: Any) -> Edited:
        """Store of *edits* what can be stored, as one step; new records have what is *known*."""
        added = [edit for edit in edits if edit.is_new]
        drafts = alike(self.new(**known), len(added)) if added else []
        fresh = {e.uid: replace(d, uid=e.uid) for e, d in zip(added, drafts, strict=True)}  # type: ignore[type-var]
        words = label or self.words.saved(len(added), len(edits) - len(added))
        with self._database.write(words) as step:
            refused = self._put_edits(step, edits, fresh)
        return Edited(step.changed, refused)

    def total(self, uids: Sequence[str], column: str) -> int:
        """Return the sum of a *column* of whole numbers, such as đồng, over *uids*."""
        with self._database.read() as connection:
            return self.listing.total(connection, uids, column)

    def checked(self, entry: Entry[T]) -> tuple[T, list[Problem]]:
        """Return the draft as it would be stored, and the first problem of each of its fields."""
        record, problems = self._tidy(entry)
        return record, _first_of_each(problems)

    def delete(self, uids: Sequence[str], label: str | None = None) -> Changed:
        """Delete the records as one step; Refused when others still hang on them."""
        name = self._name(self.get_many(uids[:1]))
        with self._database.write(label or self.words.deleted(len(uids), name)) as step:
            self.remove(step, uids)
        return step.changed

    def remove(self, step: WriteStep, uids: Sequence[str]) -> None:
        """Delete the records in the open *step*; Refused when others still hang on them."""
        self._leave(step, uids)
        step.remove(self.kind, uids)

    @abstractmethod
    def new(self, **known: Any) -> T:
        """Return a draft with the office's defaults and what is *known*; nothing is stored."""

    @abstractmethod
    def _tidy(self, entry: Entry[T]) -> tuple[T, list[Problem]]:
        """Return the draft as it would be stored, and what stands in the way of storing it."""

    def _put_edits(
        self, step: WriteStep, edits: Sequence[Edit], fresh: Mapping[str, T]
    ) -> dict[str, list[Problem]]:
        """Store in the open *step* what can be stored of *edits*; return the problems by uid."""
        connection = step.connection
        stored = store.get(connection, self.kind, [edit.uid for edit in edits])
        before: dict[str, T] = {record.uid: record for record in stored}
        found: dict[Any, Any] = {}
        saved, refused = [], {}
        self._look_up(edits, connection, found)
        for edit in edits:
            was = before.get(edit.uid)
            base = was or fresh.get(edit.uid)
            if base is None:
                refused[edit.uid] = [Problem("", GONE)]
                continue
            record, problems = self._edited(edit, base, Entry(base, was, connection, found))
            if problems:
                refused[edit.uid] = problems
            if record is not None:
                saved.append(record)
        step.put(saved)
        self._follow(step, saved, before)
        return refused

    def _edited(self, edit: Edit, base: T, entry: Entry[T]) -> tuple[T | None, list[Problem]]:
        """Return *base* with the good values of *edit*, None when there are none; and problems."""
        values = dict(edit.values)
        refused: list[Problem] = []
        while values:
            draft = self._tied(with_values(base, values), replace(edit, values=values), entry)
            record, problems = self.checked(replace(entry, draft=draft))
            if not problems:
                return record, refused
            refused += problems
            named = {problem.field for problem in problems} & values.keys()
            if entry.before is None or not named:
                break
            values = {path: value for path, value in values.items() if path not in named}
        return None, refused

    def _look_up(self, edits: Sequence[Edit], connection: Reading, found: dict[Any, Any]) -> None:
        """Put into *found*, all at once, what `_tied` will ask for."""

    def _tied(self, draft: T, edit: Edit, entry: Entry[T]) -> T:  # noqa: ARG002
        """Return *draft*, which has the values of *edit*, with links to what these words name."""
        return draft

    def _name(self, records: Sequence[T]) -> str:
        """Return what the first of *records* is called in the label of a step."""
        mapping = mapping_of(self.kind)
        return headline(mapping, mapping.row(records[0])) if records else ""

    def _follow(self, step: WriteStep, saved: Sequence[T], before: dict[str, T]) -> None:
        """Store what changes with *saved* in the same step; *before* is how they were."""

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        """Remove what belongs to *uids* alone; raise Refused when something else hangs on them."""


def _sharing(row: R, texts: dict[str, str]) -> R:
    """Return *row* with each text that another row has too held once: a register repeats most."""
    values = {f.name: getattr(row, f.name) for f in fields(row)}  # type: ignore[arg-type]
    for name, value in values.items():
        if isinstance(value, str) and name != "uid":
            values[name] = texts.setdefault(value, value)
    return type(row)(**values)


def _first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problem of each field: a date that is none is not also a missing one."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    return list(first.values())
