"""The sample's council, plan and half-year report."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.council import CouncilMember, CouncilTerm
from thidua_desktop.domain.dates import half_year, quarter_end
from thidua_desktop.domain.heading import Heading
from thidua_desktop.domain.movements import Cluster, ClusterMember
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.plans import Plan, PlanTask, TaskUnit
from thidua_desktop.domain.reports import Report
from thidua_desktop.domain.units import Unit
from thidua_desktop.services import outlines
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.words import Words, load

_YEAR = 2024


def council(
    words: Words, people: Sequence[Person], chance: Chance
) -> list[CouncilTerm | CouncilMember]:
    """Return the council's term and its members, who are among *people*."""
    said = words["council"]
    term = CouncilTerm(
        name=said["name"],
        decision_number=said["decision_number"],
        decision_date=said["decision_date"],
        starts=said["decision_date"],
        size=len(said["members"]),
        uid=chance.uid(),
    )
    known = {person.full_name: person.uid for person in people}
    members = [
        CouncilMember(
            term_uid=term.uid,
            person_uid=known.get(name),
            full_name=name,
            position=position,
            role="member" if role == "secretary" else role,
            is_secretary=role == "secretary",
            starts=said["decision_date"],
            ordinal=ordinal,
            uid=chance.uid(),
        )
        for ordinal, (name, position, role) in enumerate(said["members"], start=1)
    ]
    return [term, *members]


def clusters(words: Words, units: Sequence[Unit], chance: Chance) -> list[Cluster | ClusterMember]:
    """Return the clusters and who is in them; the first named leads."""
    known = {unit.name: unit.uid for unit in units}
    made: list[Cluster | ClusterMember] = []
    for said in words["clusters"]:
        cluster = Cluster(name=said["name"], kind="cluster", uid=chance.uid())
        members = [
            ClusterMember(
                cluster_uid=cluster.uid,
                unit_uid=known.get(name),
                unit_name=name,
                year=_YEAR,
                is_leader=place == 0,
                uid=chance.uid(),
            )
            for place, name in enumerate(said["units"])
        ]
        made += [cluster, *members]
    return made


def plan(
    path: Path, office: Office, units: Sequence[Unit], chance: Chance
) -> list[Plan | Block | PlanTask | TaskUnit]:
    """Return the plan in *path* with its prose, tasks and the units that do them."""
    outline = outlines.load(path)
    heading = _heading(office, outline, f"KH-{office.symbol}", number="18", date="2024-01-15")
    plan = Plan(year=_YEAR, heading=heading, state="issued", uid=chance.uid())
    made: list[Plan | Block | PlanTask | TaskUnit] = [plan, *_owned(outline, plan.uid, chance)]
    uids = {unit.name: unit.uid for unit in units}
    ordinals: dict[int, int] = {}
    for said in load(path)["tasks"]:
        quarter = said["quarter"]
        ordinals[quarter] = ordinals.get(quarter, 0) + 1
        task = _task(said, plan.uid, ordinals[quarter], chance)
        made += [task, *_parts(said, task.uid, uids, chance)]
    return made


def report(path: Path, office: Office, chance: Chance) -> list[Report | Block]:
    """Return the half-year report in *path* with its blocks; its figures are live."""
    outline = outlines.load(path)
    first, last = half_year(_YEAR, 1)
    heading = _heading(office, outline, f"BC-{office.symbol}", number="", date="2024-06")
    made = Report(
        kind="half_year",
        year=_YEAR,
        half=1,
        period_from=first,
        period_to=last,
        heading=heading,
        uid=chance.uid(),
    )
    return [made, *_owned(outline, made.uid, chance)]


def _heading(
    office: Office, outline: outlines.Outline, symbol: str, *, number: str, date: str
) -> Heading:
    return Heading(
        parent=office.parent,
        issuer=office.name,
        number=number,
        symbol=symbol,
        place=office.place,
        date=date,
        type_name=outline.type_name,
        subject=outline.subject,
        authority=office.authority,
        signer=office.signer,
        recipients=office.recipients,
    )


def _owned(outline: outlines.Outline, owner_uid: str, chance: Chance) -> list[Block]:
    return [
        replace(block, owner_uid=owner_uid, ordinal=ordinal, uid=chance.uid())
        for ordinal, block in enumerate(outline.blocks, start=1)
    ]


def _task(said: dict[str, Any], plan_uid: str, ordinal: int, chance: Chance) -> PlanTask:
    due = said.get("due", "")
    return PlanTask(
        plan_uid=plan_uid,
        quarter=said["quarter"],
        ordinal=ordinal,
        body=said["body"],
        units_text=said["units_text"],
        due=due or quarter_end(_YEAR, said["quarter"]),
        is_due_derived=not due,
        state=said.get("state", "todo"),
        proof=said.get("proof", ""),
        done_on=said.get("done_on", ""),
        uid=chance.uid(),
    )


def _parts(
    said: dict[str, Any], task_uid: str, uids: dict[str, str], chance: Chance
) -> list[TaskUnit]:
    return [
        TaskUnit(
            task_uid=task_uid,
            unit_uid=uids.get(name),
            unit_name=name,
            role=role,
            ordinal=ordinal,
            uid=chance.uid(),
        )
        for ordinal, (name, role) in enumerate(said["units"], start=1)
    ]
