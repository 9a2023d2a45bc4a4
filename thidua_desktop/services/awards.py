"""The register: each award as it was on the day of its decision."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.awards import Award, AwardRow, Correction, corrections, problems
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.text import clean, fold
from thidua_desktop.services import closed_units, linking, recipients, titles
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, date_or_none, tidied, with_dates
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

    def corrections(self, draft: Award) -> list[Correction]:
        """Return what *draft* changes of what stands in a decision that was issued."""
        with self._database.read() as connection:
            before = store.get(connection, Award, [draft.uid])
            return _corrections(tidied(draft), before[0], connection) if before else []

    def correct(self, draft: Award, reason: str) -> Changed:
        """Store *draft* with what it changes of the decision's words, as a step that says why.

        RuleError when there is no *reason*, or something else stands in the way.
        """
        reason = clean(reason)
        if not reason:
            raise RuleError([Problem("reason", "Đính chính thì cần ghi lý do.")])
        with self._database.write(f"Đính chính {draft.recipient.name}: {reason}") as step:
            before = store.one(step.connection, Award, draft.uid)
            award, problems = self._worded(Entry(draft, before, step.connection))
            if problems:
                raise RuleError(problems)
            step.put(award)
        return step.changed

    def _tidy(self, entry: Entry[Award]) -> tuple[Award, list[Problem]]:
        award, found = self._worded(entry)
        if entry.before is not None:
            changed = _corrections(award, entry.before, entry.connection)
            found = [*found, *(Problem(each.field, _AS_ISSUED) for each in changed)]
        return award, found

    def _worded(self, entry: Entry[Award]) -> tuple[Award, list[Problem]]:
        before = entry.before
        award, found = with_dates(tidied(entry.draft), "decision_date", "certificate_printed")
        if before is None:
            award = replace(award, recipient=recipients.filled(award.recipient, entry.connection))
        if not found:
            award = _with_decision(award, before, entry)
            date = _date(award)
            award = titles.priced(titles.titled(award, before, date, self._book), self._book)
            was = (before.recipient, _date(before)) if before else None
            found += closed_units.of_recipient(award.recipient, date, was, entry)
        return award, found + problems(award)

    def _look_up(self, edits: Sequence[Edit], connection: Reading, found: dict[Any, Any]) -> None:
        found["known"] = linking.Known.of(edits, connection)
        if len(edits) > _MANY:
            found["decisions"] = _by_name(store.everything(connection, Decision))

    def _tied(self, draft: Award, edit: Edit, entry: Entry[Award]) -> Award:
        before = entry.before.recipient if entry.before else None
        known = entry.found["known"]
        tied = linking.tied(draft.recipient, before, edit, known, date_or_none(_date(draft)))
        draft = replace(draft, recipient=tied)
        chosen = edit.keys.get("decision_number")
        return replace(draft, decision_uid=chosen) if chosen else draft


_MANY = 50  # Edits from which on it is quicker to know all decisions than to ask for each.
_AS_ISSUED = (
    "Đây là chữ trong quyết định đã ban hành. Hãy sửa ở phần chi tiết và cất, "
    "chương trình sẽ ghi là đính chính."
)


def _date(award: Award) -> str:
    """Return the date by which an award counts: its decision's, else its year."""
    return award.decision_date or titles.year_or_none(award.year)


def _corrections(award: Award, before: Award, connection: Reading) -> list[Correction]:
    changed = corrections(before, award)
    if not changed or before.decision_uid is None:
        return []
    found = store.get(connection, Decision, [before.decision_uid])
    return changed if found and found[0].state == "issued" else []


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
    if (known := entry.found.get("decisions")) is not None:
        one: str | None = known.get((fold(award.decision_number), award.decision_date))
        return one
    if named not in entry.found:
        filters = (
            Filter("number", award.decision_number, "is"),
            Filter("date", award.decision_date, "is"),
        )
        found = DECISIONS.find(entry.connection, Query(filters=filters))
        entry.found[named] = found[0] if len(found) == 1 else None
    kept: str | None = entry.found[named]
    return kept


def _by_name(decisions: Iterable[Decision]) -> dict[tuple[str, str], str | None]:
    """Return the uid of each decision by number and date, None where several have both."""
    found: dict[tuple[str, str], str | None] = {}
    for decision in decisions:
        named = (fold(decision.number), decision.date)
        found[named] = None if named in found else decision.uid
    return found


def _named(award: Award) -> tuple[str, str]:
    return award.decision_number, award.decision_date
