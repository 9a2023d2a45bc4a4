"""Cases for tests of judging: a person or a collective of 2024, with only what matters said."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from thidua_desktop.domain.checking.case import Case, OwnInitiative, PastAward, YearRating
from thidua_desktop.domain.checking.findings import Finding, Judgement
from thidua_desktop.domain.checking.judging import judge
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.services import laws

FOLDER = Path(__file__).parents[3] / "resources" / "law"
LAWS: tuple[LawPack, ...] = laws.load(FOLDER).packs
LAW = LAWS[0]

WORKER, FIGHTER = "advanced_worker", "grassroots_emulation_fighter"
PROVINCIAL, NATIONAL = "provincial_emulation_fighter", "national_emulation_fighter"
TEAM, GREAT_TEAM = "advanced_labor_collective", "excellent_labor_collective"
FLAG, GOVERNMENT_FLAG = "provincial_emulation_flag", "government_emulation_flag"


def case(title: str, recipient: str = "person", **known: Any) -> Case:
    """Return a case of 2024 by merit: no open matter, no discipline, no initiative."""
    plain: dict[str, Any] = {
        "year": 2024, "loai_hinh": "CONG_TRANG", "initiatives": (), "discipline": (),
        "open_matters": (),
    }  # fmt: skip
    return Case(title=title, recipient=recipient, **{**plain, **known})


def past(title: str, *years: int, **known: Any) -> tuple[PastAward, ...]:
    """Return awards by merit, decided at the end of their years."""
    found = []
    for year in years:
        plain = {"loai_hinh": "CONG_TRANG", "decision_date": f"{year}-12-20",
                 "uid": f"{title} {year}"}  # fmt: skip
        found.append(PastAward(title=title, year=year, **{**plain, **known}))
    return tuple(found)


def rated(code: str, *years: int) -> dict[int, YearRating]:
    """Return the rating of each of *years*."""
    return {year: YearRating(code, f"rating {year}") for year in years}


def idea(scope: str, *, times: int = 1, **known: Any) -> tuple[OwnInitiative, ...]:
    """Return initiatives of 2024, or research."""
    return tuple(
        OwnInitiative(scope=scope, **{"year": 2024, "uid": f"{scope} {n}", **known})
        for n in range(times)
    )


def judged(given: Case, law: LawPack = LAW) -> Judgement:
    """Return the judgement by the law of 2024."""
    return judge(law, given)


def verdict(given: Case, law: LawPack = LAW) -> str:
    """Return the verdict by the law of 2024."""
    return judge(law, given).verdict


def found(given: Case, rule: str, law: LawPack = LAW) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in judge(law, given).findings if finding.rule == rule]


def only(findings: Iterable[Finding]) -> Finding:
    """Return the one finding there is."""
    (finding,) = findings
    return finding
