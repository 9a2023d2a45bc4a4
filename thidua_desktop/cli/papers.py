"""`thidua export` and `report`: lists and papers become files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.cli.door import DONE, Door
from thidua_desktop.cli.parser import Commands, year
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.listing import Query

if TYPE_CHECKING:
    from thidua_desktop.services.listed.forms import ListForm
    from thidua_desktop.services.listed.pages import Source
    from thidua_desktop.services.services import Services

_OF_TABS = ("register", "nominations", "plan", "council")
_OTHERS = (
    *("decisions", "units", "people", "households", "ratings", "initiatives", "disciplines"),
    *("cases", "strengths"),
)
_LISTS = (*_OF_TABS, *_OTHERS)
_PAPERS = ("half-year", "plan", "register", "appraisal", "returned")


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    export = commands.add(
        "export",
        _export,
        "xuất một danh sách ra Excel",
        "thidua export mau.thidua register so-2024.xlsx --year 2024",
        "thidua export mau.thidua people ca-nhan.xlsx --citizen-ids",
    )
    export.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    export.add_argument(
        "what", choices=_LISTS, metavar="LOẠI", help=f"một trong: {', '.join(_LISTS)}"
    )
    export.add_argument(
        "out",
        type=Path,
        metavar="OUT.xlsx",
        help="tệp Excel sẽ ghi (danh mục, quyết định: cả .pdf, .docx)",
    )
    export.add_argument("--year", type=year, metavar="NĂM", help="chỉ của năm này")
    export.add_argument(
        "--citizen-ids", action="store_true", help="ghi cả số định danh của danh sách cá nhân"
    )
    report = commands.add(
        "report",
        _report,
        "lập văn bản: báo cáo 6 tháng, kế hoạch năm, sổ khen thưởng, phiếu thẩm định",
        "thidua report mau.thidua half-year bao-cao.pdf --year 2024 --half 1",
        "thidua report mau.thidua plan ke-hoach.docx --year 2024",
        "thidua report mau.thidua register so.pdf --year 2024",
        "thidua report mau.thidua appraisal tham-dinh.pdf --dossier UID",
        "thidua report mau.thidua returned tra-lai.xlsx --year 2024",
    )
    report.add_argument("file", type=Path, metavar="FILE", help="tệp .thidua")
    report.add_argument(
        "what", choices=_PAPERS, metavar="LOẠI", help=f"một trong: {', '.join(_PAPERS)}"
    )
    report.add_argument(
        "out", type=Path, metavar="OUT", help="tệp .pdf hoặc .docx (danh sách: cả .xlsx) sẽ ghi"
    )
    report.add_argument("--year", type=year, metavar="NĂM", help="năm; để trống là năm nay")
    report.add_argument(
        "--half", type=int, choices=(1, 2), metavar="1|2", help="6 tháng đầu (1) hoặc cuối năm (2)"
    )
    report.add_argument("--dossier", metavar="UID", help="hồ sơ của phiếu thẩm định")


def _export(options: argparse.Namespace, door: Door) -> int:
    is_there = options.out.exists()
    with door.reading(options.file) as services:
        exporting, query = services.exporting, Query(year=options.year)
        if options.what in _OTHERS:
            form, source = _listed(options.what, services)
            is_full = options.citizen_ids
            exporting.listed(options.out, form, source, query, door.ticket, is_full=is_full)
        elif options.what == "register":
            exporting.register(options.out, query, door.ticket)
        elif options.what == "nominations":
            exporting.nominations(options.out, query, door.ticket)
        elif options.what == "plan":
            exporting.plan(options.out, _plan_year(options, services), door.ticket)
        else:
            exporting.council(options.out, door.ticket)
    return _told(options.out, door, replaced=is_there)


def _listed(what: str, services: "Services") -> "tuple[ListForm, Source]":
    """Return the form of one of _OTHERS, and where its rows are."""
    from thidua_desktop.services.listed import directory, merits, others

    known: dict[str, tuple[ListForm, Source]] = {
        "decisions": (others.DECISIONS, services.decisions),
        "units": (directory.UNITS, services.units),
        "people": (directory.PEOPLE, services.people),
        "households": (directory.HOUSEHOLDS, services.households),
        "ratings": (merits.RATINGS_LIST, services.ratings),
        "initiatives": (merits.INITIATIVES, services.initiatives),
        "disciplines": (merits.DISCIPLINE, services.disciplines),
        "cases": (merits.CASES, services.open_cases),
        "strengths": (merits.STRENGTHS, services.unit_years),
    }
    return known[what]


def _report(options: argparse.Namespace, door: Door) -> int:
    is_there = options.out.exists()
    with door.reading(options.file) as services:
        if options.what == "half-year":
            _half_year(options, services, door)
        elif options.what == "plan":
            year = _plan_year(options, services)
            services.exporting.plan_paper(options.out, year, door.ticket)
        elif options.what == "appraisal":
            _appraisal(options, services, door)
        elif options.what == "returned":
            services.exporting.sent_back(options.out, options.dossier, options.year, door.ticket)
        elif options.out.suffix.lower() == ".xlsx":
            services.exporting.register(options.out, Query(year=options.year), door.ticket)
        else:
            services.exporting.register_paper(options.out, Query(year=options.year), door.ticket)
    return _told(options.out, door, replaced=is_there)


def _appraisal(options: argparse.Namespace, services: "Services", door: Door) -> None:
    """Draw the appraisal of the dossier asked for; Refused when there is none."""
    try:
        services.exporting.appraisal(options.out, options.dossier or "", door.ticket)
    except KeyError:
        raise Refused(
            f"Tệp không có hồ sơ “{options.dossier or ''}”.",
            "Chưa có tệp nào được ghi.",
            "Hãy nêu hồ sơ bằng --dossier UID; “thidua list FILE dossiers” cho biết uid.",
        ) from None


def _half_year(options: argparse.Namespace, services: "Services", door: Door) -> None:
    """Draw the report that stands in the file; without one, the outline with its figures."""
    reports, today = services.reports, services.office.now
    year, half = options.year or today.year, options.half
    stored = [
        report
        for report in reports.all()
        if (report.kind, report.year) == ("half_year", year) and half in (None, report.half)
    ]
    if stored:
        services.exporting.report(options.out, stored[0].uid, door.ticket)
        return
    draft = reports.new("half_year", year, half or (1 if today.month <= 6 else 2))
    services.exporting.paper(reports.draft_paper(draft), options.out, door.ticket)
    door.say("Tệp chưa có báo cáo của kỳ này; văn bản được lập từ đề cương và số liệu trong sổ.")


def _plan_year(options: argparse.Namespace, services: "Services") -> int:
    """Return the year asked for, else this year's plan, else that of the last plan there is."""
    if options.year:
        return int(options.year)
    years = services.plans.years()
    if not years:
        raise Refused(
            "Tệp chưa có kế hoạch nào.", "Chưa có tệp nào được ghi.", "Hãy nhập kế hoạch."
        )
    this_year = services.office.now.year
    return this_year if this_year in years else years[0]


def _told(out: Path, door: Door, *, replaced: bool) -> int:
    door.say(f"Đã ghi đè “{out}”." if replaced else f"Đã ghi “{out}”.")
    door.answer({"file": str(out), "replaced": replaced})
    return DONE
