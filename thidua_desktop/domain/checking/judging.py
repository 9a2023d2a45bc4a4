"""Judges a case by a law pack: which way to the title holds, and what stands against it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.case import Case
from thidua_desktop.domain.checking.findings import Finding, Judgement, judgement
from thidua_desktop.domain.checking.logic import HOLDS, UNKNOWN, Outcome, rank
from thidua_desktop.domain.checking.past import Past, by_age
from thidua_desktop.domain.checking.proposals import of_proposal
from thidua_desktop.domain.checking.weighing import weigh_path
from thidua_desktop.domain.checking.where_known import where_known
from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import Path, Rule, Title

MERIT = "CONG_TRANG"


def judge(pack: LawPack, case: Case) -> Judgement:
    """Return whether the recipient may be proposed for the title, and why.

    The law is that of *pack*; the one in force on the day of the decision decides.
    """
    case = replace(case, history=tuple(sorted(case.history, key=by_age)))
    title = words.title_of(pack, case.title, case.recipient)
    found = list(_by_title(pack, case, title))
    others = (*of_proposal(pack, case, title), *where_known(pack, case, found))
    return judgement(_once((*found, *others)))


def without_law(date: str) -> Judgement:
    """Return the judgement on a decision of a *date* for which there is no law pack."""
    message = f"Chương trình không có điều kiện của luật áp dụng cho ngày {show_date(date)}."
    found = Finding(severity="needs_review", rule="no_law", subject=date, message=message)
    return judgement([found])


def _by_title(pack: LawPack, case: Case, title: Title | None) -> Iterable[Finding]:
    if title is None:
        return [_no_title(pack, case)]
    rule = words.rule_of(pack, case.title, case.recipient)
    return _no_rule(title) if rule is None else _by_rule(Past(pack, case), rule)


def _no_title(pack: LawPack, case: Case) -> Finding:
    """Return what is wrong with the title: outside the catalogue, or not for this recipient."""
    if not case.title:
        message = "Danh hiệu ngoài danh mục: chương trình không có điều kiện để kiểm tra."
        return Finding(severity="needs_review", rule="outside_catalogue", message=message)
    other = pack.any_title(case.title)
    if other is None:
        message = f"{pack.name} không có danh hiệu, hình thức này."
        return Finding(severity="error", rule="not_in_law", subject=case.title, message=message)
    kinds = [t.recipient for t in pack.titles if t.id == case.title]
    message = (
        f"{words.opened(other.name)} không tặng cho {words.kind(case.recipient)}; chỉ tặng cho "
        f"{', '.join(map(words.kind, kinds))}."
    )
    return Finding(
        severity="error",
        rule="wrong_recipient",
        subject=case.recipient,
        message=message,
        article=other.article,
        verified=other.verified,
    )


def _no_rule(title: Title) -> Iterator[Finding]:
    yield Finding(
        severity="needs_review",
        rule="no_rule",
        subject=title.id,
        message=f"Chương trình không có điều kiện để đối chiếu; xét theo tiêu chuẩn: "
        f"{title.standard}",
        article=title.article,
        verified=title.verified,
    )


def _by_rule(past: Past, rule: Rule) -> Iterator[Finding]:
    kind = past.case.loai_hinh
    paths = [path for path in rule.paths if path.accumulated or kind != MERIT]
    if not paths:
        yield _not_by_merit(rule)
        return
    outcomes = [_weighed(past, path) for path in paths]
    state = max(outcome.state for outcome in outcomes)
    chosen = [n for n, outcome in enumerate(outcomes) if outcome.state is state]
    if state is not UNKNOWN:
        chosen = [min(chosen, key=lambda n: rank(outcomes[n]))]
    for n in chosen:
        yield from _named(paths[n], outcomes[n].findings, len(paths))


def _weighed(past: Past, path: Path) -> Outcome:
    """Return the outcome of *path*; open where it holds for some kinds of commendation alone."""
    outcome = weigh_path(past, path)
    if past.case.loai_hinh or path.accumulated or outcome.state is not HOLDS:
        return outcome
    told = Finding(
        severity="needs_review",
        rule="loai_hinh",
        subject="not_known",
        message="Chưa rõ loại hình khen thưởng của đề nghị; theo công trạng thì không xét "
        "theo nhánh này.",
        article=path.article,
        verified=path.verified,
    )
    return Outcome(UNKNOWN, (*outcome.findings, told), 1)


def _named(path: Path, found: Sequence[Finding], paths: int) -> Iterator[Finding]:
    """Give the findings of *path* with its name, where the title can be had in several ways."""
    for finding in found:
        is_named = finding.rule == "stated" and len(path.needs) == 1  # Its text says the way.
        if paths == 1 or is_named or finding.severity == "note" or finding.article != path.article:
            yield finding
        else:
            text = f"{finding.message} Theo nhánh: {words.inside(path.name)}."
            yield replace(finding, message=text)


def _not_by_merit(rule: Rule) -> Finding:
    return Finding(
        severity="error",
        rule="loai_hinh",
        subject=MERIT,
        message="Theo công trạng chỉ xét kết quả tích lũy qua các năm; danh hiệu, hình thức này "
        "không có nhánh ấy. Hãy chọn loại hình khác.",
        article=rule.article,
        verified=rule.verified,
    )


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding once: what two conditions lack together is one gap."""
    seen: set[tuple[str, str, str]] = set()
    told: set[tuple[str, str]] = set()
    for finding in found:
        key = (finding.severity, finding.rule, finding.subject)
        said = (finding.message, finding.article)
        if key not in seen and (said not in told or finding.records):
            yield finding
        seen.add(key)
        told.add(said)
