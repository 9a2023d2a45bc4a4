"""What the officer sees of a list: its rows, columns and counts, and what becomes of each row."""

from collections.abc import Iterable, Iterator

from thidua_desktop.documents.reading.sheets import text_of
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.importing.files import ListFile, ListSource
from thidua_desktop.services.importing.rows.work import Around, RowWork
from thidua_desktop.services.importing.values import (
    KINDS,
    Column,
    Item,
    Line,
    PreviewRow,
    Sheet,
    Source,
)


def told(work: RowWork) -> str:
    """Return in one line what the row will become."""
    values = work.row.values
    name = values.get("name") or values.get("full_name") or ""
    honours = [one for one in work.made.records if isinstance(one, Nomination | Award)]
    titles = ", ".join(one.title_text for one in honours)
    unit = honours[0].recipient.unit_name if honours else values.get("unit", "")
    return " · ".join(filter(None, (name, titles, unit)))


def sheet_of(around: Around, lines: list[Line], *, is_left_out: bool) -> Sheet:
    """Return a list as the officer sees it, with its *lines*."""
    read = around.read
    sheet = read.sheet
    return Sheet(
        key=around.key,
        file_key=around.file_key,
        file=read.file,
        name=read.name,
        kind=read.kind,
        is_hidden=sheet.is_hidden,
        is_left_out=is_left_out,
        columns=tuple(
            Column(column.words, column.meaning, column.is_hidden) for column in read.columns
        ),
        rows=tuple(_preview(around)),
        lines=tuple(lines),
        facts=_facts(around),
        read=ListSource(read),
    )


def _preview(around: Around) -> Iterator[PreviewRow]:
    """Give the rows of a list with the texts that stand for their cells now."""
    read, hidden = around.read, around.read.sheet.hidden_rows
    edits: dict[int, dict[int, str]] = {}
    for (key, row_number, column), text in around.choices.cells.items():
        if key == around.key:
            edits.setdefault(row_number, {})[column] = text
    for row in read.sheet.rows:
        if role := read.roles.get(row.number):
            texts = list(map(text_of, row.cells))
            for column, text in edits.get(row.number, {}).items():
                texts += [""] * (column + 1 - len(texts))
                texts[column] = text
            yield PreviewRow(row.number, tuple(texts), role, row.number in hidden)


def _facts(around: Around) -> dict[str, str]:
    names = ("year", "period", "title", "decision_number", "decision_date", "authority", "signer")
    found = {name: around.fact(name) for name in names}
    return {"sender": around.sender, **{name: told for name, told in found.items() if told}}


def source_of(sheet: Sheet, remarks: Iterable[str]) -> Source:
    """Return the counts of *sheet*, its open fixes and *remarks*."""
    ready = sheet.count("ready")
    return Source(
        file=sheet.file,
        sheet=sheet.name,
        kind=sheet.kind,
        rows=len(sheet.lines),
        accepted=ready,
        waiting=len(sheet.lines) - ready,
        nominations=sum(line.made.honours for line in sheet.lines if line.state == "ready"),
        fixes=sheet.fixes,
        remarks=tuple(remarks),
    )


def nothing_in(file: ListFile) -> Item:
    """Return the item that says that *file* has no list of the kind."""
    kinds = dict.fromkeys(KINDS.get(kind, "") for kind in file.kinds.values())
    words = (
        f"“{file.name}” không có dòng nào của {', '.join(filter(None, kinds))}. "
        "Chưa có gì được ghi vào hồ sơ của cơ quan. "
        "Hãy kiểm tra tệp có dòng tiêu đề, hoặc chọn loại khác để nhập."
    )
    kind = next(iter(file.kinds.values()), "")
    return Item(Source(file=file.name, kind=kind, error=words))
