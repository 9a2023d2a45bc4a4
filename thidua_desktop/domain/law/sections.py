"""How entries stand in law files: the sections, and shapes that hold several entries at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from thidua_desktop.domain.law import values
from thidua_desktop.domain.law.conditions import Text
from thidua_desktop.domain.law.values import Category, Entry, Id, Level, RecipientKind, Thousandths


class TitleShape(Entry, frozen=True, kw_only=True):
    """A title with what is asked of each of its recipients; the fields are those of Title."""

    id: Id
    name: Text
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    category: Category
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]
    deciders: Annotated[tuple[str, ...], Meta(min_length=1)]
    local_role: Literal["decides", "proposes", "records"]
    initiative: str = ""
    standard: Annotated[dict[RecipientKind, Text], Meta(min_length=1)]


class CoefficientShape(Entry, frozen=True, kw_only=True):
    """One amount for several titles and recipients; the fields are those of Coefficient."""

    titles: Annotated[tuple[str, ...], Meta(min_length=1)]
    recipients: Annotated[tuple[RecipientKind, ...], Meta(min_length=1)]
    thousandths: Thousandths | None = None
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of entry: the LawPack field it fills, its shape in a file, what tells two apart."""

    field: str
    shape: type[Entry]
    key_parts: tuple[str, ...] = ("id",)

    def key(self, entry: Entry) -> str:
        """Return what tells *entry* from the others: "advanced_worker/person"."""
        return "/".join(getattr(entry, part) for part in self.key_parts)


SECTIONS: dict[str, Section] = {
    "legal_basis": Section("legal_bases", values.LegalBasis),
    "decider": Section("deciders", values.Decider),
    "loai_hinh": Section("loai_hinh", values.LoaiHinh, ("code",)),
    "shorthand": Section("shorthands", values.Shorthand, ("short",)),
    "title": Section("titles", TitleShape, ("id", "recipient")),
    "rule": Section("rules", values.Rule, ("title", "recipient")),
    "general_rule": Section("general_rules", values.GeneralRule),
    "coefficient": Section("coefficients", CoefficientShape, ("title", "recipient")),
    "multiplier": Section("multipliers", values.Multiplier, ("recipient",)),
    "rounding": Section("rounding", values.Rounding, ()),
    "money_rule": Section("money_rules", values.MoneyRule),
    "vote": Section("votes", values.VoteThreshold),
    "dossier": Section("dossiers", values.Dossier),
    "form": Section("forms", values.Form),
    "time_limit": Section("time_limits", values.TimeLimit),
    "council": Section("councils", values.Council),
    "statistics": Section("statistics", values.StatisticsForm),
    "write_right": Section("write_rights", values.WriteRight),
    "local_parameter": Section("local_parameters", values.LocalParameter),
}


def entries_of(shape: Entry) -> Iterable[Entry]:
    """Return the entries that *shape* stands for: itself, or one for each title and recipient."""
    common: dict[str, Any] = msgspec.structs.asdict(shape)
    if isinstance(shape, TitleShape):
        standards = common.pop("standard")
        return [
            values.Title(**common, recipient=recipient, standard=standard)
            for recipient, standard in standards.items()
        ]
    if isinstance(shape, CoefficientShape):
        del common["titles"], common["recipients"]
        return [
            values.Coefficient(**common, title=title, recipient=recipient)
            for title in shape.titles
            for recipient in shape.recipients
        ]
    return [shape]
