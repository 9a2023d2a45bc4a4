"""The papers of a dossier: which are there and which are still missing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TABLE = "dossier_paper"
UID = sa.String(36)


def upgrade() -> None:
    """Make the table and its indexes."""
    op.create_table(
        TABLE,
        sa.Column("dossier_uid", UID),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_there", sa.Boolean(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("uid", UID, _check("uid", "length(uid) = 36"), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("dots", sa.Text(), nullable=False),
        sa.Column("tomb", sa.Text()),
        sa.Column("extra", sa.Text()),
        _counted("conflicts", "conflicts >= 0"),
        _counted("gone", "gone IN (0, 1)"),
        _counted("tick", "tick > 0"),
        sa.Column("step", UID, nullable=False),
        sa.PrimaryKeyConstraint("uid", name=f"pk_{TABLE}"),
        sa.ForeignKeyConstraint(
            ["dossier_uid"],
            ["dossier.uid"],
            f"fk_{TABLE}_dossier_uid",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index(f"ix_{TABLE}_tick", TABLE, ["tick"])
    there = sa.text("dossier_uid IS NOT NULL")
    op.create_index(
        f"ix_{TABLE}_dossier_uid",
        TABLE,
        ["dossier_uid"],
        sqlite_where=there,
        postgresql_where=there,
    )


def _counted(name: str, rule: str) -> "sa.Column":
    return sa.Column(name, sa.BigInteger(), _check(name, rule), nullable=False)


def _check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, f"ck_{TABLE}_{name}")
