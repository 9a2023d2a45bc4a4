"""Raw floors: the least work the same result can take, written by hand without our code."""

import sqlite3
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

Cells = list[str | int]


def workbook(path: Path, rows: list[Cells]) -> None:
    """Write *rows* as one sheet of an .xlsx: XML strings and zip at level 1, no styles."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, text in _PARTS.items():
            book.writestr(name, text)
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(_SHEET_HEAD)
            for start in range(0, len(rows), 1000):
                sheet.write("".join(map(_xml_row, rows[start : start + 1000])).encode())
            sheet.write(b"</sheetData></worksheet>")


def _xml_row(row: Cells) -> str:
    return "<row>" + "".join(map(_xml_cell, row)) + "</row>"


def _xml_cell(value: str | int) -> str:
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def register_pdf(path: Path, rows: list[Cells], font: Path) -> None:
    """Write *rows* as A4 landscape pages of hand-written text operators, 35 a page, with a grid.

    The whole font lies in the file and every letter is looked up as its glyph, as any page with
    Vietnamese must do; nothing is wrapped, measured or subset.
    """
    from reportlab.pdfbase.ttfonts import TTFontFile

    glyphs = {letter: f"{glyph:04x}" for letter, glyph in TTFontFile(str(font)).charToGlyph.items()}
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"", b"", b"", b""]
    objects[3] = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>"
    )
    objects[4] = b"<</Type/FontDescriptor/FontName/F/Flags 4/FontFile2 6 0 R>>"
    objects[5] = _stream(font.read_bytes())
    pages = []
    for start in range(0, len(rows), 35):
        objects.append(_stream(_page(rows[start : start + 35], glyphs)))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        pages.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(pages), len(pages))
    objects[2] = (
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]>>"
    )
    _write_pdf(path, objects)


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 6)
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)


def _page(rows: list[Cells], glyphs: dict[int, str]) -> bytes:
    lines = [f"{30 + 98 * column} 35 m {30 + 98 * column} 575 l S" for column in range(9)]
    for index, row in enumerate(rows):
        y = 560 - 15 * index
        lines.append(f"30 {y} m 812 {y} l S")
        for column, value in enumerate(row):
            code = "".join([glyphs[ord(letter)] for letter in str(value)])
            lines.append(f"BT /F1 9 Tf {32 + 98 * column} {y + 3} Td <{code}> Tj ET")
    return "\n".join(lines).encode()


def _write_pdf(path: Path, objects: list[bytes]) -> None:
    with path.open("wb") as out:
        out.write(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
        out.write(
            b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
        )


def raw_connection(path: Path, *, read_only: bool = True) -> sqlite3.Connection:
    """Open *path* with the bare driver, as a floor would."""
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(f"file:{path}?mode={mode}", uri=True, isolation_level=None)


_SHEET_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_RELS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    f' xmlns:r="{_RELS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}
