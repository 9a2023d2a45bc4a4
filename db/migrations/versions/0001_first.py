"""The first schema: all tables of an office file."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Table: columns, text where nothing else is said; ">" links to a table. After "|": derived ones.
RECORDS = """
office: name, parent, place, level, code, symbol, authority, signer, recipients, keeper,
    is_sample flag
unit: name, kind, parent_uid > unit, code, valid_from, valid_to, note | name_key bytes,
    name_fold, search_fold
unit_succession: from_uid > unit, to_uid > unit, date, note
person: full_name, birth, sex, position, unit_uid > unit, citizen_id, ethnicity, sort_name, note
    | name_key bytes, name_fold, search_fold
household: head_name, address, unit_uid > unit, note | name_key bytes, name_fold, search_fold
movement: name, launcher, scope, kind, theme, starts, ends
cluster: name, kind, note
cluster_member: cluster_uid > cluster, unit_uid > unit, unit_name, year whole, is_leader flag
pledge: unit_uid > unit, unit_name, year whole, title, title_text, quantity whole, text
score: cluster_uid > cluster, unit_uid > unit, year whole, criterion, standard whole, own whole,
    assessed whole?, reason
rating: person_uid > person, unit_uid > unit, year whole, rating
initiative: title, authors, person_uid > person, scope, recognised_by, year whole, used_for
discipline: person_uid > person, unit_uid > unit, kind, decision_date, until
open_case: person_uid > person, unit_uid > unit, subject, opened, closed
dossier: unit_uid > unit, unit_name, subject, number, year whole, received, due, state, reason
nomination: dossier_uid > dossier, recipient_kind, recipient_name, recipient_position,
    recipient_unit_name, recipient_person_uid > person, recipient_unit_uid > unit,
    recipient_household_uid > household, recipient_workplace_uid > unit, recipient_group,
    recipient_is_enterprise flag, title, title_text, level, year whole, loai_hinh, achievement,
    state, reason, note, source | name_key bytes, unit_key bytes, search_fold
decision: number, date, authority, level, signer, signer_position, subject, legal_bases, state,
    note | search_fold
award: recipient_kind, recipient_name, recipient_position, recipient_unit_name,
    recipient_person_uid > person, recipient_unit_uid > unit, recipient_household_uid >
    household, recipient_workplace_uid > unit, recipient_group, recipient_is_enterprise flag,
    title, title_text, level, year whole, period, loai_hinh, nature, movement_uid > movement,
    nomination_uid > nomination, decision_uid > decision, decision_number, decision_date,
    authority, ordinal whole, law, coefficient whole?, base_salary whole?, amount whole?,
    certificate_number, certificate_printed, note, source | name_key bytes, name_fold, unit_key
    bytes, search_fold, register_year whole
council_term: name, decision_number, decision_date, starts, ends, size whole
council_member: term_uid > council_term, person_uid > person, full_name, position, role,
    is_secretary flag, ordinal whole, starts, ends | name_key bytes, search_fold
meeting: term_uid > council_term, date, place, subject, chair_uid > council_member,
    secretary_uid > council_member, form
attendance: meeting_uid > meeting, member_uid > council_member, form
ballot: meeting_uid > meeting, nomination_uid > nomination, issued whole, returned whole, valid
    whole, agree whole
plan: year whole, heading_parent, heading_issuer, heading_number, heading_symbol, heading_place,
    heading_date, heading_type_name, heading_subject, heading_authority, heading_signer,
    heading_recipients, state
plan_task: plan_uid > plan, quarter whole, ordinal whole, body, units_text, due, is_due_derived
    flag, state, proof, done_on | search_fold
task_unit: task_uid > plan_task, unit_uid > unit, unit_name, role, ordinal whole
report: kind, year whole, half whole, period_from, period_to, heading_parent, heading_issuer,
    heading_number, heading_symbol, heading_place, heading_date, heading_type_name,
    heading_subject, heading_authority, heading_signer, heading_recipients, state
block: owner_uid, ordinal whole, kind, depth whole, number, body
directive: number, date, issuer, subject
attachment: owner_table, owner_uid, kind, name, sha256, size whole
import_batch: kind, files, at, accepted whole
waiting_row: batch_uid > import_batch, file, sheet, row whole, kind, cells, problems
column_meaning: kind, head, column
not_duplicate: table, first_uid, second_uid
finding_waiver: nomination_uid > nomination, rule, reason
setting: name, value
"""

# Index: table, columns. The order of a list, of rows that are not deleted.
LIST_INDEXES = """
ix_award_by_date: award register_year DESC, decision_date DESC, decision_number, ordinal, name_key,
    uid, search_fold
ix_award_by_name: award name_key, uid
ix_award_by_unit: award unit_key, name_key, uid
ix_award_by_year: award year DESC, name_key, uid
ix_nomination_by_year: nomination year DESC, unit_key, name_key, uid, search_fold
ix_nomination_by_name: nomination name_key, uid
ix_person_by_name: person name_key, uid, search_fold, unit_uid
ix_unit_by_name: unit name_key, uid, search_fold
ix_decision_by_date: decision date DESC, number, uid
"""

# Index: table, columns.
INDEXES = """
ix_award_name_fold: award name_fold
ix_person_name_fold: person name_fold
ix_unit_name_fold: unit name_fold
ix_block_owner_uid: block owner_uid, ordinal
ix_attachment_owner_uid: attachment owner_uid
"""

UID = sa.String(36)
TYPES = {
    "text": sa.Text(),
    "whole": sa.BigInteger(),
    "flag": sa.Boolean(),
    "bytes": sa.LargeBinary(),
}


def upgrade() -> None:
    """Make the tables and their indexes."""
    for name, columns in _entries(RECORDS):
        content, _, derived = columns.partition(" | ")
        _make_record_table(name, content.split(", "), derived.split(", ") if derived else [])
    _make_journal()
    _make_rest()
    for name, columns in _entries(INDEXES):
        table, _, keys = columns.partition(" ")
        op.create_index(name, table, keys.split(", "))
    for name, columns in _entries(LIST_INDEXES):
        table, _, keys = columns.partition(" ")
        _index_where(name, table, [_key(key) for key in keys.split(", ")], "gone = 0")
    for table in ("award", "nomination", "person"):
        _index_where(f"ix_{table}_gone", table, ["tick"], "gone = 1")


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for line in text.replace("\n    ", " ").strip().split("\n"):
        name, _, rest = line.partition(": ")
        yield name, rest


def _key(text: str) -> sa.TextClause | str:
    return sa.text(text) if text.endswith(" DESC") else text


def _make_record_table(name: str, content: list[str], derived: list[str]) -> None:
    op.create_table(
        name,
        *(_column(text) for text in content),
        sa.Column("uid", UID, _check(name, "uid", "length(uid) = 36"), nullable=False),
        *_merging(name),
        *(_column(text) for text in derived),
        sa.PrimaryKeyConstraint("uid", name=f"pk_{name}"),
        *_links(name, content),
    )
    op.create_index(f"ix_{name}_tick", name, ["tick"])
    for text in content:
        column, _, linked = text.partition(" > ")
        if linked:
            _index_where(f"ix_{name}_{column}", name, [column], f"{column} IS NOT NULL")


def _index_where(
    name: str, table: str, columns: "list[sa.TextClause | str]", condition: str
) -> None:
    rows = sa.text(condition)
    op.create_index(name, table, columns, sqlite_where=rows, postgresql_where=rows)


def _column(text: str) -> "sa.Column":
    name, *rest = text.split()
    if rest[:1] == [">"]:
        return sa.Column(name, UID)
    kind = rest[0] if rest else "text"
    return sa.Column(name, TYPES[kind.rstrip("?")], nullable=kind.endswith("?"))


def _links(table: str, content: list[str]) -> "Iterator[sa.ForeignKeyConstraint]":
    for text in content:
        column, _, linked = text.partition(" > ")
        if linked:
            yield sa.ForeignKeyConstraint(
                [column],
                [f"{linked}.uid"],
                f"fk_{table}_{column}",
                deferrable=True,
                initially="DEFERRED",
            )


def _merging(table: str) -> "Iterator[sa.Column]":
    yield sa.Column("version", sa.Text(), nullable=False)
    yield sa.Column("dots", sa.Text(), nullable=False)
    yield sa.Column("tomb", sa.Text())
    yield sa.Column("extra", sa.Text())
    rules = {"conflicts": "conflicts >= 0", "gone": "gone IN (0, 1)", "tick": "tick > 0"}
    for name, rule in rules.items():
        yield sa.Column(name, sa.BigInteger(), _check(table, name, rule), nullable=False)
    yield sa.Column("step", UID, nullable=False)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, f"ck_{table}_{name}")


def _make_journal() -> None:
    op.create_table(
        "step",
        sa.Column("uid", UID, nullable=False),
        sa.Column("tick", sa.Integer(), nullable=False),
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("at", "who", "label", "kind")),
        *(sa.Column(name, UID) for name in ("undoes", "undo_top", "redo_top", "below")),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uid", name="pk_step"),
    )
    op.create_index("ix_step_undoes", "step", ["undoes"])
    op.create_index("ix_step_tick", "step", ["tick"], unique=True)
    op.create_index("ix_step_replica_number", "step", ["replica", "number"], unique=True)
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tick", sa.Integer(), nullable=False),
        sa.Column("table", sa.Text(), nullable=False),
        sa.Column("uid", UID, nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("before_digest", sa.LargeBinary()),
        sa.Column("after_digest", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("seq", name="pk_change"),
    )
    op.create_index("ix_change_uid", "change", ["uid"])


def _make_rest() -> None:
    op.create_table(
        "blob",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("step", UID, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "open_step",
        sa.Column("slot", sa.Integer(), _check("open_step", "slot", "slot = 1"), nullable=False),
        sa.Column("uid", UID),
        sa.Column("tick", sa.Integer()),
        sa.PrimaryKeyConstraint("slot", name="pk_open_step"),
    )
