"""Nominations checked by the law of their day: one as it is typed, a dossier, a year, all."""

from collections.abc import Mapping, Sequence

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.checking.findings import Finding, judgement
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.work import Quiet, Ticket
from thidua_desktop.services.checking import laws, ratios, sources, tallies, waivers
from thidua_desktop.services.checking.asking import Asked, Asking
from thidua_desktop.services.checking.eligible import Seeking
from thidua_desktop.services.checking.judging import Judging
from thidua_desktop.services.checking.memory import Answer, Memory
from thidua_desktop.services.checking.ratios import FIGHTER, YearRatios
from thidua_desktop.services.checking.values import Checked, Eligible, Ratio, Tally, settled
from thidua_desktop.services.parameters import FIGHTER_SHARE, Parameters
from thidua_desktop.services.records import Reading
from thidua_desktop.services.titles import titled, year_or_none
from thidua_desktop.storage import checking as stored
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database

_QUIET = Quiet()
_PORTION = 250


class Checks:
    """What the law says of the nominations of the file.

    Answers are kept in memory until something they rest on is written.
    """

    def __init__(self, database: Database, book: LawBook, parameters: Parameters) -> None:
        self._database = database
        self._book = book
        self._parameters = parameters
        self._judging = Judging(book, parameters)
        self._seeking = Seeking(database, book, self._judging)
        self._asking = Asking(database, book)
        self._memory = Memory()

    def check(
        self,
        uids: Sequence[str] | None = None,
        *,
        dossier: str | None = None,
        year: int | None = None,
        law: str = "",
        ticket: Ticket = _QUIET,
    ) -> dict[str, Checked]:
        """Return the check of each of *uids*, or of those in *dossier*, of *year*, or of all.

        In their order; what is gone is left out. *law*: the id of a pack to check by instead of
        that of the day. Raises Refused when there is no such pack, Cancelled by the ticket.
        """
        if law:
            laws.asked_for(self._book, law)
        chosen = self._chosen(uids, dossier, year)
        found: dict[str, Checked] = {}
        shares: dict[int, YearRatios] = {}
        for start in range(0, len(chosen), _PORTION):
            ticket.step(start, len(chosen), "Đang kiểm tra đề nghị")
            found.update(self._portion(chosen[start : start + _PORTION], law, shares))
        ticket.step(len(chosen), len(chosen), "Đã kiểm tra đề nghị")
        return found

    def of(self, uid: str) -> Checked:
        """Return the check of one nomination; KeyError when it is gone."""
        return self.check([uid])[uid]

    def draft(self, nomination: Nomination) -> Checked:
        """Return the check of a nomination as it stands in a form, stored or not."""
        with self._database.read() as connection:
            before = next(iter(store.get(connection, Nomination, [nomination.uid])), None)
            date = year_or_none(nomination.year)
            nomination = titled(nomination, before, date, self._book)
            answers = self._judging.answers(connection, [nomination])
            return self._told(connection, [nomination], answers, {})[nomination.uid]

    def verdicts(self, uids: Sequence[str]) -> dict[str, str]:
        """Return the verdict of each of *uids*: eligible, not_eligible or needs_review."""
        return {uid: checked.verdict for uid, checked in self.check(uids).items()}

    def waive(self, uid: str, finding: Finding, reason: str) -> Changed:
        """Set a finding of the nomination *uid* aside, with the *reason* why, as one step.

        RuleError when the reason says nothing.
        """
        return self.waive_many([(uid, finding)], reason)

    def waive_many(self, found: Sequence[waivers.Found], reason: str) -> Changed:
        """Set findings aside, each with the uid of its nomination, with one *reason*, as one step.

        RuleError when the reason says nothing.
        """
        return waivers.waive(self._database, found, reason)

    def unwaive(self, uid: str, finding: Finding) -> Changed:
        """Let a finding that was set aside stand again, as one step."""
        return waivers.unwaive(self._database, uid, finding)

    def facts_asked(self, uid: str) -> list[Asked]:
        """Return what the law asks the officer about the nomination *uid*, what decides first."""
        return self._asking.asked(uid, self.of(uid).findings)

    def state_fact(self, uid: str, fact: str, answer: str, note: str = "") -> Changed:
        """Keep the answer to the question *fact* (its key): yes, no, a number, or "" for none.

        One step; RuleError when it is none of these.
        """
        return self._asking.state(uid, fact, answer, note)

    def sources(self, uids: Sequence[str]) -> list[sources.Source]:
        """Return the records *uids* that a finding rests on, in words; those gone are left out."""
        with self._database.read() as connection:
            return sources.read(connection, uids)

    def ratios(self, year: int) -> list[Ratio]:
        """Return the share of CSTĐCS among LĐTT of *year*: of the whole first, then of units.

        The office sets a limit by `Parameters` (FIGHTER_SHARE); without one none is above it.
        """
        with self._database.read() as connection:
            return self._shares(connection, year).all

    def tally(
        self,
        uids: Sequence[str] | None = None,
        *,
        dossier: str | None = None,
        year: int | None = None,
    ) -> Tally:
        """Return how many times, and how many different ones, are put forward."""
        chosen = self._chosen(uids, dossier, year)
        with self._database.read() as connection:
            found = store.get(connection, Nomination, chosen)
        return tallies.tallied(one.recipient for one in found)

    def eligible(
        self, title: str, recipient: str, year: int, ticket: Ticket = _QUIET
    ) -> list[Eligible]:
        """Return who of the file meets *title* in *year*, and with what, then who may meet it.

        *recipient* is person or collective. Only what records tell is looked at. Empty where the
        law of that year has no rule for the title.
        """
        return self._seeking.eligible(title, recipient, year, ticket)

    def _chosen(
        self, uids: Sequence[str] | None, dossier: str | None, year: int | None
    ) -> Sequence[str]:
        if uids is not None:
            return uids
        with self._database.read() as connection:
            return stored.nominations(connection, dossier, year)

    def _shares(self, connection: Reading, year: int) -> YearRatios:
        return ratios.read(connection, year, self._parameters, self._book)

    def _portion(
        self, uids: Sequence[str], law: str, shares: dict[int, YearRatios]
    ) -> dict[str, Checked]:
        with self._database.read() as connection:
            moment = self._memory.at(connection)
            answers = {} if law else self._memory.known(uids)
            records = store.get(connection, Nomination, uids)
            unknown = [one for one in records if one.uid not in answers]
            fresh = self._judging.answers(connection, unknown, law)
            told = self._told(connection, records, {**answers, **fresh}, shares)
        if not law:
            self._memory.keep(fresh, moment)
        return told

    def _told(
        self,
        connection: Reading,
        nominations: Sequence[Nomination],
        answers: Mapping[str, Answer],
        shares: dict[int, YearRatios],
    ) -> dict[str, Checked]:
        """Return the answers with the *shares* of their years, what was set aside apart."""
        reasons = waivers.reasons(connection, [one.uid for one in nominations])
        warnings = self._warnings(connection, nominations, shares)
        found = {}
        for one in nominations:
            answer = answers[one.uid]
            judged = answer.judged
            if more := warnings.get(one.uid):
                judged = judgement((*judged.findings, *more))
            found[one.uid] = settled(one.uid, judged, reasons.get(one.uid, {}), answer.law)
        return found

    def _warnings(
        self,
        connection: Reading,
        nominations: Sequence[Nomination],
        shares: dict[int, YearRatios],
    ) -> dict[str, tuple[Finding, ...]]:
        """Return what the shares of their years say of *nominations* for CSTĐCS.

        Nothing is counted where the office set no limit; *shares* keeps what was counted.
        """
        fighters = [one for one in nominations if one.title == FIGHTER]
        if not fighters or self._parameters.read_value(connection, FIGHTER_SHARE) is None:
            return {}
        for year in sorted({one.year for one in fighters} - shares.keys()):
            shares[year] = self._shares(connection, year)
        return {one.uid: shares[one.year].findings(one) for one in fighters}
