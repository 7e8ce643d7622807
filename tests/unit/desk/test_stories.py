"""Names and states of stories, as editors change them."""

from __future__ import annotations

import pytest
from tests.contract.making import NOW, grouping, keep, make_article, make_story, member

from swifeeds import desk
from swifeeds.desk import Editor
from swifeeds.errors import UsageError


@pytest.fixture
async def editor(store):
    await keep(store, *(make_article(name) for name in "abc"))
    stories = [make_story("talks"), make_story("other")]
    members = [member("talks", "a"), member("other", "b")]
    marked = await store.marked(9)
    await store.keep_grouping(grouping(*members, stories=stories), marked=marked, stale=())
    return Editor(store=store, by="anna", at=NOW)


async def test_the_address_of_a_story_that_ended_is_not_given_to_another(store, editor):
    await desk.merge_stories(editor, "talks", "other")
    with pytest.raises(UsageError, match="the story talks had, and leads on from, the address"):
        await desk.rename_story(editor, "other", {}, slug="talks")
    assert (await store.story("other")).slug == "other"


async def test_an_address_is_no_longer_than_the_name_of_a_folder(editor):
    with pytest.raises(UsageError, match="100 characters at most"):
        await desk.rename_story(editor, "talks", {}, slug="a" * 101)
    await desk.rename_story(editor, "talks", {}, slug="a" * 100)


async def test_what_was_pinned_before_a_story_closed_is_looked_at_when_it_opens(store, editor):
    await desk.pin_article(editor, "talks", "c")
    await desk.close_story(editor, "talks")
    await store.keep_grouping(grouping(), marked=await store.marked(9), stale=())
    await desk.reopen_story(editor, "talks")
    assert set(await store.marked(9)) == {"a", "c"}
