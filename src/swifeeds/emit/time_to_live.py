"""How long a feed reader may wait before it asks again (RSS `ttl`). Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from swifeeds.emit.company import Company
from swifeeds.model import USUAL_INTERVAL, FeedKey, Scope, Source, SourceId, StoryState

_OVER = 24 * 60
"""Minutes between two looks at a story that is over: a correction may still come."""

_MINUTE = timedelta(minutes=1)


def minutes_to_live(key: FeedKey, company: Company) -> int | None:
    """Whole minutes, at least one; None for an archive page, which nobody polls.

    A closed story is asked for once a day. Else it is what the operator states, and by default as
    often as new articles can come: the shortest interval of the sources behind the feed.
    """
    story, stated = company.story(key), company.publication.ttl_minutes
    if key.page:
        return None
    if story is not None and story.state is StoryState.CLOSED:
        return _OVER
    return stated or _shortest(_sources_behind(key, company))


def _sources_behind(key: FeedKey, company: Company) -> Collection[Source]:
    """A source's feed has its own; whatever else gathers may gather from all of them."""
    own = company.sources.get(SourceId(key.key)) if key.scope is Scope.SOURCE else None
    return [own] if own else company.sources.values()


def _shortest(sources: Collection[Source]) -> int:
    shortest = min((one.polled_every for one in sources), default=USUAL_INTERVAL)
    return max(1, round(shortest / _MINUTE))
