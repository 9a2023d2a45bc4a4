"""This office: who it is, and what its drafts begin with. Knows no list."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from thidua_desktop.domain.changes import Changed
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.office import Office, problems
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.reports import Report
from thidua_desktop.services.tidying import tidied
from thidua_desktop.storage import records as store
from thidua_desktop.storage.database import Database

_LABEL = "Sửa thông tin cơ quan"
_FACTS = ("parent", "place", "signer")
"""What a paper takes from the office, by the same name in both."""

Paper = TypeVar("Paper", Plan, Report)


class OfficeService:
    """The one office of the file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def now(self) -> datetime:
        """Return the time by the clock that also dates the steps."""
        return self._database.place.clock()

    def get(self) -> Office:
        """Return the office; one without a name when the file does not say."""
        with self._database.read() as connection:
            found = store.everything(connection, Office)
        return found[0] if found else Office()

    def save(self, draft: Office, label: str | None = None) -> Changed:
        """Store the office; RuleError when its name or level is missing."""
        office = tidied(draft)
        if found := problems(office):
            raise RuleError(found)
        with self._database.write(label or _LABEL) as step:
            step.put(office)
        return step.changed

    def complete(self, draft: Office) -> Changed:
        """Store facts of the office that were missing, in papers begun without them too.

        One step. Only blanks are filled, and issued papers stay as they were signed.
        """
        office, before = tidied(draft), self.get()
        if found := problems(office):
            raise RuleError(found)
        with self._database.write("Bổ sung thông tin cơ quan") as step:
            plans = store.everything(step.connection, Plan)
            reports = store.everything(step.connection, Report)
            step.put(office)
            step.put(_completed(plan, before, office) for plan in plans)
            step.put(_completed(report, before, office) for report in reports)
        return step.changed

    def year(self) -> int:
        """Return the year it is now, which a new record begins with."""
        return self.now.year

    def authority(self) -> str:
        """Return who decides the awards of this level: the head of the office."""
        return head_of(self.get().name)

    def heading(self, kind: str, type_name: str, subject: str) -> Heading:
        """Return the frame of a new paper; *kind* is its sign in NĐ 30/2020 Phụ lục III ("BC")."""
        office = self.get()
        return Heading(
            parent=office.parent,
            issuer=office.name,
            symbol=f"{kind}-{office.symbol}",
            place=office.place,
            date=str(self.year()),
            type_name=type_name,
            subject=subject,
            authority=office.authority,
            signer=office.signer,
            recipients=office.recipients,
        )


def _completed(paper: Paper, before: Office, office: Office) -> Paper:
    """Return *paper* with what *office* now knows and did not *before*, where it has blanks."""
    if paper.state == "issued":
        return paper
    known = {
        name: getattr(office, name)
        for name in _FACTS
        if not getattr(before, name) and not getattr(paper.heading, name)
    }
    return replace(paper, heading=replace(paper.heading, **known))


def head_of(name: str) -> str:
    """Return the post that decides for the office *name*: the chair of a people's committee."""
    is_committee = name.startswith(("Ủy ban nhân dân", "Uỷ ban nhân dân", "UBND"))
    return f"Chủ tịch {name}" if is_committee else f"Thủ trưởng {name}" if name else ""
