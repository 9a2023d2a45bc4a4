"""How nominations go on: into a dossier, from state to state, and at last into the register."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem, Refused, RuleError
from thidua_desktop.domain.listing import Filter, Query
from thidua_desktop.domain.nominations import STATES, Nomination
from thidua_desktop.domain.text import clean_prose
from thidua_desktop.services import states
from thidua_desktop.services.awards import Awards
from thidua_desktop.services.decisions import Decisions
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.journal import WriteStep

_SAFE = "Chưa có gì bị thay đổi."


class Reviewing:
    """What is done to many nominations at once, each as one step."""

    def __init__(self, database: Database, decisions: Decisions, awards: Awards) -> None:
        self._database = database
        self._decisions = decisions
        self._awards = awards

    def set_state(
        self, uids: Sequence[str], state: str, reason: str = "", date: str = ""
    ) -> Changed:
        """Put the nominations into *state*, with the *reason* where one is given.

        The history of each tells of it under *date*, today when it is "". RuleError when they are
        returned without a reason; Refused when one of them is in the register.
        """
        reason = clean_prose(reason)
        if state == "returned" and not reason:
            raise RuleError([Problem("reason", "Trả lại thì cần ghi lý do.")])
        label = f"Đổi tình trạng {_counted(len(uids))}: {STATES[state]}"
        with self._database.write(label) as step:
            chosen = _not_in_register(step, uids)
            after = [replace(one, state=state, reason=reason or one.reason) for one in chosen]
            self._put(step, chosen, after, date or self._today())
        return step.changed

    def move(self, uids: Sequence[str], dossier_uid: str | None) -> Changed:
        """Lay the nominations into a dossier, or into none."""
        with self._database.write(f"Chuyển {_counted(len(uids))} sang hồ sơ khác") as step:
            chosen = store.get(step.connection, Nomination, uids)
            step.put([replace(one, dossier_uid=dossier_uid) for one in chosen])
        return step.changed

    def award(self, uids: Sequence[str], decision: Decision) -> Changed:
        """Enter approved nominations into the register under *decision*, in the order of *uids*.

        A decision of the same number and date that is there already is used. RuleError names what
        the decision lacks; Refused when a nomination is not approved.
        """
        label = f"Ghi sổ {len(uids)} khen thưởng theo quyết định {decision.number}"
        with self._database.write(label) as step:
            chosen = _approved(step, uids)
            kept = self._kept(step, decision)
            first = self._next_ordinal(step, kept)
            numbered = enumerate(chosen, start=first)
            self._awards.put(step, [_award(one, kept, number) for number, one in numbered])
            after = [replace(one, state="awarded") for one in chosen]
            self._put(step, chosen, after, kept.date or self._today())
        return step.changed

    @staticmethod
    def _put(
        step: WriteStep, before: Sequence[Nomination], after: Sequence[Nomination], date: str
    ) -> None:
        step.put(after)
        states.enter(step, after, {one.uid: one for one in before}, date)

    def _today(self) -> str:
        return self._database.place.clock().date().isoformat()

    def _kept(self, step: WriteStep, decision: Decision) -> Decision:
        """Return the decision as it is stored, storing it when it is new."""
        same = (
            Filter("number", decision.number, "is"),
            Filter("date", decision.date, "is"),
        )
        found = self._decisions.listing.find(step.connection, Query(filters=same))
        if len(found) != 1:
            self._decisions.put(step, [decision])
            found = [decision.uid]
        return store.one(step.connection, Decision, found[0])

    @staticmethod
    def _next_ordinal(step: WriteStep, decision: Decision) -> int:
        known = store.owned(step.connection, Award, "decision_uid", [decision.uid])
        return max((award.ordinal for award in known), default=0) + 1


def _award(nomination: Nomination, decision: Decision, ordinal: int) -> Award:
    return Award(
        recipient=nomination.recipient,
        title=nomination.title,
        title_text=nomination.title_text,
        level=nomination.level or decision.level,
        year=nomination.year,
        loai_hinh=nomination.loai_hinh,
        nomination_uid=nomination.uid,
        decision_uid=decision.uid,
        ordinal=ordinal,
    )


def _approved(step: WriteStep, uids: Sequence[str]) -> list[Nomination]:
    found = store.get(step.connection, Nomination, uids)
    for one in found:
        if one.state != "approved":
            raise Refused(
                f"Đề nghị của {one.recipient.name} đang ở tình trạng “{STATES[one.state]}”.",
                _SAFE,
                "Chỉ đề nghị đã “Đồng ý” mới ghi được vào sổ khen thưởng.",
            )
    return found


def _not_in_register(step: WriteStep, uids: Sequence[str]) -> list[Nomination]:
    awarded = store.owned(step.connection, Award, "nomination_uid", uids)
    if awarded:
        raise Refused(
            f"Đề nghị của {awarded[0].recipient.name} đã có trong sổ khen thưởng.",
            _SAFE,
            "Hãy xóa dòng đó trong sổ trước, rồi đổi tình trạng của đề nghị.",
        )
    return store.get(step.connection, Nomination, uids)


def _counted(count: int) -> str:
    return "đề nghị" if count == 1 else f"{count} đề nghị"
