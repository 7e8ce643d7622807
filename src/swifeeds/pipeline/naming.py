"""Stories that nobody named are called after their most central articles."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from swifeeds.group import renamed
from swifeeds.localise import lookup
from swifeeds.model import (
    FeedKey,
    MemberTitle,
    Publication,
    Scope,
    Story,
    StoryId,
    Topic,
)
from swifeeds.store import Store


async def name_stories(
    store: Store, stories: Collection[StoryId], *, publication: Publication
) -> int:
    """Name the automatic ones among these stories, after their articles changed.

    Args:
        store: where they are kept.
        stories: those whose articles changed.
        publication: its languages are those that titles stand for.

    Returns:
        How many have other titles now.
    """
    found = {one.id: one for one in await store.nameable_stories(stories)}
    titles: dict[StoryId, list[MemberTitle]] = {one: [] for one in found}
    for title in await store.member_titles(found):
        language = lookup(title.language, publication.languages) or title.language
        titles[title.story_id].append(replace(title, language=language))
    changed = [
        after
        for story in found.values()
        if (after := await _renamed(store, story, titles[story.id])) != story
    ]
    if changed:
        await store.name_stories(changed, stale=tuple(_feeds(changed, publication)))
    return len(changed)


async def _renamed(store: Store, story: Story, titles: Collection[MemberTitle]) -> Story:
    if renamed(story, titles, {}) == story:
        return story
    decisions = await store.decisions(story.id)
    said = {one.subject: one.value for one in decisions if one.topic is Topic.TITLE}
    slug = next((one.value for one in decisions if one.topic is Topic.SLUG), None)
    after = renamed(story, titles, said)
    return after if slug is None else replace(after, slug=slug)


def _feeds(stories: Collection[Story], publication: Publication) -> Iterator[FeedKey]:
    for one in stories:
        for language in (*publication.languages, "") if one.has_address else ():
            yield FeedKey(scope=Scope.STORY, key=one.id, language=language)
