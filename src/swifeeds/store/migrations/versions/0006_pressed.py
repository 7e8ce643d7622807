"""Whether the brotli bytes of a published item are as few as can be, and whether that was tried."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("is_pressed", "press_tried"):
        op.add_column(
            "shelf", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        )
