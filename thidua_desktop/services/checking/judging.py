"""Cases of the file put before the law: facts gathered in bulk, then judged one by one."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.checking.findings import Judgement, judgement
from thidua_desktop.domain.checking.judging import judge, without_law
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.checking import facts, laws, namesakes
from thidua_desktop.services.checking.cases import Gathered, gathered
from thidua_desktop.services.checking.memory import Answer
from thidua_desktop.services.parameters import Parameters, submit_day
from thidua_desktop.services.records import Reading


class Judging:
    """What the law says of nominations, stored or not; waivers and shares aside."""

    def __init__(self, book: LawBook, parameters: Parameters) -> None:
        self._book = book
        self._parameters = parameters

    def gather(self, connection: Reading, nominations: Sequence[Nomination]) -> list[Gathered]:
        """Return the cases of *nominations*, in their order."""
        known = facts.read(connection, nominations)
        submit_by = self._parameters.read_submit_by(connection)
        return [gathered(one, known, submit_day(submit_by, one.year)) for one in nominations]

    def answers(
        self, connection: Reading, nominations: Sequence[Nomination], law: str = ""
    ) -> dict[str, Answer]:
        """Return what the law of the day says of *nominations*, or the pack *law*, by uid."""
        if not nominations:
            return {}
        cases = self.gather(connection, nominations)
        found = {ready.nomination.uid: self.answer(ready, law) for ready in cases}
        short = [one for one in nominations if namesakes.lacks_awards(found[one.uid].judged)]
        for uid, note in namesakes.notes(connection, short).items():
            judged = judgement((*found[uid].judged.findings, note))
            found[uid] = replace(found[uid], judged=judged)
        return found

    def answer(self, ready: Gathered, law: str = "") -> Answer:
        """Return what the law of the day, or the pack *law*, says of a case."""
        pack, used = laws.law_for(self._book, ready.nomination, ready.dossier, law)
        return Answer(_judged(pack, ready), used, ready.keys)


def _judged(pack: LawPack | None, ready: Gathered) -> Judgement:
    if pack is None:
        date = (ready.dossier.received if ready.dossier else "") or str(ready.nomination.year)
        judged = without_law(date)
    else:
        judged = judge(pack, ready.case)
    return judgement((*judged.findings, *ready.notes)) if ready.notes else judged
