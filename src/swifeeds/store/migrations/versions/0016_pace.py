"""How fast a source is polled, and why; what is known of the bodies that were read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("why", sa.Text()),
        sa.Column("slow", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("rhythm", sa.BigInteger()),
        sa.Column("ttl", sa.BigInteger()),
        sa.Column("throttled_until", sa.BigInteger()),
        sa.Column("moved_from", sa.Text()),
        sa.Column("moved_to", sa.Text()),
        sa.Column("moved_times", sa.Integer(), nullable=False, server_default="0"),
    )


def upgrade() -> None:
    for column in _columns():
        op.add_column("source", column)
    op.create_index("ix_source_slow_next_at", "source", ["slow", "next_at"])
    op.drop_index("ix_source_next_at", "source")
    op.add_column("validator", sa.Column("digest", sa.Text()))
    op.add_column("validator", sa.Column("taken", sa.BigInteger()))
    # When the body was last had in full was not kept: as if it were now, so that not everything is
    # asked for anew at once.
    now = int(datetime.now(UTC).timestamp() * 1_000_000)
    op.execute(sa.text("UPDATE validator SET taken = :now").bindparams(now=now))
