"""The council: terms by decision, members and roles, meetings and ballots. Knows no Qt, no SQL."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.identity import new_uid

ROLES = {
    "chair": "Chủ tịch Hội đồng",
    "first_vice_chair": "Phó Chủ tịch thứ nhất",
    "standing_vice_chair": "Phó Chủ tịch Thường trực",
    "vice_chair": "Phó Chủ tịch Hội đồng",
    "standing_member": "Ủy viên Thường trực",
    "member": "Ủy viên",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilTerm:
    """One make-up of the council by one decision; *size* is the number the decision names."""

    name: str = "Hội đồng Thi đua - Khen thưởng"
    decision_number: str = ""
    decision_date: str = ""
    starts: str = ""
    ends: str = ""
    size: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMember:
    """A member in a term; the secretary is a member who also keeps the minutes."""

    term_uid: str = ""
    person_uid: str | None = None
    full_name: str = ""
    position: str = ""
    role: str = "member"
    is_secretary: bool = False
    ordinal: int = 0
    starts: str = ""
    ends: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member as a list shows them."""

    uid: str
    term_uid: str
    term: str
    ordinal: int
    full_name: str
    position: str
    role: str
    is_secretary: bool
    starts: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of the council."""

    term_uid: str = ""
    date: str = ""
    place: str = ""
    subject: str = ""
    chair_uid: str | None = None
    secretary_uid: str | None = None
    form: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How a member took part: present, absent or written."""

    meeting_uid: str = ""
    member_uid: str = ""
    form: str = "present"
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The tally of one nomination in one meeting."""

    meeting_uid: str = ""
    nomination_uid: str = ""
    issued: int = 0
    returned: int = 0
    valid: int = 0
    agree: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not match in the make-up of the council, and whose row shows it.

    *member_uid* is "" where nobody's does; *of_term* when the facts of the term say otherwise.
    """

    text: str
    member_uid: str = ""
    of_term: bool = False


_ONE_AT_MOST = ("chair", "first_vice_chair", "standing_vice_chair")


def mismatches(term: CouncilTerm, members: Sequence[CouncilMember]) -> list[Mismatch]:
    """Return what does not match among those who sit to the term's end; none without members."""
    now = sitting(term, members)
    if not now:
        return []
    found = []
    if not any(member.role == "chair" for member in now):
        found.append(Mismatch("Chưa có Chủ tịch Hội đồng."))
    for role in _ONE_AT_MOST:
        found += _several(ROLES[role], [member for member in now if member.role == role])
    secretaries = [member for member in now if member.is_secretary]
    found += _several("thư ký", secretaries)
    if not secretaries:
        found.append(Mismatch("Chưa có thư ký."))
    found += _twice(now)
    if term.size and term.size != len(now):
        text = f"Quyết định ghi {term.size} thành viên, danh sách có {len(now)}."
        found.append(Mismatch(text, of_term=True))
    return found


def sitting(term: CouncilTerm, members: Sequence[CouncilMember]) -> list[CouncilMember]:
    """Return the members who did not leave before the term's end."""
    return [m for m in members if not m.ends or (term.ends and m.ends >= term.ends)]


def _several(role: str, holders: Sequence[CouncilMember]) -> list[Mismatch]:
    if len(holders) < 2:
        return []
    names = ", ".join(member.full_name for member in holders)
    return [Mismatch(f"Có {len(holders)} {role}: {names}.", holders[1].uid)]


def _twice(members: Sequence[CouncilMember]) -> list[Mismatch]:
    """Return those who are named again: the same person, or name and post alike."""
    found: list[Mismatch] = []
    seen: set[str | tuple[str, str]] = set()
    for member in members:
        words = (member.full_name.casefold(), member.position.casefold())
        known = {key for key in (member.person_uid, words) if key}
        if known & seen:
            found.append(Mismatch(f"{member.full_name} có tên hai lần.", member.uid))
        seen |= known
    return found


def problems(draft: CouncilMember) -> list[Problem]:
    """Return what stands in the way of saving *draft*; empty when nothing does."""
    found = []
    if not draft.full_name:
        found.append(Problem("full_name", "Cần có họ và tên thành viên."))
    if draft.role not in ROLES:
        found.append(Problem("role", "Vai trò không có trong danh sách."))
    return found


def term_problems(draft: CouncilTerm) -> list[Problem]:
    """Return what stands in the way of saving the term *draft*."""
    found = []
    if not draft.name:
        found.append(Problem("name", "Cần có tên Hội đồng."))
    if draft.size < 0:
        found.append(Problem("size", "Số thành viên không thể là số âm."))
    return found
