"""Every kind of record and its table, links and merge units, in one list. Knows no SQL."""

from collections.abc import Mapping as ByName
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar, cast

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.council import Attendance, Ballot, CouncilMember, CouncilTerm, Meeting
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.intake import (
    ColumnMeaning,
    FindingWaiver,
    ImportBatch,
    LearntName,
    NotDuplicate,
    SourceRow,
    WaitingRow,
)
from thidua_desktop.domain.merits import (
    Discipline,
    Initiative,
    InitiativeAuthor,
    InitiativeUse,
    OpenCase,
    Rating,
    UnitYear,
)
from thidua_desktop.domain.movements import Cluster, ClusterMember, Movement, Pledge, Score
from thidua_desktop.domain.nominations import (
    Dossier,
    DossierPaper,
    Nomination,
    NominationFact,
    StateEntry,
)
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.papers import Attachment, Directive
from thidua_desktop.domain.people import Household, Person
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.storage.mapping import Mapping, mapped

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting of the office, by its name; it travels with the file."""

    name: str = ""
    value: str = ""
    uid: str = field(default_factory=new_uid)


_WHO = {"person_uid": "person", "unit_uid": "unit"}
_RECIPIENT = {
    "recipient_person_uid": "person",
    "recipient_unit_uid": "unit",
    "recipient_household_uid": "household",
    "recipient_workplace_uid": "unit",
}
_RECIPIENT_UNITS = {
    "recipient": "recipient_kind recipient_name recipient_person_uid recipient_unit_uid "
    "recipient_household_uid",
    "workplace": "recipient_unit_name recipient_workplace_uid",
    "title": "title title_text",
}
_HEADING_UNITS = {
    "symbol": "heading_number heading_symbol heading_date",
    "signature": "heading_authority heading_signer",
}

MAPPINGS: tuple[Mapping[Any], ...] = (
    mapped(Office, "office", "name"),
    mapped(Unit, "unit", "name", {"parent_uid": "unit"}),
    mapped(UnitSuccession, "unit_succession", "date", {"from_uid": "unit", "to_uid": "unit"}),
    mapped(Person, "person", "full_name birth", {"unit_uid": "unit"}),
    mapped(Household, "household", "head_name", {"unit_uid": "unit"}),
    mapped(Movement, "movement", "name"),
    mapped(Cluster, "cluster", "name"),
    mapped(
        ClusterMember,
        "cluster_member",
        "unit_name year",
        {"cluster_uid": "cluster", "unit_uid": "unit"},
        {"unit": "unit_uid unit_name"},
    ),
    mapped(
        Pledge,
        "pledge",
        "unit_name title_text year",
        {"unit_uid": "unit"},
        {"unit": "unit_uid unit_name", "title": "title title_text"},
    ),
    mapped(
        Score,
        "score",
        "criterion year",
        {"cluster_uid": "cluster", "unit_uid": "unit"},
        {"assessed": "assessed reason"},
    ),
    mapped(Rating, "rating", "rating year", _WHO),
    mapped(
        Initiative,
        "initiative",
        "title year",
        {"person_uid": "person"},
        {"decision": "recognised_by decision_number decision_date"},
    ),
    mapped(
        InitiativeAuthor,
        "initiative_author",
        "full_name",
        {"initiative_uid": "initiative", "person_uid": "person"},
        {"person": "person_uid full_name"},
    ),
    mapped(
        InitiativeUse,
        "initiative_use",
        "title year",
        {"initiative_uid": "initiative", "nomination_uid": "nomination"},
    ),
    mapped(UnitYear, "unit_year", "year", {"unit_uid": "unit"}),
    mapped(Discipline, "discipline", "kind decision_date", _WHO),
    mapped(OpenCase, "open_case", "subject opened", _WHO),
    mapped(
        Dossier,
        "dossier",
        "unit_name subject year",
        {"unit_uid": "unit"},
        {"unit": "unit_uid unit_name", "state": "state reason"},
    ),
    mapped(
        DossierPaper,
        "dossier_paper",
        "name",
        {"dossier_uid": "dossier"},
        {"paper": "paper name"},
    ),
    mapped(
        Nomination,
        "nomination",
        "recipient_name title_text year",
        {"dossier_uid": "dossier", **_RECIPIENT},
        {**_RECIPIENT_UNITS, "state": "state reason"},
    ),
    mapped(
        StateEntry,
        "state_entry",
        "state date",
        {"dossier_uid": "dossier", "nomination_uid": "nomination"},
        {"state": "state date reason"},
    ),
    mapped(NominationFact, "nomination_fact", "answer note", {"nomination_uid": "nomination"}),
    mapped(
        Decision,
        "decision",
        "number date",
        None,
        {"decision": "number date", "signature": "signer signer_position"},
    ),
    mapped(
        Award,
        "award",
        "recipient_name title_text year",
        {
            "movement_uid": "movement",
            "nomination_uid": "nomination",
            "decision_uid": "decision",
            **_RECIPIENT,
        },
        {
            **_RECIPIENT_UNITS,
            "decision": "decision_uid decision_number decision_date authority",
            "money": "law coefficient base_salary amount",
            "certificate": "certificate_number certificate_printed",
            "year": "year period",
        },
    ),
    mapped(
        CouncilTerm,
        "council_term",
        "name decision_number",
        None,
        {"decision": "decision_number decision_date"},
    ),
    mapped(
        CouncilMember,
        "council_member",
        "full_name",
        {"term_uid": "council_term", "person_uid": "person"},
        {"person": "person_uid full_name"},
    ),
    mapped(
        Meeting,
        "meeting",
        "subject date",
        {
            "term_uid": "council_term",
            "chair_uid": "council_member",
            "secretary_uid": "council_member",
        },
    ),
    mapped(
        Attendance,
        "attendance",
        "form",
        {"meeting_uid": "meeting", "member_uid": "council_member"},
    ),
    mapped(
        Ballot,
        "ballot",
        "agree",
        {"meeting_uid": "meeting", "nomination_uid": "nomination"},
        {"tally": "issued returned valid agree"},
    ),
    mapped(Plan, "plan", "year heading_subject", None, _HEADING_UNITS),
    mapped(
        PlanTask,
        "plan_task",
        "body",
        {"plan_uid": "plan"},
        {"due": "due is_due_derived", "place": "quarter ordinal"},
    ),
    mapped(
        TaskUnit,
        "task_unit",
        "unit_name role",
        {"task_uid": "plan_task", "unit_uid": "unit"},
        {"unit": "unit_uid unit_name"},
    ),
    mapped(
        Report,
        "report",
        "heading_subject year",
        None,
        {**_HEADING_UNITS, "period": "kind year half period_from period_to"},
    ),
    mapped(
        Block,
        "block",
        "number body",
        None,
        {"block": "kind depth number body", "place": "owner_uid ordinal"},
    ),
    mapped(Directive, "directive", "number date", None, {"number": "number date issuer"}),
    mapped(Attachment, "attachment", "name", None, {"file": "name sha256 size"}),
    mapped(ImportBatch, "import_batch", "files at"),
    mapped(
        WaitingRow,
        "waiting_row",
        "file sheet row",
        {"batch_uid": "import_batch"},
        {"row": "file sheet row kind cells problems context"},
    ),
    mapped(
        SourceRow,
        "source_row",
        "file sheet row",
        {"batch_uid": "import_batch"},
        {"row": "file sheet row cells raw"},
    ),
    mapped(LearntName, "learnt_name", "text target"),
    mapped(ColumnMeaning, "column_meaning", "head column"),
    mapped(NotDuplicate, "not_duplicate", "table"),
    mapped(FindingWaiver, "finding_waiver", "reason", {"nomination_uid": "nomination"}),
    mapped(Setting, "setting", "name"),
)

BY_RECORD: ByName[type, Mapping[Any]] = MappingProxyType({m.record: m for m in MAPPINGS})
BY_TABLE: ByName[str, Mapping[Any]] = MappingProxyType({m.table: m for m in MAPPINGS})


def mapping_of(record: type[T]) -> Mapping[T]:
    """Return the mapping of a record class."""
    return cast("Mapping[T]", BY_RECORD[record])
