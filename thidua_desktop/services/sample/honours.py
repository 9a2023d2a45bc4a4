"""The sample's movements, decisions, awards, dossiers and nominations."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.movements import Movement
from thidua_desktop.domain.nominations import Dossier, Nomination
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.sample.chance import Chance
from thidua_desktop.services.sample.words import Words
from thidua_desktop.services.time_limits import APPRAISAL
from thidua_desktop.services.titles import known_title, priced

_FIGHTERS = "fighters"  # Chosen among the people of the decision just before.
_AT_WORK = frozenset({"department", "party", "commune", "school"})


@dataclass(frozen=True, slots=True)
class Honoured:
    """Who can be honoured."""

    units: Sequence[Unit]
    people: Sequence[Person]

    def collectives(self) -> list[Unit]:
        """Return the units that can be honoured: all but the district itself."""
        return [unit for unit in self.units if unit.kind != "office"]

    def recipient(self, one: Unit | Person) -> Recipient:
        """Return *one* as it stands on an award."""
        if isinstance(one, Unit):
            return Recipient(kind="collective", name=one.name, unit_uid=one.uid)
        workplace = self.unit(one.unit_uid)
        return Recipient(
            kind="person",
            name=one.full_name,
            position=one.position,
            unit_name=workplace.name if workplace else "",
            person_uid=one.uid,
            workplace_uid=one.unit_uid,
        )

    def unit(self, uid: str | None) -> Unit | None:
        """Return the unit of that uid."""
        return next((unit for unit in self.units if unit.uid == uid), None)

    def unit_named(self, name: str) -> Unit | None:
        """Return the unit of that name."""
        return next((unit for unit in self.units if unit.name == name), None)


class HonoursMaker:
    """Makes what was and will be decided about *honoured*."""

    def __init__(self, words: Words, honoured: Honoured, book: LawBook, chance: Chance) -> None:
        self._words = words
        self._honoured = honoured
        self._book = book
        self._chance = chance
        self._last_people: list[Person] = []

    def movements(self) -> list[Movement]:
        """Return the movements of the year."""
        said = self._words["movements"]
        return [
            Movement(
                name=name,
                launcher=self._words["office"]["name"],
                scope="district",
                starts=said["starts"],
                ends=said["ends"],
                uid=self._chance.uid(),
            )
            for name in said["names"]
        ]

    def decided(self, movements: Sequence[Movement]) -> list[Decision | Award]:
        """Return all decisions, each followed by its awards."""
        made: list[Decision | Award] = []
        for said in self._words["decisions"]:
            decision = self._decision(said)
            movement = movements[said["movement"]].uid if "movement" in said else None
            made += [decision, *self._awards(decision, said, movement)]
        return made

    def old_awards(self) -> list[Award]:
        """Return rows of the paper register: a year only, the title as it was written."""
        return [self._old_award(said) for said in self._words["old_awards"]]

    def proposed(self) -> list[Dossier | Nomination]:
        """Return the dossiers at hand, each followed by its nominations."""
        made: list[Dossier | Nomination] = []
        for said in self._words["dossiers"]:
            dossier = self._dossier(said)
            made.append(dossier)
            for title, recipient, state, count in said["nominations"]:
                level = "province" if title == "cert_province" else "district"
                for one in self._chosen(recipient, count):
                    nomination = Nomination(
                        dossier_uid=dossier.uid,
                        recipient=self._honoured.recipient(one),
                        title=title,
                        title_text=self._title_name(title, recipient),
                        level=level,
                        year=dossier.year,
                        loai_hinh=said.get("loai_hinh", "CONG_TRANG"),
                        state=state,
                        reason=dossier.reason if state == "returned" else "",
                        uid=self._chance.uid(),
                    )
                    made.append(nomination)
        return made

    def _decision(self, said: dict[str, Any]) -> Decision:
        return Decision(
            number=said["number"],
            date=said["date"],
            authority=self._words["authorities"][said["level"]],
            level=said["level"],
            signer=said.get("signer", self._words["office"]["signer"]),
            signer_position="Chủ tịch",
            subject=said["subject"],
            uid=self._chance.uid(),
        )

    def _awards(
        self, decision: Decision, said: dict[str, Any], movement: str | None
    ) -> list[Award]:
        made: list[Award] = []
        for title, recipient, count in said["awards"]:
            kind = "person" if recipient == _FIGHTERS else recipient
            for one in self._chosen(recipient, count):
                award = Award(
                    recipient=self._honoured.recipient(one),
                    title=title,
                    title_text=self._title_name(title, kind),
                    level=decision.level,
                    year=said["year"],
                    loai_hinh=said.get("loai_hinh", "CONG_TRANG"),
                    movement_uid=movement,
                    decision_uid=decision.uid,
                    decision_number=decision.number,
                    decision_date=decision.date,
                    authority=decision.authority,
                    ordinal=len(made) + 1,
                    uid=self._chance.uid(),
                )
                made.append(priced(award, self._book))
        return made

    def _chosen(self, recipient: str, count: int) -> Sequence[Unit | Person]:
        if recipient == "collective":
            return self._chance.some(self._honoured.collectives(), count)
        if recipient == _FIGHTERS:
            return self._chance.some(self._last_people, count)
        self._last_people = self._chance.some(self._at_work(), count)
        return self._last_people

    def _at_work(self) -> list[Person]:
        units = {unit.uid for unit in self._honoured.units if unit.kind in _AT_WORK}
        return [person for person in self._honoured.people if person.unit_uid in units]

    def _old_award(self, said: dict[str, Any]) -> Award:
        unit = self._honoured.unit_named(said.get("unit", ""))
        recipient = Recipient(
            kind=said["kind"],
            name=said["name"],
            position=said.get("position", ""),
            unit_name=said.get("unit", ""),
            workplace_uid=unit.uid if unit else None,
        )
        award = Award(
            recipient=recipient,
            title_text=said["title_text"],
            level=said["level"],
            year=said["year"],
            loai_hinh=said.get("loai_hinh", "CONG_TRANG"),
            decision_date=str(said["year"]),
            note="Theo sổ giấy cũ",
            uid=self._chance.uid(),
        )
        title = self._book.find_title(award.title_text, award.decision_date, recipient.kind)
        return replace(award, title=title.id if title else "")

    def _dossier(self, said: dict[str, Any]) -> Dossier:
        unit = self._honoured.unit_named(said["unit"])
        return Dossier(
            unit_uid=unit.uid if unit else None,
            unit_name=said["unit"],
            subject=said["subject"],
            number=said["number"],
            year=int(said["received"][:4]),
            received=said["received"],
            procedure=APPRAISAL,
            state=said["state"],
            reason=said.get("reason", ""),
            uid=self._chance.uid(),
        )

    def _title_name(self, id: str, recipient: str) -> str:
        title = known_title(self._book, id, recipient, "")
        return title.name if title else id
