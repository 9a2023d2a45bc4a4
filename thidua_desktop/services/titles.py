"""What the law of the day says of an award: which title a text names, and its money."""

from dataclasses import replace
from typing import TypeVar

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.dates import FIRST_YEAR, LAST_YEAR
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.values import Title
from thidua_desktop.domain.nominations import Nomination

N = TypeVar("N", Award, Nomination)

_GIVEN = ("grant", "posthumous")


def titled(draft: N, before: N | None, date: str, book: LawBook) -> N:
    """Return *draft* with id and words of its title in accord, under the law of *date*.

    A text that no pack knows stays as it is, with the id "". On first entry the
    level is that of the title where the title has only one.
    """
    is_retyped = before is not None and before.title == draft.title != ""
    if draft.title_text and (not draft.title or (is_retyped and _text_changed(draft, before))):
        draft = replace(draft, title="")
        title = book.find_title(draft.title_text, date, draft.recipient.kind, draft.level or None)
    else:
        title = known_title(book, draft.title, draft.recipient.kind, date)
    if title is None:
        return draft
    level = draft.level
    if not level or (before is None and len(title.levels) == 1):
        level = title.levels[0]
    return replace(draft, title=title.id, title_text=draft.title_text or title.name, level=level)


def known_title(book: LawBook, id: str, recipient: str, date: str) -> Title | None:
    """Return the title *id* under the law of *date*, else that of the first pack that has it."""
    pack = book.pack_for(date)
    packs = (pack, *book.packs) if pack else book.packs
    return next(filter(None, (each.title(id, recipient) for each in packs)), None)


def year_or_none(year: int) -> str:
    """Return *year* as a partial date; "" when it cannot be one."""
    return f"{year:04}" if FIRST_YEAR <= year <= LAST_YEAR else ""


def priced(award: Award, book: LawBook) -> Award:
    """Return *award* with the law of its decision and its money, if it never had them.

    What was filled once, or typed by the officer, stays as it is.
    """
    pack = book.pack_for(award.decision_date)
    if award.law or pack is None:
        return award
    entry = pack.coefficient(award.title, award.recipient.kind)
    salary = book.salary_on(award.decision_date)
    is_paid = entry and entry.thousandths and salary and award.nature in _GIVEN
    if award.amount is not None or not is_paid or entry is None or salary is None:
        return replace(award, law=pack.id)
    coefficient = award.coefficient or entry.thousandths or 0
    base_salary = award.base_salary or salary.dong
    return replace(
        award,
        law=pack.id,
        coefficient=coefficient,
        base_salary=base_salary,
        amount=pack.rounding.amount(coefficient, base_salary),
    )


def _text_changed(draft: N, before: N | None) -> bool:
    return before is not None and before.title_text != draft.title_text
