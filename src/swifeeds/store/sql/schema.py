"""The tables. Migrations bring a database here; a test says when the two differ.

An article's indexed fields have columns of their own, the rest lies in `body` as JSON. A change
here needs a migration and a new `REVISION`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    false,
)

from swifeeds.model import (
    Action,
    ArchiveFormat,
    ErrandKind,
    HubMode,
    Scope,
    Status,
    StoryState,
    Topic,
)
from swifeeds.store.sql.columns import Choice, Key, Moment, Span, Words

REVISION = "0016"
"""The newest migration. Stated here so that a start need not import alembic to compare."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite numbers rows by itself in an INTEGER primary key alone.
_Number = BigInteger().with_variant(Integer, "sqlite")

source = Table(
    "source",
    metadata,
    Column("id", Key, primary_key=True),
    Column("active", Boolean, nullable=False),
    Column("next_at", Moment),
    Column("paused", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("reason", Words),
    Column("last_poll", Moment),
    Column("last_success", Moment),
    Column("last_new", Moment),
    Column("silent_told", Boolean, nullable=False),
    Column("why", Words),
    Column("slow", Boolean, nullable=False, server_default=false()),
    Column("rhythm", Span),
    Column("ttl", Span),
    Column("throttled_until", Moment),
    Column("moved_from", Words),
    Column("moved_to", Words),
    Column("moved_times", Integer, nullable=False, server_default="0"),
    Column("owner", Words),
    Column("lease_until", Moment),
    Column("fence", BigInteger, nullable=False),
    Index("ix_source_slow_next_at", "slow", "next_at"),
)

hold = Table(
    "hold",
    metadata,
    Column("name", Key, primary_key=True),
    Column("owner", Words, nullable=False),
    Column("until", Moment, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", Key, primary_key=True),
    Column("source_id", Key, ForeignKey("source.id"), nullable=False, index=True),
    Column("url_key", Key, unique=True),
    Column("language", Words, nullable=False, index=True),
    Column("title", Words, nullable=False),
    Column("section", Key, index=True),
    Column("published", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("status", Choice(Status), nullable=False),
    Column("status_reason", Words),
    Column("embargoed_until", Moment),
    Column("embargo_lifted", Boolean, nullable=False),
    Column("unpublished", Moment),
    Column("first_seen", Moment, nullable=False),
    Column("fingerprint", Words, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("work_id", Key, index=True),
    Column("body", Words, nullable=False),
    Index("ix_article_published_id", "published", "id"),
    Index("ix_article_embargoed_until", "embargo_lifted", "embargoed_until"),
)

revision = Table(
    "revision",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("replaced_at", Moment, nullable=False),
    Column("changed", Words, nullable=False),
    Column("body", Words, nullable=False),
)

held = Table(
    "held",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("reason", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("body", Words, nullable=False),
)

sighting = Table(
    "sighting",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("source_id", Key, ForeignKey("source.id"), nullable=False),
    Column("guid", Key),
    Column("url", Words),
    Column("url_key", Key, index=True),
    Column("fingerprint", Words, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("digest", Key),
    Index("ix_sighting_source_id_digest", "source_id", "digest"),
    UniqueConstraint("source_id", "guid"),
    UniqueConstraint("source_id", "url_key"),
    Index("ix_sighting_source_id_fingerprint", "source_id", "fingerprint"),
)

link = Table(
    "link",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("rel", Words, primary_key=True),
    Column("url_key", Key, primary_key=True, index=True),
)

validator = Table(
    "validator",
    metadata,
    Column("url", Key, primary_key=True),
    Column("source_id", Key, ForeignKey("source.id"), nullable=False, index=True),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("lastmod", Moment),
    Column("digest", Words),
    Column("taken", Moment),
)

story = Table(
    "story",
    metadata,
    Column("id", Key, primary_key=True),
    Column("slug", Key, nullable=False, unique=True),
    Column("titles", Words, nullable=False),
    Column("state", Choice(StoryState), nullable=False),
    Column("parent", Key),
    Column("ruled", Boolean, nullable=False),
    Column("automatic", Boolean, nullable=False, server_default=false()),
    Column("named_after", Words),
)

# The log: rows are added, and nothing in them changes but `undone_by`. `before` is what an undo
# brings back, NULL where there is nothing to undo.
story_event = Table(
    "story_event",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", Words, nullable=False),
    Column("action", Choice(Action), nullable=False),
    Column("story_id", Key, ForeignKey("story.id"), nullable=False, index=True),
    Column("details", Words, nullable=False),
    Column("before", Words),
    Column("undone_by", BigInteger),
    # A number that operators name in `undo` must never come again.
    sqlite_autoincrement=True,
)

story_decision = Table(
    "story_decision",
    metadata,
    Column("story_id", Key, ForeignKey("story.id"), primary_key=True),
    Column("topic", Choice(Topic), primary_key=True),
    Column("subject", Key, primary_key=True, index=True),
    Column("value", Words, nullable=False),
    Column("event_id", BigInteger, ForeignKey("story_event.id"), nullable=False),
)

membership = Table(
    "membership",
    metadata,
    Column("story_id", Key, ForeignKey("story.id"), primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True, index=True),
    Column("rung", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("evidence", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("added", Moment, nullable=False),
    Column("earlier", Words, nullable=False),
)

mark = Table(
    "mark",
    metadata,
    Column("seq", _Number, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, unique=True),
    Column("taken", Boolean, nullable=False),
)

stale = Table(
    "stale",
    metadata,
    Column("seq", _Number, primary_key=True),
    Column("scope", Choice(Scope), nullable=False),
    Column("key", Key, nullable=False),
    Column("language", Key, nullable=False),
    Column("page", Integer, nullable=False),
    Column("taken", Boolean, nullable=False),
    UniqueConstraint("scope", "key", "language", "page"),
)

# Which page of a feed an article stands on. Rows are added and never changed or taken away.
archived = Table(
    "archived",
    metadata,
    Column("scope", Choice(Scope), primary_key=True),
    Column("key", Key, primary_key=True),
    Column("language", Key, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True, index=True),
    Column("page", Integer, nullable=False),
    Index("ix_archived_scope_key_language_page", "scope", "key", "language", "page"),
)

shelf = Table(
    "shelf",
    metadata,
    Column("path", Key, primary_key=True),
    Column("media_type", Words, nullable=False),
    Column("language", Words),
    Column("etag", Words, nullable=False),
    Column("last_modified", Moment, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("links", Words, nullable=False),
    Column("mining", Words),
    Column("max_age", Integer, nullable=False),
    Column("is_pressed", Boolean, nullable=False, server_default=false()),
    Column("press_tried", Boolean, nullable=False, server_default=false()),
    Column("identity", LargeBinary, nullable=False),
    Column("gzip", LargeBinary),
    Column("br", LargeBinary),
    Column("zstd", LargeBinary),
)

delta = Table(
    "delta",
    metadata,
    Column("path", Key, primary_key=True),
    Column("etag", Words, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("entries", Words, nullable=False),
    Column("identity", LargeBinary),
    Column("gzip", LargeBinary),
    Column("br", LargeBinary),
    Column("zstd", LargeBinary),
)

redirect = Table(
    "redirect",
    metadata,
    Column("path", Key, primary_key=True),
    Column("location", Words),
)

notice = Table(
    "notice",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("kind", Key, nullable=False),
    Column("subject", Key, nullable=False),
    Column("message", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("delivered_at", Moment),
    UniqueConstraint("kind", "subject"),
    # A number given back by a settled notice must not come again: the webhook may still be
    # answering for the old one.
    sqlite_autoincrement=True,
)

memory = Table(
    "memory",
    metadata,
    Column("key", Key, primary_key=True),
    Column("value", Words, nullable=False),
)

# What translations taught: one row for each direction of two languages.
word_table = Table(
    "word_table",
    metadata,
    Column("source", Key, primary_key=True),
    Column("target", Key, primary_key=True),
    Column("pairs", Integer, nullable=False),
    Column("digest", Words, nullable=False),
    Column("trained", Moment, nullable=False),
    Column("body", Words, nullable=False),
)

subscription = Table(
    "subscription",
    metadata,
    Column("topic", Key, primary_key=True),
    Column("callback_key", Key, primary_key=True),
    Column("callback", Words, nullable=False),
    Column("host", Key, nullable=False, index=True),
    Column("secret", LargeBinary),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False, index=True),
)

push = Table(
    "push",
    metadata,
    Column("source_id", Key, ForeignKey("source.id"), primary_key=True),
    Column("token", Key, nullable=False, unique=True),
    Column("hub", Words, nullable=False),
    Column("topic", Words, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("next_at", Moment, nullable=False, index=True),
    Column("asked_at", Moment),
    Column("until", Moment),
    Column("failures", Integer, nullable=False),
    Column("pushed_at", Moment),
    Column("missed_since", Moment),
)

pushed = Table(
    "pushed",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("source_id", Key, ForeignKey("source.id"), nullable=False, index=True),
    Column("received", Moment, nullable=False),
    Column("media_type", Words),
    Column("charset", Words),
    Column("body", LargeBinary, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("kind", Choice(ErrandKind), nullable=False),
    Column("topic", Key, nullable=False),
    Column("target_key", Key, nullable=False),
    Column("target", Words, nullable=False),
    Column("host", Key, nullable=False),
    Column("mode", Choice(HubMode)),
    Column("lease", Integer),
    Column("secret", LargeBinary),
    Column("etag", Words),
    Column("reason", Words),
    Column("since", Moment, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("taken_until", Moment),
    Column("failures", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    UniqueConstraint("kind", "topic", "target_key"),
    Index("ix_outbox_kind_next_at", "kind", "next_at"),
    # Somebody may still be answering for a number whose errand is done.
    sqlite_autoincrement=True,
)

# How far each file of an archive has come; the counts are those of `model.Tally`.
import_run = Table(
    "import_run",
    metadata,
    Column("key", Key, primary_key=True),
    Column("name", Words, nullable=False),
    Column("source_id", Key),
    Column("format", Choice(ArchiveFormat), nullable=False),
    Column("started", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("finished", Moment),
    Column("offset", BigInteger, nullable=False),
    Column("fence", BigInteger, nullable=False),
    Column("items", BigInteger, nullable=False),
    Column("new", BigInteger, nullable=False),
    Column("revised", BigInteger, nullable=False),
    Column("duplicate", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
    Column("withdrawn", BigInteger, nullable=False),
    Column("mended", BigInteger, nullable=False),
    Column("set_aside", BigInteger, nullable=False),
)

# What an import could not use, and what it remarked.
import_reject = Table(
    "import_reject",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("run_key", Key, ForeignKey("import_run.key"), nullable=False, index=True),
    Column("offset", BigInteger, nullable=False),
    Column("subject", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("is_remark", Boolean, nullable=False),
)
