"""Ratios that a province or an office sets: how many of one title against another."""

from collections.abc import Mapping

from thidua_desktop.domain.checking import words
from thidua_desktop.domain.checking.findings import Finding
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import LocalParameter
from thidua_desktop.domain.numbers import percent

WHOLE = ""
"""The name under which a count of the whole list stands among those of units."""


def over_share(
    pack: LawPack,
    parameter: LocalParameter,
    most: int | None,
    counts: Mapping[str, tuple[int, int]],
) -> tuple[Finding, ...]:
    """Return a warning for each count that is above *most* percent, in the order of *counts*.

    *counts*: by the name of a unit, or WHOLE, how many have the first title of `parameter.share`
    and how many the second. *most* None or 0: the ratio is off.
    """
    if not most or parameter.share is None:
        return ()
    one, other = (words.called(pack, [id]) for id in parameter.share)
    found = []
    for unit, (part, whole) in counts.items():
        if part * 100 <= most * whole:
            continue
        where = f"{unit}: " if unit else ""
        ratio = f"{part}/{whole}" + (f" = {percent(part, whole, 1)}" if whole else "")
        message = (
            f"{where}tỷ lệ {one} trên {other} là {ratio}, vượt mức {most}% "
            f"(nhiều nhất {most * whole // 100})."
        )
        found.append(
            Finding(
                severity="warning",
                rule="ratio",
                subject=f"{parameter.id}:{unit}:{part}/{whole}",
                message=words.opened(message),
                article=parameter.article,
                verified=parameter.verified,
            )
        )
    return tuple(found)
