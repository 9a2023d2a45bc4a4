from dataclasses import dataclass

import pytest

from tests.storage.factory import full
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.council import CouncilMember
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage.catalogue import MAPPINGS, mapping_of
from thidua_desktop.storage.mapping import Mapping, mapped

every_mapping = pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.table)


@every_mapping
def test_a_record_comes_back_from_its_row(mapping: Mapping) -> None:
    record = full(mapping.record)
    assert mapping.value(mapping.row(record)) == record


@every_mapping
def test_an_empty_record_comes_back_from_its_row(mapping: Mapping) -> None:
    record = mapping.record()
    assert mapping.value(mapping.row(record)) == record


@every_mapping
def test_the_uid_stands_last(mapping: Mapping) -> None:
    assert mapping.names[-1] == "uid"


@every_mapping
def test_the_words_of_a_record_are_columns(mapping: Mapping) -> None:
    assert set(mapping.words) <= set(mapping.names)


def test_nested_values_lie_flat_under_a_prefix() -> None:
    award = Award(recipient=Recipient(name="Lò Thị Mây"))
    row = dict(zip(mapping_of(Award).names, mapping_of(Award).row(award), strict=True))
    assert row["recipient_name"] == "Lò Thị Mây"


def test_a_link_left_as_empty_text_points_to_nothing() -> None:
    row = dict(
        zip(
            mapping_of(CouncilMember).names,
            mapping_of(CouncilMember).row(CouncilMember(full_name="A Tik")),
            strict=True,
        )
    )
    assert row["term_uid"] is None


def test_number_and_date_of_a_decision_are_one_unit() -> None:
    units = {column.name: column.unit for column in mapping_of(Award).columns}
    assert units["decision_number"] == units["decision_date"] != units["note"]


def test_a_record_is_called_by_its_words() -> None:
    mapping = mapping_of(Award)
    award = Award(recipient=Recipient(name="A Tik"), title_text="Giấy khen", year=2024)
    assert mapping.title(mapping.row(award)) == "A Tik, Giấy khen, 2024"


def test_a_unit_of_a_column_that_is_not_there_is_an_error() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Thing:
        uid: str = ""

    with pytest.raises(KeyError, match="colour"):
        mapped(Thing, "thing", "uid", units={"look": "colour"})


def test_a_field_that_no_column_can_hold_is_an_error() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Thing:
        parts: list = None  # type: ignore[assignment]
        uid: str = ""

    with pytest.raises(TypeError, match="list"):
        mapped(Thing, "thing", "uid")
