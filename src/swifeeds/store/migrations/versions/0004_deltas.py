"""Deltas of feeds: which versions subscribers may hold, and what changed since each (RFC 3229)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delta",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("identity", sa.LargeBinary()),
        sa.Column("gzip", sa.LargeBinary()),
        sa.Column("br", sa.LargeBinary()),
        sa.Column("zstd", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("path", "etag", name=op.f("pk_delta")),
    )
