"""Rename, close and reopen stories, and undo what was done to one.

Each action returns the number of its event, which `undo` takes. A running service regroups and
publishes what an action marked within seconds.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace

from swifeeds.desk.editor import Editor, find_open_story, find_story, shown_members
from swifeeds.errors import UsageError
from swifeeds.model import (
    Action,
    Story,
    StoryEvent,
    StoryState,
    Topic,
)

_log = logging.getLogger(__name__)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_LONGEST_SLUG = 100
"""Characters of an address: it is the name of a folder where the site is exported."""


async def rename_story(
    editor: Editor, reference: str, titles: Mapping[str, str], *, slug: str | None = None
) -> int:
    """Name a story in some languages, and move its address where `slug` is given (301).

    Raises:
        UsageError: no such story, the file states that title or the slug, or the slug is taken.
    """
    story = await find_story(editor.store, reference)
    stated = editor.stated.get(story.id)
    for language in titles:
        if stated and language in dict(stated.rule.titles):
            editor.refuse_if_stated(story, f"title.{language}", "change it")
    decisions = [
        editor.decide(Action.RENAME, story.id, Topic.TITLE, language, title)
        for language, title in titles.items()
    ]
    renamed = replace(story, titles=tuple({**dict(story.titles), **titles}.items()))
    if slug is not None:
        await _check_slug(editor, story, slug)
        decisions.append(editor.decide(Action.RENAME, story.id, Topic.SLUG, "", slug))
        renamed = replace(renamed, slug=slug)
    if renamed == story:
        raise UsageError(f"the story {story.id} is called so already; give --title or --slug")
    return await editor.act(
        Action.RENAME,
        story.id,
        details={**titles, **({"slug": slug, "from": story.slug} if slug else {})},
        articles=await shown_members(editor.store, story),
        decisions=tuple(decisions),
        stories=(renamed,),
    )


async def close_story(editor: Editor, reference: str) -> int:
    """End a story for good: it keeps its articles and feeds, and takes no more.

    Raises:
        UsageError: no such story, it is closed already, or the file states it.
    """
    story = await find_open_story(editor.store, reference)
    editor.refuse_if_stated(story, "the rule", "it closes when you take it out")
    return await _set_state(editor, story, Action.CLOSE, StoryState.CLOSED)


async def reopen_story(editor: Editor, reference: str) -> int:
    """Let a closed story take articles again.

    Raises:
        UsageError: no such story, or it is not closed.
    """
    story = await find_story(editor.store, reference)
    if story.state is not StoryState.CLOSED:
        raise UsageError(f"the story {story.id} is not closed, but {story.state.value}")
    return await _set_state(editor, story, Action.REOPEN, StoryState.ACTIVE)


async def undo(editor: Editor, number: int | None = None) -> StoryEvent:
    """Take back an action by its number, or the last one; the event that was undone.

    Raises:
        UsageError: there is none, or a later action stands on it.
    """
    undone = await editor.store.undo(number, by=editor.by, at=editor.at)
    _log.info(
        "story undo: story=%s event=%d action=%s by=%s",
        undone.story_id, undone.id, undone.action.value, editor.by,
    )  # fmt: skip
    return undone


async def _set_state(editor: Editor, story: Story, action: Action, state: StoryState) -> int:
    # What was pinned and not grouped yet is no member, and must not be forgotten for that.
    pinned = [one.article_id for one in await editor.store.decisions(story.id) if one.is_pin]
    members = await shown_members(editor.store, story)
    return await editor.act(
        action,
        story.id,
        details={"from": story.state.value, "to": state.value},
        articles=tuple(dict.fromkeys((*members, *pinned))),
        stories=(replace(story, state=state),),
        decisions=(editor.decide(action, story.id, Topic.STATE, "", state.value),)
        if state is StoryState.CLOSED
        else (),
        withdrawn=(editor.decide(action, story.id, Topic.STATE, "", ""),)
        if state is not StoryState.CLOSED
        else (),
    )


async def _check_slug(editor: Editor, story: Story, slug: str) -> None:
    editor.refuse_if_stated(story, "slug", "change it")
    if not _SLUG.fullmatch(slug):
        raise UsageError(
            f"{slug} is no address; use small Latin letters and digits, joined by hyphens"
        )
    if len(slug) > _LONGEST_SLUG:
        raise UsageError(f"an address has {_LONGEST_SLUG} characters at most; choose a shorter one")
    living = [count.story for count in await editor.store.stories()]
    for one in (*living, *await editor.store.ended_stories()):
        if one.slug == slug and one.id != story.id:
            had = "has" if one in living else "had, and leads on from,"
            raise UsageError(f"the story {one.id} {had} the address {slug}; choose another")
