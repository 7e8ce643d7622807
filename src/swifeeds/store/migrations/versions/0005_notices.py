"""When an article ceased to be public: one that was withdrawn after that leaves a notice in feeds.

Articles that were withdrawn before this migration leave none: nobody knows what readers saw.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("unpublished", sa.BigInteger()))
