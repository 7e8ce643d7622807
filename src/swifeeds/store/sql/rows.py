"""Rows as model types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import orjson

from swifeeds.model import (
    Article,
    ArticleId,
    Encoding,
    Evidence,
    Membership,
    Rung,
    ShelfItem,
    Story,
    StoryId,
    StoryState,
)
from swifeeds.store.sql.codec import from_json, read

Value = TypeVar("Value")

_CHUNK = 400
"""Values in one IN (…): SQLite's oldest limit is 999 variables in a statement."""


def in_chunks(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Lists of at most `_CHUNK` values."""
    remaining = iter(values)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def article_of(row: Any) -> Article:
    """A row of `article`; its body holds the whole article."""
    return revision_of(row.body)


def revision_of(body: str) -> Article:
    """A stored revision."""
    return from_json(Article, body)


def membership_of(row: Any) -> Membership:
    """A row of `membership`."""
    return Membership(
        story_id=StoryId(row.story_id),
        article_id=ArticleId(row.article_id),
        rung=Rung(row.rung),
        evidence=read(tuple[Evidence, ...], orjson.loads(row.evidence)),
        by=row.by,
        added=row.added,
        score=row.score,
        earlier=tuple(map(ArticleId, orjson.loads(row.earlier))),
    )


def story_of(row: Any) -> Story:
    """A row of `story`."""
    return Story(
        id=StoryId(row.id),
        slug=row.slug,
        titles=read(tuple[tuple[str, str], ...], orjson.loads(row.titles)),
        state=StoryState(row.state),
        parent=StoryId(row.parent) if row.parent else None,
    )


def shelf_item_of(row: Any) -> ShelfItem:
    """A row of `shelf`."""
    codings = {
        Encoding.IDENTITY: row.identity,
        Encoding.GZIP: row.gzip,
        Encoding.BROTLI: row.br,
        Encoding.ZSTD: row.zstd,
    }
    return ShelfItem(
        path=row.path,
        media_type=row.media_type,
        etag=row.etag,
        last_modified=row.last_modified,
        generation=row.generation,
        encodings={name: bytes(body) for name, body in codings.items() if body is not None},
        language=row.language,
        links=tuple(orjson.loads(row.links)),
        max_age=row.max_age,
    )
