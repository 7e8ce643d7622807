"""How members are headed, and what stories are called after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.contract.making import NOW, grouping, keep, make_article, make_story, member

from swifeeds.model import (
    Action,
    ArticleId,
    Decision,
    FeedKey,
    Rung,
    Scope,
    Status,
    StoryAct,
    StoryId,
    StoryRule,
    StoryState,
    Topic,
)

FEED = FeedKey(scope=Scope.STORY, key="ferry", language="en")


@pytest.fixture
async def ferry(store):
    await keep(store, *(make_article(name) for name in "abc"), make_article("d", language="de"))
    members = [member("ferry", name) for name in "abcd"]
    made = [make_story("ferry", automatic=True)]
    await store.keep_grouping(grouping(*members, stories=made), marked=(), stale=())
    await store.keep_grouping(grouping(), marked=await store.marked(9), stale=())
    return store


async def test_articles_name_stories_that_are_not_over_and_no_others(ferry):
    made = [
        make_story("stated"),
        make_story("over", automatic=True, state=StoryState.CLOSED),
        make_story("small", automatic=True, state=StoryState.EMERGING),
    ]
    await ferry.keep_grouping(grouping(stories=made), marked=(), stale=())
    found = await ferry.nameable_stories(["ferry", "stated", "over", "small", "nowhere"])
    assert [one.id for one in found] == ["ferry", "small", "stated"]
    assert await ferry.nameable_stories([]) == ()


async def headings(store, **others):
    found = await store.member_titles([StoryId("ferry")], **others)
    return [(one.language, one.title) for one in found]


async def test_members_are_given_with_language_title_and_time(ferry):
    assert await headings(ferry) == [
        ("de", "Title of d"), ("en", "Title of a"), ("en", "Title of b"), ("en", "Title of c"),
    ]  # fmt: skip
    assert {one.published for one in await ferry.member_titles([StoryId("ferry")])} == {NOW}
    assert await ferry.member_titles([StoryId("other")]) == ()
    assert await ferry.member_titles([]) == ()


async def test_of_each_language_those_that_joined_first_are_given(ferry):
    await keep(ferry, make_article("0", published=NOW - timedelta(days=9)))
    late = replace(member("ferry", "0"), added=NOW + timedelta(days=1))
    await ferry.keep_grouping(grouping(late), marked=(), stale=())
    assert await headings(ferry, limit=2) == [
        ("de", "Title of d"), ("en", "Title of a"), ("en", "Title of b"),
    ]  # fmt: skip


async def test_what_readers_must_not_see_names_nothing(ferry):
    await keep(ferry, make_article("e", embargoed_until=NOW + timedelta(days=1)))
    hidden = [member("ferry", "e"), replace(member("ferry", "c"), rung=Rung.SUGGESTION)]
    await ferry.keep_grouping(grouping(*hidden), marked=(), stale=())
    await ferry.set_status("a", Status.WITHDRAWN, reason="an error", now=NOW)
    assert await headings(ferry) == [("de", "Title of d"), ("en", "Title of b")]


async def test_a_new_name_marks_the_members_and_the_feeds(ferry):
    after = replace(await ferry.story("ferry"), titles=(("en", "The ferry"),))
    await ferry.name_stories([after], stale=[FEED])
    assert await ferry.story("ferry") == after
    assert set(await ferry.marked(9)) == set("abcd")
    assert FEED in await ferry.stale(9)


async def test_who_names_a_story_is_kept_and_alone_no_reason_to_render_anything(ferry):
    after = replace(await ferry.story("ferry"), named_after=(("en", ArticleId("b")),))
    await ferry.name_stories([after], stale=())
    assert await ferry.story("ferry") == after
    assert await ferry.marked(9) == ()


def rule(**titles: str) -> StoryRule:
    return StoryRule(id=StoryId("talks"), slug="talks", titles=tuple(titles.items()))


async def named_by_an_article(store):
    """A story that the file names in English, and an article in German."""
    await store.register([], [rule(en="Talks")], NOW)
    after = replace(
        await store.story("talks"), titles=(("en", "Talks"), ("de", "Gespräche beginnen")),
        named_after=(("de", ArticleId("d")),),
    )  # fmt: skip
    await store.name_stories([after], stale=())
    return after


async def test_articles_name_a_story_of_the_file_in_languages_that_it_does_not_state(ferry):
    assert await ferry.story("talks") is None
    assert await named_by_an_article(ferry) == await ferry.story("talks")


async def test_another_file_leaves_what_articles_call_a_story_unless_it_calls_it_something(ferry):
    named = await named_by_an_article(ferry)
    await ferry.register([], [rule(en="The talks")], NOW)
    after = await ferry.story("talks")
    assert (after.titles, after.named_after) == (
        (("en", "The talks"), ("de", "Gespräche beginnen")), named.named_after,
    )  # fmt: skip
    await ferry.register([], [rule(en="The talks", de="Gespräche")], NOW)
    after = await ferry.story("talks")
    assert (after.titles, after.named_after) == (rule(en="The talks", de="Gespräche").titles, ())


async def test_what_the_file_states_since_a_name_was_thought_of_stands_above_it(ferry):
    named = await named_by_an_article(ferry)
    await ferry.register([], [rule(en="New", de="Neu")], NOW)
    await ferry.name_stories([named], stale=())
    after = await ferry.story("talks")
    assert (dict(after.titles), after.named_after) == ({"en": "New", "de": "Neu"}, ())


async def test_a_story_without_an_address_is_renamed_in_silence(ferry):
    emerging = make_story("small", automatic=True, state=StoryState.EMERGING)
    await ferry.keep_grouping(grouping(stories=[emerging]), marked=(), stale=())
    after = replace(emerging, titles=(("en", "Small"),), slug="renamed")
    await ferry.name_stories([after], stale=())
    assert await ferry.story("small") == after
    assert await ferry.marked(9) == ()


async def test_no_name_of_the_machine_stands_above_an_editors(ferry):
    said = Decision(
        story_id=StoryId("ferry"), topic=Topic.TITLE, subject="en", value="An editor's",
        action=Action.RENAME, by="anna", at=NOW,
    )  # fmt: skip
    act = StoryAct(
        action=Action.RENAME, story_id=StoryId("ferry"), by="anna", at=NOW, decisions=(said,),
        articles=(),
    )  # fmt: skip
    await ferry.act(act)
    after = replace(await ferry.story("ferry"), titles=(("en", "The machine's"), ("de", "D")))
    await ferry.name_stories([after], stale=())
    assert dict((await ferry.story("ferry")).titles) == {"en": "An editor's", "de": "D"}


async def test_an_address_that_an_editor_gave_goes_to_the_configuration_that_states_it(ferry):
    word = Decision(
        story_id=StoryId("ferry"), topic=Topic.SLUG, value="visby", action=Action.RENAME,
        by="anna", at=NOW,
    )  # fmt: skip
    renamed = make_story("ferry", automatic=True, slug="visby")
    act = StoryAct(
        action=Action.RENAME, story_id=StoryId("ferry"), by="anna", at=NOW, decisions=(word,),
        stories=(renamed,),
    )  # fmt: skip
    await ferry.act(act)
    rule = StoryRule(id=StoryId("harbour"), slug="visby", titles=(("en", "Visby"),))
    await ferry.register([], [rule], NOW)
    await ferry.name_stories([replace(renamed, titles=(("en", "Ferry freed"),))], stale=())
    slugs = {count.story.id: count.story.slug for count in await ferry.stories()}
    assert slugs == {"ferry": "ferry", "harbour": "visby"}
    assert dict((await ferry.story("ferry")).titles) == {"en": "Ferry freed"}
