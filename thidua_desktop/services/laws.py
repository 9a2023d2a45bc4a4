"""Reads the folder of law packs into a LawBook. Knows TOML and folders, not what the law says."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
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
    with _lines({f"{pack.id}/pack.toml": folder / pack.id / "pack.toml" for pack in ordered}):
        _refuse_gaps(ordered)
    salaries = folder / _SALARIES
    with _lines({_SALARIES: salaries}):
        return LawBook(tuple(ordered), decode_base_salaries(_SALARIES, _read(salaries)))


def _load_pack(folder: Path, earlier: dict[str, LawPack]) -> LawPack:
    paths = {f"{folder.name}/{path.name}": path for path in sorted(folder.glob("*.toml"))}
    files = {name: _read(path) for name, path in paths.items()}
    with _lines(paths):
        base = base_of(files)
        if base and base not in earlier:
            reason = f"chưa có bộ luật “{base}” trước đó"
            raise LawPackError(f"{folder.name}/pack.toml", "pack", reason, "pack")
        return decode(files, earlier.get(base))


@contextmanager
def _lines(paths: dict[str, Path]) -> Iterator[None]:
    """Add the line to what is found wrong in one of *paths*."""
    try:
        yield
    except LawPackError as wrong:
        if wrong.file not in paths:
            raise
        raise wrong.within(paths[wrong.file].read_text(encoding="utf-8")) from wrong


def _read(path: Path) -> dict[str, Any]:
    name = f"{path.parent.name}/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        found = re.search(r"line (\d+)", str(wrong))
        line = int(found[1]) if found else 0
        raise LawPackError(name, "", "tệp không đúng dạng TOML", line=line) from wrong
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
                "pack",
            )
