"""What the window remembers on this computer: sizes, widths, folders. Safe to delete."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

VERSION = 1


class Memory:
    """Small values kept in state.ini by key ("grid/awards/widths"); another version starts anew."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        if self._settings.value("version") != str(VERSION):
            self._settings.clear()
            self._settings.setValue("version", str(VERSION))

    def text(self, key: str) -> str:
        """Return the text under *key*, "" when there is none."""
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def keep_text(self, key: str, value: str) -> None:
        """Remember *value* under *key*."""
        self._settings.setValue(key, value)

    def numbers(self, key: str) -> list[int]:
        """Return the whole numbers under *key*; an empty list when there are none."""
        parts = self.text(key).split()
        return [int(part) for part in parts] if all(map(str.isdigit, parts)) else []

    def keep_numbers(self, key: str, values: list[int]) -> None:
        """Remember *values*, none of them negative, under *key*."""
        self.keep_text(key, " ".join(map(str, values)))

    def shape(self, key: str) -> QByteArray:
        """Return what `saveGeometry` or `saveState` gave under *key*, or nothing."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, key: str, value: QByteArray) -> None:
        """Remember *value* of `saveGeometry` or `saveState` under *key*."""
        self._settings.setValue(key, value)
