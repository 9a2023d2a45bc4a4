"""Households: kept by the name of their head."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.people import Household, HouseholdRow, household_problems
from thidua_desktop.services.closed_units import ClosedUnits
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied
from thidua_desktop.services.uses import refuse_used
from thidua_desktop.services.whose import unit_of
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.households import HOUSEHOLDS

_ADVICE = "Hộ đã có tên trong sổ hay đề nghị thì giữ lại, để còn tra cứu."


class Households(Records[Household, HouseholdRow]):
    """Households that are put forward or were honoured."""

    kind = Household
    listing = HOUSEHOLDS
    words = Words("hộ gia đình")

    def new(self, **known: Any) -> Household:
        """Return a draft household."""
        return Household(**known)

    def _tied(self, draft: Household, edit: Edit, entry: Entry[Household]) -> Household:  # noqa: ARG002
        chosen = edit.keys.get("unit_uid")
        return replace(draft, unit_uid=chosen) if chosen else draft

    def _tidy(self, entry: Entry[Household]) -> tuple[Household, list[Problem]]:
        household = tidied(entry.draft)
        found = household_problems(household)
        if entry.before and entry.before.unit_uid == household.unit_uid:
            return household, found
        unit, missing = unit_of(household.unit_uid, entry)
        if missing:
            return household, found + missing
        today = self._database.place.clock().date().isoformat()
        closed = ClosedUnits(entry.connection, entry.found)
        found += closed.problems({"unit_uid": unit}, today, {})
        return replace(household, unit_uid=unit), found

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        refuse_used(step.connection, "household", uids, _ADVICE)
