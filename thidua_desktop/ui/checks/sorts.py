"""Sorts of findings in the officer's words, so that a long list can be narrowed. Knows no law."""

from collections.abc import Mapping

SORTS: Mapping[str, str] = {
    "awards": "Khen thưởng trước đó",
    "ratings": "Xếp loại hằng năm",
    "initiatives": "Sáng kiến, đề tài",
    "members": "Thành viên của tập thể",
    "conduct": "Kỷ luật, vụ việc",
    "twice": "Đề nghị trùng, thành tích đã khen",
    "authority": "Đối tượng, thẩm quyền, loại hình",
    "papers": "Giấy tờ và hạn nộp",
    "share": "Tỷ lệ",
    "links": "Nối với danh mục",
    "unknown": "Luật chưa rõ",
    "answers": "Điều luật hỏi, đánh giá",
    "other": "Điều khác",
}
"""The sorts in the order in which they are offered."""

_RULES: Mapping[str, tuple[str, ...]] = {
    "awards": (
        *("award_streak", "award_before", "count_in_streak", "years_in_streak", "meets_standard"),
        *("only_merit_supports_merit", "cancelled_decision", "long_service"),
    ),
    "ratings": ("rating", "rating_streak", "no_rating"),
    "initiatives": ("initiative", "research", "initiative_once", "initiative_again"),
    "members": ("member_share", "member_count", "members_disciplined"),
    "conduct": ("discipline", "open_case", "after_discipline", "long_service_clean"),
    "twice": ("double_proposal", "one_achievement_one_form", "already_awarded"),
    "authority": ("wrong_recipient", "wrong_decider", "loai_hinh"),
    "papers": ("missing_paper", "late"),
    "share": ("ratio",),
    "links": ("unlinked_recipient", "unlinked_awards", "earlier_unit"),
    "unknown": ("no_rule", "no_law", "not_in_law", "outside_catalogue"),
    "answers": ("stated", "measured", "judgement"),
}
_SORT_OF: Mapping[str, str] = {rule: sort for sort, rules in _RULES.items() for rule in rules}


def sort_of(rule: str) -> str:
    """Return the sort of the findings of *rule*, one of SORTS."""
    return _SORT_OF.get(rule, "other")
