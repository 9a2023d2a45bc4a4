"""The entries of a law pack: titles, rules, money, votes, papers. Knows no file and no record."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, field

from thidua_desktop.domain.law.conditions import Condition, Count, Percent, Text

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
OpenDay = Annotated[str, Meta(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
DayOfYear = Annotated[str, Meta(pattern=r"^(\d\d-\d\d)?$")]
Thousandths = Annotated[int, Meta(ge=1)]
Ratio = tuple[Count, Count]

RecipientKind = Literal[
    "person", "collective", "household", "enterprise", "commune", "village", "foreign_person",
    "foreign_collective",
]  # fmt: skip
Level = Literal["state", "ministry", "province", "district", "commune", "grassroots", "other"]
LoaiHinhCode = Literal[
    "CONG_TRANG", "DOT_XUAT", "PHONG_TRAO", "CONG_HIEN", "NIEN_HAN", "DOI_NGOAI", "KHANG_CHIEN"
]
Category = Literal["emulation_title", "commendation", "state_honour", "resistance"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement of the law: its source, and whether that text was read.

    An entry with *verified* false is shown as "chưa đối chiếu"; *note* says why.
    """

    article: Text
    verified: bool
    note: str = ""


class LegalBasis(Entry, frozen=True, kw_only=True):
    """A text in force from *first_day* to *last_day* (open when empty).

    *citation* is how a decision cites it after "Căn cứ"; a text of one province names it.
    """

    id: Id
    form: Literal["law", "decree", "circular", "provincial_decision"]
    number: Text
    date: OpenDay
    first_day: Day
    last_day: OpenDay = ""
    citation: Text
    province: str = ""

    def is_in_force(self, day: str) -> bool:
        """Say whether the text is in force on *day* (YYYY-MM-DD)."""
        return self.first_day <= day and (not self.last_day or day <= self.last_day)


class Decider(Entry, frozen=True, kw_only=True):
    """An authority that decides awards, and the level its awards belong to."""

    id: Id
    name: Text
    level: Level


class LoaiHinh(Entry, frozen=True, kw_only=True):
    """One of the kinds of commendation; *counts_for_merit*: its awards support later proposals."""

    code: LoaiHinhCode
    name: Text
    recipients: tuple[RecipientKind, ...]
    counts_for_merit: bool


class Shorthand(Entry, frozen=True, kw_only=True):
    """A short way of writing used inside names of titles: CSTĐ for chiến sĩ thi đua."""

    short: Text
    full: Text


class Title(Entry, frozen=True, kw_only=True):
    """A title or form of commendation for one kind of recipient; the key is (id, recipient).

    *aliases* are other ways of writing it; a text that begins with one of *openings* and goes on
    with a place is the same title. *deciders* are ids. *local_role*: what the district (from
    01/07/2025 the commune) does with it. *standard* tells the officer what the article asks for.
    """

    id: Id
    recipient: RecipientKind
    name: Text
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    category: Category
    levels: Annotated[tuple[Level, ...], Meta(min_length=1)]
    deciders: Annotated[tuple[str, ...], Meta(min_length=1)]
    local_role: Literal["decides", "proposes", "records"]
    initiative: str = ""
    standard: Text


class Path(Entry, frozen=True, kw_only=True):
    """One way to an award; all of *needs* together. *accumulated*: by results over the years.

    Only such paths count for a proposal of loai_hinh CONG_TRANG.
    """

    id: Id
    name: Text
    accumulated: bool
    needs: Annotated[tuple[Condition, ...], Meta(min_length=1)]


class Rule(Entry, frozen=True, kw_only=True):
    """When a recipient may be proposed for a title: any one of *paths*."""

    title: str
    recipient: RecipientKind
    paths: Annotated[tuple[Path, ...], Meta(min_length=1)] = field(name="path")


class GeneralRule(Entry, frozen=True, kw_only=True):
    """A rule for all awards, or for those of *titles*, *loai_hinh* and *recipients* where given.

    *only_if_known*: applied where its *fact* was entered, else a note.
    """

    id: Id
    text: Text
    effect: Literal["block", "warn", "count", "note"]
    only_if_known: bool = False
    fact: str = ""
    titles: tuple[str, ...] = ()
    loai_hinh: tuple[LoaiHinhCode, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()

    def concerns(self, title: str, loai_hinh: str, recipient: str) -> bool:
        """Say whether the rule speaks of such a proposal."""
        return _concerns(self, title, loai_hinh, recipient)


class Coefficient(Entry, frozen=True, kw_only=True):
    """Money of a title in thousandths of the base salary; None: no amount was found.

    *at_most* marks a ceiling that the paying authority may stay below.
    """

    title: str
    recipient: RecipientKind
    thousandths: Thousandths | None = None
    at_most: bool = False


class Multiplier(Entry, frozen=True, kw_only=True):
    """What a recipient gets against one person, in thousandths, where the decree says no more."""

    recipient: RecipientKind
    thousandths: Thousandths


class Rounding(Entry, frozen=True, kw_only=True):
    """Each product is rounded up to *unit* đồng: a default that the office may change."""

    unit: Count

    def amount(self, thousandths: int, base_salary: int) -> int:
        """Return *thousandths* of *base_salary* in đồng, rounded up; whole numbers throughout."""
        return -(-thousandths * base_salary // (1000 * self.unit)) * self.unit


class MoneyRule(Entry, frozen=True, kw_only=True):
    """A principle of paying."""

    id: Id
    text: Text


class VoteThreshold(Entry, frozen=True, kw_only=True):
    """The votes a proposal needs, of all members, absent ones included.

    *percent* is enough when reached, or with *more_than* only when passed. One entry without
    *titles* holds for every title that no other names.
    """

    id: Id
    text: Text
    titles: tuple[str, ...] = ()
    ballot: bool
    percent: Percent
    more_than: bool = False

    def votes_needed(self, members: int) -> int:
        """Return the fewest votes in favour that are enough among *members*."""
        if self.more_than:
            return members * self.percent // 100 + 1
        return -(-members * self.percent // 100)


class Paper(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper of a dossier; *forms* are ids; *when* says in which case it is asked for."""

    id: Id
    name: Text
    forms: tuple[str, ...] = ()
    when: str = ""


class Dossier(Entry, frozen=True, kw_only=True):
    """The papers asked for, by title or by loai_hinh; *originals* None: set by the province."""

    id: Id
    name: Text
    titles: tuple[str, ...] = ()
    loai_hinh: tuple[LoaiHinhCode, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()
    papers: Annotated[tuple[Paper, ...], Meta(min_length=1)]
    originals: Count | None = None
    electronic: bool = False

    def concerns(self, title: str, loai_hinh: str, recipient: str) -> bool:
        """Say whether such a proposal needs these papers."""
        return _concerns(self, title, loai_hinh, recipient)


class Form(Entry, frozen=True, kw_only=True):
    """A prescribed form; its number is of this pack only."""

    id: Id
    number: Text
    annex: Text
    name: Text


class TimeLimit(Entry, frozen=True, kw_only=True):
    """A limit in days after an event, or a day of the year (MM-DD) by which something is due.

    *next_year* moves the day to the year after the achievement; *province*: a rule of that place.
    *is_submission*: by that day the dossier has to be in.
    """

    id: Id
    step: Text
    days: Count | None = None
    working_days: bool = False
    due: DayOfYear = ""
    next_year: bool = False
    titles: tuple[str, ...] = ()
    province: str = ""
    is_submission: bool = False


class Council(Entry, frozen=True, kw_only=True):
    """Who sits on a council and how it decides; ratios are [part, whole] of all members."""

    id: Id
    name: Text
    chair: Text
    roles: Annotated[tuple[str, ...], Meta(min_length=1)]
    standing_body: str = ""
    quorum: Ratio | None = None
    threshold: Ratio | None = None
    rules: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row or column of a statistical form; *group* is the heading it stands under."""

    code: Text
    name: Text
    group: str = ""


class StatisticsForm(Entry, frozen=True, kw_only=True):
    """A statistical form of the home-affairs sector; *due* is a day of the year (MM-DD)."""

    id: Id
    code: Text
    name: Text
    due: DayOfYear
    columns: Annotated[tuple[Line, ...], Meta(min_length=1)]
    rows: Annotated[tuple[Line, ...], Meta(min_length=1)]


class WriteRight(Entry, frozen=True, kw_only=True):
    """The lowest level of office whose changes to a record are taken in when data is exchanged.

    *until* names the state of the record up to which it holds, empty for always.
    """

    id: Id
    record: Literal["nomination", "nomination_state", "decision", "award", "council", "plan",
                    "report", "person", "unit"]  # fmt: skip
    lowest_level: Literal["province", "district", "commune"]
    until: str = ""
    text: Text


class LocalParameter(Entry, frozen=True, kw_only=True):
    """A number left to the province or the office; *default* None: off.

    With *share* it is the most percent that proposals for the first title may be of those for the
    second.
    """

    id: Id
    name: Text
    unit: str = ""
    default: Annotated[int, Meta(ge=0)] | None = None
    share: tuple[str, str] | None = None


class BaseSalary(Entry, frozen=True, kw_only=True):
    """Lương cơ sở in đồng a month, from *first_day* until the next entry."""

    first_day: Day
    dong: Count


def _concerns(entry: GeneralRule | Dossier, title: str, loai_hinh: str, recipient: str) -> bool:
    """Say whether *entry* speaks of such a proposal; what it does not limit is free."""
    limits = (
        (entry.titles, title), (entry.loai_hinh, loai_hinh), (entry.recipients, recipient),
    )  # fmt: skip
    return all(not allowed or value in allowed for allowed, value in limits)
