"""Initiatives and research that a recipient brings forward, and that each serves once."""

from collections.abc import Iterator

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.asking import asked
from thidua_desktop.domain.checking.case import OwnInitiative
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, Outcome, State
from thidua_desktop.domain.checking.look import Look, general
from thidua_desktop.domain.law.conditions import Initiative, Research
from thidua_desktop.domain.law.values import GeneralRule

_ONCE, _AGAIN = "initiative_once", "initiative_again"


def own_work(look: Look, condition: Initiative | Research) -> Outcome:
    """Weigh initiatives, or research, of the scope asked for or a wider one."""
    known = look.case.initiatives
    if known is None or (look.case.research_only and isinstance(condition, Initiative)):
        message = f"Chưa có thông tin về {_noun(condition)}."
        told = look.finding("needs_review", _rule(condition), "not_known", message)
        return Outcome(UNKNOWN, (told,), condition.count)
    of_kind = [one for one in known if one.is_research == isinstance(condition, Research)]
    wide = [one for one in of_kind if _is_wide(one, condition)]
    barred = [one for one in wide if _is_barred(look, one)]
    states = [(one, _state(look, condition, one)) for one in wide if one not in barred]
    sure = [one for one, state in states if state is HOLDS]
    # Those that serve for the first time come first, then the newest.
    sure.sort(key=lambda one: (_use(look, one) is not None, -one.year, one.name, one.uid))
    if len(sure) >= condition.count:
        taken = sure[: condition.count]
        return Outcome(HOLDS, (*_used(look, taken), *_old(look, condition, taken)))
    doubtful = [one for one, state in states if state is UNKNOWN]
    short = condition.count - len(sure)
    if len(doubtful) >= short:
        return Outcome(UNKNOWN, (_doubt(look, condition, doubtful),), short)
    missing = _missing(look, condition, len(sure), of_kind)
    return Outcome(FAILS, (missing, *_used(look, barred)), short)


def _is_wide(one: OwnInitiative, condition: Initiative | Research) -> bool:
    return words.SCOPE_RANKS[one.scope] >= words.SCOPE_RANKS[condition.scope]


def _state(look: Look, condition: Initiative | Research, one: OwnInitiative) -> State:
    """Say whether *one* counts, by its year and by whether it is put to use."""
    if one.year > look.case.year or (condition.in_streak and 0 < one.year < look.first_year):
        return FAILS
    state = look.past.counts(one.year) if one.year else HOLDS
    if condition.in_streak and not one.year:
        state = min(state, UNKNOWN)
    if isinstance(condition, Research) and condition.applied and not one.is_applied:
        state = min(state, FAILS if one.is_applied is False else UNKNOWN)
    if "" in one.used_for:
        state = min(state, UNKNOWN)
    return state


def _use(look: Look, one: OwnInitiative) -> GeneralRule | None:
    """Return the rule that speaks of its earlier use; None where it serves for the first time."""
    used = [id for id in one.used_for if id]
    if not used:
        return None
    of_emulation = [look.pack.supports_merit(id, "") for id in (look.case.title, *used)]
    return look.pack.general_rule(_AGAIN if all(of_emulation) else _ONCE)


def _is_barred(look: Look, one: OwnInitiative) -> bool:
    use = _use(look, one)
    return use is not None and use.effect == "block"


def _used(look: Look, initiatives: list[OwnInitiative]) -> Iterator[Finding]:
    """Give what is to tell of those that served before."""
    for one in initiatives:
        if use := _use(look, one):
            ending = "không dùng lại được" if use.effect == "block" else "cần xem có được dùng lại"
            yield from general(
                use,
                use.id,
                f"{_called(one)} đã dùng cho {_served(look, one)}; {ending}.",
                subject=one.uid or one.name,
                records=[one.uid],
            )


def _old(
    look: Look, condition: Initiative | Research, taken: list[OwnInitiative]
) -> tuple[Finding, ...]:
    """Return a warning for work that is older than the period of the path."""
    return tuple(
        look.finding(
            "warning",
            _rule(condition),
            f"old:{one.uid or one.name}",
            f"{_called(one)} được công nhận năm {one.year}, trước {_period(look)}.",
            records=[one.uid],
        )
        for one in taken
        if 0 < one.year < look.first_year
    )


def _period(look: Look) -> str:
    first, last = look.first_year, look.case.year
    kind = "năm xét" if first == last else "thời gian xét"
    return f"{kind} {words.span([first, last])}"


def _doubt(look: Look, condition: Initiative | Research, doubtful: list[OwnInitiative]) -> Finding:
    message = (
        f"Cần xem lại {_noun(condition)} đã ghi: năm công nhận, việc áp dụng, "
        f"đã dùng cho danh hiệu nào. Điều kiện: {asked(look.pack, condition)}."
    )
    uids = [one.uid for one in doubtful]
    return look.finding("needs_review", _rule(condition), "doubtful", message, records=uids)


def _missing(
    look: Look, condition: Initiative | Research, have: int, known: list[OwnInitiative]
) -> Finding:
    now = f"hiện có {have}" if have else "hiện chưa có"
    message = f"Chưa đủ {_noun(condition)}: cần {asked(look.pack, condition)}, {now}."
    subject = f"{condition.scope}:{have}/{condition.count}"
    uids = [one.uid for one in known]
    return look.finding("error", _rule(condition), subject, message, records=uids)


def _called(one: OwnInitiative) -> str:
    noun = "Đề tài" if one.is_research else "Sáng kiến"
    return f"{noun} “{one.name}”" if one.name else noun


def _served(look: Look, one: OwnInitiative) -> str:
    return words.called(look.pack, filter(None, one.used_for)).replace(" hoặc ", ", ")


def _noun(condition: Initiative | Research) -> str:
    return "sáng kiến" if isinstance(condition, Initiative) else "đề tài khoa học"


def _rule(condition: Initiative | Research) -> str:
    return "initiative" if isinstance(condition, Initiative) else "research"
