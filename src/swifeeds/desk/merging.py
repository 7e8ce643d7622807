"""Merge two stories: one ends, its addresses and articles lead to the other."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.desk.editor import Editor, find_open_story, find_story
from swifeeds.desk.reading import wider_stories
from swifeeds.errors import UsageError
from swifeeds.model import PIN, Action, ArticleId, Decision, Story, StoryState, Topic


async def merge_stories(editor: Editor, reference: str, into: str) -> int:
    """End one story in another: its addresses lead there, its articles are members there by the
    editor's word. What an editor excluded from the other stays out of it.

    Raises:
        UsageError: a story is missing, closed, or stated by the configuration.
    """
    story = await find_story(editor.store, reference)
    target = await find_open_story(editor.store, into)
    if story.id == target.id:
        raise UsageError(f"{story.id} cannot be merged into itself; name two stories")
    editor.refuse_if_stated(story, "the rule", "take it out, or put the other's articles in")
    kept_out = await _excluded_by_name(editor, target)
    members = await editor.store.members(story.id)
    leaving = tuple(one.article_id for one in members if one.rung.is_shown)
    moved = tuple(one for one in leaving if one not in kept_out)
    ended = replace(story, state=StoryState.MERGED, merged_into=target.id, parent=None)
    orphans = await _orphans(editor, story, target)
    return await editor.act(
        Action.MERGE,
        story.id,
        details={"into": target.id, "articles": len(moved)},
        # What is suggested for it is looked at anew: it may be suggested for the other.
        articles=tuple(one.article_id for one in members),
        decisions=(
            *editor.places(Action.MERGE, target.id, moved, PIN),
            *(_nested(editor, one) for one in orphans),
        ),
        withdrawn=await _pins_of(editor, story),
        stories=(ended, *orphans),
    )


async def _excluded_by_name(editor: Editor, story: Story) -> frozenset[ArticleId]:
    """What an editor shut out of a story. A split shuts out too, but a merge takes that back."""
    decisions = await editor.store.decisions(story.id)
    return frozenset(
        one.article_id for one in decisions if one.is_exclusion and one.action is not Action.SPLIT
    )


async def _pins_of(editor: Editor, story: Story) -> tuple[Decision, ...]:
    return tuple(one for one in await editor.store.decisions(story.id) if one.is_pin)


def _nested(editor: Editor, one: Story) -> Decision:
    """Grouping must not bring back the wider story that ended."""
    return editor.decide(Action.MERGE, one.id, Topic.PARENT, "", one.parent or "")


async def _orphans(editor: Editor, story: Story, target: Story) -> tuple[Story, ...]:
    """The stories within one that ends, now within the other; the other itself, where it was
    anywhere within that one, takes its place: else both would be within each other."""
    known = {count.story.id: count.story for count in await editor.store.stories()}
    is_inside = any(one.id == story.id for one in wider_stories(target, known))
    moved = (replace(target, parent=story.parent),) if is_inside else ()
    within = (one for one in known.values() if one.parent == story.id and one.id != target.id)
    return (*moved, *(replace(one, parent=target.id) for one in within))
