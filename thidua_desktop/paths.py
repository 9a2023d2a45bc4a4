"""Where things lie: what travels with the program, and this computer's own folders."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_APP = "thidua_desktop"

DATA_VARIABLE = "THIDUA_DATA"
"""Environment variable that replaces this computer's folder, for tests and portable use."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, none of which need exist yet but *resources* and *migrations*.

    *user*: this computer's settings, logs and backups; everything in it belongs to the program.
    *papers*: where whoever works here keeps documents, None to keep office files in *user* too.
    """

    resources: Path
    db: Path
    user: Path
    papers: Path | None = None

    @property
    def migrations(self) -> Path:
        """Return the Alembic folder."""
        return self.db / "migrations"

    @property
    def law(self) -> Path:
        """Return the folder of the law packs."""
        return self.resources / "law"

    @property
    def fonts(self) -> Path:
        """Return the folder of the letters that travel with the program."""
        return self.resources / "fonts"

    @property
    def icons(self) -> Path:
        """Return the folder of the icons."""
        return self.resources / "icons"

    @property
    def outlines(self) -> Path:
        """Return the folder of the outlines of reports."""
        return self.resources / "outlines"

    @property
    def reorganisations(self) -> Path:
        """Return the folder of the prepared sets of changes of units."""
        return self.resources / "reorganisations"

    @property
    def guide(self) -> Path:
        """Return the folder of the officer's guide."""
        return self.resources / "guide"

    @property
    def settings(self) -> Path:
        """Return the settings of this computer."""
        return self.user / "settings.toml"

    @property
    def window_state(self) -> Path:
        """Return where the window keeps its places; safe to delete."""
        return self.user / "state.ini"

    @property
    def open_window(self) -> Path:
        """Return the file that stands there while a window of this user is open."""
        return self.user / "window.open"

    @property
    def logs(self) -> Path:
        """Return the folder of the logs."""
        return self.user / "logs"

    @property
    def backups(self) -> Path:
        """Return the folder of the automatic backups of all office files."""
        return self.user / "backups"

    @property
    def staging(self) -> Path:
        """Return the folder of copies on their way to and from sticks; nothing stays in it."""
        return self.user / "staging"

    def missing(self) -> list[Path]:
        """Return what should have come with the program and is not there."""
        return [path for path in (self.law, self.fonts, self.migrations) if not path.is_dir()]


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders of this installation; *environment* may name another user folder."""
    data = _data()
    return Paths(data / "resources", data / "db", _user(environment), _papers(environment))


def _data() -> Path:
    """Return what lies around `resources` and `db`: inside a wheel, or beside it in a checkout."""
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent


def _user(environment: Mapping[str, str]) -> Path:
    if named := environment.get(DATA_VARIABLE):
        return Path(named).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def _papers(environment: Mapping[str, str]) -> Path | None:
    if environment.get(DATA_VARIABLE):
        return None
    import platformdirs

    return Path(platformdirs.user_documents_dir())
