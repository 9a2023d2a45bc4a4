"""Findings that the officer sets aside with a reason, and lets stand again."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.errors import Problem, RuleError
from thidua_desktop.domain.intake import FindingWaiver
from thidua_desktop.domain.text import clean_prose
from thidua_desktop.services.checking.values import Reasons
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database

_LEAST = 5  # Letters of a reason; fewer say nothing to whoever reads the paper later.


Found = tuple[str, Finding]
"""The uid of a nomination, and one finding of it."""


def waive(database: Database, found: Sequence[Found], reason: str) -> Changed:
    """Set the findings *found* aside as one step; RuleError when the reason says nothing."""
    reason = clean_prose(reason)
    if sum(map(str.isalpha, reason)) < _LEAST:
        words = "Cần ghi lý do bỏ qua; lý do này được giữ lại và in trong phiếu thẩm định."
        raise RuleError([Problem("reason", words)])
    label = "một kết quả" if len(found) == 1 else f"{len(found)} kết quả"
    with database.write(f"Bỏ qua {label} kiểm tra") as step:
        uids = list(dict.fromkeys(uid for uid, _finding in found))
        kept = store.owned(step.connection, FindingWaiver, "nomination_uid", uids)
        known = {(one.nomination_uid, one.rule, one.subject): one for one in kept}
        new: dict[tuple[str, str, str], FindingWaiver] = {}
        for uid, finding in found:
            key = uid, finding.rule, finding.subject
            first = FindingWaiver(nomination_uid=uid, rule=finding.rule, subject=finding.subject)
            new[key] = replace(known.get(key, first), reason=reason)
        step.put(list(new.values()))
    return step.changed


def unwaive(database: Database, uid: str, finding: Finding) -> Changed:
    """Let *finding* of the nomination *uid* stand again."""
    with database.write("Xét lại một kết quả kiểm tra đã bỏ qua") as step:
        same = _same(step.connection, uid, finding)
        step.remove(FindingWaiver, [waiver.uid for waiver in same])
    return step.changed


def reasons(connection: Reading, uids: Sequence[str]) -> dict[str, Reasons]:
    """Return what was set aside of the nominations *uids*, and why."""
    found: dict[str, Reasons] = {}
    for waiver in store.owned(connection, FindingWaiver, "nomination_uid", uids):
        known = found.setdefault(waiver.nomination_uid, {})
        known[waiver.rule, waiver.subject] = (waiver.reason, waiver.uid)
    return found


def _same(connection: Reading, uid: str, finding: Finding) -> list[FindingWaiver]:
    known = store.owned(connection, FindingWaiver, "nomination_uid", [uid])
    return [one for one in known if (one.rule, one.subject) == (finding.rule, finding.subject)]
