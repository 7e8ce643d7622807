"""Stories grow, rest and wake: their states are brought up to date, and their feeds' pace with
them. Only the feeds of a story that changed are rendered for it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from swifeeds.group import Waking, may_be_woken, next_state, revives, waking_of
from swifeeds.model import FeedKey, Publication, Pulse, Rung, Scope, StoryId, Transition
from swifeeds.store import Store

_log = logging.getLogger(__name__)


async def update_lives(
    store: Store,
    *,
    publication: Publication,
    now: datetime,
    only: Collection[StoryId] | None = None,
) -> int:
    """Pass stories into the state that their articles and `now` call for.

    Args:
        store: where they are kept.
        publication: the languages that a story may have feeds in.
        now: UTC.
        only: these stories; all where none is given.

    Returns:
        How many changed.
    """
    transitions = [
        found
        for pulse in await store.pulses(only)
        if (found := next_state(pulse, now, woken=await _woken(store, pulse, now)))
    ]
    if not transitions:
        return 0
    stale = tuple(_feeds(transitions, publication))
    await store.transit(transitions, stale=stale, at=now)
    for one in transitions:
        _log.info(
            "story state: story=%s from=%s to=%s reason=%s",
            one.story.id, one.before.value, one.story.state.value, one.reason,
        )  # fmt: skip
    return len(transitions)


async def _woken(store: Store, pulse: Pulse, now: datetime) -> Waking | None:
    """The automatic member that may wake the story, the latest published of several."""
    if not may_be_woken(pulse, now):
        return None
    members = {
        one.article_id: one
        for one in await store.members(pulse.story.id)
        if one.rung is Rung.AUTOMATIC and revives(one)
    }
    articles = await store.articles(members)
    latest = max(articles, key=lambda one: (one.published, one.id), default=None)
    return None if latest is None else waking_of(members[latest.id], latest.published)


def _feeds(transitions: Sequence[Transition], publication: Publication) -> Iterator[FeedKey]:
    for one in transitions:
        for language in (*publication.languages, ""):
            yield FeedKey(scope=Scope.STORY, key=one.story.id, language=language)
