"""The events of one round beside all stories: which are asked about, and what they continue.

Asked about are events that no story shows, and those that were found to continue one before: the
answer is found anew whenever one of their articles changes. The events of a round know nothing of
each other, so their order changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from swifeeds.group.chaining.continuing import continued
from swifeeds.group.chaining.index import StoryIndex
from swifeeds.group.chaining.profile import Profile, profile_of
from swifeeds.group.found import Chain, Found, is_chained
from swifeeds.group.pins import exclusions
from swifeeds.group.placing import proposals_of
from swifeeds.model import (
    Article,
    ArticleId,
    Membership,
    Neighbourhood,
    Rung,
    StoryId,
    StoryState,
)


def asked_about(found: Found, neighbourhood: Neighbourhood) -> tuple[frozenset[ArticleId], ...]:
    """The events of the round for which a story is sought."""
    shown, chained = set[ArticleId](), set[ArticleId]()
    for one in neighbourhood.memberships:
        if is_chained(one):
            chained.add(one.article_id)
        elif one.rung.is_shown:
            shown.add(one.article_id)
    events = (one.articles for some in found.happenings for one in proposals_of(some)[0])
    return tuple(one for one in events if one & chained or not one & shown)


def chained_in(
    events: Iterable[Collection[ArticleId]], neighbourhood: Neighbourhood
) -> Mapping[StoryId, frozenset[ArticleId]]:
    """The stories that these events were found to continue for certain before, each with all
    articles of those events: the story is what it was without them."""
    before = _chained(neighbourhood.memberships)
    found: dict[StoryId, set[ArticleId]] = {}
    for event in events:
        for story in {story for article in event for story in before.get(article, ())}:
            found.setdefault(story, set()).update(event)
    return {story: frozenset(articles) for story, articles in found.items()}


def chains_of(
    events: Iterable[Collection[ArticleId]], neighbourhood: Neighbourhood, index: StoryIndex
) -> Mapping[ArticleId, Chain]:
    """What each event continues, by the least id of its articles.

    Args:
        events: those of `asked_about`.
        neighbourhood: with their articles, what they were in, and all stories that are closed.
        index: the stories without the events of `chained_in`. What continues none of them for
            certain is heard of by it, after all were asked about.
    """
    articles = {one.id: one for one in neighbourhood.articles}
    before = _chained(neighbourhood.memberships)
    excluded = exclusions(neighbourhood.decisions)
    closed = {one.id for one in neighbourhood.stories if one.state is StoryState.CLOSED}
    closed.update(neighbourhood.merged)
    found: dict[ArticleId, Chain] = {}
    alone: list[Profile] = []
    for event in events:
        kept_out = {story for story, article in excluded if article in event}
        held = {story for one in event for story in before.get(one, ())}
        members = list(_known(event, articles))
        if not members:
            continue
        profile = profile_of(members)
        chain = continued(profile, index, barred=closed | kept_out, held=held)
        if chain is not None:
            found[min(event)] = chain
        if chain is None or chain.rung is not Rung.AUTOMATIC:
            alone.append(profile)
    for profile in sorted(alone, key=lambda one: one.articles):
        index.hear(profile)
    return found


def _known(event: Iterable[ArticleId], articles: Mapping[ArticleId, Article]) -> Iterator[Article]:
    return (articles[one] for one in event if one in articles)


def _chained(memberships: Iterable[Membership]) -> Mapping[ArticleId, set[StoryId]]:
    found: dict[ArticleId, set[StoryId]] = {}
    for one in memberships:
        if one.rung is Rung.AUTOMATIC and is_chained(one):
            found.setdefault(one.article_id, set()).add(one.story_id)
    return found
