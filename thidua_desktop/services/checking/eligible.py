"""Who of the file meets a title in a year, and with what."""

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.work import Ticket
from thidua_desktop.services.checking import candidates
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
        return sorted(found, key=lambda one: _SHOWN.index(one.checked.verdict))

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
            answer = self._judging.answer(ready)
            if answer.judged.verdict in _SHOWN:
                recipient = ready.nomination.recipient
                yield Eligible(
                    name=recipient.name,
                    position=recipient.position,
                    unit=recipient.unit_name,
                    person_uid=recipient.person_uid,
                    unit_uid=recipient.unit_uid,
                    checked=settled(ready.nomination.uid, answer.judged, {}, answer.law),
                )
