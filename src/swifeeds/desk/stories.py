"""Merge, rename, pin, exclude, close and reopen stories, and undo it.

Each action returns the number of its event, which `undo` takes. A running service regroups and
publishes what an action marked within seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import Editor, find_open_story, find_story, shown_members
from swifeeds.errors import UsageError
from swifeeds.markup import url_key
from swifeeds.model import (
    EXCLUDE,
    PIN,
    Action,
    Article,
    ArticleId,
    Decision,
    Story,
    StoryEvent,
    StoryState,
    Topic,
)

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    leaving = await shown_members(editor.store, story)
    moved = tuple(one for one in leaving if one not in kept_out)
    ended = replace(story, state=StoryState.MERGED, merged_into=target.id, parent=None)
    return await editor.act(
        Action.MERGE,
        story.id,
        details={"into": target.id, "articles": len(moved)},
        articles=leaving,
        decisions=editor.places(Action.MERGE, target.id, moved, PIN),
        withdrawn=await _pins_of(editor, story),
        stories=(ended, *await _orphans(editor, story, target)),
    )


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


async def pin_article(editor: Editor, reference: str, article: str) -> int:
    """Put an article into a story, above every rule and machine.

    Raises:
        UsageError: a story or article is missing, or the file excludes the article.
    """
    story = await find_open_story(editor.store, reference)
    found = await find_article(editor.store, article)
    return await place_article(editor, story, found, Action.PIN)


async def exclude_article(editor: Editor, reference: str, article: str) -> int:
    """Keep an article out of a story: nothing ever puts it back but an editor.

    Raises:
        UsageError: a story or article is missing, or the file includes the article.
    """
    story = await find_story(editor.store, reference)
    found = await find_article(editor.store, article)
    return await place_article(editor, story, found, Action.EXCLUDE)


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
    return await editor.store.undo(number, by=editor.by, at=editor.at)


async def place_article(editor: Editor, story: Story, article: Article, action: Action) -> int:
    """Pin (also `ACCEPT`) or exclude (also `REJECT`) one article."""
    value = PIN if action in (Action.PIN, Action.ACCEPT) else EXCLUDE
    _refuse_if_file_says_otherwise(editor, story, article, value)
    for standing in await editor.store.decisions(story.id):
        if standing.subject == article.id and standing.value == value:
            done = "pinned to" if value == PIN else "excluded from"
            raise UsageError(f"{article.id} is {done} {story.id} already (event {standing.event})")
    return await editor.act(
        action,
        story.id,
        details={"article": article.id, "title": article.title},
        articles=(article.id,),
        decisions=editor.places(action, story.id, (article.id,), value),
    )


def _refuse_if_file_says_otherwise(
    editor: Editor, story: Story, article: Article, value: str
) -> None:
    stated = editor.stated.get(story.id)
    if stated is None or article.url is None:
        return
    key = "exclude" if value == PIN else "include"
    if url_key(article.url) in {url_key(one) for one in getattr(stated.rule, key)}:
        editor.refuse_if_stated(story, f"{article.url} in {key}", "take it out")


async def _set_state(editor: Editor, story: Story, action: Action, state: StoryState) -> int:
    return await editor.act(
        action,
        story.id,
        details={"from": story.state.value, "to": state.value},
        articles=await shown_members(editor.store, story),
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
    for count in await editor.store.stories():
        if count.story.slug == slug and count.story.id != story.id:
            raise UsageError(f"the story {count.story.id} has the address {slug}; choose another")


async def _excluded_by_name(editor: Editor, story: Story) -> frozenset[ArticleId]:
    """What an editor shut out of a story. A split shuts out too, but a merge takes that back."""
    decisions = await editor.store.decisions(story.id)
    return frozenset(
        one.article_id for one in decisions if one.is_exclusion and one.action is not Action.SPLIT
    )


async def _pins_of(editor: Editor, story: Story) -> tuple[Decision, ...]:
    return tuple(one for one in await editor.store.decisions(story.id) if one.is_pin)


async def _orphans(editor: Editor, story: Story, target: Story) -> tuple[Story, ...]:
    """The stories within one that ends, now within the other; the other itself in none of them."""
    counted = [count.story for count in await editor.store.stories()]
    return tuple(
        replace(one, parent=target.id if one.id != target.id else story.parent)
        for one in counted
        if one.parent == story.id
    )
