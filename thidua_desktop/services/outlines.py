"""Outlines of papers: a file of blocks with words to fill in. Knows no database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.errors import OutsideError
from thidua_desktop.domain.reports import Report


@dataclass(frozen=True, slots=True)
class Outline:
    """What a paper begins with."""

    type_name: str
    subject: str
    blocks: tuple[Block, ...]


def load(path: Path, words: Mapping[str, str] | None = None) -> Outline:
    """Return the outline in *path*, each {name} in it replaced by its word.

    Raises OutsideError when the file that came with the program is not there any more.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OutsideError(
            f"Không đọc được mẫu đề cương “{path.name}” của chương trình.",
            "Dữ liệu của cơ quan không bị ảnh hưởng.",
            "Hãy cài lại chương trình.",
        ) from error
    blocks = tuple(_block(entry, words) for entry in found["blocks"])
    return Outline(found["type_name"], _filled(found["subject"], words), blocks)


def period_words(report: Report, office: str) -> dict[str, str]:
    """Return the words of an outline for the period of *report* and the name of the office."""
    period, following = _periods(report)
    return {
        "office": office,
        "period": period,
        "next_period": following,
        "period_caps": period.upper(),
        "next_period_caps": following.upper(),
    }


def _periods(report: Report) -> tuple[str, str]:
    """Return the report's period and the one after it in words."""
    year = report.year
    if report.kind != "half_year":
        return f"năm {year}", f"năm {year + 1}"
    first, second = f"6 tháng đầu năm {year}", f"6 tháng cuối năm {year}"
    return (first, second) if report.half == 1 else (second, f"6 tháng đầu năm {year + 1}")


def _block(entry: dict[str, Any], words: Mapping[str, str] | None) -> Block:
    return Block(
        kind=entry.get("kind", "paragraph"),
        depth=entry.get("depth", 0),
        number=entry.get("number", ""),
        body=_filled(entry["body"], words),
    )


def _filled(text: str, words: Mapping[str, str] | None) -> str:
    return text.format_map(words) if words else text
