"""The tables. What the migrations make and what is written here are one: a test compares them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime as whole microseconds since 1970.

    SQLAlchemy's own DateTime drops the zone on SQLite; an integer sorts and compares alike on
    both engines.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + value * _MICROSECOND


# SQLite gives ids only to an INTEGER primary key; PostgreSQL should have 64 bits.
Row = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("id", Text, primary_key=True),
    Column("active", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),
    Column("last_poll", Moment),
    Column("last_success", Moment),
    Column("last_new", Moment),
    Column("lease_until", Moment),
    Column("owner", Text),
    Column("fence", BigInteger, nullable=False),
    Index(None, "active", "paused", "next_at"),
)

hold = Table(
    "hold",
    metadata,
    Column("name", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("until", Moment, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source_id", Text, nullable=False),
    Column("url_key", Text),
    Column("language", Text, nullable=False),
    Column("section", Text),
    Column("published", Moment, nullable=False),
    Column("updated", Moment, nullable=False),
    Column("status", Text, nullable=False),
    Column("embargoed_until", Moment),
    Column("embargo_lifted", Boolean, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("work_id", Text),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("url_key"),
    Index(None, "published", "id"),
    Index(None, "section", "published", "id"),
    Index(None, "source_id", "published", "id"),
    Index(None, "work_id"),
    Index(None, "embargo_lifted", "embargoed_until"),
)

revision = Table(
    "revision",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

held_revision = Table(
    "held_revision",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("body", Text, nullable=False),
)

sighting = Table(
    "sighting",
    metadata,
    Column("row", Row, primary_key=True, autoincrement=True),
    Column("article_id", Text, nullable=False),
    Column("source_id", Text, nullable=False),
    Column("guid", Text),
    Column("url_key", Text),
    Column("fingerprint", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    UniqueConstraint("source_id", "guid"),
    UniqueConstraint("source_id", "url_key"),
    Index(None, "article_id"),
)

reference = Table(
    "reference",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("rel", Text, primary_key=True),
    Column("url_key", Text, primary_key=True),
    Column("source_id", Text, nullable=False),
    Index(None, "url_key"),
    Index(None, "source_id", "rel"),
)

validator = Table(
    "validator",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source_id", Text, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Index(None, "source_id"),
)

story = Table(
    "story",
    metadata,
    Column("id", Text, primary_key=True),
    Column("slug", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("parent", Text),
    Column("titles", Text, nullable=False),
    Column("configured", Boolean, nullable=False),
)

membership = Table(
    "membership",
    metadata,
    Column("story_id", Text, primary_key=True),
    Column("article_id", Text, primary_key=True),
    Column("rung", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("added", Moment, nullable=False),
    Column("earlier", Text, nullable=False),
    Index(None, "article_id"),
)

mark = Table(
    "mark",
    metadata,
    Column("seq", Row, primary_key=True, autoincrement=True),
    Column("article_id", Text, nullable=False),
    sqlite_autoincrement=True,
)

stale = Table(
    "stale",
    metadata,
    Column("seq", Row, primary_key=True, autoincrement=True),
    Column("scope", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("language", Text, nullable=False),
    sqlite_autoincrement=True,
)

shelf = Table(
    "shelf",
    metadata,
    Column("path", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Moment, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("language", Text),
    Column("links", Text, nullable=False),
    Column("max_age", Integer, nullable=False),
    Column("identity", LargeBinary, nullable=False),
    Column("gzip", LargeBinary),
    Column("br", LargeBinary),
    Column("zstd", LargeBinary),
)

redirect = Table(
    "redirect",
    metadata,
    Column("path", Text, primary_key=True),
    Column("location", Text),
)

notice = Table(
    "notice",
    metadata,
    Column("row", Row, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("delivered", Moment),
    Index(None, "is_open", "kind", "subject"),
    Index(None, "delivered"),
)
