"""Who of the file meets a title in a year, and with what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.checking.case import Case, OtherProposal, PastAward
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.checking import candidates
from thidua_desktop.services.checking.cases import Gathered
from thidua_desktop.services.checking.judging import Judging
from thidua_desktop.services.checking.values import Eligible, settled
from thidua_desktop.services.titles import known_title, year_or_none
from thidua_desktop.storage.database import Database

_PORTION = 250
_SHOWN = ("eligible", "needs_review")


class Seeking:
    """Looks through the people and units of the file."""

    def __init__(self, database: Database, book: LawBook, judging: Judging) -> None:
        self._database = database
        self._book = book
        self._judging = judging

    def eligible(self, title: str, recipient: str, year: int, ticket: Ticket) -> list[Eligible]:
        """Return who meets *title* in *year*, then who may."""
        pack = self._book.pack_for(year_or_none(year))
        rule = pack.rule(title, recipient) if pack else None
        if rule is None:
            return []
        draft = self._draft(title, recipient, year)
        with self._database.read() as connection:
            uids = candidates.found(connection, rule, year)
        found: list[Eligible] = []
        for start in range(0, len(uids), _PORTION):
            ticket.step(start, len(uids), "Đang tìm người đủ điều kiện")
            found += self._of(uids[start : start + _PORTION], draft)
        return sorted(found, key=_order)

    def _draft(self, title: str, recipient: str, year: int) -> Nomination:
        known = known_title(self._book, title, recipient, year_or_none(year))
        return Nomination(
            recipient=Recipient(kind=recipient),
            title=title,
            title_text=known.name if known else title,
            level=known.levels[0] if known else "",
            year=year,
        )

    def _of(self, uids: Sequence[str], draft: Nomination) -> Iterator[Eligible]:
        with self._database.read() as connection:
            drafts = candidates.nominations(connection, uids, draft)
            cases = self._judging.gather(connection, drafts)
        for ready in cases:
            if (found := self._found(ready)) is not None:
                yield found

    def _found(self, ready: Gathered) -> Eligible | None:
        """Return whom *ready* is about, None when the law says no.

        Whether they have the title, or are put forward for it, is told, and stands in nobody's way.
        """
        case, recipient = ready.case, ready.nomination.recipient
        held = [past for past in case.history if _is_same(past, case)]
        others = [other for other in case.others if not _is_same(other, case)]
        rest = tuple(past for past in case.history if past not in held)
        weighed = replace(case, history=rest, others=tuple(others))
        answer = self._judging.answer(replace(ready, case=weighed))
        if answer.judged.verdict not in _SHOWN:
            return None
        return Eligible(
            name=recipient.name,
            position=recipient.position,
            unit=recipient.unit_name,
            person_uid=recipient.person_uid,
            unit_uid=recipient.unit_uid,
            has_it=bool(held),
            is_proposed=len(others) < len(case.others),
            checked=settled(ready.nomination.uid, answer.judged, {}, answer.law),
        )


def _is_same(one: PastAward | OtherProposal, case: Case) -> bool:
    return (one.title, one.year) == (case.title, case.year)


def _order(one: Eligible) -> tuple[int, bool]:
    """Order the sure ones first; of these, whoever has nothing of it yet."""
    return _SHOWN.index(one.checked.verdict), one.has_it or one.is_proposed
