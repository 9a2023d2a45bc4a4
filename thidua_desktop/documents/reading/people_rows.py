"""A row of a list of people to the fields of a person, each read or in doubt."""

from collections.abc import Iterator

from thidua_desktop.documents.reading.cells import Doubt, read_birth, read_citizen_id, read_sex
from thidua_desktop.documents.reading.names import read_name
from thidua_desktop.documents.reading.row_cells import Field, RowCells, parted
from thidua_desktop.documents.reading.sheets import Value

_PAIRS = {"male": "sex_male", "female": "sex_female"}
_BIRTHS = {"male": "birth_male", "female": "birth_female"}


def read_person(row: RowCells) -> Iterator[Field]:
    """Give the fields of the person in *row*.

    A sex that no column tells stays empty: it is never guessed from a name.
    """
    column = row.places["full_name"]
    yield "full_name", column, read_name(whole_name(row), is_sure=row.is_sure(column))
    yield from personal(row)
    yield from place(row)
    yield row.read("ethnicity")
    yield row.read("note")


def whole_name(row: RowCells) -> Value:
    """Return the name; family and given name may stand in two columns."""
    if "family_name" not in row.places:
        return row.value("full_name")
    parts = dict.fromkeys((row.text("family_name"), row.text("full_name")))
    return " ".join(filter(None, parts))  # A merged range says the whole name in both.


def personal(row: RowCells) -> Iterator[Field]:
    """Give birth, sex and citizen number."""
    column, sex = _birth_column(row)
    hints = row.hints
    yield "birth", column, read_birth(row.cell(column), hints.today, is_typed=hints.types_births)
    yield _sex(row, sex)
    yield row.read("citizen_id", read_citizen_id)


def place(row: RowCells) -> Iterator[Field]:
    """Give position and unit; one column may hold both, and a group row may name the unit."""
    column = row.places.get("position_unit")
    together = row.text("position_unit")
    position, unit, proposals = parted(together, is_sure=row.is_sure(column))
    own_position = row.text("position") or position
    if proposals and not row.text("position"):
        reason = f"“{together}” có thể gồm chức vụ và đơn vị."
        offer = Doubt(reason, "position_unit", proposals, position, is_offer=True)
        yield "position", column, offer
    else:
        yield "position", row.places.get("position", column), own_position
    unit = row.text("unit") or unit or row.hints.group.unit
    yield "unit", row.places.get("unit", column), unit


def _birth_column(row: RowCells) -> tuple[int | None, str]:
    """Return the column of the birth date, and the sex it tells where each has its own."""
    for sex, meaning in _BIRTHS.items():
        if row.text(meaning):
            return row.places[meaning], sex
    return row.places.get("birth"), ""


def _sex(row: RowCells, by_birth: str) -> Field:
    """Return the sex, told by its column, by a mark under Nam or Nữ, or by Ông or Bà."""
    marked = [sex for sex, meaning in _PAIRS.items() if row.text(meaning)]
    if len(marked) > 1:
        return "sex", row.places["sex_female"], Doubt("Đánh dấu cả Nam và Nữ.", "both_sexes")
    if marked:
        return "sex", row.places[_PAIRS[marked[0]]], marked[0]
    column = row.places.get("sex", row.places.get("address"))
    return "sex", column, read_sex(row.cell(column)) or by_birth
