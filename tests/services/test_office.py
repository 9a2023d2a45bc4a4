"""The office of the file and what its papers begin with."""

from dataclasses import replace

import pytest

from tests.factory import OFFICE, again
from thidua_desktop.domain.errors import RuleError
from thidua_desktop.services.office import head_of
from thidua_desktop.services.services import Services
from thidua_desktop.wiring import Wiring


def test_what_is_changed_is_there_after_opening_again(services: Services, wires: Wiring) -> None:
    services.office.save(replace(OFFICE, signer="A Brưu"))
    opened = again(services, wires)
    assert opened.office.get().signer == "A Brưu"
    opened.file.close()


def test_an_office_needs_a_name(services: Services) -> None:
    with pytest.raises(RuleError) as refused:
        services.office.save(replace(OFFICE, name=""))
    assert refused.value.problems[0].field == "name"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Ủy ban nhân dân huyện Đắk Ruồng", "Chủ tịch Ủy ban nhân dân huyện Đắk Ruồng"),
        ("UBND xã Đắk Lua", "Chủ tịch UBND xã Đắk Lua"),
        ("Sở Nội vụ", "Thủ trưởng Sở Nội vụ"),
        ("", ""),
    ],
)
def test_the_head_of_the_office_decides(name: str, head: str) -> None:
    assert head_of(name) == head


def test_a_paper_begins_with_the_frame_of_the_office(services: Services) -> None:
    heading = services.office.heading("BC", "BÁO CÁO", "Sơ kết")
    assert (heading.parent, heading.issuer) == (OFFICE.parent, OFFICE.name)
    assert (heading.symbol, heading.place, heading.date) == ("BC-UBND", "Đắk Ruồng", "2024")
