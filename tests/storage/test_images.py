import json

import pytest

from tests.storage.factory import full
from thidua_desktop.domain.people import Person
from thidua_desktop.storage.catalogue import MAPPINGS, mapping_of
from thidua_desktop.storage.images import IMAGES, Merging, born, digest
from thidua_desktop.storage.mapping import Mapping

OURS = ("aaaa", 7)


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.table)
def test_an_image_gives_content_and_merge_columns_back(mapping: Mapping) -> None:
    row = mapping.row(full(mapping.record))
    merging = born(OURS).deleted(OURS)
    image = IMAGES[mapping.table].write(row, merging.columns).decode()
    assert IMAGES[mapping.table].read(image) == (row, merging)


def test_an_image_leaves_out_what_is_empty() -> None:
    row = mapping_of(Person).row(Person(full_name="A Tik", uid="u" * 36))
    image = IMAGES["person"].write(row, Merging("{}", "{}").columns)
    assert json.loads(image) == {
        "full_name": "A Tik",
        "uid": "u" * 36,
        "version": "{}",
        "dots": "{}",
    }


def test_an_image_of_an_older_schema_is_read_with_the_new_column_empty() -> None:
    content, _ = IMAGES["person"].read('{"full_name":"A Tik","uid":"1","version":"","dots":""}')
    assert dict(zip(mapping_of(Person).names, content, strict=True))["unit_uid"] is None


def test_a_column_that_is_no_longer_there_is_passed_over() -> None:
    content, _ = IMAGES["person"].read('{"full_name":"A Tik","shoe_size":"41"}')
    assert content[0] == "A Tik"


def test_the_digest_of_an_image_changes_with_one_letter() -> None:
    assert digest(b'{"name":"An"}') != digest(b'{"name":"\xc3\x82n"}')


def test_a_new_row_knows_the_change_that_made_it() -> None:
    made = born(OURS)
    assert (made.version, made.dots) == ('{"aaaa":7}', '{"*":["aaaa",7]}')


def test_an_edit_marks_only_the_units_it_wrote() -> None:
    edited = born(OURS).edited(("bbbb", 2), ["birth"])
    assert json.loads(edited.dots) == {"*": ["aaaa", 7], "birth": ["bbbb", 2]}
    assert json.loads(edited.version) == {"aaaa": 7, "bbbb": 2}


def test_a_tomb_says_what_the_deleter_had_seen() -> None:
    tomb = born(OURS).deleted(("bbbb", 2)).tomb
    assert tomb is not None
    assert json.loads(tomb) == {"aaaa": 7}


def test_bringing_a_row_back_takes_the_tomb_and_keeps_the_history() -> None:
    back = born(OURS).deleted(("bbbb", 2)).restored(("bbbb", 3))
    assert (back.tomb, back.gone) == (None, 0)
    assert json.loads(back.version) == {"aaaa": 7, "bbbb": 3}
