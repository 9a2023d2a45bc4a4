"""Who is put forward or awarded: filled from the person or unit it is linked to, on first entry."""

from dataclasses import replace

from thidua_desktop.domain.people import Household, Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.records import Reading
from thidua_desktop.storage import records as store


def filled(recipient: Recipient, connection: Reading) -> Recipient:
    """Return *recipient* with the empty name, position and unit of what it is linked to.

    They are copies: later changes of the person or unit do not reach them.
    """
    if recipient.person_uid:
        recipient = _of_person(recipient, connection)
    elif recipient.unit_uid and not recipient.name:
        recipient = replace(recipient, name=_unit_name(connection, recipient.unit_uid))
    elif recipient.household_uid and not recipient.name:
        found = store.get(connection, Household, [recipient.household_uid])
        recipient = replace(recipient, name=found[0].head_name if found else "")
    if recipient.workplace_uid and not recipient.unit_name:
        name = _unit_name(connection, recipient.workplace_uid)
        recipient = replace(recipient, unit_name=name)
    return recipient


def _of_person(recipient: Recipient, connection: Reading) -> Recipient:
    found = store.get(connection, Person, [recipient.person_uid or ""])
    if not found:
        return recipient
    person = found[0]
    is_elsewhere = recipient.unit_name or recipient.workplace_uid
    return replace(
        recipient,
        name=recipient.name or person.full_name,
        position=recipient.position or person.position,
        workplace_uid=recipient.workplace_uid if is_elsewhere else person.unit_uid,
    )


def _unit_name(connection: Reading, uid: str) -> str:
    found = store.get(connection, Unit, [uid])
    return found[0].name if found else ""
