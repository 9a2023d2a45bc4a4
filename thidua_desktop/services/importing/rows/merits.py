"""Ratings, initiatives and discipline that rows tell of recipients. Writes nothing."""

import re
from collections.abc import Sequence

from thidua_desktop.domain import merits
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.merits import (
    RATINGS,
    Discipline,
    Initiative,
    InitiativeAuthor,
    InitiativeUse,
    Rating,
)
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import Doubt
from thidua_desktop.services.importing.rows.office import Office
from thidua_desktop.services.importing.rows.recipients import NAMES, kind_of, recipient_of
from thidua_desktop.services.importing.rows.said import year_in, year_said
from thidua_desktop.services.importing.rows.work import RowWork
from thidua_desktop.services.tidying import tidied

REPLACE = "replace"
"""The choice by which a rating of the list takes the place of the one that is kept."""

_NOTHING = re.compile(r"[\W\d_x]*|co|khong(?: co)?|chua(?: co)?|dat", re.I)
_RESEARCH = re.compile(r"(?:de tai|nckh|nghien cuu)\b")
_NO_ONE = Doubt(
    rule="no_one",
    reason="Không rõ là ai. Hãy ghi đơn vị, ngày sinh hoặc số định danh của người này.",
)
_NO_MERIT = Doubt(
    rule="no_merit", reason="Dòng này không có xếp loại, sáng kiến hay hình thức kỷ luật."
)


class Merits:
    """Makes ratings, initiatives and discipline of rows, whatever list they stand in."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def work(self, work: RowWork) -> None:
        """Make of a row of a list of merits what it tells, or ask the officer."""
        date = str(year_said(work) or "")
        kind = kind_of(work, self._office.names, set())
        recipient = recipient_of(work, self._office.names, kind, date)
        if recipient is None or not work.is_ready():
            return
        if not (recipient.person_uid or recipient.unit_uid):
            work.ask("person", _NO_ONE, NAMES)
            return
        before = len(work.made.records)
        self._all(work, recipient)
        if work.is_ready() and len(work.made.records) == before and not work.made.owners:
            work.ask("merit", _NO_MERIT, ("rating", "initiative", "discipline"))

    def beside(
        self, work: RowWork, recipient: Recipient, honours: Sequence[Nomination | Award]
    ) -> None:
        """Make what a row tells beside its titles; an initiative serves its one nomination."""
        if not (recipient.person_uid or recipient.unit_uid):
            return
        self._ratings(work, recipient, honours[0].year if honours else 0)
        initiative = self._initiative(work, recipient)
        served = [one for one in honours if isinstance(one, Nomination)]
        if initiative and len(served) == 1:
            use = InitiativeUse(
                initiative_uid=initiative.uid,
                nomination_uid=served[0].uid,
                title=served[0].title,
                year=served[0].year,
            )
            work.made.records.append(use)

    def _all(self, work: RowWork, recipient: Recipient) -> None:
        self._ratings(work, recipient, 0)
        self._initiative(work, recipient)
        self._discipline(work, recipient)

    def _ratings(self, work: RowWork, recipient: Recipient, year: int) -> None:
        marks = [mark for mark in work.row.marks if mark.rating]
        told: list[tuple[str, str, int | None]] = [(m.rating, m.year, m.column) for m in marks]
        if not told and (rating := work.value("rating")):
            told = [(rating, "", None)]
        for rating, own_year, column in told:
            of_year = year_in(own_year) or year or year_said(work) or self._office.facts.year
            self._rating(work, recipient, rating, of_year, column)

    def _rating(
        self, work: RowWork, recipient: Recipient, rating: str, year: int, column: int | None
    ) -> None:
        owner = recipient.person_uid or recipient.unit_uid or ""
        draft = Rating(
            person_uid=recipient.person_uid,
            unit_uid=None if recipient.person_uid else recipient.unit_uid,
            year=year,
            rating=rating,
        )
        about = f"rating {year}"
        if problems := merits.rating_problems(draft):
            work.refuse(problems, {"rating": "rating", "year": "year"})
            return
        ratings = self._office.ratings_of(year)
        known = ratings.get(owner)
        if known and known.rating != rating and work.answer(about) != REPLACE:
            work.ask(about, _other_rating(known, rating), ("rating", "mark"), at=column)
            work.made.owners.append(("rating", known.uid))
            return
        kept = known if known and known.rating == rating else _in_place(known, draft)
        ratings[owner] = kept
        if kept is not known:
            work.made.records.append(kept)
        work.made.owners.append(("rating", kept.uid))

    def _initiative(self, work: RowWork, recipient: Recipient) -> Initiative | None:
        """Return the initiative that the row names, the one that is kept where there is one."""
        title = work.value("initiative")
        if _NOTHING.fullmatch(fold(title)):
            return None
        owner = recipient.person_uid or ""
        if known := self._office.initiatives.get((owner, fold(title))):
            work.made.owners.append(("initiative", known.uid))
            return known
        beside = work.around.read.kind in ("nominations", "register")
        draft = tidied(
            Initiative(
                title=title,
                kind="research" if _RESEARCH.match(fold(title)) else "",
                authors=recipient.name,
                person_uid=recipient.person_uid,
                scope=work.value("scope") or "unit",
                recognised_by="" if beside else work.value("authority"),
                decision_number=work.value("initiative_number")
                or ("" if beside else work.value("decision_number")),
                decision_date="" if beside else work.value("decision_date"),
                year=year_said(work) or self._office.facts.year,
            )
        )
        if problems := merits.initiative_problems(draft):
            work.refuse(problems, {"title": "initiative"})
            return None
        self._office.initiatives[owner, fold(title)] = draft
        work.made.records += [draft, *_authors(work, draft)]
        work.made.owners.append(("initiative", draft.uid))
        return draft

    def _discipline(self, work: RowWork, recipient: Recipient) -> None:
        kind = work.value("discipline")
        if not kind:
            return
        draft = Discipline(
            person_uid=recipient.person_uid,
            unit_uid=None if recipient.person_uid else recipient.unit_uid,
            kind=kind,
            decision_date=work.value("decision_date"),
            until=work.value("until"),
        )
        if problems := merits.discipline_problems(draft):
            work.refuse(problems, {"kind": "discipline"})
            return
        work.made.records.append(draft)
        work.made.owners.append(("discipline", draft.uid))


def _in_place(known: Rating | None, draft: Rating) -> Rating:
    """Return *draft* as the one that takes the place of *known*."""
    if known is None:
        return draft
    return Rating(
        person_uid=draft.person_uid,
        unit_uid=draft.unit_uid,
        year=draft.year,
        rating=draft.rating,
        uid=known.uid,
    )


def _other_rating(known: Rating, rating: str) -> Doubt:
    """Return the offer to replace what is kept; without an answer it stays."""
    kept = RATINGS.get(known.rating, known.rating)
    return Doubt(
        rule="rating",
        reason=f"Năm {known.year} đã ghi “{kept}”; danh sách này ghi “{RATINGS[rating]}”.",
        proposals=(Proposal(f"Ghi lại là “{RATINGS[rating]}”", REPLACE),),
        is_needed=False,
    )


def _authors(work: RowWork, initiative: Initiative) -> list[InitiativeAuthor]:
    """Return the authors beside the first, by name."""
    names = (part.strip() for part in re.split(r"[,;\n]", work.value("authors")))
    others = [name for name in names if name and fold(name) != fold(initiative.authors)]
    return [
        InitiativeAuthor(initiative_uid=initiative.uid, full_name=name, ordinal=number)
        for number, name in enumerate(others, start=1)
    ]
