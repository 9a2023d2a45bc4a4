"""Three-valued weighing: holds, fails, or not known. Knows no law and no case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from thidua_desktop.domain.checking.findings import Finding


class State(IntEnum):
    """What is said of a condition; of several together the least holds."""

    FAILS = 0
    UNKNOWN = 1
    HOLDS = 2


FAILS, UNKNOWN, HOLDS = State.FAILS, State.UNKNOWN, State.HOLDS


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one condition came out and what to tell of it; *lacking*: how much is short."""

    state: State
    findings: tuple[Finding, ...] = ()
    lacking: int = 0


def all_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome of conditions that must all hold."""
    return Outcome(
        min(outcome.state for outcome in outcomes),
        tuple(finding for outcome in outcomes for finding in outcome.findings),
        sum(outcome.lacking for outcome in outcomes),
    )


def any_of(outcomes: Sequence[Outcome], needs: Sequence[str]) -> Outcome:
    """Return the outcome of alternatives: the best one, with what else would do in its words.

    *needs* says of each alternative, in its order, what it asks for.
    """
    best = min(range(len(outcomes)), key=lambda n: rank(outcomes[n]))
    chosen = outcomes[best]
    others = [need for n, need in enumerate(needs) if n != best]
    if chosen.state is HOLDS or not others or not chosen.findings:
        return chosen
    first, *rest = chosen.findings
    if first.rule == "discipline":  # It stands against every alternative.
        return chosen
    told = replace(first, message=f"{first.message} Hoặc: {'; '.join(others)}.")
    return Outcome(chosen.state, (told, *rest), chosen.lacking)


def rank(outcome: Outcome) -> tuple[int, int, int]:
    """Return the place of an outcome among alternatives; the least is the best.

    The nearest to holding come first, and of those that hold the one without doubts.
    """
    holds = outcome.state is HOLDS
    doubts = sum(finding.severity != "note" for finding in outcome.findings) if holds else 0
    return -outcome.state, outcome.lacking, doubts
