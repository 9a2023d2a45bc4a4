"""Decisions: their number and date stand on their awards too, and change there with them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.decisions import Decision, DecisionRow, problems
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.services import titles
from thidua_desktop.services.awards import decided
from thidua_desktop.services.office import OfficeService
from thidua_desktop.services.records import Entry, Records
from thidua_desktop.services.tidying import Words, tidied, with_dates
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep
from thidua_desktop.storage.lists.decisions import DECISIONS


class Decisions(Records[Decision, DecisionRow]):
    """Award decisions of this office and of others."""

    kind = Decision
    listing = DECISIONS
    words = Words("quyết định")

    def __init__(self, database: Database, office: OfficeService, book: LawBook) -> None:
        super().__init__(database)
        self._office = office
        self._book = book

    def new(self, **known: Any) -> Decision:
        """Return a draft decision of the head of this office."""
        office = self._office.get()
        usual = {
            "level": office.level,
            "authority": self._office.authority(),
            "signer": office.signer,
        }
        return Decision(**{**usual, **known})

    def delete_alone(self, uids: Sequence[str]) -> Changed:
        """Delete decisions and leave their awards, which keep number and date as they stand."""
        with self._database.write(self.words.deleted(len(uids))) as step:
            awards = store.owned(step.connection, Award, "decision_uid", uids)
            step.put([replace(award, decision_uid=None) for award in awards])
            self.remove(step, uids)
        return step.changed

    def _tidy(self, entry: Entry[Decision]) -> tuple[Decision, list[Problem]]:
        decision, found = with_dates(tidied(entry.draft), "date")
        return decision, found + problems(decision)

    def _follow(
        self, step: WriteStep, saved: Sequence[Decision], before: dict[str, Decision]
    ) -> None:
        changed = {d.uid: d for d in saved if d.uid in before and _moved(before[d.uid], d)}
        awards = store.owned(step.connection, Award, "decision_uid", list(changed))
        step.put(
            [titles.priced(decided(a, changed[a.decision_uid or ""]), self._book) for a in awards]
        )

    def _leave(self, step: WriteStep, uids: Sequence[str]) -> None:
        awards = store.owned(step.connection, Award, "decision_uid", uids)
        if awards:
            raise Refused(
                f"Không xóa được: quyết định {awards[0].decision_number} còn {len(awards)} dòng "
                "trong sổ khen thưởng.",
                "Chưa có gì bị xóa.",
                "Hãy xóa các dòng đó trước, hoặc ghi quyết định là đã hủy bỏ.",
            )


def _moved(before: Decision, after: Decision) -> bool:
    """Say whether what awards repeat of a decision changed."""
    return (before.number, before.date, before.authority) != (
        after.number,
        after.date,
        after.authority,
    )
