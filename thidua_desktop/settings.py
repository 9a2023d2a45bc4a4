"""Settings of this computer, not of the office: folders, size of letters, last files."""

import json
import logging
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

_log = logging.getLogger(__name__)
_RECENT = 8

LETTERS = (100, 125, 150)
"""Sizes of letters that the window offers, in percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of this computer. *keeper*: the name that signs steps, "" until asked once.

    *letters*: percent. *export_folder*, *backup_folder*: "" for the usual place. *recent*: paths
    of office files, the last one first.
    """

    keeper: str = ""
    letters: int = 100
    export_folder: str = ""
    backup_folder: str = ""
    recent: tuple[str, ...] = ()

    def opened(self, path: Path) -> "Settings":
        """Return the settings with *path* as the last opened file."""
        name = str(path)
        if not name.isprintable():  # Bytes that are no text cannot stand in a settings file.
            return self
        others = (known for known in self.recent if known != name)
        return replace(self, recent=(name, *others)[:_RECENT])


def load(path: Path) -> Settings:
    """Return the settings in *path*; a missing or unreadable value has its usual one."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        _log.warning("settings not read: %s", error)
        return Settings()
    return _settings(found)


def save(settings: Settings, path: Path) -> None:
    """Write *settings* to *path* whole or not at all; OSError when the folder refuses."""
    lines = [f"{field.name} = {_toml(getattr(settings, field.name))}" for field in fields(Settings)]
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    beside.replace(path)


def _settings(found: dict[str, object]) -> Settings:
    usual = Settings()
    letters, recent = found.get("letters"), found.get("recent")
    return Settings(
        keeper=_text(found, "keeper"),
        letters=letters if letters in LETTERS and isinstance(letters, int) else usual.letters,
        export_folder=_text(found, "export_folder"),
        backup_folder=_text(found, "backup_folder"),
        recent=tuple(map(str, recent))[:_RECENT] if isinstance(recent, list) else (),
    )


def _text(found: dict[str, object], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _toml(value: str | int | tuple[str, ...]) -> str:
    """Return *value* as TOML; its strings are those of JSON but for the control DEL."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)
