"""Nominations and the dossiers they came in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.listing import Query
from thidua_desktop.domain.nominations import Nomination, NominationRow, problems
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services import closed_units, linking, recipients, states, titles
from thidua_desktop.services.checking import verdicts
from thidua_desktop.services.checking.service import Checks
from thidua_desktop.services.checking.values import Eligible
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, tidied
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.nominations import NOMINATIONS


class Nominations(Records[Nomination, NominationRow]):
    """One recipient put forward for one title each."""

    kind = Nomination
    listing = NOMINATIONS
    words = Words("đề nghị")

    def __init__(
        self, database: Database, office: OfficeService, book: LawBook, checks: Checks
    ) -> None:
        super().__init__(database)
        self._office = office
        self._book = book
        self._checks = checks

    def find(self, query: Query) -> list[str]:
        """Return the uids of the nominations that match *query*, in its order.

        Beside the columns of the list, "verdict" narrows and orders by what checks say.
        """
        plain, by_verdict = verdicts.split(query)
        return by_verdict.of(super().find(plain), self._checks)

    def count(self, query: Query) -> int:
        """Return how many nominations match *query*."""
        plain, by_verdict = verdicts.split(query)
        return len(self.find(query)) if by_verdict.narrows else super().count(plain)

    def rows_of(self, query: Query) -> list[NominationRow]:
        """Return all rows that match *query*."""
        plain, by_verdict = verdicts.split(query)
        if not by_verdict.is_asked:
            return super().rows_of(plain)
        return self.rows(self.find(query))

    def new(self, **known: Any) -> Nomination:
        """Return a draft of this year."""
        return Nomination(**{"year": self._office.year(), **known})

    def propose(
        self, found: Sequence[Eligible], title: str, kind: str, year: int, dossier: str = ""
    ) -> Changed:
        """Put those *found* forward for the title (its id) of *year*, as one step.

        *kind* is that of all of them; they lie in the *dossier* of this uid, in none for "".
        RuleError tells what stands in the way of the first that cannot be kept.
        """
        known = titles.known_title(self._book, title, kind, titles.year_or_none(year))
        called = known.name if known else title
        drafts = [
            self.new(
                dossier_uid=dossier or None,
                recipient=_recipient(one, kind),
                title=title,
                title_text=called,
                year=year,
                state="submitted" if dossier else "draft",
            )
            for one in found
        ]
        return self.save_many(drafts, f"Thêm {len(drafts)} đề nghị {called}, năm {year}")

    def _tidy(self, entry: Entry[Nomination]) -> tuple[Nomination, list[Problem]]:
        draft = tidied(entry.draft)
        if entry.before is None:
            draft = replace(draft, recipient=recipients.filled(draft.recipient, entry.connection))
        date = titles.year_or_none(draft.year)
        nomination = titles.titled(draft, entry.before, date, self._book)
        before = entry.before
        was = (before.recipient, titles.year_or_none(before.year)) if before else None
        found = closed_units.of_recipient(nomination.recipient, date, was, entry)
        return nomination, [*problems(nomination), *found]

    def _look_up(self, edits: Sequence[Edit], connection: Reading, found: dict[Any, Any]) -> None:
        found["known"] = linking.Known.of(edits, connection)

    def _tied(self, draft: Nomination, edit: Edit, entry: Entry[Nomination]) -> Nomination:
        before = entry.before.recipient if entry.before else None
        known = entry.found["known"]
        date = titles.year_or_none(draft.year)
        return replace(draft, recipient=linking.tied(draft.recipient, before, edit, known, date))

    def _follow(
        self, step: WriteStep, saved: Sequence[Nomination], before: dict[str, Nomination]
    ) -> None:
        states.enter(step, saved, before, self._office.now.date().isoformat())


def _recipient(one: Eligible, kind: str) -> Recipient:
    return Recipient(
        kind=kind,
        name=one.name,
        position=one.position,
        unit_name=one.unit,
        person_uid=one.person_uid,
        unit_uid=one.unit_uid,
    )
