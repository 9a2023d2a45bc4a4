"""One row on its way to records: what it says, what was answered, what is still asked.

Knows no kind of list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from thidua_desktop.documents.reading.list_values import CellProblem, ListRow, ReadList
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.intake import LearntName
from thidua_desktop.domain.nominations import Dossier
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.importing.choices import CELL, Choices, Fix, Proposal
from thidua_desktop.services.importing.matching.doubts import Doubt


@dataclass(slots=True)
class Made:
    """What a row makes once it is taken. *owners*: table and uid of each record it stands for.

    Of *units* and *people* that are known already only what was empty is filled. *along*:
    decisions, dossiers and names learnt, which come along with the first row that needs them.
    *honours*: how many of its records are nominations or awards.
    """

    units: list[Unit] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    along: list[Decision | Dossier | LearntName] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)
    owners: list[tuple[str, str]] = field(default_factory=list)
    honours: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: its list, the keys of sheet and file, what is stated of the file.

    *groups*: for rows that waited, what the group rows above them once said.
    """

    key: str
    file_key: str
    read: ReadList
    choices: Choices
    stated: Mapping[str, str]
    sender: str
    home: str = ""
    understood: dict[str, str] = field(default_factory=dict)

    def fact(self, name: str) -> str:
        """Return what is stated of the file, else what the rows around the list say."""
        told = self.stated.get(name) or getattr(self.read.facts, name, "")
        return str(told)

    def words(self, column: int | None) -> str:
        """Return the words over a column."""
        columns = self.read.columns
        return columns[column].words if column is not None and column < len(columns) else ""

    def column(self, *meanings: str) -> int | None:
        """Return the first column that has one of *meanings*."""
        found = (
            column.index
            for meaning in meanings
            for column in self.read.columns
            if column.meaning == meaning
        )
        return next(found, None)


class RowWork:
    """One row: its values, its answers, the fixes it still needs, and what it makes."""

    def __init__(self, around: Around, row: ListRow) -> None:
        self.around = around
        self.row = row
        self.made = Made()
        self.fixes: list[Fix] = []
        for number, problem in enumerate(row.problems):
            self._problem(number, problem)

    def value(self, meaning: str) -> str:
        """Return what the row, or a group row above it, says; "" when neither does."""
        if told := self.row.values.get(meaning, ""):
            return told
        return str(getattr(self.row.group, meaning, ""))

    def first(self, *meanings: str) -> tuple[str, str]:
        """Return the first of *meanings* that the row has, and its value."""
        found = ((meaning, self.row.values[meaning]) for meaning in meanings if self.has(meaning))
        return next(found, ("", ""))

    def has(self, meaning: str) -> bool:
        """Say whether the row itself says something of *meaning*."""
        return bool(self.row.values.get(meaning))

    def is_ready(self) -> bool:
        """Say whether nothing stands in the way of taking the row."""
        return not any(fix.is_needed for fix in self.fixes)

    def answer(self, about: str) -> str:
        """Return the choice that was made of an earlier doubt about a part of the row, or ""."""
        return self.around.choices.answers.get(self._key(about), "")

    def ask(
        self,
        about: str,
        doubt: Doubt,
        meanings: Iterable[str],
        *,
        at: int | None = None,
        text: str = "",
    ) -> None:
        """Let the officer decide *doubt*; the column is *at*, else that of one of *meanings*.

        *text*: what is doubted, where no column of the row says it.
        """
        column = self.around.column(*meanings) if at is None else at
        fix = self._fix(self._key(about), column, doubt.reason)
        self.fixes.append(
            replace(
                fix,
                text=fix.text or text,
                proposals=doubt.proposals,
                alike=f"{doubt.rule}|{doubt.about}",
                is_needed=doubt.is_needed,
            )
        )

    def refuse(self, problems: Iterable[Problem], meanings: Mapping[str, str]) -> None:
        """Let each of *problems* of a record stand in the way; *meanings* by field."""
        for problem in problems:
            meaning = meanings.get(problem.field, problem.field)
            doubt = Doubt(rule=f"problem {problem.field}", reason=problem.text)
            self.ask(f"problem {problem.field}", doubt, (meaning,))

    def _key(self, about: str) -> str:
        return f"{self.around.key}|{self.row.number}|{about}"

    def _fix(self, key: str, column: int | None, reason: str) -> Fix:
        around, cells = self.around, self.row.cells
        return Fix(
            key=key,
            file=around.read.file,
            sheet=around.key,
            sheet_name=around.read.name,
            row=self.row.number,
            reason=reason,
            at=column,
            column=around.words(column),
            text=cells[column] if column is not None and column < len(cells) else "",
        )

    def _problem(self, number: int, problem: CellProblem) -> None:
        key = self._key(f"cell {problem.column} {problem.code} {number}")
        alike = f"{problem.code}|{fold(problem.head)}"
        self.fixes.append(
            replace(
                self._fix(key, problem.column, problem.reason),
                column=problem.head,
                text=problem.text,
                proposals=tuple(Proposal(text, CELL + text) for text in problem.proposals),
                alike=alike,
                is_needed=not problem.is_offer,
            )
        )
