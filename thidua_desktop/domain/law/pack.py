"""One law pack: all that holds for decisions of its days, and how it is looked up."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property

from thidua_desktop.domain.dates import last_day
from thidua_desktop.domain.law.names import TitleNames
from thidua_desktop.domain.law.values import (
    Coefficient,
    Council,
    Decider,
    Dossier,
    Entry,
    Form,
    GeneralRule,
    LegalBasis,
    LoaiHinh,
    LocalParameter,
    MoneyRule,
    Multiplier,
    Rounding,
    Rule,
    Shorthand,
    StatisticsForm,
    TimeLimit,
    Title,
    VoteThreshold,
    WriteRight,
)


@dataclass(frozen=True, kw_only=True, eq=False)
class LawPack:
    """The law of one era, from *first_day* to *last_day* (open when empty), in the files' order."""

    id: str
    name: str
    first_day: str
    last_day: str
    rounding: Rounding
    legal_bases: tuple[LegalBasis, ...] = ()
    deciders: tuple[Decider, ...] = ()
    loai_hinh: tuple[LoaiHinh, ...] = ()
    shorthands: tuple[Shorthand, ...] = ()
    titles: tuple[Title, ...] = ()
    rules: tuple[Rule, ...] = ()
    general_rules: tuple[GeneralRule, ...] = ()
    coefficients: tuple[Coefficient, ...] = ()
    multipliers: tuple[Multiplier, ...] = ()
    money_rules: tuple[MoneyRule, ...] = ()
    votes: tuple[VoteThreshold, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    forms: tuple[Form, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()
    councils: tuple[Council, ...] = ()
    statistics: tuple[StatisticsForm, ...] = ()
    write_rights: tuple[WriteRight, ...] = ()
    local_parameters: tuple[LocalParameter, ...] = ()

    def title(self, id: str, recipient: str) -> Title | None:
        """Return the title *id* for *recipient*; None when this era has none."""
        return self._titles.get((id, recipient))

    def any_title(self, id: str) -> Title | None:
        """Return the title *id* for the first of its recipients; None when this era has none."""
        return self._titles_by_id.get(id)

    def supports_merit(self, title: str, loai_hinh: str) -> bool | None:
        """Say whether an award supports later proposals by merit; None when that is not known.

        Titles of emulation do, whatever their loai_hinh; of others those of loai_hinh that count.
        """
        found = self.any_title(title)
        if found is not None and found.category == "emulation_title":
            return True
        return loai_hinh in self._merit_kinds if loai_hinh else None

    def find_title(
        self, text: str, recipient: str | None = None, level: str | None = None
    ) -> Title | None:
        """Return the title that a list writes as *text*, by name, abbreviation or usual spelling.

        Where a short name is shared ("Giấy khen"), one of *level* is preferred, else the first.
        """
        return self.names.find(text, recipient, level)

    def rule(self, id: str, recipient: str) -> Rule | None:
        """Return the rule for title *id* and *recipient*; None asks for review by hand."""
        return self._rules.get((id, recipient))

    def general_rule(self, id: str) -> GeneralRule | None:
        """Return the rule for all awards *id*; None where this era has none."""
        return self._general_rules.get(id)

    def coefficient(self, id: str, recipient: str) -> Coefficient | None:
        """Return the money of title *id* for *recipient*, None when nothing is known of it."""
        return self._coefficients.get((id, recipient))

    def vote(self, id: str) -> VoteThreshold:
        """Return the votes that a proposal for title *id* needs."""
        named = (vote for vote in self.votes if id in vote.titles)
        return next(named, None) or next(vote for vote in self.votes if not vote.titles)

    def legal_bases_on(self, date: str, province: str = "") -> tuple[LegalBasis, ...]:
        """Return the texts in force on *date* (a partial date counts to its last day).

        Those of a province come along only when it is named.
        """
        day = last_day(date)
        return tuple(
            basis
            for basis in self.legal_bases
            if basis.is_in_force(day) and basis.province in ("", province)
        )

    def entries(self) -> Iterator[Entry]:
        """Give every entry of the pack, the paths of rules among them."""
        yield self.rounding
        for part in fields(self):
            value = getattr(self, part.name)
            yield from value if isinstance(value, tuple) else ()
        for rule in self.rules:
            yield from rule.paths

    @cached_property
    def names(self) -> TitleNames:
        """The written names of all titles."""
        return TitleNames(self.titles, {entry.short: entry.full for entry in self.shorthands})

    @cached_property
    def _titles(self) -> dict[tuple[str, str], Title]:
        return {(title.id, title.recipient): title for title in self.titles}

    @cached_property
    def _rules(self) -> dict[tuple[str, str], Rule]:
        return {(rule.title, rule.recipient): rule for rule in self.rules}

    @cached_property
    def _titles_by_id(self) -> dict[str, Title]:
        return {title.id: title for title in reversed(self.titles)}

    @cached_property
    def _merit_kinds(self) -> frozenset[str]:
        return frozenset(kind.code for kind in self.loai_hinh if kind.counts_for_merit)

    @cached_property
    def _general_rules(self) -> dict[str, GeneralRule]:
        return {rule.id: rule for rule in self.general_rules}

    @cached_property
    def _coefficients(self) -> dict[tuple[str, str], Coefficient]:
        return {(entry.title, entry.recipient): entry for entry in self.coefficients}
