"""The members of a collective: their shares of titles and ratings, and discipline among them."""

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.asking import holding
from thidua_desktop.domain.checking.case import Strength
from thidua_desktop.domain.checking.findings import Finding, Severity
from thidua_desktop.domain.checking.logic import FAILS, HOLDS, UNKNOWN, Outcome
from thidua_desktop.domain.checking.look import Look
from thidua_desktop.domain.law.conditions import MemberCount, MembersDisciplined, MemberShare
from thidua_desktop.domain.numbers import percent

_NOBODY = Strength()
_ALL = 100


def member_share(look: Look, condition: MemberShare) -> Outcome:
    """Weigh how many of the members, in percent, hold a title or are rated so high."""
    members = look.case.members or _NOBODY
    total, part = members.total, _part(members, condition)
    subject = condition.title or condition.at_least or ""
    if not total or part is None:
        message = f"Chưa có số thành viên hoặc số người {holding(look.pack, condition)}."
        return Outcome(UNKNOWN, (_told(look, "needs_review", condition, subject, message),), 1)
    if part > total:
        message = (
            f"Số thành viên {holding(look.pack, condition)} ({part}) nhiều hơn số thành viên "
            f"({total}); cần xem lại số liệu."
        )
        told = _told(look, "needs_review", condition, f"{subject}:{part}/{total}", message)
        return Outcome(UNKNOWN, (told,), 1)
    if part * 100 >= condition.percent * total:
        return Outcome(HOLDS)
    least = -(-condition.percent * total // 100)
    limit = f"từ {condition.percent}%" if condition.percent < _ALL else f"{_ALL}%"
    message = (
        f"Mới có {part}/{total} thành viên ({percent(part, total, 1)}) "
        f"{holding(look.pack, condition)}; cần {limit}, tức {least} người."
    )
    told = _told(look, "error", condition, f"{subject}:{part}/{total}", message)
    return Outcome(FAILS, (told,), 1)


def member_count(look: Look, condition: MemberCount) -> Outcome:
    """Weigh how many members hold a title."""
    members = look.case.members or _NOBODY
    name, have = words.called(look.pack, [condition.title]), members.holders.get(condition.title)
    if have is None:
        message = f"Chưa có số thành viên đạt {name}."
        told = _told(look, "needs_review", condition, condition.title, message)
        return Outcome(UNKNOWN, (told,), 1)
    if have >= condition.count:
        return Outcome(HOLDS)
    now = f"Mới có {have} thành viên" if have else "Chưa có thành viên nào"
    message = f"{now} đạt {name}; cần ít nhất {condition.count}."
    told = _told(look, "error", condition, f"{condition.title}:{have}", message)
    return Outcome(FAILS, (told,), 1)


def members_disciplined(look: Look, condition: MembersDisciplined) -> Outcome:
    """Weigh how many members were disciplined."""
    members = look.case.members or _NOBODY
    kind, have = words.penalty(condition.from_kind), members.disciplined
    if have is None:
        message = f"Chưa có số thành viên bị {kind} trở lên."
        told = _told(look, "needs_review", condition, condition.from_kind, message)
        return Outcome(UNKNOWN, (told,), 1)
    if have <= condition.at_most:
        return Outcome(HOLDS)
    most = f"nhiều nhất {condition.at_most}" if condition.at_most else "không người nào"
    message = f"Có {have} thành viên bị {kind} trở lên; chỉ xét khi {most} bị."
    told = _told(look, "error", condition, f"{condition.from_kind}:{have}", message)
    return Outcome(FAILS, (told,), 1)


def _part(members: Strength, condition: MemberShare) -> int | None:
    if condition.title:
        return members.holders.get(condition.title)
    # Of ratings only this one is counted among members.
    return members.done_or_better if condition.at_least == "DONE" else None


def _told(
    look: Look,
    severity: Severity,
    condition: MemberShare | MemberCount | MembersDisciplined,
    subject: str,
    message: str,
) -> Finding:
    rules = {
        MemberShare: "member_share", MemberCount: "member_count",
        MembersDisciplined: "members_disciplined",
    }  # fmt: skip
    uids = [look.case.members.uid] if look.case.members else []
    return look.finding(severity, rules[type(condition)], subject, message, records=uids)
