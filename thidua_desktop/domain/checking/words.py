"""How findings call titles, years, ratings and scopes. Knows no case and decides nothing."""

from collections.abc import Iterable

from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import Rule, Title
from thidua_desktop.domain.merits import DISCIPLINES, RATINGS
from thidua_desktop.domain.recipients import KINDS

COLLECTIVE_KINDS = frozenset(("enterprise", "commune", "village"))
"""Kinds that are collectives too, where the law says nothing of its own for them."""

SCOPES = {
    "unit": "cơ sở",
    "commune": "xã",
    "district": "huyện",
    "province": "tỉnh",
    "ministry": "bộ, ban, ngành",
    "national": "toàn quốc",
}
SCOPE_RANKS = {"unit": 0, "commune": 1, "district": 2, "province": 3, "ministry": 3, "national": 4}
"""How wide a scope reaches; a province and a ministry are alike."""


def title_of(pack: LawPack, id: str, recipient: str) -> Title | None:
    """Return the title *id* for *recipient*, for kinds of collectives that of a collective."""
    found = pack.title(id, recipient)
    if found is None and recipient in COLLECTIVE_KINDS:
        found = pack.title(id, "collective")
    return found


def rule_of(pack: LawPack, id: str, recipient: str) -> Rule | None:
    """Return the rule for title *id*, for kinds of collectives that of a collective."""
    found = pack.rule(id, recipient)
    if found is None and recipient in COLLECTIVE_KINDS:
        found = pack.rule(id, "collective")
    return found


def called(pack: LawPack, ids: Iterable[str]) -> str:
    """Return the titles *ids* as officers write them: "CSTĐ cấp tỉnh hoặc CSTĐ cấp Bộ"."""
    return " hoặc ".join(_name(pack, id) for id in ids)


def years(found: Iterable[int]) -> str:
    """Return years in rising order: "năm 2022, 2024"."""
    return "năm " + ", ".join(map(str, sorted(found)))


def span(found: Iterable[int]) -> str:
    """Return the years from the first to the last: "2020–2024", or the only one."""
    known = sorted(found)
    return str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"


def rated(code: str) -> str:
    """Return the words of a rating in quotes."""
    return f"“{RATINGS[code]}”"


def level(at_least: str) -> str:
    """Return the least rating asked for: "“Hoàn thành tốt nhiệm vụ” trở lên"."""
    return rated(at_least) + ("" if at_least == "EXCELLENT" else " trở lên")


def penalty(kind: str) -> str:
    """Return what a disciplinary measure is called: "kỷ luật cảnh cáo"."""
    return f"kỷ luật {inside(DISCIPLINES[kind])}" if kind in DISCIPLINES else "kỷ luật"


def kind(recipient: str) -> str:
    """Return a kind of recipient as it stands in a sentence."""
    return inside(KINDS.get(recipient, recipient))


def opened(text: str) -> str:
    """Return *text* with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """Return a sentence as it stands inside another: no capital, no full stop.

    A short form at its beginning (CSTĐCS) stays.
    """
    is_short_form = text[1:2].isupper()
    return (text if is_short_form else text[:1].lower() + text[1:]).rstrip(".")


def _name(pack: LawPack, id: str) -> str:
    title = pack.any_title(id)
    return (title.abbreviation or title.name) if title else id
