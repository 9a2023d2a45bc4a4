"""What the officer should be told of a list as a whole, in sentences. Changes nothing."""

from collections.abc import Iterator, Sequence

from thidua_desktop.documents.reading.heads import Head
from thidua_desktop.documents.reading.list_values import Facts, ListKind, ListRow, cell_name
from thidua_desktop.documents.reading.row_kinds import Look, sum_in
from thidua_desktop.documents.reading.sheets import ReadRow, ReadSheet, text_of

_FEW = 3  # Rows of several cells from which a sheet without a head is worth a remark.
_LONG_SIGNATURE = 8
_MOST_COUNTED = 5_000  # A larger number in a total row is money, and no count of rows.
_MOST_NAMED = 10
_NO_HEAD = {
    "people": "không có dòng tiêu đề với cột Họ và tên",
    "units": "không có dòng tiêu đề với cột Tên đơn vị",
}
_NO_NAMES = "không có dòng tiêu đề với cột Họ và tên hoặc Tên tập thể"


def no_head(sheet: ReadSheet, kind: ListKind) -> str:
    """Return the sentence for a *sheet* without a head; "" for one that hardly holds a list."""
    if sum(map(_is_full, sheet.rows)) < _FEW:
        return ""
    return f"Trang “{sheet.name}” {_NO_HEAD.get(kind, _NO_NAMES)} nên chưa được nhập."


def remarks_on(
    sheet: ReadSheet,
    name: str,
    head: Head,
    rows: Sequence[ListRow],
    totals: Sequence[Look],
    after_signature: int,
) -> Iterator[str]:
    """Give the remarks on the list *name* of *sheet* with its *rows* of data and *totals*."""
    if name == sheet.name:
        yield from sheet.remarks
    yield from _columns_left_out(name, head)
    yield from _hidden(sheet, name, head, rows)
    if len(totals) == 1 and "amount" not in head.places:
        yield from _other_sum(name, sum_in(totals[0]), len(rows))
    if after_signature > _LONG_SIGNATURE:
        yield (
            f"Trang “{name}”: sau phần ký còn {after_signature} dòng không đánh số; "
            "các dòng đó không được nhập."
        )


def by_name(own: Facts, facts: Facts) -> Iterator[str]:
    """Give the remark on what only the name of the sheet or its file says."""
    words = {"title": "danh hiệu", "period": "năm học", "year": "năm"}
    told = [
        f"{word} “{getattr(facts, name)}”"
        for name, word in words.items()
        if getattr(facts, name) and not getattr(own, name)
    ]
    if told:
        yield f"Theo tên tệp hoặc tên trang: {', '.join(told)}."


def _other_sum(name: str, told: int | None, count: int) -> Iterator[str]:
    if told is not None and told != count and told <= _MOST_COUNTED:
        yield f"Trang “{name}”: dòng cộng ghi {told}, đọc được {count} dòng."


def _columns_left_out(name: str, head: Head) -> Iterator[str]:
    known = {column.words for column in head.columns if column.meaning}
    words = (column.words for column in head.columns if not column.meaning)
    unknown = dict.fromkeys(text for text in words if text and text not in known)
    if unknown:
        shown = ", ".join(f"“{text}”" for text in unknown)
        yield f"Các cột không nhập của trang “{name}”: {shown}."


def _hidden(sheet: ReadSheet, name: str, head: Head, rows: Sequence[ListRow]) -> Iterator[str]:
    columns = [column for column in head.columns if column.index in sheet.hidden_columns]
    if columns:
        shown = ", ".join(
            f"{cell_name(0, column.index)[:-1]} (“{column.words}”)" for column in columns
        )
        yield f"Trang “{name}” có cột đang ẩn, vẫn được đọc: {shown}."
    numbers = [str(row.number) for row in rows if row.is_hidden]
    if numbers:
        shown = ", ".join(numbers[:_MOST_NAMED]) + ("…" if len(numbers) > _MOST_NAMED else "")
        yield f"Trang “{name}” có {len(numbers)} dòng đang ẩn, vẫn được đọc: dòng {shown}."


def _is_full(row: ReadRow) -> bool:
    return len({text for text in map(text_of, row.cells) if text}) > 1
