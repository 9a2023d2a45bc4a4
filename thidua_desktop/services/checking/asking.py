"""What the law asks the officer about one nomination, and what they answered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.checking.answers import MATERNITY, Question, questions
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.nominations import ANSWERS, Dossier, Nomination, NominationFact
from thidua_desktop.domain.text import clean, clean_prose
from thidua_desktop.services.checking import laws
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A *question* of the law, and the officer's *answer*: yes, no, a number, or "" for none yet.

    *decides*: the check waits for this answer.
    """

    question: Question
    answer: str = UNKNOWN
    note: str = ""
    decides: bool = False


class Asking:
    """Questions and answers of the nominations of the file."""

    def __init__(self, database: Database, book: LawBook) -> None:
        self._database = database
        self._book = book

    def asked(self, uid: str, findings: Iterable[Finding]) -> list[Asked]:
        """Return what the law asks about the nomination *uid*, what decides first.

        *findings* of its check tell what that waits for. KeyError when it is gone.
        """
        with self._database.read() as connection:
            nomination = store.one(connection, Nomination, uid)
            dossiers = store.get(connection, Dossier, [nomination.dossier_uid or ""])
            kept = store.owned(connection, NominationFact, "nomination_uid", [uid])
        pack, _why = laws.law_for(self._book, nomination, next(iter(dossiers), None))
        if pack is None:
            return []
        kind = nomination.recipient.kind
        waiting = [one for one in findings if one.severity == "needs_review"]
        answers = {fact.fact: fact for fact in kept}
        found = [
            _asked(question, answers.get(question.key), waiting)
            for question in questions(pack, nomination.title, kind, nomination.loai_hinh)
        ]
        return sorted(found, key=lambda one: not one.decides)

    def state(self, uid: str, fact: str, answer: str, note: str = "") -> Changed:
        """Keep the *answer* to the question *fact*, as one step; "" takes it back.

        RuleError when it is neither yes, no nor a whole number.
        """
        answer = clean(answer).lower()
        if answer and answer not in ANSWERS and not answer.isdecimal():
            raise RuleError([Problem(fact, "Hãy trả lời có, không, hoặc bằng một số nguyên.")])
        with self._database.write("Xác nhận một nội dung của đề nghị") as step:
            known = store.owned(step.connection, NominationFact, "nomination_uid", [uid])
            same = [one for one in known if one.fact == fact]
            new = same[0] if same else NominationFact(nomination_uid=uid, fact=fact)
            step.put(replace(new, answer=answer, note=clean_prose(note)))
        return step.changed


def leave_years(kept: Iterable[NominationFact]) -> frozenset[int]:
    """Return the years of maternity leave that the officer stated."""
    return frozenset(
        int(one.answer) for one in kept if one.fact == MATERNITY and one.answer.isdecimal()
    )


def _asked(question: Question, kept: NominationFact | None, waiting: list[Finding]) -> Asked:
    decides = any(question.key in finding.subject for finding in waiting)
    if kept is None:
        return Asked(question, decides=decides)
    return Asked(question, kept.answer, kept.note, decides)
