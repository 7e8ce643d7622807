"""Subscriptions of ours at the hubs of sources, and what was pushed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# SQLite numbers rows by itself in an INTEGER primary key alone.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _subscriptions()
    _bodies()


def _subscriptions() -> None:
    op.create_table(
        "push",
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("hub", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger()),
        sa.Column("until", sa.BigInteger()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("pushed_at", sa.BigInteger()),
        sa.Column("missed_since", sa.BigInteger()),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_push")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_push_source_id_source")
        ),
        sa.UniqueConstraint("token", name=op.f("uq_push_token")),
    )
    op.create_index(op.f("ix_push_next_at"), "push", ["next_at"])


def _bodies() -> None:
    op.create_table(
        "pushed",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text()),
        sa.Column("charset", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_pushed")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_pushed_source_id_source")
        ),
    )
    op.create_index(op.f("ix_pushed_source_id"), "pushed", ["source_id"])
