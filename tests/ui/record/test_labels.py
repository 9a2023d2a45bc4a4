import pytest

from thidua_desktop.storage.catalogue import BY_TABLE
from thidua_desktop.ui.record.labels import LABELS, label


@pytest.mark.parametrize("table", LABELS)
def test_every_field_that_is_kept_has_a_label(table: str):
    kept = {".".join(column.path) for column in BY_TABLE[table].columns} - {"uid"}
    assert kept == set(LABELS[table])


def test_a_field_without_a_label_never_shows_its_name():
    assert label("award", "new_column") == "Chi tiết khác"
