"""Reads the folder of law packs into a LawBook. Knows TOML and folders, not what the law says."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from thidua_desktop.domain.law.book import LawBook
from thidua_desktop.domain.law.decoding import base_of, decode, decode_base_salaries
from thidua_desktop.domain.law.errors import LawPackError
from thidua_desktop.domain.law.pack import LawPack

_SALARIES = "base_salary.toml"


def load(folder: Path) -> LawBook:
    """Return all packs of *folder*: one subfolder a pack, its files read as one, by name.

    Raises LawPackError when a file is missing, is no TOML or breaks the schema.
    """
    packs: dict[str, LawPack] = {}
    for pack_folder in sorted(path.parent for path in folder.glob("*/pack.toml")):
        pack = _load_pack(pack_folder, packs)
        packs[pack.id] = pack
    if not packs:
        raise LawPackError(folder.name, "", "thư mục không có bộ luật nào")
    ordered = sorted(packs.values(), key=lambda pack: pack.first_day)
    _refuse_gaps(ordered)
    salaries = decode_base_salaries(_SALARIES, _read(folder / _SALARIES))
    return LawBook(tuple(ordered), salaries)


def _load_pack(folder: Path, earlier: dict[str, LawPack]) -> LawPack:
    files = {f"{folder.name}/{path.name}": _read(path) for path in sorted(folder.glob("*.toml"))}
    base = base_of(files)
    if base and base not in earlier:
        raise LawPackError(f"{folder.name}/pack.toml", "pack", f"chưa có bộ luật “{base}” trước đó")
    return decode(files, earlier.get(base))


def _read(path: Path) -> dict[str, Any]:
    name = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise LawPackError(name, "", f"tệp không đúng dạng TOML ({wrong})") from wrong
    except (OSError, UnicodeDecodeError) as wrong:
        raise LawPackError(name, "", f"không mở được tệp ({wrong})") from wrong


def _refuse_gaps(packs: list[LawPack]) -> None:
    for earlier, later in pairwise(packs):
        next_day = date.fromisoformat(earlier.last_day or "9999-12-30") + timedelta(days=1)
        if next_day.isoformat() != later.first_day:
            raise LawPackError(
                f"{later.id}/pack.toml",
                f"pack “{later.id}”",
                f"phải bắt đầu ngay sau ngày cuối của bộ luật {earlier.id}",
            )
