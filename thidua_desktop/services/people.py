"""People: saved under any right name. Editing a person never touches an award of theirs."""

import re
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Person, PersonRow, problems
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.storage.lists.people import PEOPLE

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .](?=\d)")


class People(Records[Person, PersonRow]):
    """Everyone the office knows."""

    kind = Person
    listing = PEOPLE
    words = Words("người")

    def new(self, **known: Any) -> Person:
        """Return a draft person."""
        return Person(**known)

    def _tidy(self, entry: Entry[Person]) -> tuple[Person, list[Problem]]:
        person = tidied(entry.draft)
        person = replace(person, citizen_id=_BETWEEN_DIGITS.sub("", person.citizen_id))
        person, found = with_dates(person, "birth")
        return person, found + problems(person)
