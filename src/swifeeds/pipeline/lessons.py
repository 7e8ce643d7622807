"""What there is to learn words from: works in several languages, and what editors said of pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from swifeeds.group.lexicon import TextPair, nearest_of_each_language, training_pairs
from swifeeds.model import Action, Article, ArticleId, Decision, StoryId
from swifeeds.store import Store

MOST_WORKS = 5000
"""Works that are learned from, the newest: from there on more pairs taught hardly more."""

_PORTION = 500
"""Articles read in one go."""

_Pairs = set[tuple[ArticleId, ArticleId]]


async def read_lessons(store: Store, now: datetime) -> tuple[TextPair, ...]:
    """The pairs that declared links and editors vouch for.

    An accepted suggestion is a pair with what its story has in each other language within a day: an
    editor says "the same story", and what was written at one time tells of one event. What an
    editor excluded from the story of its declared translation teaches nothing with it.

    Args:
        store: only read.
        now: UTC; what is not public by then teaches nothing.
    """
    works = await store.works_in_languages(now, limit=MOST_WORKS)
    work_of = {article: min(some) for some in works for article in some}
    accepted, excluded = _judged(await store.decisions())
    members = {
        story: {one.article_id for one in await store.members(story) if one.rung.is_shown}
        for story in sorted(accepted.keys() | excluded.keys())
    }
    known = await _read(store, work_of, now)
    confirmed: _Pairs = set()
    for story, articles in accepted.items():
        told = await _read(store, [*articles, *members[story]], now)
        shown = [one for one in told.values() if one.id in members[story]]
        for article in [told[one] for one in articles if one in told]:
            pairs = nearest_of_each_language(article, shown)
            confirmed.update(pairs)
            known |= {one: told[one] for pair in pairs for one in pair}
    rejected = _apart(works, excluded, members)
    return training_pairs(known.values(), work_of, confirmed=confirmed, rejected=rejected)


def _judged(
    decisions: Iterable[Decision],
) -> tuple[Mapping[StoryId, list[ArticleId]], Mapping[StoryId, list[ArticleId]]]:
    """By story, what was accepted when it was suggested, and what was excluded."""
    accepted: dict[StoryId, list[ArticleId]] = {}
    excluded: dict[StoryId, list[ArticleId]] = {}
    for one in decisions:
        if one.is_pin and one.action is Action.ACCEPT:
            accepted.setdefault(one.story_id, []).append(one.article_id)
        elif one.is_exclusion:
            excluded.setdefault(one.story_id, []).append(one.article_id)
    return accepted, excluded


def _apart(
    works: Iterable[Collection[ArticleId]],
    excluded: Mapping[StoryId, Collection[ArticleId]],
    members: Mapping[StoryId, Collection[ArticleId]],
) -> _Pairs:
    """Articles of one work of which one was excluded from a story that shows the other."""
    siblings = {article: some for some in works for article in some}
    return {
        (article, other)
        for story, articles in excluded.items()
        for article in articles
        for other in siblings.get(article, ())
        if other in members[story]
    }


async def _read(
    store: Store, ids: Collection[ArticleId], now: datetime
) -> dict[ArticleId, Article]:
    """Those of these articles that are public, without their texts."""
    wanted = list(dict.fromkeys(ids))
    found: dict[ArticleId, Article] = {}
    for at in range(0, len(wanted), _PORTION):
        some = await store.articles(wanted[at : at + _PORTION])
        found |= {one.id: replace(one, content=None) for one in some if one.is_public(now)}
    return found
