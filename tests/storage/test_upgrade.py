"""The schema: made by the migrations, the same as in the code, brought up from older files."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.storage.factory import FIRST_TABLES, everything, person
from thidua_desktop.domain.errors import BadFile, Refused
from thidua_desktop.domain.nominations import Dossier, DossierPaper
from thidua_desktop.storage import backups, schema, upgrade, verify
from thidua_desktop.storage.database import Database, Place
from thidua_desktop.storage.sqlite import fingerprint
from thidua_desktop.storage.sqlite.lock import beside

NOW = fingerprint.newest_known()

SHOE = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.add_column(sa.Column("shoe_{revision}", sa.Text(), server_default=""))
    {more}
"""


def objects(connection: sa.Connection) -> dict[str, str]:
    """Return the text of every table and index, blanks aside."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type <> 'trigger' AND sql IS NOT NULL"
    )
    return {name: " ".join(sql.replace('"', "").split()) for name, sql in found}


def in_memory() -> sa.Engine:
    return sa.create_engine("sqlite://")


def test_the_migrations_make_the_tables_of_the_code(place: Place) -> None:
    with in_memory().begin() as ours, in_memory().begin() as made:
        schema.metadata.create_all(ours)
        upgrade.make_schema(made, place.migrations)
        assert objects(made) == objects(ours)


def test_a_new_file_has_the_known_fingerprint(database: Database) -> None:
    version = fingerprint.newest_known()
    with database.read() as connection:
        assert fingerprint.fingerprint(connection) == fingerprint.FINGERPRINTS[version]
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == version


def test_the_newest_migration_is_the_newest_version_known(place: Place) -> None:
    numbers = [int(path.name[:4]) for path in (place.migrations / "versions").glob("*.py")]
    assert sorted(numbers) == list(range(1, fingerprint.newest_known() + 1))


def test_the_fingerprint_sees_one_word(place: Place) -> None:
    with in_memory().begin() as connection:
        upgrade.make_schema(connection, place.migrations)
        before = fingerprint.fingerprint(connection)
        connection.exec_driver_sql("DROP TRIGGER guard_person_delete")
        connection.exec_driver_sql(
            "CREATE TRIGGER guard_person_delete BEFORE DELETE ON person BEGIN SELECT 1; END"
        )
        assert fingerprint.fingerprint(connection) != before


@pytest.fixture
def newer(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A program two versions on, whose migrations rebuild a table with its guards."""
    return _newer(place, tmp_path, monkeypatch, more="")


def _newer(place: Place, tmp_path: Path, patch: pytest.MonkeyPatch, more: str) -> Place:
    folder = tmp_path / "migrations"
    shutil.copytree(place.migrations, folder)
    known = dict(fingerprint.FINGERPRINTS)
    last = fingerprint.newest_known()
    patch.setattr(fingerprint, "FINGERPRINTS", known)
    for number in (last + 1, last + 2):
        text = SHOE.format(revision=f"{number:04}", before=f"{number - 1:04}", more="pass")
        (folder / "versions" / f"{number:04}_shoe.py").write_text(text, "utf-8")
        known[number] = ""
    with in_memory().begin() as connection:
        upgrade.make_schema(connection, folder)
        known[last + 2] = fingerprint.fingerprint(connection)
    if more:
        script = folder / "versions" / f"{last + 2:04}_shoe.py"
        script.write_text(
            SHOE.format(revision=f"{last + 2:04}", before=f"{last + 1:04}", more=more), "utf-8"
        )
    return replace(place, migrations=folder)


@pytest.fixture
def old_file(file: Path, place: Place) -> Path:
    """A file of this version with one person in it."""
    with Database.open(file, place) as database, database.write("Thêm") as step:
        step.put(person("A Tik"))
    return file


def test_an_older_file_is_upgraded_with_its_records(old_file: Path, newer: Place) -> None:
    with Database.open(old_file, newer) as database:
        assert [kept.full_name for kept in everything(database)["person"]] == ["A Tik"]
        with database.read() as connection:
            columns = connection.exec_driver_sql("SELECT * FROM person").keys()
            assert {f"shoe_{number:04}" for number in (NOW + 1, NOW + 2)} <= set(columns)
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == NOW + 2


def test_a_file_of_the_first_version_can_keep_the_papers_of_a_dossier(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "first" / "versions"
    folder.mkdir(parents=True)
    shutil.copy(place.migrations / "versions" / "0001_first.py", folder)
    old, known = tmp_path / "Sổ cũ.thidua", {1: fingerprint.FINGERPRINTS[1]}
    tables = {name: schema.TABLES[name] for name in FIRST_TABLES}
    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "FINGERPRINTS", known)
        patch.setattr(schema, "TABLES", tables)
        Database.create(old, replace(place, migrations=folder.parent)).close()
    dossier = Dossier(unit_name="Phòng Nội vụ")
    with Database.open(old, place) as database, database.write("Thêm") as step:
        step.put([dossier, DossierPaper(dossier_uid=dossier.uid, name="Tờ trình")])


def test_guards_and_foreign_keys_hold_after_an_upgrade(old_file: Path, newer: Place) -> None:
    with Database.open(old_file, newer) as database:
        with pytest.raises(Refused, match="không có trong tệp"), database.write("Thêm") as step:
            step.put(person(unit_uid="0" * 36))
        with pytest.raises(sa.exc.IntegrityError, match="kept for ever"), database.read() as raw:
            raw.exec_driver_sql("DELETE FROM person")


def test_a_backup_is_made_before_an_upgrade(old_file: Path, newer: Place, place: Place) -> None:
    with Database.open(old_file, newer) as database:
        (before,) = backups.listed(database)
    assert (before.reason, before.version, before.counts["person"]) == ("upgrade", NOW, 1)


def test_a_backup_of_an_older_version_is_restored_and_upgraded(
    old_file: Path, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database.open(old_file, place) as database:
        made = backups.make(database, "manual")
    newer = _newer(place, tmp_path, monkeypatch, more="")
    target = tmp_path / "Máy mới.thidua"
    backups.restore(made.path, target, newer)
    with Database.open(target, newer) as database:
        assert [kept.full_name for kept in everything(database)["person"]] == ["A Tik"]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    old_file: Path, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = _newer(place, tmp_path, monkeypatch, more="raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        Database.open(old_file, newer)
    monkeypatch.undo()
    with Database.open(old_file, place) as database, database.read() as connection:
        assert verify.problems(connection) == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == NOW


def test_an_upgrade_that_breaks_a_link_is_taken_back(
    old_file: Path, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "op.execute(\"UPDATE person SET unit_uid = 'nowhere'\")"
    newer = _newer(place, tmp_path, monkeypatch, more=broken)
    with pytest.raises(BadFile, match="trỏ tới bản ghi không có"):
        Database.open(old_file, newer)
    monkeypatch.undo()
    with Database.open(old_file, place) as database:
        assert [kept.unit_uid for kept in everything(database)["person"]] == [None]


def test_an_upgrade_does_not_start_when_the_backup_fails(
    old_file: Path, newer: Place, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = place.backups.with_name("a file, not a folder")
    blocked.write_text("", "utf-8")
    with pytest.raises(Refused):
        Database.open(old_file, replace(newer, backups=blocked))
    monkeypatch.undo()
    with Database.open(old_file, place) as database:
        assert len(everything(database)["person"]) == 1
    assert not beside(old_file, ".giu").exists()
