"""The third rung: which story each declared block is, or goes on with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from swifeeds.group.declared import Block, declared_blocks
from swifeeds.group.placements import Ladder
from swifeeds.group.stories import new_story
from swifeeds.model import Article, ArticleId, Evidence, Neighbourhood, Rung, StoryId, StoryRule


def place_by_blocks(
    ladder: Ladder,
    articles: Sequence[Article],
    neighbourhood: Neighbourhood,
    rules: Sequence[StoryRule],
) -> None:
    """Each block into the story that a higher rung put most of it in, or that it was before, or a
    new one. A declared story goes on in one block only: two may share members, and stay two."""
    before = _declared_before(neighbourhood, {*ladder.closed, *(rule.id for rule in rules)})
    for block in declared_blocks(neighbourhood):
        story_id = _most_common(ladder.stories_of(block.articles))
        story_id = story_id or _most_alike(block, before)
        members = [article for article in articles if article.id in block.articles]
        if story_id is None:
            story_id = ladder.begin(new_story(block.titles, members, ladder.slugs))
        elif story_id in before:
            ladder.name(story_id, block.titles, neighbourhood.stories)
        before.pop(story_id, None)
        for article in members:
            evidence = Evidence(kind="block", detail=block.declared_by[article.id])
            ladder.place(story_id, article.id, Rung.DECLARED, (evidence,))


def _declared_before(
    neighbourhood: Neighbourhood, settled: Collection[StoryId]
) -> dict[StoryId, set[ArticleId]]:
    """The stories that blocks have made so far, with their members; without the settled ones, which
    the configuration states or has closed."""
    found: dict[StoryId, set[ArticleId]] = {}
    for one in neighbourhood.memberships:
        if one.rung is Rung.DECLARED and one.story_id not in settled:
            found.setdefault(one.story_id, set()).add(one.article_id)
    return found


def _most_alike(block: Block, stories: Mapping[StoryId, set[ArticleId]]) -> StoryId | None:
    """The story that shares most with the block (Jaccard), the least id among equals."""

    def likeness(story_id: StoryId) -> float:
        members = stories[story_id]
        return len(members & block.articles) / len(members | block.articles)

    alike = [story_id for story_id, members in stories.items() if members & block.articles]
    return min(alike, key=lambda story_id: (-likeness(story_id), story_id), default=None)


def _most_common(stories: Iterable[StoryId]) -> StoryId | None:
    """The story named most often, the least id among equals."""
    counts: dict[StoryId, int] = {}
    for story in stories:
        counts[story] = counts.get(story, 0) + 1
    return min(counts, key=lambda story: (-counts[story], story), default=None)
