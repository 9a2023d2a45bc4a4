"""Awards that may be the recipient's, but lead to nobody: told where awards are missing."""

from collections.abc import Iterable, Sequence

from thidua_desktop.domain.checking.findings import Finding, Judgement
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import PERSON_KINDS
from thidua_desktop.domain.text import fold
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import checking as stored
from thidua_desktop.storage.checking import AwardFact, is_linked

_RULES = frozenset(("award_streak", "award_before", "count_in_streak", "rating_streak"))
_SHOWN = 4


def lacks_awards(judged: Judgement) -> bool:
    """Say whether a recipient falls short of awards, of which the register may have more."""
    if judged.verdict == "eligible":
        return False
    return any(one.rule in _RULES and one.severity != "note" for one in judged.findings)


def notes(connection: Reading, nominations: Sequence[Nomination]) -> dict[str, Finding]:
    """Return, by nomination, a note of the awards under its name and unit that lead to nobody.

    Nothing of whoever is not linked: their awards are looked up by name anyway.
    """
    linked = [one for one in nominations if is_linked(one.recipient)]
    by_name: dict[str, list[AwardFact]] = {}
    for fact in stored.unlinked_awards(connection, {one.recipient.name for one in linked}):
        by_name.setdefault(fold(fact.name), []).append(fact)
    found = {}
    for one in linked:
        alike = [f for f in by_name.get(fold(one.recipient.name), ()) if _may_be(f, one)]
        if alike:
            found[one.uid] = _note(alike)
    return found


def _may_be(fact: AwardFact, nomination: Nomination) -> bool:
    recipient = nomination.recipient
    if recipient.kind not in PERSON_KINDS:
        return fact.kind == recipient.kind
    return fact.kind in PERSON_KINDS and fold(fact.unit) == fold(recipient.unit_name)


def _note(alike: Iterable[AwardFact]) -> Finding:
    rows = sorted(alike, key=lambda fact: (fact.year, fact.title_text))
    told = [f"{fact.title_text} {fact.year}" for fact in rows[:_SHOWN]]
    more = f" và {len(rows) - _SHOWN} dòng khác" if len(rows) > _SHOWN else ""
    return Finding(
        severity="note",
        rule="unlinked_awards",
        subject=str(len(rows)),
        message=f"Sổ khen thưởng có {len(rows)} dòng cùng tên, cùng đơn vị chưa gắn với người, "
        f"đơn vị này ({', '.join(told)}{more}); chưa được tính. Hãy gắn nếu đúng là của họ.",
        records=tuple(fact.uid for fact in rows),
    )
