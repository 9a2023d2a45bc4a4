"""What a report is called on the screen and as a file. Knows no service."""

import re

from thidua_desktop.domain.dates import show_date
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.text import fold

_HALVES = {1: "đầu", 2: "cuối"}


def title_of(report: Report) -> str:
    """Return the report's name: "Báo cáo 6 tháng đầu năm 2024"."""
    return f"Báo cáo {period_of(report)}"


def period_of(report: Report) -> str:
    """Return the period in words: "6 tháng đầu năm 2024", "năm 2024", "nhiều năm 2014–2023"."""
    if report.kind == "half_year" and report.half in _HALVES:
        return f"6 tháng {_HALVES[report.half]} năm {report.year}"
    if report.kind == "multi_year":
        first = report.period_from[:4] or str(report.year)
        return f"nhiều năm {first}–{report.period_to[:4] or report.year}"
    if report.kind == "other":
        return f"khác năm {report.year}"
    return f"năm {report.year}"


def entry(report: Report) -> str:
    """Return the period as a list shows it under the year."""
    if report.kind in ("year", "other"):
        return "Cả năm" if report.kind == "year" else "Báo cáo khác"
    words = period_of(report).removesuffix(f" {report.year}")
    return words[0].upper() + words[1:]


def tip_of(report: Report) -> str:
    """Return the days and the subject, for a tip."""
    days = f"{show_date(report.period_from)} – {show_date(report.period_to)}"
    return "\n".join(filter(None, (title_of(report), days, report.heading.subject)))


def file_name(report: Report, suffix: str) -> str:
    """Return a name for the report's file, without marks, so that any stick takes it."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title_of(report))).strip("-")
    return f"{words}.{suffix}"
