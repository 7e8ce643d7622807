"""Which articles a feed's scope gathers."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import ColumnElement, select, true

from swifeeds.model import FeedKey, Scope
from swifeeds.store.sql.schema import article, membership, sighting


def in_scope(key: FeedKey) -> ColumnElement[bool]:
    """The condition for articles of a feed's scope, whatever their language."""
    match key.scope:
        case Scope.ALL:
            return true()
        case Scope.SECTION:
            return article.c.section == key.key
        case Scope.SOURCE:
            # Whatever the source showed, whoever brought it first.
            return article.c.id.in_(
                select(sighting.c.article_id).where(sighting.c.source_id == key.key)
            )
        case Scope.STORY:
            return article.c.id.in_(
                select(membership.c.article_id).where(membership.c.story_id == key.key)
            )
        case Scope.ARTICLE:
            return article.c.id == key.key
        case _:
            assert_never(key.scope)
