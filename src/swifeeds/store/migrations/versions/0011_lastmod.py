"""The last change that a sitemap stated of a document when it was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("validator", sa.Column("lastmod", sa.BigInteger()))
