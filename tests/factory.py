"""Records and office files for tests, with only what matters said."""

import shutil
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.office import Office
from thidua_desktop.domain.people import Person
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.units import Unit
from thidua_desktop.paths import Paths, find_paths
from thidua_desktop.services.services import Services
from thidua_desktop.storage.drives import REMOVABLE
from thidua_desktop.wiring import Wiring

DAY = datetime(2024, 6, 30, 10, 32, 5, tzinfo=timezone(timedelta(hours=7)))
OFFICE = Office(
    name="Ủy ban nhân dân huyện Đắk Ruồng",
    parent="Ủy ban nhân dân tỉnh Ngọc Lăng",
    place="Đắk Ruồng",
    signer="Y Khăm",
)


def wiring(folder: Path) -> Wiring:
    """Return a wiring whose user's folder is *folder*; its clock stands still."""
    found = find_paths({})
    paths = Paths(resources=found.resources, db=found.db, user=folder)
    return Wiring(paths, clock=lambda: DAY, who="Lò Thị Mây")


def with_stick(wires: Wiring, stick: Path) -> Wiring:
    """Return *wires* of a computer in which the folder *stick* is a stick."""
    return replace(wires, elsewhere=lambda path: REMOVABLE if stick in path.parents else None)


def copy_of(file: Path, folder: Path, name: str = "Đắk Ruồng.thidua") -> Path:
    """Return a copy of *file* in *folder*."""
    return Path(shutil.copy(file, folder / name))


def again(services: Services, wires: Wiring) -> Services:
    """Return the services of the same file, closed and opened afresh."""
    services.file.close()
    return wires.open_office(services.file.path)


def to_person(name: str = "A Tik", **known: Any) -> Recipient:
    """Return a person as a recipient."""
    return Recipient(kind="person", name=name, **known)


def to_collective(name: str = "Trường Mầm non Sơn Ca") -> Recipient:
    """Return a collective as a recipient."""
    return Recipient(kind="collective", name=name)


def award(**known: Any) -> Award:
    """Return an award that can be saved."""
    usual = {"recipient": to_person(), "title_text": "Lao động tiên tiến", "year": 2023}
    return Award(**{**usual, **known})


def nomination(**known: Any) -> Nomination:
    """Return a nomination that can be saved."""
    usual = {"recipient": to_person(), "title_text": "Lao động tiên tiến", "year": 2024}
    return Nomination(**{**usual, **known})


def decision(**known: Any) -> Decision:
    """Return a decision that can be saved."""
    return Decision(**{"number": "31/QĐ-UBND", "date": "2024-01-12", **known})


def person(name: str = "Y Hoa", **known: Any) -> Person:
    """Return a person who can be saved."""
    return Person(full_name=name, **known)


def unit(name: str = "Phòng Nội vụ", **known: Any) -> Unit:
    """Return a unit that can be saved."""
    return Unit(name=name, **known)
