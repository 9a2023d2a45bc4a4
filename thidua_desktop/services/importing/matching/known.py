"""What the office file knows that lists are matched against, read in a few questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.intake import ColumnMeaning, LearntName
from thidua_desktop.domain.merits import Initiative, Rating
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Household
from thidua_desktop.domain.text import fold
from thidua_desktop.domain.units import Unit, UnitSuccession
from thidua_desktop.services.importing.matching.doubles import Given
from thidua_desktop.services.importing.matching.people import KnownPeople
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store
from thidua_desktop.storage.people_names import names_of_people


@dataclass(frozen=True, slots=True)
class Known:
    """Units, people, what was taught, decisions and merits, as they stand at one moment."""

    units: list[Unit]
    successions: list[UnitSuccession]
    people: KnownPeople
    households: list[Household]
    learnt: list[LearntName]
    meanings: list[ColumnMeaning]
    decisions: list[Decision]
    initiatives: Mapping[tuple[str, str], Initiative]

    @classmethod
    def of(cls, connection: Reading) -> "Known":
        """Read all of it."""
        initiatives = store.everything(connection, Initiative)
        return cls(
            units=store.everything(connection, Unit),
            successions=store.everything(connection, UnitSuccession),
            people=KnownPeople(names_of_people(connection)),
            households=store.everything(connection, Household),
            learnt=store.everything(connection, LearntName),
            meanings=store.everything(connection, ColumnMeaning),
            decisions=store.everything(connection, Decision),
            initiatives={(one.person_uid or "", fold(one.title)): one for one in initiatives},
        )

    def learnt_names(self, table: str, sender: str) -> dict[str, str]:
        """Return what names mean in lists of *sender*: folded words to uid or id."""
        ours = [one for one in self.learnt if one.table == table]
        general = {one.text: one.target for one in ours if not one.sender}
        return general | {one.text: one.target for one in ours if one.sender == fold(sender)}


def learnt_heads(meanings: Iterable[ColumnMeaning], kind: str, sender: str) -> dict[str, str]:
    """Return what heads of columns mean in lists of *kind* by *sender*, of all when that is ""."""
    ours = [one for one in meanings if one.kind == kind]
    general = {one.head: one.column for one in ours if not one.sender}
    by_sender = {one.head: one.column for one in ours if one.sender == fold(sender)}
    return general | by_sender


def rated(connection: Reading, year: int) -> dict[str, Rating]:
    """Return the ratings of *year* by the uid of who is rated."""
    wanted: Any = [year]
    found = store.owned(connection, Rating, "year", wanted)
    return {one.person_uid or one.unit_uid or "": one for one in found}


def nominated(connection: Reading, years: Iterable[int]) -> list[Given]:
    """Return what stands in the file as put forward in *years*, but for what was refused."""
    wanted: Any = sorted(set(years))
    found = store.owned(connection, Nomination, "year", wanted)
    found = [one for one in found if one.state not in ("returned", "rejected")]
    uids = {one.dossier_uid for one in found if one.dossier_uid}
    names = {one.uid: one.unit_name for one in store.get(connection, Dossier, sorted(uids))}
    return [
        Given(
            one.recipient,
            one.title or fold(one.title_text),
            one.year,
            _in_dossier(names.get(one.dossier_uid or "", "")),
            one.uid,
        )
        for one in found
    ]


def awarded(connection: Reading, names: Iterable[str]) -> list[Given]:
    """Return what the register says of recipients of these *names*, marks left aside."""
    folded = sorted({fold(name) for name in names})
    return [
        Given(
            one.recipient,
            one.title or fold(one.title_text),
            one.year,
            _by_decision(one.decision_number),
            one.uid,
            one.decision_number,
        )
        for one in store.owned(connection, Award, "name_fold", folded)
        if one.nature != "revoked"
    ]


def _in_dossier(name: str) -> str:
    return f"trong hồ sơ của {name}" if name else "trong danh sách đề nghị"


def _by_decision(number: str) -> str:
    return f"trong sổ, Quyết định {number}" if number else "trong sổ khen thưởng"
