"""What grouping suggests and does not dare: an editor's yes is a pin, a no is for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import Editor, find_open_story, find_story
from swifeeds.desk.placing import place_articles
from swifeeds.desk.reading import Placed
from swifeeds.errors import UsageError
from swifeeds.localise import lookup
from swifeeds.model import Action, ArticleId, Membership, Story, StoryId, StoryState, Topic
from swifeeds.store import Store

_PAGE = 500
"""Articles read at a time to tell their language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is suggested for one story: `waiting` counts all, `articles` are the best, best first,
    without their texts."""

    story: Story
    waiting: int
    articles: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for an editor, the story with the best suggestion first. The counts are of all,
    listed or not."""

    articles: int
    stories: int
    proposed: tuple[Proposed, ...]

    @property
    def left_out(self) -> int:
        """How many suggestions are not listed."""
        return self.articles - sum(len(one.articles) for one in self.proposed)


async def read_suggestions(
    store: Store, *, story: str | None = None, language: str | None = None, limit: int
) -> Waiting:
    """What is suggested for open stories and not answered yet.

    Args:
        store: only read.
        story: only what is suggested for this one, by id or the last part of its address.
        language: only articles of this language; `de` takes those of `de-CH` as well.
        limit: suggestions to list.

    Raises:
        UsageError: there is no such story.
    """
    only = None if story is None else (await find_story(store, story)).id
    stories = {one.story.id: one.story for one in await store.stories()}
    waiting = await _unanswered(store, stories, only)
    if language is not None:
        spoken = await _of(store, waiting, language)
        waiting = [one for one in waiting if one.article_id in spoken]
    groups: dict[StoryId, list[Membership]] = {}
    for one in waiting:
        groups.setdefault(one.story_id, []).append(one)
    proposed, room = [], limit
    for story_id, some in groups.items():
        best = some[:room]
        room -= len(best)
        if best:
            placed = await _placed(store, best)
            proposed.append(Proposed(story=stories[story_id], waiting=len(some), articles=placed))
    return Waiting(articles=len(waiting), stories=len(groups), proposed=tuple(proposed))


async def review_suggestions(
    editor: Editor, reference: str, articles: Sequence[str], *, accepted: bool
) -> int:
    """Accept suggestions for one story (pins, and confirmed pairs to learn from) or reject them
    (exclusions), all or none, as one action.

    Raises:
        UsageError: one of them is not suggested.
    """
    story = await find_open_story(editor.store, reference)
    waiting = {(one.story_id, one.article_id) for one in await editor.store.suggestions()}
    found = [await find_article(editor.store, article) for article in articles]
    for one in found:
        if (story.id, one.id) not in waiting:
            raise UsageError(
                f"{one.id} is not suggested for {story.id}; `swifeeds story review` lists what is"
            )
    action = Action.ACCEPT if accepted else Action.REJECT
    return await place_articles(editor, story, found, action)


async def _unanswered(
    store: Store, stories: Mapping[StoryId, Story], only: StoryId | None
) -> list[Membership]:
    """Best first, as the store gives them; what was answered waits for the next grouping to go."""
    answered = {
        (one.story_id, one.article_id)
        for one in await store.decisions(only)
        if one.topic is Topic.PLACE
    }
    return [
        one
        for one in await store.suggestions()
        if only in (None, one.story_id)
        and one.story_id in stories
        and stories[one.story_id].state is not StoryState.CLOSED
        and (one.story_id, one.article_id) not in answered
    ]


async def _of(store: Store, waiting: Sequence[Membership], language: str) -> frozenset[ArticleId]:
    """Which of the articles are of a language."""
    ids = list(dict.fromkeys(one.article_id for one in waiting))
    pages = [await store.articles(ids[at : at + _PAGE]) for at in range(0, len(ids), _PAGE)]
    return frozenset(
        one.id for page in pages for one in page if lookup(one.language, (language,)) is not None
    )


async def _placed(store: Store, members: Sequence[Membership]) -> tuple[Placed, ...]:
    found = {one.id: one for one in await store.articles([m.article_id for m in members])}
    return tuple(
        Placed(article=replace(found[one.article_id], content=None), membership=one)
        for one in members
    )
