"""What stands between us and a foreign file: kind, size and damage are judged before opening."""

import re
import zipfile
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException

from thidua_desktop.domain.errors import BadFile, OutsideError, Refused

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
MOST_PART = 40 * 1024 * 1024
MOST_PLAIN = 50 * 1024 * 1024
_START = 64  # Bytes by which a kind is told.
_SMALL = 1024 * 1024  # A small part may well be packed a thousandfold; it harms nobody.

_SAFE = "Chưa có gì được ghi vào hồ sơ của cơ quan."
_STREAMS = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
}
_DAMAGE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError),
    *(ParseError, DefusedXmlException, RecursionError, LookupError, ValueError),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS = {
    b"%PDF": "pdf",
    b"{\\rtf": "rtf",
    b"\xff\xd8\xff": "picture",
    b"\x89PNG": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
    b"Rar!": "packed",
    b"7z\xbc\xaf": "packed",
    b"\x1f\x8b": "packed",
}
_ODF_PARTS = "META-INF/manifest.xml"
_MACROS = re.compile(r"(?:.*/)?vbaProject\.bin$|xl/macrosheets/|Basic/")
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|table|\?xml|meta|head)\b", re.I)


def kind_of(path: Path) -> str:
    """Return what *path* holds, told by its content and never by its name.

    One of docx, xlsx, xlsb, ods, odt, zip, doc, xls, encrypted, ole, pdf, rtf, picture, packed,
    html and text.

    Raises OutsideError when it cannot be opened, Refused when it is absurdly large or empty,
    BadFile when it is a damaged package. Entities and unpacked sizes are judged here too.
    """
    with opened(path), path.open("rb") as file:
        start = file.read(_START)
        if not start:
            raise Refused(f"Tệp “{path.name}” trống, không có gì để đọc.", _SAFE)
        if start.startswith(_ZIP):
            file.seek(0)
            return _package_kind(path, file)
        if path.stat().st_size > MOST_PLAIN:
            raise too_heavy(path)
        if start.startswith(_OLE):
            return _ole_kind(start + file.read())
    if _MARKUP.match(start.removeprefix(BOM_UTF8).replace(b"\0", b"").lstrip(b"\xff\xfe")):
        return "html"
    return next((kind for sign, kind in _SIGNS.items() if start.startswith(sign)), "text")


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """Turn what may go wrong while *path* is read into a sentence for the officer."""
    try:
        yield
    except FileNotFoundError as error:
        raise OutsideError(
            f"Không tìm thấy tệp “{path.name}”.",
            _SAFE,
            "Xem lại đường dẫn, hoặc cắm lại USB rồi chọn tệp lần nữa.",
        ) from error
    except OSError as error:
        raise OutsideError(
            f"Không mở được tệp “{path.name}”.",
            _SAFE,
            "Đóng tệp ở chương trình khác, kiểm tra quyền đọc hoặc USB, rồi thử lại.",
        ) from error
    except _DAMAGE as error:
        raise damaged(path) from error
    except RuntimeError as error:  # How zipfile names a part that is locked.
        raise locked(path) from error


def damaged(path: Path) -> BadFile:
    """Return the sentence for a file that does not hold what its kind must hold."""
    return BadFile(
        f"Tệp “{path.name}” bị hỏng hoặc không đúng định dạng.",
        _SAFE,
        "Mở tệp bằng Word hoặc Excel rồi lưu lại thành tệp mới, hoặc xin nơi gửi một bản khác.",
    )


def locked(path: Path) -> Refused:
    """Return the sentence for a file that asks for a password."""
    return Refused(
        f"Tệp “{path.name}” được đặt mật khẩu nên không đọc được.",
        _SAFE,
        "Mở tệp bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi nhập lần nữa.",
    )


def foreign(path: Path, wanted: str) -> BadFile:
    """Return the sentence for a file of another kind than *wanted*."""
    return BadFile(
        f"Tệp “{path.name}” không phải là {wanted}.",
        _SAFE,
        f"Chọn đúng tệp, hoặc mở tệp bằng chương trình đã tạo ra nó và lưu lại thành {wanted}.",
    )


def unreadable(path: Path, kind: str, wanted: str) -> Refused:
    """Return the sentence for a right document in a *kind* of file that is not read."""
    said = f" (dù tên tệp ghi {path.suffix})" if path.suffix.lower() != f".{kind}" else ""
    return Refused(
        f"Tệp “{path.name}” thuộc loại .{kind}{said}, chương trình chưa đọc được loại này.",
        _SAFE,
        f"Mở tệp bằng Word hoặc LibreOffice, lưu lại thành {wanted}, rồi nhập tệp mới.",
    )


def picture(path: Path, wanted: str) -> BadFile:
    """Return the sentence for a picture or a scan, in which there are no letters to read."""
    return BadFile(
        f"Tệp “{path.name}” là hình ảnh, không phải là {wanted}.",
        _SAFE,
        "Xin nơi gửi tệp Excel hoặc Word đã soạn ra văn bản này; chữ trong ảnh không đọc được.",
    )


def packed(path: Path) -> Refused:
    """Return the sentence for an archive, which may hold the right file."""
    return Refused(
        f"Tệp “{path.name}” là tệp nén.",
        _SAFE,
        "Giải nén tệp trước, rồi chọn các tệp bên trong.",
    )


def old_fonts_unread(path: Path, kind: str) -> Refused:
    """Return the sentence for a *kind* of workbook whose old fonts are named but not read."""
    return Refused(
        f"Tệp “{path.name}” thuộc loại .{kind} và dùng phông chữ cũ (.VnTime, VNI-Times), chương "
        "trình không biết ô nào theo phông nào.",
        _SAFE,
        "Mở tệp bằng Excel, lưu lại thành .xlsx rồi nhập lần nữa.",
    )


def macros_not_run(path: Path) -> str:
    """Return the remark for a file with macros."""
    return f"Tệp “{path.name}” có macro; macro không được chạy, chỉ dữ liệu trong các ô được đọc."


def fonts_unread(path: Path) -> str:
    """Return the remark for a workbook of which only the values could be read."""
    return (
        f"Không đọc được phông chữ và các dòng, cột ẩn của tệp “{path.name}”; chữ theo phông cũ "
        "(.VnTime, VNI-Times) trong tệp này chưa được đổi."
    )


def too_heavy(path: Path) -> Refused:
    """Return the sentence for a file that is absurdly large, or takes too long to open."""
    return Refused(
        f"Tệp “{path.name}” quá lớn khi mở ra nên không được đọc.",
        _SAFE,
        "Xóa hình ảnh và các dòng trống trong tệp, hoặc chia tệp thành nhiều tệp nhỏ rồi nhập lại.",
    )


def has_macros(path: Path) -> bool:
    """Say whether the Office or OpenDocument file *path* carries macros."""
    with opened(path):
        if not zipfile.is_zipfile(path):
            return "_VBA_PROJECT".encode("utf-16-le") in path.read_bytes()
        with zipfile.ZipFile(path) as package:
            return any(map(_MACROS.match, package.namelist()))


def parsed(package: zipfile.ZipFile, name: str) -> Element:
    """Return the root of the XML part *name*, its names without namespaces.

    A DTD, an entity or damage raises; so does a part too large to be held as a tree.
    """
    from defusedxml.ElementTree import fromstring

    if package.getinfo(name).file_size > MOST_PART:
        raise too_heavy(Path(package.filename or name))
    root: Element = fromstring(package.read(name), forbid_dtd=True)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.attrib = {key.rpartition("}")[2]: text for key, text in element.attrib.items()}
    return root


def _package_kind(path: Path, file: IO[bytes]) -> str:
    with zipfile.ZipFile(file) as package:
        parts = package.infolist()
        _check_sizes(path, parts)
        names = {part.filename for part in parts}
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.bin" in names:
            return "xlsb"
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "mimetype" in names:
            if _ODF_PARTS in names and b"encryption-data" in package.read(_ODF_PARTS):
                return "encrypted"
            kind = package.read("mimetype")[:80].decode("ascii", "replace")
            return "ods" if "spreadsheet" in kind else "odt"
        return "zip"


def _ole_kind(content: bytes) -> str:
    """Tell old Office files apart by the names of their streams, which stand as UTF-16."""
    found = (kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in content)
    return next(found, "ole")


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked / packed > MOST_RATIO):
        raise too_heavy(path)
