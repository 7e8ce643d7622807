"""What an operator sees of a story: what is stored, nothing anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from swifeeds.desk.editor import find_story
from swifeeds.model import (
    Article,
    Decision,
    Membership,
    Story,
    StoryEvent,
    StoryId,
)
from swifeeds.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A member: the article and why it is there."""

    article: Article
    membership: Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport:
    """A story whole. `members` in the order of publication; `within` are the wider stories, from
    the nearest up, `parts` those that name this one as their parent; `events` newest first."""

    story: Story
    languages: Mapping[str, int]
    members: tuple[Placed, ...]
    suggestions: tuple[Placed, ...]
    decisions: tuple[Decision, ...]
    within: tuple[Story, ...]
    parts: tuple[Story, ...]
    events: tuple[StoryEvent, ...]


async def read_story(store: Store, reference: str) -> StoryReport:
    """Everything that is kept of a story.

    Raises:
        UsageError: there is none.
    """
    story = await find_story(store, reference)
    counts = {count.story.id: count for count in await store.stories()}
    memberships = {one.article_id: one for one in await store.members(story.id)}
    articles = await store.articles(tuple(memberships))
    placed = [Placed(article=one, membership=memberships[one.id]) for one in articles]
    placed.sort(key=lambda one: (one.article.published, one.article.id))
    stories = {one: count.story for one, count in counts.items()}
    return StoryReport(
        story=story,
        languages=counts[story.id].languages,
        members=tuple(one for one in placed if one.membership.rung.is_shown),
        suggestions=tuple(one for one in placed if not one.membership.rung.is_shown),
        decisions=await store.decisions(story.id),
        within=tuple(wider_stories(story, stories)),
        parts=tuple(one for one in stories.values() if one.parent == story.id),
        events=await store.events(story.id),
    )


def wider_stories(story: Story, stories: Mapping[StoryId, Story]) -> Iterator[Story]:
    """The stories that a story is within, from the nearest up; a ring ends where it closes."""
    seen = {story.id}
    while (parent := story.parent) is not None and parent in stories and parent not in seen:
        story = stories[parent]
        seen.add(parent)
        yield story
