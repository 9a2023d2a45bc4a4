"""Who is put forward or awarded twice: the same recipient, title and year. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.text import fold
from thidua_desktop.services.importing.choices import Proposal
from thidua_desktop.services.importing.matching.doubts import Doubt
from thidua_desktop.services.importing.matching.names import same_name, unit_key

SAME, BOTH = "same", "both"
"""The choices: the row says what is there already; or it is another of its own."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What a recipient is put forward for or was given; *number* of the decision, where known.

    *where*: how the officer is told of it; *uid* of its record.
    """

    recipient: Recipient
    title: str
    year: int
    where: str
    uid: str
    number: str = ""

    def signs(self) -> Iterable[Key]:
        """Give what two of the same share: by link where there is one, and by words."""
        who = self.recipient
        about = (self.title, str(self.year))
        if uid := who.person_uid or who.unit_uid or who.household_uid:
            yield (uid, *about)
        yield (who.kind, same_name(who.name), unit_key(who.unit_name), *about)


class Doubles:
    """What is in the file, and what the rows before this one bring."""

    def __init__(self, stored: Iterable[Given] = ()) -> None:
        self._known: dict[Key, list[Given]] = {}
        for one in stored:
            self.add(one)

    def add(self, given: Given) -> None:
        """Know *given* from now on."""
        for key in given.signs():
            self._known.setdefault(key, []).append(given)

    def find(self, given: Given) -> Given | None:
        """Return what is there already of the same, None when *given* is the first.

        Links that differ tell two recipients of one name apart, and so do decisions.
        """
        for key in given.signs():
            for known in self._known.get(key, ()):
                if _may_be(known, given):
                    return known
        return None

    @staticmethod
    def doubt(known: Given, title: str) -> Doubt:
        """Return the question about a row that says what is *known* already."""
        return Doubt(
            rule="double",
            reason=f"{known.recipient.name} đã có “{title}” năm {known.year} {known.where}.",
            about=fold(known.where),
            proposals=(
                Proposal("Không thêm lần nữa (đã có)", SAME),
                Proposal("Vẫn thêm, là hai lần khác nhau", BOTH),
            ),
        )


def _may_be(known: Given, given: Given) -> bool:
    first, second = known.recipient.person_uid, given.recipient.person_uid
    if first and second and first != second:
        return False
    return not (known.number and given.number and fold(known.number) != fold(given.number))
