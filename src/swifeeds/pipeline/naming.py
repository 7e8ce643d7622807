"""Where nobody named a story in a language, it is called after its most central article there."""

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
    """Name these stories in the languages that nobody did, after their articles changed.

    Args:
        store: where they are kept.
        stories: those whose articles changed. Who has a name in every language is passed over.
        publication: its languages are those that titles stand for.

    Returns:
        How many have other titles now.
    """
    nameable = await store.nameable_stories(stories)
    found = {one.id: one for one in nameable if not _is_named(one, publication)}
    titles: dict[StoryId, list[MemberTitle]] = {one: [] for one in found}
    for title in await store.member_titles(found):
        language = lookup(title.language, publication.languages) or title.language
        titles[title.story_id].append(replace(title, language=language))
    changed = [
        after
        for story in found.values()
        if (after := await _renamed(store, story, titles[story.id])) != story
    ]
    retitled = [one for one in changed if one.titles != found[one.id].titles]
    if changed:
        await store.name_stories(changed, stale=tuple(_feeds(retitled, publication)))
    return len(retitled)


def _is_named(story: Story, publication: Publication) -> bool:
    """Somebody other than its articles calls it something in every language."""
    after = dict(story.named_after)
    stated = [tag for tag, _ in story.titles if not story.automatic and tag not in after]
    return not after and all(lookup(tag, stated) for tag in publication.languages)


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
