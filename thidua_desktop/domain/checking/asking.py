"""What each condition asks for, in the words in which one alternative stands beside another."""

from collections.abc import Callable
from typing import Any

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.law.conditions import (
    AllOf,
    AnyOf,
    AwardBefore,
    AwardStreak,
    Condition,
    CountInStreak,
    Initiative,
    Judgement,
    Measured,
    MeetsStandard,
    MemberCount,
    MembersDisciplined,
    MemberShare,
    Rating,
    RatingStreak,
    Research,
    Stated,
    YearsInStreak,
)
from thidua_desktop.domain.law.pack import LawPack


def asked(pack: LawPack, condition: Condition) -> str:
    """Return what *condition* asks for: "2 lần CSTĐCS", with nothing before or after it."""
    return ASKED[type(condition)](pack, condition)


def _initiatives(_pack: LawPack, condition: Initiative) -> str:
    return f"{condition.count} sáng kiến được công nhận {_reach(condition)}"


def _research(_pack: LawPack, condition: Research) -> str:
    applied = "đã áp dụng, " if condition.applied else ""
    return f"{condition.count} đề tài khoa học được nghiệm thu, {applied}{_reach(condition)}"


def holding(pack: LawPack, condition: MemberShare) -> str:
    """Return what so many members must: "đạt LĐTT"."""
    if condition.title:
        return f"đạt {words.called(pack, [condition.title])}"
    return f"được xếp loại {words.level(condition.at_least)}" if condition.at_least else ""


def _reach(condition: Initiative | Research) -> str:
    scope = words.SCOPES[condition.scope]
    return f"có phạm vi {scope}" if scope == _WIDEST else f"từ phạm vi {scope} trở lên"


_WIDEST = words.SCOPES["national"]


def _all(pack: LawPack, condition: AllOf) -> str:
    return " và ".join(asked(pack, part) for part in condition.of)


def _any(pack: LawPack, condition: AnyOf) -> str:
    return " hoặc ".join(asked(pack, part) for part in condition.of)


def _standard(pack: LawPack, condition: MeetsStandard) -> str:
    return f"đạt tiêu chuẩn {words.called(pack, condition.titles)}"


def _rating(_pack: LawPack, condition: Rating) -> str:
    return f"xếp loại {words.level(condition.at_least)}"


def _rated_years(_pack: LawPack, condition: RatingStreak | YearsInStreak) -> str:
    return f"{condition.years} năm xếp loại {words.level(condition.at_least)}"


def _count(pack: LawPack, condition: CountInStreak) -> str:
    return f"{condition.count} lần {words.called(pack, condition.titles)}"


def _before(pack: LawPack, condition: AwardBefore) -> str:
    return f"đã có {words.called(pack, condition.titles)}"


def _award_years(pack: LawPack, condition: AwardStreak) -> str:
    return f"{condition.years} năm liên tục {words.called(pack, condition.titles)}"


def _share(pack: LawPack, condition: MemberShare) -> str:
    return f"từ {condition.percent}% thành viên {holding(pack, condition)}"


def _members(pack: LawPack, condition: MemberCount) -> str:
    return f"ít nhất {condition.count} thành viên đạt {words.called(pack, [condition.title])}"


def _penalties(_pack: LawPack, condition: MembersDisciplined) -> str:
    kind = words.penalty(condition.from_kind)
    return f"nhiều nhất {condition.at_most} thành viên bị {kind} trở lên"


def _text(_pack: LawPack, condition: Measured | Stated | Judgement) -> str:
    return words.inside(condition.text)


ASKED: dict[type, Callable[[LawPack, Any], str]] = {
    AllOf: _all,
    AnyOf: _any,
    MeetsStandard: _standard,
    Rating: _rating,
    RatingStreak: _rated_years,
    YearsInStreak: _rated_years,
    CountInStreak: _count,
    AwardBefore: _before,
    AwardStreak: _award_years,
    Initiative: _initiatives,
    Research: _research,
    MemberShare: _share,
    MemberCount: _members,
    MembersDisciplined: _penalties,
    Measured: _text,
    Stated: _text,
    Judgement: _text,
}
"""What each kind of condition asks for, in words."""
