"""People: saved under any right name. Editing a person never touches an award of theirs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Person, PersonRow, problems
from thidua_desktop.services.closed_units import ClosedUnits
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.services.uses import refuse_used
from thidua_desktop.services.whose import unit_of
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.people import PEOPLE

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .](?=\d)")
_ADVICE = "Người đã có tên trong sổ hay đề nghị thì giữ lại, để còn tra cứu."


class People(Records[Person, PersonRow]):
    """Everyone the office knows."""

    kind = Person
    listing = PEOPLE
    words = Words("người")

    def new(self, **known: Any) -> Person:
        """Return a draft person."""
        return Person(**known)

    def _tied(self, draft: Person, edit: Edit, entry: Entry[Person]) -> Person:  # noqa: ARG002
        chosen = edit.keys.get("unit_uid")
        return replace(draft, unit_uid=chosen) if chosen else draft

    def _tidy(self, entry: Entry[Person]) -> tuple[Person, list[Problem]]:
        person = tidied(entry.draft)
        person = replace(person, citizen_id=_BETWEEN_DIGITS.sub("", person.citizen_id))
        person, found = with_dates(person, "birth")
        person, missing = self._placed(person, entry)
        return person, found + missing + problems(person)

    def _placed(self, person: Person, entry: Entry[Person]) -> tuple[Person, list[Problem]]:
        """Return *person* in the unit that is named; one comes to no unit that has ended."""
        is_known = entry.before is not None and entry.before.unit_uid == person.unit_uid
        if is_known or entry.connection is None:  # Who gives no connection has looked it up.
            return person, []
        unit, found = unit_of(person.unit_uid, entry)
        if found:
            return person, found
        closed = ClosedUnits(entry.connection, entry.found)
        today = self._database.place.clock().date().isoformat()
        return replace(person, unit_uid=unit), list(closed.problems({"unit_uid": unit}, today, {}))

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        refuse_used(step.connection, "person", uids, _ADVICE)
