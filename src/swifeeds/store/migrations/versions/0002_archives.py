"""Archive pages: which articles stand on which page of a feed, and marks that name a page.

A page's set never changes, so rows are only ever added. Marks of before are all of current
documents: page 0.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MARK = ("scope", "key", "language")


def upgrade() -> None:
    op.create_table(
        "archived",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_archived_article_id")
        ),
        sa.PrimaryKeyConstraint("scope", "key", "language", "article_id", name=op.f("pk_archived")),
    )
    op.create_index(op.f("ix_archived_article_id"), "archived", ["article_id"])
    op.create_index(
        op.f("ix_archived_scope_key_language_page"),
        "archived",
        ["scope", "key", "language", "page"],
    )
    with op.batch_alter_table("stale") as table:
        table.add_column(sa.Column("page", sa.Integer(), nullable=False, server_default="0"))
        table.drop_constraint(op.f("uq_stale_scope_key_language"), type_="unique")
        table.create_unique_constraint(op.f("uq_stale_scope_key_language_page"), [*MARK, "page"])
    with op.batch_alter_table("stale") as table:
        table.alter_column("page", server_default=None)
