"""Stories that were removed or merged: kept, named apart, and never brought back by grouping."""

from __future__ import annotations

import pytest
from tests.contract.making import grouping, keep, make_article, make_story, member

from swifeeds.model import StoryState

REMOVED = make_story("removed", state=StoryState.REMOVED)
MERGED = make_story("merged", state=StoryState.MERGED, merged_into="living")


@pytest.fixture
async def ended(store):
    await keep(store, make_article("a"))
    members = [member(name, "a") for name in ("living", "merged", "removed")]
    stories = [make_story("living", parent="wider"), make_story("merged"), make_story("removed")]
    await store.keep_grouping(grouping(*members, stories=stories), marked=(), stale=())
    await store.keep_grouping(grouping(stories=[MERGED, REMOVED]), marked=(), stale=())
    return store


async def test_they_come_back_as_they_were_kept(ended):
    assert await ended.ended_stories() == (MERGED, REMOVED)
    assert await ended.story("merged") == MERGED
    living = await ended.story("living")
    assert (living.parent, living.merged_into) == ("wider", None)


async def test_they_are_no_stories_any_more(ended):
    assert [count.story.id for count in await ended.stories()] == ["living"]
    assert [one.story_id for one in await ended.memberships("a")] == ["living"]
    neighbourhood = await ended.neighbourhood(["a"])
    assert [one.id for one in neighbourhood.stories] == ["living"]


@pytest.mark.parametrize("name", ["merged", "removed"])
async def test_grouping_does_not_bring_them_back(ended, name):
    again = make_story(name, titles=(("en", "Again"),))
    await ended.keep_grouping(grouping(stories=[again]), marked=(), stale=())
    assert await ended.ended_stories() == (MERGED, REMOVED)


async def test_whatever_must_be_rendered_anew_is_marked_once_a_story_ends(ended):
    assert await ended.marked(10) == ("a",)
    assert {key.key for key in await ended.stale(10)} == {"merged", "removed"}
    await ended.keep_grouping(grouping(), marked=["a"], stale=())
    await ended.keep_grouping(grouping(stories=[MERGED]), marked=(), stale=())
    assert await ended.marked(10) == ()
