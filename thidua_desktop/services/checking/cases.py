"""A nomination and the facts around it become a case for the law; what is unsure is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.checking.case import (
    Case,
    Fact,
    OpenMatter,
    OtherProposal,
    OwnInitiative,
    PastAward,
    Penalty,
    YearRating,
)
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.merits import Initiative
from thidua_desktop.domain.nominations import Dossier, Nomination, NominationFact
from thidua_desktop.domain.text import fold
from thidua_desktop.services.checking.asking import leave_years
from thidua_desktop.services.checking.facts import OPEN, Facts, key_of
from thidua_desktop.services.checking.gathering import notes, strength
from thidua_desktop.services.checking.lineage import Lineage
from thidua_desktop.storage.checking import AwardFact, is_linked

_ANSWERS: Mapping[str, bool] = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One nomination with its *case*; *notes*: what the officer must know of how it was gathered.

    *keys*: uids and folded names on which the answer rests.
    """

    nomination: Nomination
    dossier: Dossier | None
    case: Case
    notes: tuple[Finding, ...]
    keys: frozenset[str]


def gathered(nomination: Nomination, facts: Facts, submit_by: str = "") -> Gathered:
    """Return the case of *nomination*; *submit_by*: the office's last day for it, "" for none."""
    line = facts.lineages.get(nomination.recipient.unit_uid or "")
    awards = list(_awards(nomination, facts, line))
    dossier = facts.dossiers.get(nomination.dossier_uid or "")
    return Gathered(
        nomination=nomination,
        dossier=dossier,
        case=_case(nomination, facts, awards, dossier, submit_by),
        notes=tuple(notes(nomination, awards, line)),
        keys=_keys(nomination, facts, line),
    )


def _case(
    nomination: Nomination,
    facts: Facts,
    awards: Sequence[AwardFact],
    dossier: Dossier | None,
    submit_by: str,
) -> Case:
    key = key_of(nomination.recipient)
    is_known = is_linked(nomination.recipient)
    others = [one for one in facts.proposals.get(key, ()) if _is_other(one, nomination)]
    return Case(
        recipient=nomination.recipient.kind,
        title=nomination.title,
        title_text=nomination.title_text,
        year=nomination.year,
        loai_hinh=nomination.loai_hinh,
        level=nomination.level,
        achievement=nomination.achievement,
        history=tuple(map(_past, awards)),
        ratings=_ratings(nomination, facts),
        initiatives=_own_initiatives(nomination, facts),
        discipline=_penalties(key, facts) if is_known else None,
        open_matters=_matters(key, facts) if is_known else None,
        members=strength(nomination, facts),
        leave_years=leave_years(facts.answers.get(nomination.uid, ())),
        facts=_answers(facts.answers.get(nomination.uid, ())),
        proposed_too=tuple(
            one.title
            for one in others
            if one.year == nomination.year and one.dossier_uid == nomination.dossier_uid
        ),
        others=tuple(map(_proposal, others)),
        papers=_papers(nomination, facts),
        received=dossier.received if dossier else "",
        submit_by=submit_by,
    )


def _awards(nomination: Nomination, facts: Facts, line: Lineage | None) -> Iterator[AwardFact]:
    """Give the awards that count as the recipient's own, but not what came of this nomination."""
    recipient = nomination.recipient
    keys = line.all if line else {key_of(recipient)}
    unit = "" if is_linked(recipient) else fold(recipient.unit_name)
    for key in sorted(keys):
        for fact in facts.awards.get(key, ()):
            is_here = not unit or fold(fact.unit) == unit
            if is_here and fact.title and fact.nomination_uid != nomination.uid:
                yield fact


def _past(fact: AwardFact) -> PastAward:
    return PastAward(
        title=fact.title,
        year=fact.year,
        loai_hinh=fact.loai_hinh,
        decision_date=fact.decision_date,
        uid=fact.uid,
    )


def _ratings(nomination: Nomination, facts: Facts) -> dict[int, YearRating]:
    """Return the ratings of a person, or of a unit under all its names."""
    line = facts.lineages.get(nomination.recipient.unit_uid or "")
    keys = sorted(line.same) if line else [key_of(nomination.recipient)]
    return {
        one.year: YearRating(one.rating, one.uid)
        for key in keys
        for one in facts.ratings.get(key, ())
        if one.rating
    }


def _own_initiatives(nomination: Nomination, facts: Facts) -> tuple[OwnInitiative, ...] | None:
    """Return what the person brings forward; None where nothing was ever entered."""
    owned = facts.initiatives.get(key_of(nomination.recipient))
    if not owned:
        return None
    return tuple(_initiative(one, nomination, facts) for one in owned)


def _initiative(one: Initiative, nomination: Nomination, facts: Facts) -> OwnInitiative:
    uses = facts.uses.get(one.uid, ())
    served = [use.title for use in uses if use.nomination_uid != nomination.uid]
    return OwnInitiative(
        scope=one.scope,
        year=one.year,
        is_research=one.kind == "research",
        is_applied=one.is_applied or None,
        used_for=(*one.used_for.split(), *served),
        name=one.title,
        uid=one.uid,
    )


def _penalties(key: str, facts: Facts) -> tuple[Penalty, ...]:
    return tuple(
        Penalty(kind=one.kind, until=one.until, uid=one.uid)
        for one in facts.discipline.get(key, ())
    )


def _matters(key: str, facts: Facts) -> tuple[OpenMatter, ...]:
    return tuple(
        OpenMatter(one.subject, one.uid) for one in facts.open_cases.get(key, ()) if not one.closed
    )


def _answers(answers: Sequence[NominationFact]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for one in answers:
        if one.answer in _ANSWERS:
            found[one.fact] = _ANSWERS[one.answer]
        elif one.answer.isdecimal():
            found[one.fact] = int(one.answer)
    return found


def _is_other(one: Nomination, nomination: Nomination) -> bool:
    """Say whether *one* is another open proposal for the same recipient."""
    if one.uid == nomination.uid or one.state not in OPEN:
        return False
    if is_linked(nomination.recipient):
        return True
    return fold(one.recipient.unit_name) == fold(nomination.recipient.unit_name)


def _proposal(one: Nomination) -> OtherProposal:
    return OtherProposal(
        title=one.title,
        year=one.year,
        title_text=one.title_text,
        loai_hinh=one.loai_hinh,
        achievement=one.achievement,
        uid=one.uid,
    )


def _papers(nomination: Nomination, facts: Facts) -> frozenset[str] | None:
    """Return the papers that are there; None while nobody went through those of the dossier."""
    kept = facts.papers.get(nomination.dossier_uid or "")
    if not kept:
        return None
    return frozenset(paper.paper for paper in kept if paper.paper and paper.is_there)


def _keys(nomination: Nomination, facts: Facts, line: Lineage | None) -> frozenset[str]:
    recipient = nomination.recipient
    initiatives = facts.initiatives.get(key_of(recipient), ())
    return frozenset(
        filter(
            None,
            (
                nomination.uid,
                nomination.dossier_uid,
                key_of(recipient),
                fold(recipient.name),
                *(line.all if line else ()),
                *(one.uid for one in initiatives),
            ),
        )
    )
