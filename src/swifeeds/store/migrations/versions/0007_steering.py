"""What editors decide about stories, the log of it, and which stories nobody states."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "story", sa.Column("automatic", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_table(
        "story_event",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("undone_by", sa.BigInteger()),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_story_event_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_story_event_story_id"), "story_event", ["story_id"])
    op.create_table(
        "story_decision",
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("event_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"], ["story.id"], name=op.f("fk_story_decision_story_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["story_event.id"], name=op.f("fk_story_decision_event_id")
        ),
        sa.PrimaryKeyConstraint("story_id", "topic", "subject", name=op.f("pk_story_decision")),
    )
    op.create_index(op.f("ix_story_decision_subject"), "story_decision", ["subject"])
