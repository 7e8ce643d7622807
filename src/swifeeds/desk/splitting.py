"""Split a story in two, so that what readers subscribed to stays where most of it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import Editor, find_story, shown_members
from swifeeds.errors import UsageError
from swifeeds.group import new_story, translation_groups
from swifeeds.model import (
    EXCLUDE,
    PIN,
    Action,
    Article,
    ArticleId,
    Decision,
    Membership,
    Rung,
    Story,
    StoryId,
    Topic,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What a split came to: the story that was made and what left into it."""

    event: int
    made: Story
    leaving: tuple[ArticleId, ...]
    staying: tuple[ArticleId, ...]
    is_named_part_leaving: bool


async def split_story(
    editor: Editor,
    reference: str,
    articles: Sequence[str],
    titles: Mapping[str, str],
) -> Split:
    """Part the named articles, with their translations, from the rest of a story.

    The id and address stay with the part that has the pins, else with the larger one; a story of
    the configuration stays with the rest. The titles name the part that was named.

    Raises:
        UsageError: an article is no member, or nothing would be left.
    """
    story = await find_story(editor.store, reference)
    members = await _members(editor, story)
    named = await _named_part(editor, story, members, articles)
    rest = [one for one in members if one.id not in named]
    if not rest:
        raise UsageError(f"that is all of {story.id}; name fewer articles, or rename the story")
    chosen = [one for one in members if one.id in named]
    pinned = await _pinned(editor, story)
    moves_rest = story.id not in editor.stated and _keeps_id(chosen, rest, pinned)
    leaving, staying = (rest, chosen) if moves_rest else (chosen, rest)
    given = () if moves_rest else tuple(titles.items())
    made = await _new_story(editor, story, leaving, given)
    renamed = replace(story, titles=tuple({**dict(story.titles), **titles}.items()))
    named_here = [
        editor.decide(Action.SPLIT, story.id if moves_rest else made.id, Topic.TITLE, tag, title)
        for tag, title in titles.items()
    ]
    event = await editor.act(
        Action.SPLIT,
        story.id,
        details={"made": made.id, "leaving": len(leaving), "staying": len(staying)},
        articles=[one.id for one in members],
        decisions=(*_parting(editor, story.id, made.id, leaving, staying), *named_here),
        stories=(made, renamed) if moves_rest else (made,),
    )
    return Split(
        event=event,
        made=made,
        leaving=tuple(one.id for one in leaving),
        staying=tuple(one.id for one in staying),
        is_named_part_leaving=not moves_rest,
    )


def _parting(
    editor: Editor,
    story: StoryId,
    made: StoryId,
    leaving: Sequence[Article],
    staying: Sequence[Article],
) -> tuple[Decision, ...]:
    """Neither part comes back into the other, whatever a block of the pages says."""
    away, here = [one.id for one in leaving], [one.id for one in staying]
    return (
        *editor.places(Action.SPLIT, made, away, PIN),
        *editor.places(Action.SPLIT, story, away, EXCLUDE),
        *editor.places(Action.SPLIT, made, here, EXCLUDE),
    )


async def _members(editor: Editor, story: Story) -> list[Article]:
    found = await editor.store.articles(await shown_members(editor.store, story))
    return sorted(found, key=lambda one: (one.published, one.id))


async def _named_part(
    editor: Editor, story: Story, members: Sequence[Article], references: Sequence[str]
) -> frozenset[ArticleId]:
    """The named articles with their translations: a work is never torn apart."""
    works = translation_groups(members)
    wanted: set[str] = set()
    for reference in references:
        article = await find_article(editor.store, reference)
        if article.id not in works:
            raise UsageError(
                f"{article.id} is not in {story.id}; `swifeeds story show {story.id}` names "
                "its articles"
            )
        wanted.add(works[article.id])
    return frozenset(one for one, work in works.items() if work in wanted)


async def _pinned(editor: Editor, story: Story) -> frozenset[ArticleId]:
    memberships: tuple[Membership, ...] = await editor.store.members(story.id)
    return frozenset(one.article_id for one in memberships if one.rung is Rung.EDITOR)


def _keeps_id(
    named: Collection[Article], rest: Collection[Article], pinned: frozenset[ArticleId]
) -> bool:
    """True when the named part is the one that readers know the story by."""

    def weight(part: Collection[Article]) -> tuple[int, int]:
        return sum(one.id in pinned for one in part), len(part)

    return weight(named) > weight(rest)


async def _new_story(
    editor: Editor,
    story: Story,
    leaving: Sequence[Article],
    titles: Sequence[tuple[str, str]],
) -> Story:
    """Named as the editor says, else by its first articles; within the same wider story."""
    known = [count.story for count in await editor.store.stories()]
    taken = [*known, *await editor.store.ended_stories()]
    made = new_story(titles, leaving, {one.slug for one in taken})
    made = replace(made, id=StoryId(f"split-{made.id.removeprefix('declared-')}"))
    ids = {one.id for one in taken}
    number, wanted = 2, made.id
    while made.id in ids:
        made = replace(made, id=StoryId(f"{wanted}-{number}"))
        number += 1
    return replace(made, parent=story.parent)
