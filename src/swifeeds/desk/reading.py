"""What an operator sees of a story, and why an article is in it: what is stored, nothing anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import find_story
from swifeeds.model import (
    Article,
    Decision,
    Evidence,
    Membership,
    Story,
    StoryEvent,
    StoryId,
    Topic,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why an article is in a story, or is not: `membership` is None where it is no member,
    `decision` is the editor's standing word on the place. `gap` and `competitor` are what the
    automatic rung noted, None where it had no say."""

    story: Story
    article: Article
    membership: Membership | None
    decision: Decision | None

    @property
    def gap(self) -> str | None:
        """The time between the article and the nearest of the story."""
        return self._noted("gap")

    @property
    def competitor(self) -> str | None:
        """The next best story and its score."""
        return self._noted("competitor")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What was found, the weightiest first."""
        found = self.membership.evidence if self.membership else ()
        return tuple(sorted(found, key=lambda one: -(one.weight or 0)))

    def _noted(self, kind: str) -> str | None:
        return next((one.detail for one in self.evidence if one.kind == kind), None)


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


async def why_member(store: Store, reference: str, article: str) -> Why:
    """Why an article is in a story, or what keeps it out.

    Raises:
        UsageError: the story or the article is missing.
    """
    story, found = await find_story(store, reference), await find_article(store, article)
    members = {one.article_id: one for one in await store.members(story.id)}
    words = [
        one
        for one in await store.decisions(story.id)
        if one.topic is Topic.PLACE and one.article_id == found.id
    ]
    member = members.get(found.id)
    is_out = bool(words) and words[0].is_exclusion
    return Why(
        story=story,
        article=replace(found, content=None),
        membership=None if is_out else member,
        decision=words[0] if words else None,
    )


def wider_stories(story: Story, stories: Mapping[StoryId, Story]) -> Iterator[Story]:
    """The stories that a story is within, from the nearest up; a ring ends where it closes."""
    seen = {story.id}
    while (parent := story.parent) is not None and parent in stories and parent not in seen:
        story = stories[parent]
        seen.add(parent)
        yield story
