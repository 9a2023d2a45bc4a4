"""Ties what is saved to the person, unit or household that the officer chose from a list."""

from dataclasses import replace
from typing import TypeVar

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import PERSON_KINDS, Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.ui.widgets.suggestions import Suggestion

H = TypeVar("H", bound=Award | Nomination)


class Links:
    """Remembers what was chosen, by its words, and puts it on a recipient of the same words.

    A link goes when the words are changed to something else: they were another's.
    """

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._units: dict[str, str] = {}
        self._households: dict[str, str] = {}
        self._shown = Recipient()

    def show(self, recipient: Recipient) -> None:
        """Begin with *recipient* as it is kept."""
        self._shown = recipient
        self._people.clear()
        self._units.clear()
        self._households.clear()

    def take_name(self, chosen: Suggestion, kind: str) -> None:
        """Remember the person, unit or household chosen as the one honoured."""
        known = self._people if kind in PERSON_KINDS else self._units
        if kind == "household":
            known = self._households
        known[fold(chosen.text)] = chosen.key

    def take_unit(self, chosen: Suggestion) -> None:
        """Remember the unit chosen as the workplace."""
        self._units[fold(chosen.text)] = chosen.key

    def tied(self, draft: H) -> H:
        """Return *draft* with the links that its words have."""
        return replace(draft, recipient=self._tied(draft.recipient))

    def _tied(self, now: Recipient) -> Recipient:
        is_person = now.kind in PERSON_KINDS
        person = self._people.get(fold(now.name), self._kept(now, "person_uid", "name"))
        unit = self._units.get(fold(now.name), self._kept(now, "unit_uid", "name"))
        household = self._households.get(fold(now.name), self._kept(now, "household_uid", "name"))
        workplace = self._units.get(
            fold(now.unit_name), self._kept(now, "workplace_uid", "unit_name")
        )
        return replace(
            now,
            person_uid=person if is_person else None,
            unit_uid=None if is_person or now.kind == "household" else unit,
            household_uid=household if now.kind == "household" else None,
            workplace_uid=workplace if now.unit_name else None,
        )

    def _kept(self, now: Recipient, link: str, words: str) -> str | None:
        """Return the link that stands already, while the words it came with still do."""
        is_same = fold(getattr(now, words)) == fold(getattr(self._shown, words))
        kept: str | None = getattr(now, link)
        return kept if is_same else None
