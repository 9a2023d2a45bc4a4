"""What the file knows of the recipients of many nominations, read in few questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.merits import (
    Discipline,
    Initiative,
    InitiativeAuthor,
    InitiativeUse,
    OpenCase,
    Rating,
    UnitYear,
)
from thidua_desktop.domain.nominations import Dossier, DossierPaper, Nomination, NominationFact
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.services.checking.lineage import Lineage, lineage
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import checking as stored
from thidua_desktop.storage import records as store
from thidua_desktop.storage.checking import AwardFact, MemberFact

OPEN = ("draft", "submitted", "accepted", "council", "approved")
"""States in which a nomination may still lead to an award."""

MEMBER_TITLES = ("advanced_worker", "grassroots_emulation_fighter")
"""Titles of members that the conditions of collectives count."""

Key = str
"""Whose facts: the uid of a person, unit or household, else a folded name."""

ByKey = Mapping[Key, Sequence[AwardFact]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything read for one portion of nominations, by the uid or name it belongs to."""

    dossiers: Mapping[str, Dossier]
    papers: Mapping[str, Sequence[DossierPaper]]
    awards: ByKey
    proposals: Mapping[Key, Sequence[Nomination]]
    ratings: Mapping[Key, Sequence[Rating]]
    initiatives: Mapping[Key, Sequence[Initiative]]
    uses: Mapping[str, Sequence[InitiativeUse]]
    discipline: Mapping[Key, Sequence[Discipline]]
    open_cases: Mapping[Key, Sequence[OpenCase]]
    unit_years: Mapping[str, Sequence[UnitYear]]
    members: Mapping[tuple[str, int], set[MemberFact]]
    answers: Mapping[str, Sequence[NominationFact]]
    lineages: Mapping[str, Lineage]


def key_of(recipient: Recipient) -> Key:
    """Return whose facts *recipient* brings."""
    linked = recipient.person_uid or recipient.unit_uid or recipient.household_uid
    return linked or fold(recipient.name)


def read(connection: Reading, nominations: Sequence[Nomination]) -> Facts:
    """Return what the file knows of the recipients of *nominations*."""
    recipients = [one.recipient for one in nominations]
    people = sorted({one.person_uid for one in recipients if one.person_uid})
    lineages = _lineages(connection, recipients)
    units = sorted(set().union(*(one.all for one in lineages.values())))
    dossiers = sorted({one.dossier_uid for one in nominations if one.dossier_uid})
    initiatives = _initiatives(connection, people)
    uses = {one.uid for owned in initiatives.values() for one in owned}
    uids = [one.uid for one in nominations]
    papers = store.owned(connection, DossierPaper, "dossier_uid", dossiers)
    return Facts(
        dossiers={one.uid: one for one in store.get(connection, Dossier, dossiers)},
        papers=_by(papers, "dossier_uid"),
        awards=_awards(connection, recipients, people, units),
        proposals=_proposals(connection, recipients),
        ratings=_of_whom(connection, Rating, people, units),
        initiatives=initiatives,
        uses=_uses(connection, uses),
        discipline=_of_whom(connection, Discipline, people, units),
        open_cases=_of_whom(connection, OpenCase, people, units),
        unit_years=_by(store.owned(connection, UnitYear, "unit_uid", units), "unit_uid"),
        members=_members(connection, nominations),
        answers=_by(store.owned(connection, NominationFact, "nomination_uid", uids),
                    "nomination_uid"),
        lineages=lineages,
    )  # fmt: skip


def _lineages(connection: Reading, recipients: Iterable[Recipient]) -> dict[str, Lineage]:
    units = {one.unit_uid for one in recipients if one.unit_uid}
    links = stored.predecessors(connection) if units else {}
    return {unit: lineage(unit, links) for unit in units}


def _awards(
    connection: Reading,
    recipients: Sequence[Recipient],
    people: Sequence[str],
    units: Sequence[str],
) -> ByKey:
    found: dict[Key, list[AwardFact]] = defaultdict(list)
    households = sorted({one.household_uid for one in recipients if one.household_uid})
    owners = {"person_uid": people, "unit_uid": units, "household_uid": households}
    for link, uids in owners.items():
        for fact in stored.awards_of(connection, link, uids):
            found[getattr(fact, link)].append(fact)
    names = {one.name for one in recipients if not stored.is_linked(one)}
    for fact in stored.awards_named(connection, names):
        found[fold(fact.name)].append(fact)
    return found


def _proposals(
    connection: Reading, recipients: Sequence[Recipient]
) -> Mapping[Key, Sequence[Nomination]]:
    found: dict[Key, list[Nomination]] = defaultdict(list)
    for one in stored.proposed_to(connection, recipients):
        found[key_of(one.recipient)].append(one)
    return found


def _initiatives(connection: Reading, people: Sequence[str]) -> Mapping[Key, Sequence[Initiative]]:
    """Return the initiatives of *people*, of which they are the first or another author."""
    found: dict[Key, dict[str, Initiative]] = defaultdict(dict)
    for one in store.owned(connection, Initiative, "person_uid", people):
        found[one.person_uid or ""][one.uid] = one
    shares = store.owned(connection, InitiativeAuthor, "person_uid", people)
    shared = store.get(connection, Initiative, sorted({one.initiative_uid for one in shares}))
    by_uid = {one.uid: one for one in shared}
    for share in shares:
        if share.initiative_uid in by_uid:
            found[share.person_uid or ""][share.initiative_uid] = by_uid[share.initiative_uid]
    return {key: list(owned.values()) for key, owned in found.items()}


def _uses(connection: Reading, initiatives: Iterable[str]) -> Mapping[str, list[InitiativeUse]]:
    """Return what initiatives serve; a nomination that came to nothing uses none."""
    uses = store.owned(connection, InitiativeUse, "initiative_uid", sorted(initiatives))
    served = sorted({use.nomination_uid for use in uses if use.nomination_uid})
    alive = {
        one.uid: one.state not in ("returned", "rejected")
        for one in store.get(connection, Nomination, served)
    }
    kept = [use for use in uses if not use.nomination_uid or alive.get(use.nomination_uid)]
    return _by(kept, "initiative_uid")


def _members(
    connection: Reading, nominations: Iterable[Nomination]
) -> Mapping[tuple[str, int], set[MemberFact]]:
    """Return who of the collectives put forward has a title of that year, or is to get one."""
    wanted = {(one.recipient.unit_uid, one.year) for one in nominations if one.recipient.unit_uid}
    found: dict[tuple[str, int], set[MemberFact]] = defaultdict(set)
    if not wanted:
        return found
    units, years = {unit for unit, _ in wanted if unit}, {year for _, year in wanted}
    for fact in stored.members(connection, units, years, MEMBER_TITLES):
        found[fact.unit_uid, fact.year].add(fact)
    for fact in stored.members_proposed(connection, units, years, MEMBER_TITLES, OPEN):
        found[fact.unit_uid, fact.year].add(fact)
    return found


def _of_whom(
    connection: Reading, record: type, people: Sequence[str], units: Sequence[str]
) -> dict[Key, list]:  # type: ignore[type-arg]
    """Return the records of people and units, by whose they are."""
    found = _by(store.owned(connection, record, "person_uid", people), "person_uid")
    found.update(_by(store.owned(connection, record, "unit_uid", units), "unit_uid"))
    return found


def _by(records: Iterable, field: str) -> dict[str, list]:  # type: ignore[type-arg]
    found = defaultdict(list)
    for one in records:
        found[getattr(one, field)].append(one)
    return dict(found)
