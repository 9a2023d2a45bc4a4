"""What may be kept with a record as a file, and what could do harm when opened. Knows no disk."""

import re
from dataclasses import dataclass
from unicodedata import category, normalize

from thidua_desktop.domain.numbers import decimal

MEGABYTE = 1024 * 1024
MOST = 20 * MEGABYTE
"""Bytes of one file; a scanned dossier of fifty pages has a fifth of that."""
HEAVY = 300 * MEGABYTE
"""Bytes of all files together from which the officer is told: every backup carries them."""

_RUNNING = frozenset(
    [
        *("exe", "com", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "wsh"),
        *("msi", "msp", "msix", "appx", "scr", "pif", "cpl", "dll", "hta", "jar", "lnk", "url"),
        *("reg", "inf", "sh", "py", "pyw", "app", "desktop", "chm", "iso", "img", "vhd", "vhdx"),
        *("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppam", "ppsm", "sldm"),
        *("html", "htm", "svg", "xhtml", "xll", "gadget", "application", "settingcontent-ms"),
    ]
)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST, _LONGEST_ENDING = 120, 10
_NAMELESS = "tệp đính kèm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file kept with a record as a list shows it: *size* in bytes, *at* when and *who* added."""

    uid: str
    name: str
    size: int
    at: str
    who: str


def can_run(name: str) -> bool:
    """Say whether opening a file called *name* could run orders: a program, a script, macros."""
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    return ending in _RUNNING


def safe_name(name: str) -> str:
    """Return *name* as a file may be called on any system, without a way to another folder.

    Letters that hide or turn the order of what is read go too: "ecod.exe" can be dressed as
    "exe.docx" with them.
    """
    shown = "".join(each for each in normalize("NFC", name) if category(each)[0] != "C")
    flat = _FORBIDDEN.sub("_", shown).strip(" .")
    if not flat:
        return _NAMELESS
    if _DEVICES.match(flat):
        flat = f"_{flat}"
    if len(flat) <= _LONGEST:
        return flat
    stem, _dot, ending = flat.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        return flat[:_LONGEST]
    return f"{stem[: _LONGEST - len(ending) - 1].rstrip()}.{ending}"


def size_words(size: int) -> str:
    """Return *size* bytes as one reads it: "12 KB", "3,4 MB"."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{decimal(size / MEGABYTE, 1)} MB"
