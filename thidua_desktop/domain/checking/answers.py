"""What the officer states of a proposal: answers to the questions that a rule puts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.case import Fact, Statement
from thidua_desktop.domain.checking.findings import Severity
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, Outcome, State
from thidua_desktop.domain.checking.look import Look
from thidua_desktop.domain.law.conditions import Judgement, Measured, Stated, parts_of
from thidua_desktop.domain.law.pack import LawPack

MATERNITY = "maternity_leave"
"""The fact that years of maternity leave answer: those of the case, not an answer by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the officer may answer: yes or no, or with *at_least* a number.

    *key* is where the answer stands in `Case.facts`; *path* names the way to the title that asks.
    """

    key: str
    text: str
    path: str = ""
    at_least: int | None = None


def questions(
    pack: LawPack, title: str, recipient: str, loai_hinh: str = ""
) -> tuple[Question, ...]:
    """Return what the law asks the officer of such a proposal, each once, in the order of paths."""
    asked: dict[str, Question] = {}
    for question in (
        *_of_rule(pack, title, recipient, loai_hinh),
        *_of_all(pack, title, recipient, loai_hinh),
    ):
        asked.setdefault(question.key, question)
    return tuple(asked.values())


def facts_asked(packs: Iterable[LawPack]) -> frozenset[str]:
    """Return the names of all facts that the rules of *packs* ask for."""
    found = {rule.fact for pack in packs for rule in pack.general_rules if rule.fact}
    needs = (
        need for pack in packs for rule in pack.rules for path in rule.paths for need in path.needs
    )
    parts = (part for need in needs for part in parts_of(need))
    return frozenset(found | {p.fact for p in parts if isinstance(p, Stated | Measured)})


def key_of(condition: Stated | Measured) -> str:
    """Return the key of one question: the fact with what the rule asks of it."""
    if isinstance(condition, Measured):
        return condition.fact
    years = str(condition.years) if condition.years else ""
    parts = (condition.fact, "+".join(condition.by), condition.scope or "", years)
    return ":".join(parts).rstrip(":")


def stated(look: Look, condition: Stated) -> Outcome:
    """Weigh a fact that the officer states."""
    state = _stated_state(look.case.facts, condition)
    if state is HOLDS:
        return Outcome(HOLDS)
    text = words.inside(condition.text)
    severity: Severity = "error" if state is FAILS else "needs_review"
    message = f"Không đạt: {text}." if state is FAILS else f"Cần xác nhận: {text}."
    told = look.finding(severity, "stated", key_of(condition), message)
    return Outcome(state, (told,), 1)


def measured(look: Look, condition: Measured) -> Outcome:
    """Weigh a quantity of the recipient."""
    value, name = look.case.facts.get(condition.fact), condition.text.rstrip(".")
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"Chưa có {words.inside(name)}; cần ít nhất {condition.at_least}."
        told = look.finding("needs_review", "measured", condition.fact, message)
        return Outcome(UNKNOWN, (told,), 1)
    if value >= condition.at_least:
        return Outcome(HOLDS)
    message = f"{name} là {value}; cần ít nhất {condition.at_least}."
    told = look.finding("error", "measured", f"{condition.fact}:{value}", message)
    return Outcome(FAILS, (told,), 1)


def judgement(look: Look, condition: Judgement) -> Outcome:
    """Note what only people can judge; it decides nothing."""
    message = f"Người xét đánh giá: {words.inside(condition.text)}."
    return Outcome(HOLDS, (look.finding("note", "judgement", condition.text, message),))


def _stated_state(facts: Mapping[str, Fact], condition: Stated) -> State:
    answer = facts.get(key_of(condition))
    if answer is None:
        answer = facts.get(condition.fact)
    if answer is None:
        return FAILS if condition.only_if_stated else UNKNOWN
    if isinstance(answer, bool):
        return HOLDS if answer else FAILS
    if isinstance(answer, int):
        answer = Statement(years=answer)
    return min(
        _one_of(condition.by, answer.by),
        _as_wide(condition.scope, answer.scope),
        _as_long(condition.years, answer.years),
    )


def _one_of(wanted: tuple[str, ...], given: str) -> State:
    if not wanted or given in wanted:
        return HOLDS
    return FAILS if given else UNKNOWN


def _as_wide(wanted: str | None, given: str) -> State:
    if not wanted:
        return HOLDS
    if not given:
        return UNKNOWN
    ranks = words.SCOPE_RANKS
    return HOLDS if ranks[given] >= ranks[wanted] else FAILS


def _as_long(wanted: int, given: int | None) -> State:
    if not wanted:
        return HOLDS
    if given is None:
        return UNKNOWN
    return HOLDS if given >= wanted else FAILS


def _of_rule(pack: LawPack, title: str, recipient: str, loai_hinh: str) -> Iterator[Question]:
    rule = words.rule_of(pack, title, recipient)
    for path in rule.paths if rule else ():
        if loai_hinh == "CONG_TRANG" and not path.accumulated:
            continue
        for part in (part for need in path.needs for part in parts_of(need)):
            if isinstance(part, Stated | Measured):
                least = part.at_least if isinstance(part, Measured) else None
                yield Question(key=key_of(part), text=part.text, path=path.name, at_least=least)


def _of_all(pack: LawPack, title: str, recipient: str, loai_hinh: str) -> Iterator[Question]:
    for rule in pack.general_rules:
        is_asked = rule.fact and rule.fact != MATERNITY
        if is_asked and rule.concerns(title, loai_hinh, recipient):
            yield Question(key=rule.fact, text=rule.text)
