"""How far the import of each archive has come, and what it set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_COUNTS = (
    "offset", "fence", "items", "new", "revised", "duplicate", "held", "withdrawn", "mended",
    "set_aside",
)  # fmt: skip
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "import_run",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text()),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("started", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("finished", sa.BigInteger()),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in _COUNTS),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_import_run")),
    )
    op.create_table(
        "import_reject",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("run_key", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("is_remark", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_key"], ["import_run.key"], name=op.f("fk_import_reject_run_key_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_reject")),
    )
    op.create_index(op.f("ix_import_reject_run_key"), "import_reject", ["run_key"])
