"""The register: each award as it was on the day of its decision."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.awards import Award, AwardRow, problems
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.services import linking, recipients, titles
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.lists.awards import AWARDS
from thidua_desktop.storage.lists.decisions import DECISIONS


class Awards(Records[Award, AwardRow]):
    """The rows of the register.

    Law, coefficient, base salary and amount are filled once, from the pack of the decision's
    date; number and date of the decision are those of the decision it is linked to.
    """

    kind = Award
    listing = AWARDS
    words = Words("khen thưởng")

    def __init__(self, database: Database, office: OfficeService, book: LawBook) -> None:
        super().__init__(database)
        self._office = office
        self._book = book

    def new(self, **known: Any) -> Award:
        """Return a draft of this year, decided by the head of this office."""
        usual = {
            "year": self._office.year(),
            "level": self._office.get().level,
            "authority": self._office.authority(),
        }
        return Award(**{**usual, **known})

    def _tidy(self, entry: Entry[Award]) -> tuple[Award, list[Problem]]:
        before = entry.before
        award, found = with_dates(tidied(entry.draft), "decision_date", "certificate_printed")
        if before is None:
            award = replace(award, recipient=recipients.filled(award.recipient, entry.connection))
        if not found:
            award = _with_decision(award, before, entry)
            date = award.decision_date or titles.year_or_none(award.year)
            award = titles.priced(titles.titled(award, before, date, self._book), self._book)
        return award, found + problems(award)

    def _look_up(self, edits: Sequence[Edit], connection: Reading, found: dict[Any, Any]) -> None:
        found["known"] = linking.Known.of(edits, connection)

    def _tied(self, draft: Award, edit: Edit, entry: Entry[Award]) -> Award:
        before = entry.before.recipient if entry.before else None
        known = entry.found["known"]
        draft = replace(draft, recipient=linking.tied(draft.recipient, before, edit, known))
        chosen = edit.keys.get("decision_number")
        return replace(draft, decision_uid=chosen) if chosen else draft


def decided(award: Award, decision: Decision) -> Award:
    """Return *award* with number, date and authority of *decision*."""
    return replace(
        award,
        decision_uid=decision.uid,
        decision_number=decision.number,
        decision_date=decision.date,
        authority=decision.authority or award.authority,
    )


def _with_decision(award: Award, before: Award | None, entry: Entry[Award]) -> Award:
    """Return *award* linked by the number and date typed, or worded by the decision chosen."""
    is_same = before is not None and award.decision_uid == before.decision_uid
    is_retyped = before is not None and is_same and _named(award) != _named(before)
    if award.decision_number and (award.decision_uid is None or is_retyped):
        return replace(award, decision_uid=_find_decision(award, entry))
    if award.decision_uid is None or is_same:
        return award
    found = store.get(entry.connection, Decision, [award.decision_uid])
    return decided(award, found[0]) if found else award


def _find_decision(award: Award, entry: Entry[Award]) -> str | None:
    """Return the one decision of that number and date; None when there is none, or more."""
    named = _named(award)
    if named not in entry.found:
        filters = (
            Filter("number", award.decision_number, "is"),
            Filter("date", award.decision_date, "is"),
        )
        found = DECISIONS.find(entry.connection, Query(filters=filters))
        entry.found[named] = found[0] if len(found) == 1 else None
    kept: str | None = entry.found[named]
    return kept


def _named(award: Award) -> tuple[str, str]:
    return award.decision_number, award.decision_date
