"""Pairs as the list of duplicates shows them, and which can be merged together."""

from collections.abc import Sequence

from thidua_desktop.domain.duplicates import STRENGTHS, SURE, Pair
from thidua_desktop.ui.safety.log_list import Head, Line, line

APART = "Không phải trùng"
CHOSEN = "Tự chọn"
HEADS = (
    Head("Khả năng", 116),
    Head("Bản ghi thứ nhất", 160),
    Head("Bản ghi thứ hai", 160),
    Head("Vì sao"),
)


def pair_line(pair: Pair, level: str = "") -> Line:
    """Return *pair* as a line, under the words of its strength or of another *level*."""
    level = level or STRENGTHS.get(pair.strength, APART)
    why = ", ".join(pair.reasons)
    return line(pair, (level, *pair.names, why[:1].upper() + why[1:]), level)


def mergeable(lines: Sequence[Line], chosen: Sequence[Pair]) -> dict[str, Sequence[Pair]]:
    """Return the pairs of *lines* that can be merged together, by words for them.

    The *chosen* ones come first where they are several.
    """
    pairs: list[Pair] = [each.key for each in lines]
    sure = [pair for pair in pairs if pair.strength == SURE]
    found: dict[str, Sequence[Pair]] = {
        "Cùng số định danh, cùng họ tên": [p for p in pairs if _is_same_number_and_name(p)],
        f"Mọi cặp “{STRENGTHS[SURE]}”": sure,
    }
    if len(chosen) > 1 or not sure:
        found = {"Những cặp đang chọn": chosen, **found}
    return {words: some for words, some in found.items() if some} or {"Không có cặp nào": ()}


def _is_same_number_and_name(pair: Pair) -> bool:
    return {"cùng số định danh", "cùng họ tên"} <= set(pair.reasons)
