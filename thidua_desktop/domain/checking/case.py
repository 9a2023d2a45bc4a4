"""The case that is judged: one recipient, one title, one year, and what is known of them.

Knows no file: whoever asks gathers it. None, or a year or fact left out, means *not known*; an
empty tuple means *known to be none*. The history counts as complete. Uids are "" outside a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAward:
    """An award already decided. *title* is a catalogue id; *year* the year of achievement.

    *loai_hinh* "" and *decision_date* "" are not known; the date may be a year or a month alone.
    *is_cancelled*: the decision was taken back, the award counts for nothing.
    """

    title: str
    year: int
    loai_hinh: str = ""
    decision_date: str = ""
    is_cancelled: bool = False
    uid: str = ""


@dataclass(frozen=True, slots=True)
class YearRating:
    """The rating of one year: EXCELLENT, GOOD, DONE or FAIL."""

    rating: str
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInitiative:
    """An initiative or, with *is_research*, accepted research, which the recipient brings forward.

    *used_for*: ids of the titles it served already, this proposal left out; "" for a title outside
    the catalogue. *year* 0 and *is_applied* None are not known.
    """

    scope: str
    year: int = 0
    is_research: bool = False
    is_applied: bool | None = None
    used_for: tuple[str, ...] = ()
    name: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """A disciplinary measure, such as CANH_CAO; *until* is a date, "" where no end is known."""

    kind: str = ""
    until: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A case still under examination: discipline, investigation, inspection, a complaint."""

    subject: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The members of a collective in the year proposed; None and titles left out are not known.

    *holders*: by title id, how many received it in that year. *disciplined*: by a warning or more.
    """

    total: int | None = None
    holders: Mapping[str, int] = field(default_factory=dict)
    done_or_better: int | None = None
    disciplined: int | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the officer says of a fact that holds: who led or launched it, how far, how long."""

    by: str = ""
    scope: str = ""
    years: int | None = None


Fact = bool | int | Statement
"""An answer: yes or no, a quantity, or yes with its circumstances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherProposal:
    """Another proposal for the same recipient that is still open, whatever its dossier."""

    title: str
    year: int
    title_text: str = ""
    loai_hinh: str = ""
    achievement: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One recipient, one title, one year, and what is known.

    *recipient* is a kind (person, collective …), *title* a catalogue id or "" for one outside it,
    *loai_hinh* and *level* "" when not known. *facts* answers by name (`Stated.fact`,
    `Measured.fact`, `GeneralRule.fact`) or by the key of one question (see `questions`).
    *research_only*: `initiatives` tells of research alone, of initiatives nothing is known.
    *leave_years*: years of maternity leave. *proposed_too*: titles of the same year in the same
    dossier. *papers*: ids of the papers that are there. *received*: the day the dossier came in,
    *submit_by* the office's own last day for it, both "" when not known.
    """

    recipient: str
    title: str
    year: int
    title_text: str = ""
    loai_hinh: str = ""
    level: str = ""
    achievement: str = ""
    history: tuple[PastAward, ...] = ()
    ratings: Mapping[int, YearRating] = field(default_factory=dict)
    initiatives: tuple[OwnInitiative, ...] | None = None
    research_only: bool = False
    discipline: tuple[Penalty, ...] | None = None
    open_matters: tuple[OpenMatter, ...] | None = None
    members: Strength | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    leave_years: frozenset[int] = frozenset()
    proposed_too: tuple[str, ...] = ()
    others: tuple[OtherProposal, ...] = ()
    papers: frozenset[str] | None = None
    received: str = ""
    submit_by: str = ""
