"""Parts of a case that need weighing themselves: a collective's members, and what is unsure."""

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.checking.case import Strength
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.merits import UnitYear
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.checking.facts import MEMBER_TITLES, Facts
from thidua_desktop.services.checking.lineage import Lineage
from thidua_desktop.storage.checking import AwardFact, MemberFact, is_linked

_ADVANCED, _FIGHTER = MEMBER_TITLES


def strength(nomination: Nomination, facts: Facts) -> Strength | None:
    """Return the members of a collective: as it states them, else as the file counts them."""
    unit = nomination.recipient.unit_uid
    if not unit:
        return None
    stated = next((y for y in facts.unit_years.get(unit, ()) if y.year == nomination.year), None)
    holders = _holders(stated, facts.members.get((unit, nomination.year), set()))
    if stated is None:
        return Strength(holders=holders) if holders else None
    return Strength(
        total=stated.members,
        holders=holders,
        done_or_better=stated.done_or_better,
        disciplined=stated.disciplined,
        uid=stated.uid,
    )


def _holders(stated: UnitYear | None, members: set[MemberFact]) -> dict[str, int]:
    told = {_ADVANCED: stated.advanced, _FIGHTER: stated.fighters} if stated else {}
    found = {}
    for title in MEMBER_TITLES:
        counted = sum(fact.title == title for fact in members)
        number = told.get(title)
        if number is not None or counted:
            found[title] = counted if number is None else number
    return found


def notes(
    nomination: Nomination, awards: Sequence[AwardFact], line: Lineage | None
) -> Iterator[Finding]:
    """Give what the officer must know of how the facts of *nomination* were gathered."""
    recipient = nomination.recipient
    if not is_linked(recipient):
        words = "người" if recipient.kind in ("person", "foreign_person") else "đơn vị, hộ"
        yield Finding(
            severity="note",
            rule="unlinked_recipient",
            message=f"Chưa gắn với {words} trong danh sách: khen thưởng đã có được tìm theo tên "
            "và đơn vị như đã ghi; xếp loại, sáng kiến, kỷ luật chưa biết.",
            records=tuple(fact.uid for fact in awards),
        )
    inherited = [fact for fact in awards if line and fact.unit_uid in line.earlier]
    if inherited:
        names = ", ".join(dict.fromkeys(fact.name for fact in inherited))
        yield Finding(
            severity="note",
            rule="earlier_unit",
            message=f"Có tính khen thưởng của đơn vị trước khi sắp xếp lại: {names}.",
            records=tuple(fact.uid for fact in inherited),
        )
