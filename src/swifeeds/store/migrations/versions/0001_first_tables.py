"""The first tables.

Times are microseconds since 1970 in UTC, structured values are JSON text, choices their words.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# SQLite numbers rows by itself in an INTEGER primary key alone.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _sources()
    _articles()
    _sightings()
    _stories()
    _marks()
    _shelf()
    _telling()


def _sources() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("next_at", sa.BigInteger()),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("last_poll", sa.BigInteger()),
        sa.Column("last_success", sa.BigInteger()),
        sa.Column("last_new", sa.BigInteger()),
        sa.Column("silent_told", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.Text()),
        sa.Column("lease_until", sa.BigInteger()),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_index(op.f("ix_source_next_at"), "source", ["next_at"])
    op.create_table(
        "hold",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_hold")),
    )
    op.create_table(
        "validator",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_validator_source_id")),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_validator")),
    )
    op.create_index(op.f("ix_validator_source_id"), "validator", ["source_id"])


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("url_key", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("section", sa.Text()),
        sa.Column("published", sa.BigInteger(), nullable=False),
        sa.Column("updated", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_reason", sa.Text()),
        sa.Column("embargoed_until", sa.BigInteger()),
        sa.Column("embargo_lifted", sa.Boolean(), nullable=False),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_article_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("url_key", name=op.f("uq_article_url_key")),
    )
    op.create_index("ix_article_embargoed_until", "article", ["embargo_lifted", "embargoed_until"])
    op.create_index(op.f("ix_article_language"), "article", ["language"])
    op.create_index("ix_article_published_id", "article", ["published", "id"])
    op.create_index(op.f("ix_article_section"), "article", ["section"])
    op.create_index(op.f("ix_article_source_id"), "article", ["source_id"])
    op.create_index(op.f("ix_article_work_id"), "article", ["work_id"])
    op.create_table(
        "revision",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("replaced_at", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_revision_article_id")
        ),
        sa.PrimaryKeyConstraint("article_id", "revision", name=op.f("pk_revision")),
    )
    op.create_table(
        "held",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_held_article_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_held")),
    )


def _sightings() -> None:
    op.create_table(
        "sighting",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("guid", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("url_key", sa.Text()),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.BigInteger(), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_sighting_article_id")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_sighting_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sighting")),
        sa.UniqueConstraint("source_id", "guid", name=op.f("uq_sighting_source_id_guid")),
        sa.UniqueConstraint("source_id", "url_key", name=op.f("uq_sighting_source_id_url_key")),
    )
    op.create_index(op.f("ix_sighting_article_id"), "sighting", ["article_id"])
    op.create_index(op.f("ix_sighting_url_key"), "sighting", ["url_key"])
    op.create_table(
        "link",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("rel", sa.Text(), nullable=False),
        sa.Column("url_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_link_article_id")),
        sa.PrimaryKeyConstraint("article_id", "rel", "url_key", name=op.f("pk_link")),
    )
    op.create_index(op.f("ix_link_url_key"), "link", ["url_key"])


def _stories() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text()),
        sa.Column("ruled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
        sa.UniqueConstraint("slug", name=op.f("uq_story_slug")),
    )
    op.create_table(
        "membership",
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_membership_article_id")
        ),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_membership_story_id")),
        sa.PrimaryKeyConstraint("story_id", "article_id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_article_id"), "membership", ["article_id"])


def _marks() -> None:
    op.create_table(
        "mark",
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_mark_article_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_mark")),
        sa.UniqueConstraint("article_id", name=op.f("uq_mark_article_id")),
    )
    op.create_table(
        "stale",
        sa.Column("seq", NUMBER, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_stale")),
        sa.UniqueConstraint("scope", "key", "language", name=op.f("uq_stale_scope_key_language")),
    )


def _shelf() -> None:
    op.create_table(
        "shelf",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.BigInteger(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("max_age", sa.Integer(), nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.Column("gzip", sa.LargeBinary()),
        sa.Column("br", sa.LargeBinary()),
        sa.Column("zstd", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_shelf")),
    )
    op.create_table(
        "redirect",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("location", sa.Text()),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_redirect")),
    )


def _telling() -> None:
    op.create_table(
        "notice",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("delivered_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("kind", "subject", name=op.f("uq_notice_kind_subject")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "memory",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_memory")),
    )
