"""Makes the schema of a file and brings an older one up by the same migrations."""

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection

from thidua_desktop.domain.errors import BadFile
from thidua_desktop.storage import schema
from thidua_desktop.storage.sqlite.engine import APPLICATION_ID
from thidua_desktop.storage.sqlite.fingerprint import newest_known
from thidua_desktop.storage.sqlite.triggers import drop_guards, make_guards

if TYPE_CHECKING:
    from alembic.script import Script


def make_schema(connection: Connection, migrations: Path) -> None:
    """Make all tables in an empty file, inside the caller's transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    migrate(connection, migrations, 0)
    connection.execute(sa.insert(schema.open_step), {"slot": 1, "uid": None, "tick": None})


def migrate(connection: Connection, migrations: Path, current: int) -> None:
    """Run the migrations after *current* in order, inside the caller's transaction.

    The caller has switched `foreign_keys` off, since tables are rebuilt; they are checked here.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    drop_guards(connection)
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for script in _scripts(migrations, current):
            script.module.upgrade()
    make_guards(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise BadFile(
            f"Sau khi nâng cấp, bảng {broken[0]} có dòng trỏ tới bản ghi không có trong tệp.",
            "Tệp được giữ nguyên như trước khi nâng cấp.",
            "Hãy gửi bản sao lưu cho người hỗ trợ.",
        )
    connection.exec_driver_sql(f"PRAGMA user_version={newest_known()}")


def _scripts(migrations: Path, current: int) -> "list[Script]":
    """Return the migrations above *current*, oldest first; their numbers are their names."""
    from alembic.script import ScriptDirectory

    known = ScriptDirectory(str(migrations)).walk_revisions()
    return sorted(
        (script for script in known if int(script.revision) > current),
        key=lambda script: int(script.revision),
    )
