"""WebSub: subscriptions, and the outbox of pings, verifications and deliveries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# SQLite numbers rows by itself in an INTEGER primary key alone.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _subscriptions()
    _outbox()


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("callback_key", sa.Text(), nullable=False),
        sa.Column("callback", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary()),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "callback_key", name=op.f("pk_subscription")),
    )
    op.create_index(op.f("ix_subscription_host"), "subscription", ["host"])
    op.create_index(op.f("ix_subscription_until"), "subscription", ["until"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("target_key", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("lease", sa.Integer()),
        sa.Column("secret", sa.LargeBinary()),
        sa.Column("etag", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("taken_until", sa.BigInteger()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_outbox")),
        sa.UniqueConstraint(
            "kind", "topic", "target_key", name=op.f("uq_outbox_kind_topic_target_key")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_kind_next_at", "outbox", ["kind", "next_at"])
