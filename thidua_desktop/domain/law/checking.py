"""Whether the entries of a pack agree with one another: names that exist, days in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua_desktop.domain.dates import DateError, parse_date
from thidua_desktop.domain.law.conditions import (
    AwardBefore,
    Condition,
    MeetsStandard,
    RatingStreak,
    parts_of,
    titles_named,
)
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import Path, Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one entry, in Vietnamese."""

    section: str
    key: str
    reason: str


def faults(pack: LawPack) -> Iterator[Fault]:
    """Give what does not agree in *pack*, in the order of its sections."""
    yield from _faults_of_days(pack)
    yield from _faults_of_titles(pack)
    yield from _faults_of_rules(pack)
    yield from _faults_of_references(pack)
    yield from _faults_of_votes(pack)


def _faults_of_days(pack: LawPack) -> Iterator[Fault]:
    periods = [("pack", pack.id, pack.first_day, pack.last_day)]
    periods += [("legal_basis", b.id, b.first_day, b.last_day) for b in pack.legal_bases]
    for section, key, first, last in periods:
        if reason := _wrong_days(first, last):
            yield Fault(section, key, reason)
    for basis in pack.legal_bases:
        if basis.date and (reason := _wrong_days(basis.date)):
            yield Fault("legal_basis", basis.id, reason)
    due = [("time_limit", limit.id, limit.due) for limit in pack.time_limits]
    due += [("statistics", form.id, form.due) for form in pack.statistics]
    for section, key, day in due:
        if day and (reason := _wrong_days(f"2024-{day}")):
            yield Fault(section, key, reason)


def _wrong_days(first: str, last: str = "") -> str:
    try:
        parse_date(first)
        parse_date(last or first)
    except DateError as wrong:
        return str(wrong).rstrip(".")
    return f"ngày hết hiệu lực {last} sớm hơn ngày bắt đầu {first}" if last and last < first else ""


def _faults_of_titles(pack: LawPack) -> Iterator[Fault]:
    deciders = {decider.id for decider in pack.deciders}
    for title in pack.titles:
        for missing in _missing(title.deciders, deciders):
            reason = f"thẩm quyền “{missing}” không có trong danh mục decider"
            yield Fault("title", f"{title.id}/{title.recipient}", reason)
    for written, one, other in pack.names.clashes():
        reason = f"tên gọi “{written}” trùng với {one.id}"
        yield Fault("title", f"{other.id}/{other.recipient}", reason)


def _faults_of_rules(pack: LawPack) -> Iterator[Fault]:
    ids = {title.id for title in pack.titles}
    for rule in pack.rules:
        key = f"{rule.title}/{rule.recipient}"
        if pack.title(rule.title, rule.recipient) is None:
            yield Fault("rule", key, _unknown_title(key))
        paths = [path.id for path in rule.paths]
        if len(set(paths)) < len(paths):
            yield Fault("rule", key, "có hai nhánh (path) cùng mã")
        named = set().union(*(titles_named(need) for path in rule.paths for need in path.needs))
        for missing in _missing(sorted(named), ids):
            yield Fault("rule", key, _unknown_title(missing))
        for path in rule.paths:
            yield from (Fault("rule", key, reason) for reason in _wrong_needs(pack, rule, path))


def _wrong_needs(pack: LawPack, rule: Rule, path: Path) -> Iterator[str]:
    """Give what of *path* could not be judged, however much is known of a recipient."""
    parts = [part for need in path.needs for part in parts_of(need)]
    before = {title for part in parts if isinstance(part, AwardBefore) for title in part.titles}
    for part in parts:
        if isinstance(part, RatingStreak) and not before.issuperset(part.after):
            yield f"nhánh “{path.id}” tính năm sau một danh hiệu mà không đòi danh hiệu ấy"
        if isinstance(part, MeetsStandard) and _asks_for_a_standard(pack, rule, part):
            yield f"nhánh “{path.id}” dựa vào tiêu chuẩn của danh hiệu lại dựa vào tiêu chuẩn khác"


def _asks_for_a_standard(pack: LawPack, rule: Rule, condition: MeetsStandard) -> bool:
    rules = (pack.rule(title, rule.recipient) for title in condition.titles)
    needs: Iterator[Condition] = (
        need for each in rules if each for path in each.paths for need in path.needs
    )
    return any(isinstance(part, MeetsStandard) for need in needs for part in parts_of(need))


def _faults_of_references(pack: LawPack) -> Iterator[Fault]:
    ids = {title.id for title in pack.titles}
    forms = {form.id for form in pack.forms}
    for coefficient in pack.coefficients:
        key = f"{coefficient.title}/{coefficient.recipient}"
        if pack.title(coefficient.title, coefficient.recipient) is None:
            yield Fault("coefficient", key, _unknown_title(key))
    referring = [("vote", vote.id, vote.titles) for vote in pack.votes]
    referring += [("dossier", dossier.id, dossier.titles) for dossier in pack.dossiers]
    referring += [("time_limit", limit.id, limit.titles) for limit in pack.time_limits]
    referring += [("general_rule", rule.id, rule.titles) for rule in pack.general_rules]
    referring += [("local_parameter", p.id, p.share or ()) for p in pack.local_parameters]
    for section, key, titles in referring:
        for missing in _missing(titles, ids):
            yield Fault(section, key, _unknown_title(missing))
    for dossier in pack.dossiers:
        for paper in dossier.papers:
            for missing in _missing(paper.forms, forms):
                yield Fault("dossier", dossier.id, f"mẫu “{missing}” không có trong danh mục form")


def _faults_of_votes(pack: LawPack) -> Iterator[Fault]:
    general = [vote.id for vote in pack.votes if not vote.titles]
    if len(general) != 1:
        reason = "cần đúng một ngưỡng phiếu chung (không kê titles) cho các danh hiệu còn lại"
        yield Fault("vote", ", ".join(general), reason)


def _missing(named: Iterable[str], known: set[str]) -> list[str]:
    return [name for name in named if name not in known]


def _unknown_title(key: str) -> str:
    return f"danh hiệu “{key}” không có trong danh mục title"
