"""By what the entry of a feed is known again, so that it is not read again while it is the same."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sighting", sa.Column("digest", sa.Text()))
    op.create_index("ix_sighting_source_id_digest", "sighting", ["source_id", "digest"])
