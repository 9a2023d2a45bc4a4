"""Rows of registers to awards and their decisions. Writes nothing."""

from thidua_desktop.domain import awards
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.importing.matching.doubles import Doubles
from thidua_desktop.services.importing.matching.titles import Codes, level_of
from thidua_desktop.services.importing.rows.honours import (
    MEANINGS,
    Honour,
    HonourRows,
    loai_hinh_of,
    note_of,
    source_of,
)
from thidua_desktop.services.importing.rows.merits import Merits
from thidua_desktop.services.importing.rows.office import Office
from thidua_desktop.services.importing.rows.said import Said, year_in, year_said
from thidua_desktop.services.importing.rows.work import RowWork
from thidua_desktop.services.tidying import tidied, with_dates
from thidua_desktop.services.titles import priced, year_or_none


class AwardRows(HonourRows):
    """Makes awards, each of the decision that its row, mark or list names."""

    table = "award"

    def __init__(self, office: Office, codes: Codes, merits: Merits, doubles: Doubles) -> None:
        super().__init__(office, codes, merits)
        self._awarded = doubles

    def _date(self, work: RowWork, said: Said | None) -> str:
        return _decided(work, said)[1] or year_or_none(year_said(work, said))

    def _year(self, work: RowWork, said: Said) -> int:
        date = _decided(work, said)[1]
        return year_said(work, said) or year_in(date[:4])

    def _record(self, work: RowWork, recipient: Recipient, honour: Honour) -> Award:
        number, date = _decided(work, honour.said)
        authority = work.value("authority") or work.around.fact("authority")
        decision = self._decision(work, number, date, authority, honour.level)
        award = Award(
            recipient=recipient,
            title=honour.id,
            title_text=honour.name,
            level=honour.level,
            year=honour.year,
            period=_period(work, honour.said),
            loai_hinh=loai_hinh_of(work),
            decision_uid=decision.uid if decision else None,
            decision_number=decision.number if decision else number,
            decision_date=decision.date if decision else date,
            authority=authority or (decision.authority if decision else ""),
            amount=_amount(work.value("amount")),
            certificate_number=work.value("certificate_number"),
            note=note_of(work, work.value("achievement")),
            source=source_of(work),
        )
        award, problems = with_dates(tidied(award), "decision_date")
        work.refuse(problems, MEANINGS)
        return award if problems else priced(award, self._office.book)

    def _problems(self, record: Nomination | Award) -> list[Problem]:
        return awards.problems(record) if isinstance(record, Award) else []

    def _doubles(self, honour: Honour) -> tuple[Doubles, str]:
        number = honour.said.number
        return self._awarded, f"trong sổ, Quyết định {number}" if number else "trong danh sách này"

    def _decision(
        self, work: RowWork, number: str, date: str, authority: str, level: str
    ) -> Decision | None:
        """Return the decision of that number and date, made with the first row that names it."""
        if not number or not date:
            return None
        wanted = Decision(
            number=number,
            date=date,
            authority=authority,
            level=level_of(authority) or level,
            signer=work.value("signer") or work.around.fact("signer"),
        )
        wanted, problems = with_dates(tidied(wanted), "date")
        if problems:
            return None
        decision = self._office.decisions.find(wanted)
        if decision.uid in self._office.decisions.made:
            work.made.along.append(decision)
        return decision


def _decided(work: RowWork, said: Said | None) -> tuple[str, str]:
    """Return number and date of the decision: of the mark, the row, or the whole list."""
    if said and (said.number or said.date):
        return said.number, said.date
    number, date = work.value("decision_number"), work.value("decision_date")
    around = work.around
    if not number:
        return around.fact("decision_number"), date or around.fact("decision_date")
    return number, date


def _period(work: RowWork, said: Said) -> str:
    """Return the school year of an award, "" where its own year is told."""
    if said.year or work.value("year"):
        return work.value("period")
    return work.value("period") or work.around.fact("period")


def _amount(text: str) -> int | None:
    digits = "".join(filter(str.isdigit, text))
    return int(digits) if digits else None
