"""Rows of lists of nominations to nominations in a dossier. Writes nothing."""

from thidua_desktop.domain import nominations
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.importing.matching.doubles import Doubles
from thidua_desktop.services.importing.matching.titles import Codes
from thidua_desktop.services.importing.rows.honours import (
    Honour,
    HonourRows,
    loai_hinh_of,
    note_of,
    source_of,
)
from thidua_desktop.services.importing.rows.merits import Merits
from thidua_desktop.services.importing.rows.office import Office
from thidua_desktop.services.importing.rows.said import Said, year_said
from thidua_desktop.services.importing.rows.work import RowWork
from thidua_desktop.services.tidying import tidied
from thidua_desktop.services.titles import year_or_none


class NominationRows(HonourRows):
    """Makes nominations, in the dossier of the list."""

    table = "nomination"

    def __init__(
        self,
        office: Office,
        codes: Codes,
        merits: Merits,
        dossier: Dossier,
        *,
        is_new: bool,
    ) -> None:
        super().__init__(office, codes, merits)
        self._dossier = dossier
        self._is_new = is_new
        self.has_assumed_year = False

    def _date(self, work: RowWork, said: Said | None) -> str:
        return year_or_none(year_said(work, said) or self._office.facts.year)

    def _year(self, work: RowWork, said: Said) -> int:
        told = year_said(work, said)
        self.has_assumed_year |= not told
        return told or self._office.facts.year

    def _record(self, work: RowWork, recipient: Recipient, honour: Honour) -> Nomination:
        if self._is_new and self._dossier not in work.made.along:
            work.made.along.append(self._dossier)
        return tidied(
            Nomination(
                dossier_uid=self._dossier.uid,
                recipient=recipient,
                title=honour.id,
                title_text=honour.name,
                level=honour.level,
                year=honour.year,
                loai_hinh=loai_hinh_of(work),
                achievement=work.value("achievement"),
                state="submitted",
                note=note_of(work),
                source=source_of(work),
            )
        )

    def _problems(self, record: Nomination | Award) -> list[Problem]:
        return nominations.problems(record) if isinstance(record, Nomination) else []

    def _doubles(self, honour: Honour) -> tuple[Doubles, str]:
        where = f"trong hồ sơ của {self._dossier.unit_name}"
        return self._office.nominations_of(honour.year), where
