"""What checks look at, where imported rows came from, and the states a dossier went through."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Table: columns, text where nothing else is said; ">" links to a table.
NEW = """
initiative_author: initiative_uid > initiative, person_uid > person, full_name, ordinal whole
initiative_use: initiative_uid > initiative, nomination_uid > nomination, title, year whole
unit_year: unit_uid > unit, year whole, members whole?, done_or_better whole?, disciplined whole?,
    advanced whole?, fighters whole?
state_entry: dossier_uid > dossier, nomination_uid > nomination, state, date, reason, ordinal whole
nomination_fact: nomination_uid > nomination, fact, answer, note
source_row: batch_uid > import_batch, owner_table, owner_uid, file, sheet, row whole, cells, raw
learnt_name: table, text, target, sender
"""

# The tables that get columns, as they are from now on. "=": what rows of before have there.
WIDER = """
unit_succession: from_uid > unit, to_uid > unit, date, kind =, note
initiative: title, kind =, authors, person_uid > person, scope, is_applied flag =0,
    recognised_by, decision_number =, decision_date =, year whole, used_for
dossier: unit_uid > unit, unit_name, subject, number, year whole, received, procedure =,
    days whole =0, due, state, reason
import_batch: kind, sender =, files, at, accepted whole
waiting_row: batch_uid > import_batch, file, sheet, row whole, kind, cells, problems, context =
column_meaning: kind, sender =, head, column
finding_waiver: nomination_uid > nomination, rule, subject =, reason
"""

UID = sa.String(36)
TYPES = {"text": sa.Text(), "whole": sa.BigInteger(), "flag": sa.Boolean()}
MERGING = ("version", "dots", "tomb", "extra", "conflicts", "gone", "tick", "step")


def upgrade() -> None:
    """Make the new tables, then each wider one beside its old self, whose rows move over."""
    for name, content in _entries(NEW):
        _make(name, name, content)
        _index(name, content)
    op.create_index("ix_source_row_owner_uid", "source_row", ["owner_uid"])
    for name, content in _entries(WIDER):
        _make(f"{name}_wider", name, content)
        _move(name, content)
        op.drop_table(name)
        op.rename_table(f"{name}_wider", name)
        _index(name, content)


def _entries(text: str) -> list[tuple[str, list[str]]]:
    lines = text.replace("\n    ", " ").strip().split("\n")
    return [(name, rest.split(", ")) for name, _, rest in (line.partition(": ") for line in lines)]


def _make(table: str, name: str, content: list[str]) -> None:
    """Make *table* with the constraints that *name* has."""
    op.create_table(
        table,
        *(_column(text) for text in content),
        sa.Column("uid", UID, _check(name, "uid", "length(uid) = 36"), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("dots", sa.Text(), nullable=False),
        sa.Column("tomb", sa.Text()),
        sa.Column("extra", sa.Text()),
        _counted(name, "conflicts", "conflicts >= 0"),
        _counted(name, "gone", "gone IN (0, 1)"),
        _counted(name, "tick", "tick > 0"),
        sa.Column("step", UID, nullable=False),
        sa.PrimaryKeyConstraint("uid", name=f"pk_{name}"),
        *_links(name, content),
    )


def _move(name: str, content: list[str]) -> None:
    columns, values = ["uid", *MERGING], ["uid", *MERGING]
    for text in content:
        column, is_new, given = text.partition(" =")
        column = column.split()[0]
        columns.append(f'"{column}"')
        values.append(repr(given) if is_new and not given.isdigit() else given or f'"{column}"')
    op.execute(
        f"INSERT INTO {name}_wider ({', '.join(columns)}) SELECT {', '.join(values)} FROM {name}"
    )


def _index(name: str, content: list[str]) -> None:
    op.create_index(f"ix_{name}_tick", name, ["tick"])
    for text in content:
        column, _, linked = text.partition(" > ")
        if linked:
            rows = sa.text(f"{column} IS NOT NULL")
            op.create_index(
                f"ix_{name}_{column}", name, [column], sqlite_where=rows, postgresql_where=rows
            )


def _column(text: str) -> "sa.Column":
    name, *rest = text.partition(" =")[0].split()
    if rest[:1] == [">"]:
        return sa.Column(name, UID)
    kind = rest[0] if rest else "text"
    return sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?"))


def _links(table: str, content: list[str]) -> "list[sa.ForeignKeyConstraint]":
    linked = [text.partition(" > ")[::2] for text in content]
    return [
        sa.ForeignKeyConstraint(
            [column], [f"{to}.uid"], f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
        )
        for column, to in linked
        if to
    ]


def _counted(table: str, name: str, rule: str) -> "sa.Column":
    return sa.Column(name, sa.BigInteger(), _check(table, name, rule), nullable=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, f"ck_{table}_{name}")
