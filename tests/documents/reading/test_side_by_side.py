"""Lists that stand side by side on one sheet."""

import pytest

from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, text_of
from thidua_desktop.documents.reading.side_by_side import lists_apart


def sheet(*rows: str) -> ReadSheet:
    """Return a sheet whose cells are parted by bars."""
    cells = [tuple(row.split("|")) for row in rows]
    return ReadSheet("A", tuple(ReadRow(n, row) for n, row in enumerate(cells, start=1)))


def shown(one: ReadSheet) -> list[str]:
    """Return the rows of a sheet as they are written here."""
    return ["|".join(map(text_of, row.cells)) for row in one.rows]


def test_each_list_is_a_sheet_with_its_own_title_and_every_cell_in_its_place() -> None:
    found = lists_apart(
        sheet(
            "LĐTT NĂM 2023||||CSTĐCS NĂM 2023||",
            "TT|Họ và tên|Đơn vị||TT|Họ và tên|Đơn vị",
            "1|Y Hoa|A||1|A Tik|B",
            "2|Y Bích|A||||",
        )
    )
    assert [one.name for one in found] == ["A", "A (bên phải)"]
    assert shown(found[0])[:2] == ["LĐTT NĂM 2023||||||", "TT|Họ và tên|Đơn vị||||"]
    assert shown(found[1]) == [
        "||||CSTĐCS NĂM 2023||",
        "||||TT|Họ và tên|Đơn vị",
        "||||1|A Tik|B",
        "||||||",
    ]


def test_three_lists_without_numbers_are_three_sheets() -> None:
    head = "|".join(["Họ tên", "Chức vụ"] * 3)
    assert [one.name for one in lists_apart(sheet(head))] == [
        "A",
        "A (bên phải)",
        "A (bên phải 2)",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "TT|Họ và tên|Họ và tên|Chức vụ",  # A merged head over two columns of one name.
        "TT|Họ và tên|LĐTT|CSTĐCS|LĐTT|CSTĐCS",
        "TT|Họ và tên|Đơn vị|Họ và tên người ký",
        "Họ và tên|Họ và tên|Họ và tên",
        "",
    ],
)
def test_one_list_stays_one_sheet(head: str) -> None:
    one = sheet(head, "1|Y Hoa|Y Hoa|x")
    assert lists_apart(one) == [one]
