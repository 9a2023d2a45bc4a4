"""The tabs of the window and the pages of the directory, in their order.

Each is imported when it is first in front, so that the window stands before any of them.
"""

from typing import TYPE_CHECKING

from thidua_desktop.ui.page import Page, Tab

if TYPE_CHECKING:
    from thidua_desktop.services.services import Services
    from thidua_desktop.ui.desk import Desk


def _overview(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.overview import page

    return page.make(services, desk)


def _plans(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.plans import page

    return page.make(services, desk)


def _nominations(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.nominations import page

    return page.make(services, desk)


def _awards(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.awards import page

    return page.make(services, desk)


def _council(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.council import page

    return page.make(services, desk)


def _reports(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.reports import page

    return page.make(services, desk)


def _units(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.units import page

    return page.make(services, desk)


def _people(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.people import page

    return page.make(services, desk)


def _households(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.people import households

    return households.make(services, desk)


def _ratings(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.merits import ratings

    return ratings.make(services, desk)


def _initiatives(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.merits import initiatives

    return initiatives.make(services, desk)


def _disciplines(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.merits import disciplines

    return disciplines.make(services, desk)


def _cases(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.merits import cases

    return cases.make(services, desk)


def _strengths(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.merits import strengths

    return strengths.make(services, desk)


def _duplicates(services: "Services", desk: "Desk") -> Page:
    from thidua_desktop.ui.directory.duplicates import page

    return page.make(services, desk)


TABS = (
    Tab("Tổng quan", "layout-dashboard", _overview),
    Tab("Kế hoạch", "clipboard-list", _plans, ("plan", "plan_task", "plan_text", "cluster")),
    Tab("Đề nghị", "file-text", _nominations, ("nomination", "dossier")),
    Tab("Sổ khen thưởng", "medal", _awards, ("award", "decision")),
    Tab("Hội đồng", "users", _council, ("council_term", "council_member")),
    Tab("Báo cáo", "chart-column", _reports, ("report",)),
)
"""The tabs in their order; a tab is imported when it is first in front."""

DIRECTORY = (
    Tab("Đơn vị", "building-2", _units, ("unit",)),
    Tab("Cá nhân", "users", _people, ("person",)),
    Tab("Hộ gia đình", "house", _households, ("household",)),
    Tab("Xếp loại hằng năm", "star", _ratings, ("rating",)),
    Tab("Sáng kiến, đề tài", "lightbulb", _initiatives, ("initiative",)),
    Tab("Kỷ luật", "gavel", _disciplines, ("discipline",)),
    Tab("Vụ việc đang xem xét", "circle-alert", _cases, ("open_case",)),
    Tab("Tập thể theo năm", "chart-column", _strengths, ("unit_year",)),
    Tab("Trùng lặp", "git-merge", _duplicates),
)
"""The pages of the directory's window in their order."""
