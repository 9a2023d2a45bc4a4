"""Rules that are applied where their fact is there, such as those on leave and on transfers."""

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.answers import MATERNITY
from thidua_desktop.domain.checking.case import Case
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.checking.look import general
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import GeneralRule


def where_known(pack: LawPack, case: Case, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give what follows from the facts that were entered; of the others there is one note.

    *found* is what the conditions of the title lack: maternity leave matters to broken years only.
    """
    silent = []
    for rule in pack.general_rules:
        if not rule.only_if_known or not rule.concerns(case.title, case.loai_hinh, case.recipient):
            continue
        if rule.fact == MATERNITY:
            if not case.leave_years and _lacks_years(found):
                silent.append(rule)
            continue
        answer = case.facts.get(rule.fact)
        if answer is None:
            silent.append(rule)
        elif answer is not False:
            yield from general(rule, rule.id, rule.text, subject="known")
    if silent:
        yield _not_stated(silent)


def _lacks_years(found: Sequence[Finding]) -> bool:
    streaks = ("award_streak", "rating_streak")
    return any(f.severity == "error" and f.rule in streaks and f.missing_years for f in found)


def _not_stated(rules: Sequence[GeneralRule]) -> Finding:
    """Return the one note on *rules* whose facts nobody entered; it says the same of everyone."""
    told = "; ".join(words.inside(rule.text) for rule in rules)
    return Finding(
        severity="note",
        rule="not_stated",
        message=f"Chưa ghi, nếu có thì xét thêm: {told}.",
        article="; ".join(dict.fromkeys(rule.article for rule in rules)),
        verified=all(rule.verified for rule in rules),
    )
