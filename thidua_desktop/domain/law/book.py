"""All law packs and the base salary by date, and which of them holds on a day."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import last_day, show_date
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.pack import LawPack
from thidua_desktop.domain.law.values import BaseSalary, Title


@dataclass(frozen=True, slots=True, eq=False)
class LawBook:
    """The packs in order of their days, without gaps, and the base salaries in order."""

    packs: tuple[LawPack, ...]
    base_salaries: tuple[BaseSalary, ...]

    def pack_for(self, date: str) -> LawPack | None:
        """Return the pack in force on the decision's *date*.

        A partial date counts as its last day, because more of such a year or month lies under the
        later law: "2025" falls to the pack of 31/12/2025. None for an empty date and for days
        before the first pack: of those decisions the titles are known by name only (see
        find_title), and nothing is judged or computed.
        """
        if not date:
            return None
        day = last_day(date)
        in_force = [pack for pack in self.packs if pack.first_day <= day]
        return in_force[-1] if in_force and day <= (in_force[-1].last_day or day) else None

    def find_title(
        self,
        text: str,
        date: str = "",
        recipient: str | None = None,
        level: str | None = None,
    ) -> Title | None:
        """Return the title that *text* names under the law of *date*.

        Older decisions, and those without a date, take its name from the first pack that has it.
        """
        pack = self.pack_for(date)
        packs = (pack,) if pack else self.packs
        found = (each.find_title(text, recipient, level) for each in packs)
        return next(filter(None, found), None)

    def salary_on(self, date: str) -> BaseSalary | None:
        """Return the base salary entry of the decision's *date*, None before the first known one.

        A partial date counts as its last day.
        """
        day = last_day(date)
        known = [salary for salary in self.base_salaries if salary.first_day <= day]
        return known[-1] if known else None

    def base_salary(self, date: str) -> int:
        """Return lương cơ sở of *date* in đồng a month. Raises Refused before the first known."""
        salary = self.salary_on(date)
        if salary is None:
            first = show_date(self.base_salaries[0].first_day)
            raise Refused(
                f"Chưa có mức lương cơ sở cho ngày {show_date(date)}.",
                "Chưa có gì bị thay đổi.",
                f"Bảng lương cơ sở bắt đầu từ ngày {first}; hãy nhập số tiền theo quyết định.",
            )
        return salary.dong
