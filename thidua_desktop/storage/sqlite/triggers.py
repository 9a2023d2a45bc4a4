"""Guard triggers: the file itself refuses a write that did not come through the journal's door."""

from collections.abc import Iterator

from sqlalchemy import Connection

from thidua_desktop.storage import schema

_OPEN = "(SELECT {column} FROM open_step WHERE slot = 1)"


def make_guards(connection: Connection) -> None:
    """Make every guard."""
    for name, body in guards():
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")


def drop_guards(connection: Connection) -> None:
    """Take every guard away, for an upgrade that rebuilds tables; they are made again after it."""
    named = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for name in named.scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def guards() -> Iterator[tuple[str, str]]:
    """Give name and text of every guard."""
    for table in schema.TABLES:
        yield _must_name_the_step(table, "INSERT", "step", "uid")
        yield _must_name_the_step(table, "UPDATE", "step", "uid")
        yield _never(table, "DELETE")
    for table, column, named in (("step", "uid", "uid"), ("change", "tick", "tick")):
        yield _must_name_the_step(table, "INSERT", column, named)
        yield _never(table, "UPDATE")
        yield _never(table, "DELETE")
    yield _must_name_the_step("blob", "INSERT", "step", "uid")
    yield _never("blob", "UPDATE")
    yield _never("blob", "DELETE")


def _must_name_the_step(table: str, verb: str, column: str, named: str) -> tuple[str, str]:
    allowed = _OPEN.format(column=named)
    return (
        f"guard_{table}_{verb.lower()}",
        f'BEFORE {verb} ON "{table}" WHEN NEW."{column}" IS NOT {allowed} '
        "BEGIN SELECT RAISE(ABORT, 'untracked write'); END",
    )


def _never(table: str, verb: str) -> tuple[str, str]:
    return (
        f"guard_{table}_{verb.lower()}",
        f"BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'kept for ever'); END",
    )
