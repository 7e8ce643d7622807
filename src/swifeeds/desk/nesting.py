"""Put a story within a wider one, or take it out again."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.desk.editor import Editor, find_story
from swifeeds.desk.reading import wider_stories
from swifeeds.errors import UsageError
from swifeeds.model import Action, Story, Topic


async def nest_story(editor: Editor, reference: str, wider: str | None) -> int:
    """Put a story within a wider one, in the place of the one that it is in; None: in none.

    Raises:
        UsageError: a story is missing or ended, the file states the wider story, nothing would
            change, or a story would come to be within itself.
    """
    story = await find_story(editor.store, reference)
    stated = editor.stated.get(story.id)
    if stated and stated.rule.parent is not None:
        editor.refuse_if_stated(story, "parent", "change it")
    target = None if wider is None else await find_story(editor.store, wider)
    if target is None and story.parent is None and not await _is_said(editor, story):
        raise UsageError(f"the story {story.id} is within none; `swifeeds story show` tells")
    if target is not None:
        await _check(editor, story, target)
    parent = target.id if target else None
    return await editor.act(
        Action.NEST,
        story.id,
        details={"within": parent or "none", "from": story.parent or "none"},
        articles=(),
        decisions=(editor.decide(Action.NEST, story.id, Topic.PARENT, "", parent or ""),),
        stories=(replace(story, parent=parent),),
    )


async def _is_said(editor: Editor, story: Story) -> bool:
    """An editor put it within one, though the file may stand above that."""
    decisions = await editor.store.decisions(story.id)
    return any(one.topic is Topic.PARENT and one.value for one in decisions)


async def _check(editor: Editor, story: Story, target: Story) -> None:
    if story.parent == target.id:
        raise UsageError(f"the story {story.id} is within {target.id} already")
    stories = {count.story.id: count.story for count in await editor.store.stories()}
    way = [target.id, *(one.id for one in wider_stories(target, stories))]
    if story.id in way:
        ring = [story.id, *way[: way.index(story.id) + 1]]
        raise UsageError(f"that is a ring: {' within '.join(ring)}; choose another wider story")
