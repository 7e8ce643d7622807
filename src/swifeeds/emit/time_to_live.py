"""How long a feed reader may wait before it asks again (RSS `ttl`). Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from swifeeds.emit.company import Company
from swifeeds.model import RESTING, USUAL_INTERVAL, FeedKey, Scope, Source, SourceId, StoryState

_SLOW = {
    StoryState.DORMANT: 6 * 60,
    StoryState.ARCHIVED: 24 * 60,
    StoryState.CLOSED: 24 * 60,
}
"""Least minutes between two looks at a story that rests or is over: a correction may come yet."""

_AGES = dict(zip((StoryState.DORMANT, StoryState.ARCHIVED), RESTING, strict=True))

_MINUTE = timedelta(minutes=1)


def minutes_to_live(key: FeedKey, company: Company) -> int | None:
    """Whole minutes, at least one; None for an archive page, which nobody polls.

    A dormant story is asked for four times a day, one that is archived or closed once. Else it is
    what the operator states, and by default as often as new articles can come: the shortest
    interval of the sources behind the feed.
    """
    if key.page:
        return None
    usual = company.publication.ttl_minutes or _shortest(_sources_behind(key, company))
    return max(usual, _resting(key, company))


def least_age(key: FeedKey, company: Company) -> int:
    """Seconds that caches may keep a document of a story that rests, at the least; 0 for any
    other: nothing but the operator's setting holds for it."""
    story = company.story(key)
    return _AGES.get(story.state, 0) if story is not None else 0


def _resting(key: FeedKey, company: Company) -> int:
    story = company.story(key)
    return _SLOW.get(story.state, 0) if story is not None else 0


def _sources_behind(key: FeedKey, company: Company) -> Collection[Source]:
    """A source's feed has its own; whatever else gathers may gather from all of them."""
    own = company.sources.get(SourceId(key.key)) if key.scope is Scope.SOURCE else None
    return [own] if own else company.sources.values()


def _shortest(sources: Collection[Source]) -> int:
    shortest = min((one.polled_every for one in sources), default=USUAL_INTERVAL)
    return max(1, round(shortest / _MINUTE))
