"""Which articles a feed's scope gathers."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import ColumnElement, or_, select, true

from swifeeds.model import FeedKey, Rung, Scope, StoryState
from swifeeds.store.sql.schema import article, membership, sighting, story

IS_SHOWN = membership.c.rung < Rung.SUGGESTION.value
"""Memberships that readers may see: whatever shows or counts members asks for these alone."""

HAS_ADDRESS = or_(story.c.automatic.is_(False), story.c.state != StoryState.EMERGING)
"""The condition of `Story.has_address`, for queries."""


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
                select(membership.c.article_id).where(membership.c.story_id == key.key, IS_SHOWN)
            )
        case Scope.ARTICLE:
            return article.c.id == key.key
        case _:
            assert_never(key.scope)
