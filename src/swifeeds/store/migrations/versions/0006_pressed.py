"""Whether the brotli bytes of a published item are as few as brotli can make them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "shelf", sa.Column("is_pressed", sa.Boolean(), nullable=False, server_default=sa.false())
    )
