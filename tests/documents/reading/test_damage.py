"""Files of every kind, damaged anywhere or cut off: read or refused, never anything else."""

import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from docx import Document

from tests.documents.reading.xls_files import Error, XlsSheet, write_xls
from thidua_desktop.documents.reading.apart import Limits
from thidua_desktop.documents.reading.tables import read_table
from thidua_desktop.domain.errors import BadFile, Refused

Damage = Callable[[bytearray, random.Random], bytes]
TIMES = 6  # Of each damage to each kind; every one starts a process.
LIMITS = Limits(seconds=20)


def _xlsx(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Danh sách")
    old = book.add_format({"font_name": ".VnTime"})
    for row in range(40):
        sheet.write(row, 0, f"NguyÔn V¨n {row}", old)
        sheet.write(row, 1, row)
    sheet.write_rich_string("C1", "a", old, "tr­êng", " b")
    sheet.merge_range("D1:E2", "x")
    sheet.set_row(3, None, None, {"hidden": True})
    book.close()


def _xls(path: Path) -> None:
    cells: dict[tuple[int, int], Any] = {(row, 0): (".VnTime", "NguyÔn") for row in range(40)}
    rich = [("Arial", "a"), (".VnTime", "tr­êng")]
    write_xls(path, XlsSheet("A", {**cells, (0, 1): rich, (1, 1): Error(42)}, hidden_rows=[3]))


def _ods(path: Path) -> None:
    space = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    row = (
        '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"'
        ' table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell></table:table-row>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {space}><office:body><office:spreadsheet><table:table "
            f'table:name="A">{row * 30}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
        package.writestr("META-INF/manifest.xml", "<manifest/>")


def _docx(path: Path) -> None:
    document: Any = Document()
    table = document.add_table(9, 3)
    for cell in table.columns[0].cells:
        cell.paragraphs[0].add_run("tr­êng").font.name = ".VnTime"
    document.save(path)


def _csv(path: Path) -> None:
    path.write_text('TT;"Họ\ntên"\n' + "1;Y Hoa\n" * 40, encoding="utf-8")


def _html(path: Path) -> None:
    row = "<tr><td rowspan=2 style='font-family:.VnTime'>tr­êng</td><td>b</td></tr>"
    path.write_text(f"<html><table>{row * 20}</table></html>", encoding="utf-8")


def _in_part(whole: Path, path: Path, damage: Damage, chance: random.Random) -> None:
    """Write *whole* anew as *path*, one of its parts damaged and packed as if it were right."""
    with zipfile.ZipFile(whole) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    hit = chance.choice([name for name, content in parts.items() if content])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, damage(bytearray(content), chance) if name == hit else content)


def _flip(content: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 3, 30])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _cut(content: bytearray, chance: random.Random) -> bytes:
    return bytes(content[: chance.randrange(1, len(content))])


def _overwrite(content: bytearray, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    content[at : at + 8] = chance.randbytes(8)
    return bytes(content)


def _words(content: bytearray, chance: random.Random) -> bytes:
    """Change a number somewhere in the text to a wild one."""
    digits = [at for at, code in enumerate(content) if 48 <= code <= 57]
    for at in chance.sample(digits, min(20, len(digits))):
        content[at] = ord(chance.choice("0123456789-x"))
    return bytes(content)


@pytest.mark.parametrize("damage", [_flip, _cut, _overwrite, _words])
@pytest.mark.parametrize(
    ("kind", "write"),
    [
        ("xlsx", _xlsx),
        ("xls", _xls),
        ("ods", _ods),
        ("docx", _docx),
        ("csv", _csv),
        ("html", _html),
    ],
)
def test_a_damaged_file_is_read_or_refused(
    kind: str,
    write: Callable[[Path], None],
    damage: Damage,
    tmp_path: Path,
):
    whole, path = tmp_path / f"whole.{kind}", tmp_path / f"a.{kind}"
    write(whole)
    assert read_table(whole, LIMITS)
    chance = random.Random(f"{kind} {damage.__name__}")
    for turn in range(TIMES):
        if kind in ("xlsx", "ods", "docx") and turn % 2:
            _in_part(whole, path, damage, chance)
        else:
            path.write_bytes(damage(bytearray(whole.read_bytes()), chance))
        with suppress(Refused, BadFile):
            read_table(path, LIMITS)
