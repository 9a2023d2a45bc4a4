"""Initiatives and research: who wrote them, and which nominations they serve."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.merits import (
    Initiative,
    InitiativeAuthor,
    InitiativeRow,
    InitiativeUse,
    initiative_problems,
)
from thidua_desktop.domain.nominations import Nomination, NominationRow
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Reading, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.services.whose import Look
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.merits import INITIATIVES
from thidua_desktop.storage.lists.nominations import NOMINATIONS

_BETWEEN = re.compile(r"\s*(?:[;,\n]|\svà\s)\s*")
_IN_UNIT = re.compile(r"(?P<name>[^()]+?)\s*\((?P<unit>.+)\)")


class Initiatives(Records[Initiative, InitiativeRow]):
    """Initiatives with their authors, who are people of the file where their names say so."""

    kind = Initiative
    listing = INITIATIVES
    words = Words("sáng kiến")

    def __init__(self, database: Database, office: OfficeService) -> None:
        super().__init__(database)
        self._office = office

    def new(self, **known: Any) -> Initiative:
        """Return a draft of this year."""
        return Initiative(**{"year": self._office.year(), **known})

    def authors(self, uid: str) -> list[tuple[str, str | None]]:
        """Return name and person of each author in order; None where nobody is known."""
        with self._database.read() as connection:
            first = store.one(connection, Initiative, uid)
            others = store.owned(connection, InitiativeAuthor, "initiative_uid", [uid])
            names = _names(first.authors) or _name_of(connection, first.person_uid)
            head = [(name, first.person_uid) for name in names[:1]]
        return [*head, *((one.full_name, one.person_uid) for one in others)]

    def uses(self, uid: str) -> list[str]:
        """Return the uids of the nominations that the initiative serves."""
        with self._database.read() as connection:
            found = store.owned(connection, InitiativeUse, "initiative_uid", [uid])
        return [use.nomination_uid for use in found if use.nomination_uid]

    def candidates(self, uid: str) -> list[NominationRow]:
        """Return the nominations of its authors, the newest first."""
        with self._database.read() as connection:
            people = _people(connection, uid)
            found = store.owned(connection, Nomination, "recipient_person_uid", people)
            rows = NOMINATIONS.rows(connection, [nomination.uid for nomination in found])
        return sorted(rows, key=lambda row: row.year, reverse=True)

    def use_for(
        self, uid: str, nominations: Sequence[str], outside: Sequence[str] | None = None
    ) -> Changed:
        """Let the initiative serve these nominations and no others, as one step.

        *outside*: ids of the titles it served that are not in this file, None to leave them.
        """
        with self._database.write("Ghi sáng kiến dùng cho đề nghị") as step:
            kept = store.owned(step.connection, InitiativeUse, "initiative_uid", [uid])
            ours = [use for use in kept if use.nomination_uid]
            gone = [use.uid for use in ours if use.nomination_uid not in nominations]
            step.remove(InitiativeUse, gone)
            known = {use.nomination_uid for use in ours}
            new = [one for one in nominations if one not in known]
            step.put([_use(uid, one) for one in store.get(step.connection, Nomination, new)])
            if outside is not None:
                initiative = store.one(step.connection, Initiative, uid)
                step.put(replace(initiative, used_for=" ".join(outside)))
        return step.changed

    def _tidy(self, entry: Entry[Initiative]) -> tuple[Initiative, list[Problem]]:
        draft, found = with_dates(tidied(entry.draft), "decision_date")
        before = entry.before
        if draft.authors and (before is None or before.authors != draft.authors):
            known = _known(_names(draft.authors)[0], Look(entry.connection, entry.found))
            draft = replace(
                draft, person_uid=known or draft.person_uid if before is None else known
            )
        elif not draft.authors:
            draft = replace(draft, authors="".join(_name_of(entry.connection, draft.person_uid)))
        return draft, found + initiative_problems(draft)

    def _follow(
        self, step: WriteStep, saved: Sequence[Initiative], before: dict[str, Initiative]
    ) -> None:
        look = Look(step.connection, {})
        for one in saved:
            was = before.get(one.uid)
            if (was.authors if was else "") != one.authors:
                _put_others(step, one, look)

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        for part in (InitiativeAuthor, InitiativeUse):
            owned: list[Any] = store.owned(step.connection, part, "initiative_uid", uids)
            step.remove(part, [one.uid for one in owned])


def _put_others(step: WriteStep, initiative: Initiative, look: Look) -> None:
    """Store the authors beside the first; one whose name stands as it was keeps its person."""
    kept = store.owned(step.connection, InitiativeAuthor, "initiative_uid", [initiative.uid])
    by_name = {fold(one.full_name): one for one in kept}
    wanted = []
    for ordinal, name in enumerate(_names(initiative.authors)[1:], start=2):
        one = by_name.pop(fold(name), None)
        if one is None:
            person = _known(name, look)
            one = InitiativeAuthor(initiative_uid=initiative.uid, person_uid=person, full_name=name)
        wanted.append(replace(one, ordinal=ordinal))
    step.remove(InitiativeAuthor, [one.uid for one in by_name.values()])
    step.put(wanted)


def _names(authors: str) -> list[str]:
    """Return the names in a list such as "Y Hoa (Trường Sơn Ca); A Tik"."""
    return [name for name in _BETWEEN.split(authors) if name]


def _known(said: str, look: Look) -> str | None:
    """Return the one person of that name, in the unit in brackets where one is named."""
    written = _IN_UNIT.fullmatch(said)
    if written is None:
        return look.person(said)[0]
    unit, _problems = look.unit(written["unit"])
    return look.person(written["name"], unit)[0] if unit else None


def _name_of(connection: Reading, person_uid: str | None) -> list[str]:
    found = store.get(connection, Person, [person_uid]) if person_uid else []
    return [person.full_name for person in found]


def _people(connection: Reading, uid: str) -> list[str]:
    first = store.one(connection, Initiative, uid)
    others = store.owned(connection, InitiativeAuthor, "initiative_uid", [uid])
    people = [first.person_uid, *(one.person_uid for one in others)]
    return [person for person in people if person]


def _use(initiative_uid: str, nomination: Nomination) -> InitiativeUse:
    return InitiativeUse(
        initiative_uid=initiative_uid,
        nomination_uid=nomination.uid,
        title=nomination.title,
        year=nomination.year,
    )
