"""What a published item says of text and data mining, where that is not the site's own word."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shelf", sa.Column("mining", sa.Text()))
