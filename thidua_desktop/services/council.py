"""The council: its terms and who sits in them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.council import (
    CouncilMember,
    CouncilTerm,
    MemberRow,
    problems,
    sitting,
    term_problems,
)
from thidua_desktop.domain.errors import Problem, Refused, RuleError
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.text import fold
from thidua_desktop.services.edits import Edit
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.storage import records as store
from thidua_desktop.storage.lists.council import MEMBERS


class Council(Records[CouncilMember, MemberRow]):
    """The members of all terms, and the terms."""

    kind = CouncilMember
    listing = MEMBERS
    words = Words("thành viên hội đồng")

    def new(self, **known: Any) -> CouncilMember:
        """Return a draft at the end of a term, the newest one unless another is known."""
        if "term_uid" not in known and (terms := self.terms()):
            known["term_uid"] = terms[0].uid
        members = self.members(known.get("term_uid", ""))
        usual = {"ordinal": max((member.ordinal for member in members), default=0) + 1}
        return CouncilMember(**{**usual, **known})

    def terms(self) -> list[CouncilTerm]:
        """Return all terms, the newest first."""
        with self._database.read() as connection:
            found = store.everything(connection, CouncilTerm)
        return sorted(found, key=lambda term: term.starts or term.decision_date, reverse=True)

    def members(self, term_uid: str) -> list[CouncilMember]:
        """Return the members of one term in their order."""
        with self._database.read() as connection:
            return store.owned(connection, CouncilMember, "term_uid", [term_uid])

    def save_term(self, draft: CouncilTerm) -> Changed:
        """Store a term; RuleError when its name is missing or a date is none."""
        term, found = with_dates(tidied(draft), "decision_date", "starts", "ends")
        if found := found + term_problems(term):
            raise RuleError(found)
        with self._database.write("Cất nhiệm kỳ hội đồng") as step:
            step.put(term)
        return step.changed

    def delete_term(self, uid: str) -> Changed:
        """Delete a term and its members as one step."""
        with self._database.write("Xóa nhiệm kỳ hội đồng") as step:
            members = store.owned(step.connection, CouncilMember, "term_uid", [uid])
            step.remove(CouncilMember, [member.uid for member in members])
            step.remove(CouncilTerm, [uid])
        return step.changed

    def take_over(self, term_uid: str, last_uid: str) -> Changed:
        """Seat those who sat to the end of the term *last_uid* in *term_uid* too, as they were.

        Who is in it already is left out. Refused when nobody is left.
        """
        with self._database.write("Lấy thành viên từ nhiệm kỳ trước") as step:
            last = store.one(step.connection, CouncilTerm, last_uid)
            before = store.owned(step.connection, CouncilMember, "term_uid", [last_uid])
            there = store.owned(step.connection, CouncilMember, "term_uid", [term_uid])
            known = {fold(member.full_name) for member in there}
            taken = [m for m in sitting(last, before) if fold(m.full_name) not in known]
            if not taken:
                raise Refused(
                    "Nhiệm kỳ trước không còn thành viên nào để lấy.", "Chưa có gì bị thay đổi."
                )
            first = max((member.ordinal for member in there), default=0) + 1
            step.put([_seated(m, term_uid, first + n) for n, m in enumerate(taken)])
        return step.changed

    def _tidy(self, entry: Entry[CouncilMember]) -> tuple[CouncilMember, list[Problem]]:
        member, found = with_dates(tidied(entry.draft), "starts", "ends")
        found += problems(member)
        if not store.get(entry.connection, CouncilTerm, [member.term_uid]):
            found.append(Problem("term_uid", "Cần chọn nhiệm kỳ của hội đồng."))
        elif member.role == "chair" and not member.ends:
            others = store.owned(entry.connection, CouncilMember, "term_uid", [member.term_uid])
            found += _second_chair(member, others)
        return member, found

    def _tied(self, draft: CouncilMember, edit: Edit, entry: Entry[CouncilMember]) -> CouncilMember:
        before = entry.before.full_name if entry.before else ""
        if chosen := edit.keys.get("full_name"):
            return replace(draft, person_uid=chosen)
        is_same = fold(before) == fold(draft.full_name)
        return draft if is_same else replace(draft, person_uid=None)


def _seated(member: CouncilMember, term_uid: str, ordinal: int) -> CouncilMember:
    """Return *member* in another term, for all of it."""
    return replace(member, uid=new_uid(), term_uid=term_uid, ordinal=ordinal, starts="", ends="")


def _second_chair(draft: CouncilMember, others: Sequence[CouncilMember]) -> list[Problem]:
    chairs = [m for m in others if m.role == "chair" and not m.ends and m.uid != draft.uid]
    return [
        Problem("role", f"Nhiệm kỳ này đã có Chủ tịch Hội đồng là {chair.full_name}.")
        for chair in chairs[:1]
    ]
